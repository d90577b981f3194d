"""Stocktakes: the list, one with its field for scanning, closing, its findings."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from arsip.columns.boks import OpnameColumns, TemuanColumns
from arsip.documents.daftar import daftar_pdf
from arsip.filters.boks import OpnameFilter, TemuanFilter
from arsip.forms.opname import OpnameForm, TutupOpnameForm
from arsip.models import BerkasArsip, Opname, TemuanOpname
from arsip.queries.opname import belum_terlihat, temuan_terbuka
from arsip.services import opname as services
from arsip.views.bersama import kerjakan, pdf
from inti.access import boleh, dengan_izin
from inti.documents import Kolom
from inti.formats import tanggal_panjang
from inti.pages import Aksi, Bagian, Daftar, Rincian, Tambah, objek_atau_404, selesai, verb
from inti.permintaan import Permintaan

LIHAT, CATAT = "arsip.view_opname", "arsip.catat_opname"
DAFTAR = ("Opname arsip", "arsip:opname_daftar")
H = TemuanOpname.Hasil


class OpnameDaftar(Daftar):
    model, columns, filters, permission = Opname, OpnameColumns, OpnameFilter, LIHAT
    judul, urut_awal, ekspor_izin = "Opname arsip", "-mulai_pada", LIHAT
    cari_di, cari_petunjuk = ("tempat__nama", "petugas__nama"), "Tempat atau petugas"
    tambah = ("Mulai opname", "arsip:opname_mulai", CATAT)
    tautan = (("Temuan", "list-bullet", "arsip:temuan_daftar", LIHAT),)
    kosong = ("Belum ada opname", "Mulai di sebuah ruang atau rak, lalu pindai label boksnya.")


class OpnameRincian(Rincian):
    model, permission, daftar = Opname, LIHAT, DAFTAR
    hubungan = ("tempat", "petugas")
    bagian = (Bagian("ringkasan", "Ringkasan", "arsip/opname_ringkasan.html"),)

    def isi(self, request: Permintaan, objek: Opname, bagian: str) -> dict[str, Any]:
        """Counts, the latest seen, what is missing so far; records beyond the user's reach are counted, not named."""
        semua = objek.temuan.hidup().select_related("berkas__tempat", "tempat")
        temuan = temuan_terbuka(semua, request.user)
        berjalan = objek.status == Opname.Status.BERJALAN
        boks, sisa = belum_terlihat(objek) if berjalan else ([], [])
        terjangkau = set(
            BerkasArsip.objects.lingkup(request.user).filter(pk__in=[b.pk for b in sisa]).values_list("pk", flat=True)
        )
        berkas = [b for b in sisa if b.pk in terjangkau]
        return {
            "hitung": semua.aggregate(
                ada=Count("pk", filter=Q(hasil=H.ADA)),
                hilang=Count("pk", filter=Q(hasil=H.HILANG)),
                asing=Count("pk", filter=Q(hasil=H.ASING)),
            ),
            "terakhir": list(temuan.exclude(hasil=H.HILANG).order_by("-pk")[:12]),
            "hilang": list(temuan.filter(hasil=H.HILANG).order_by("pk")[:200]),
            "asing": list(temuan.filter(hasil=H.ASING).order_by("pk")[:200]),
            "sisa_boks": boks,
            "sisa_berkas": berkas[:100],
            "banyak_sisa": len(boks) + len(sisa),
            "tak_disebut": len(sisa) - len(berkas) + semua.count() - temuan.count(),
            "milik": berjalan and objek.petugas_id == request.user.pk and boleh(request.user, CATAT),
        }

    def aksi(self, request: Permintaan, objek: Opname) -> list[Any]:
        """Close it; its report."""
        hasil = [Aksi("Cetak laporan", reverse("arsip:opname_cetak", args=[objek.pk]), "printer")]
        if objek.status == Opname.Status.BERJALAN and objek.petugas_id == request.user.pk:
            hasil.append(
                Aksi("Tutup opname", reverse("arsip:opname_tutup", args=[objek.pk]), "lock-closed", utama=True)
            )
        return hasil


class OpnameMulai(Tambah):
    model, form, permission = Opname, OpnameForm, CATAT
    judul, daftar, pesan = "Mulai opname", DAFTAR, "Opname dimulai. Pindai label, atau ketik kodenya."

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Opname:
        """In the user's name."""
        return services.opname_mulai(tempat=form.cleaned_data["tempat"], oleh=request.user)


@dengan_izin(CATAT, metode=("POST",))
def opname_lihat(request: Permintaan, pk: int) -> HttpResponse:
    """Mark as seen: from the scanned page, or typed (a scanner's Enter sends the form)."""
    opname = objek_atau_404(request, Opname, pk, hubungan=("tempat",))
    kode = request.POST.get("kode", "")[:200]
    return kerjakan(
        request,
        lambda: _lihat(request, opname, kode),
        pesan="Tercatat.",
        kembali=opname,
        lanjut=opname,
    )


def _lihat(request: Permintaan, opname: Opname, kode: str) -> TemuanOpname:
    temuan: TemuanOpname = services.opname_lihat(opname=opname, kode=kode, oleh=request.user)
    if temuan.hasil == H.ASING:
        messages.warning(request, f"{temuan.berkas or temuan.tempat} tercatat di tempat lain.")
    return temuan


@verb(
    Opname, permission=CATAT, form=TutupOpnameForm, judul="Tutup opname", tombol="Tutup opname", hubungan=("tempat",),
    template="arsip/opname_tutup.html",
)  # fmt: skip
def opname_tutup(request: Permintaan, opname: Opname, form: TutupOpnameForm) -> HttpResponse:
    """What was not seen is written down as missing."""
    hasil = services.opname_tutup(opname=opname, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, "Opname ditutup. Laporannya dapat dicetak.")


@dengan_izin(LIHAT)
def opname_cetak(request: Permintaan, pk: int) -> HttpResponse:
    """The report as PDF."""
    opname = objek_atau_404(request, Opname, pk, hubungan=("tempat", "petugas"))
    semua = opname.temuan.hidup().select_related("berkas__tempat", "tempat").order_by("-hasil", "pk")
    temuan = list(temuan_terbuka(semua, request.user))
    lain = semua.count() - len(temuan)
    isi = daftar_pdf(
        judul="Laporan opname arsip",
        pengantar=(
            f"Tempat {opname.tempat}, oleh {opname.petugas}, mulai {tanggal_panjang(timezone.localdate(opname.mulai_pada))}"
            f", {opname.get_status_display().lower()}. {opname.catatan}"
            + (f" {lain} berkas di luar wewenang Anda tidak disebut." if lain else "")
        ),
        kolom=(Kolom("No.", 10, "kanan"), Kolom("Temuan"), Kolom("Tempat tercatat"), Kolom("Hasil", 32)),
        baris=[
            (
                str(n),
                str(t.berkas or (t.tempat.nama if t.tempat else "")),
                str((t.berkas.tempat if t.berkas else t.tempat) or "-"),
                t.get_hasil_display(),
            )
            for n, t in enumerate(temuan, start=1)
        ]
        or [("", "Belum ada temuan", "", "")],
        oleh=request.user,
    )
    return pdf(request, isi, "laporan opname", opname)


class TemuanDaftar(Daftar):
    model, columns, filters, permission = TemuanOpname, TemuanColumns, TemuanFilter, LIHAT
    judul, urut_awal, ekspor_izin = "Temuan opname", "-id", LIHAT
    cari_di, cari_petunjuk = ("berkas__nomor", "tempat__nama"), "Kode berkas atau nama boks"
    kosong = ("Belum ada temuan", "Yang dipindai selama opname, dan yang tidak ditemukan, tampil di sini.")

    def kueri(self, request: Permintaan) -> Any:
        """Records beyond the user's reach stay out."""
        return temuan_terbuka(super().kueri(request), request.user)

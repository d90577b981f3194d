"""Letters of recommendation: the head's queue, approval one by one or in a batch, print, handing over."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dtks.columns.layanan import SuratColumns
from dtks.filters.layanan import SuratFilter
from dtks.forms.layanan import CetakUlangForm, SerahkanForm
from dtks.models import Permohonan, SuratRekomendasi
from dtks.services import surat as services
from dtks.services.terbit_ulang import TERBIT
from dtks.services.terbit_ulang import surat_terbitkan_ulang as terbit_ulang
from inti.access import boleh, boleh_atau_usul, dengan_izin
from inti.formats import baca_versi
from inti.forms.dasar import AlasanForm
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.models import Cetakan
from inti.pages import Aksi, Bagian, Daftar, Massal, Rincian, selesai, verb
from inti.pages.dasar import kunci_dipilih, sudah_dikirim
from inti.permintaan import Permintaan
from inti.views.berkas import balasan_berkas

S = SuratRekomendasi.Status
TERBANYAK = 500


class SuratDaftar(Daftar):
    model, columns, filters = SuratRekomendasi, SuratColumns, SuratFilter
    permission = "dtks.view_suratrekomendasi"
    judul = "Surat rekomendasi"
    urut_awal = "-diminta_pada"
    cari_di = ("pemohon", "surat_keluar__nomor__teks", "permohonan__nomor__teks")
    cari_petunjuk = "Nama atau nomor surat"
    tampilan = (
        ("Menunggu", "status=menunggu"),
        ("Siap cetak", "status=disetujui"),
        ("Siap diserahkan", "status=dicetak"),
        ("Dikembalikan", "status=dikembalikan"),
    )
    massal = (Massal("Cetak surat", "dtks:surat_cetak_massal", "dtks.cetak_suratrekomendasi", "printer", utama=True),)
    ekspor_izin = "dtks.ekspor_individu"
    kosong = ("Belum ada surat", "Surat muncul setelah permohonan diterima.")


class SuratRincian(Rincian):
    model = SuratRekomendasi
    permission = "dtks.view_suratrekomendasi"
    hubungan = (
        "permohonan__nomor",
        "permohonan__desa",
        "permohonan__diputus_oleh",
        "permohonan__kunjungan",
        "surat_keluar__nomor",
        "surat_keluar__dokumen__berkas",
        "surat_keluar__penandatangan",
        "disetujui_oleh",
    )
    daftar = ("Surat rekomendasi", "dtks:surat_daftar")
    bagian = (Bagian("ringkasan", "Ringkasan", "dtks/surat_ringkasan.html"),)

    def isi(self, request: Permintaan, objek: SuratRekomendasi, bagian: str) -> dict[str, Any]:
        """Members, prints, and the document."""
        dokumen = objek.surat_keluar.dokumen if objek.surat_keluar else None
        return {
            "anggota": list(objek.permohonan.anggota.all()),
            "dokumen": dokumen,
            "cetakan": list(Cetakan.objects.filter(dokumen=dokumen).select_related("oleh")) if dokumen else [],
        }

    def aksi(self, request: Permintaan, objek: SuratRekomendasi) -> list[Aksi]:
        """Verbs open to this user in this state."""
        return aksi_surat(request, objek)


def aksi_surat(request: Permintaan, s: SuratRekomendasi) -> list[Aksi]:
    """Verbs of a letter for its state and this user's permissions."""

    def ke(nama: str) -> str:
        return reverse(f"dtks:surat_{nama}", args=[s.pk])

    bisa = {
        h: boleh_atau_usul(request.user, f"dtks.{h}_suratrekomendasi")
        for h in ("setujui", "cetak", "cetak_ulang", "serahkan", "batalkan")
    }
    hasil = []
    if s.status not in {S.DIBATALKAN} and bisa["batalkan"]:
        hasil.append(Aksi("Batalkan", ke("batalkan"), "x-circle", bahaya=True))
    if s.status in TERBIT and bisa["batalkan"]:
        hasil.append(Aksi("Terbitkan ulang", ke("terbitkan_ulang"), "arrow-path"))
    if s.status == S.MENUNGGU and bisa["setujui"]:
        hasil += [
            Aksi("Kembalikan", ke("kembalikan"), "arrow-uturn-left"),
            Aksi("Setujui", ke("setujui"), "check", utama=True, langsung=True),
        ]
    if s.status == S.DIKEMBALIKAN and boleh_atau_usul(request.user, "dtks.change_permohonan"):
        hasil.append(Aksi("Perbaiki permohonan", s.permohonan.get_absolute_url(), "pencil-square", utama=True))
    if s.status == S.DISETUJUI and bisa["cetak"]:
        hasil.append(Aksi("Cetak surat", ke("cetak"), "printer", utama=True, langsung=True, tab_baru=True))
    if s.status in {S.DICETAK, S.DISERAHKAN} and bisa["cetak_ulang"]:
        hasil.append(Aksi("Cetak ulang", ke("cetak_ulang"), "printer"))
    milik_desa = s.permohonan.asal == Permohonan.Asal.DESA
    if s.status == S.DICETAK and bisa["serahkan"] and (milik_desa or request.user.desa_id is None):
        hasil.append(Aksi("Serahkan", ke("serahkan"), "hand-raised", utama=True))
    return hasil


@dengan_izin("dtks.setujui_suratrekomendasi")
def surat_antrean(request: Permintaan) -> HttpResponse:
    """The head's queue: each letter with what it rests on; one by one or all that are ticked. Made for a phone."""
    menunggu = SuratRekomendasi.objects.untuk(request.user).filter(status=S.MENUNGGU)
    tampil = (
        menunggu.select_related("permohonan__nomor", "permohonan__desa", "permohonan__diputus_oleh")
        .prefetch_related("permohonan__anggota", "permohonan__berkas__syarat")
        .order_by("diminta_pada")[:50]
    )
    isi = {"judul": "Surat menunggu persetujuan", "surat": list(tampil), "banyak": menunggu.count()}
    return render(request, "dtks/surat_antrean.html", isi)


@verb(
    SuratRekomendasi,
    permission="dtks.setujui_suratrekomendasi",
    judul="Setujui surat",
    tombol="Setujui",
    hubungan=("permohonan__kunjungan",),
)
def surat_setujui(request: Permintaan, surat: SuratRekomendasi) -> HttpResponse:
    hasil = services.surat_setujui(surat=surat, oleh=request.user)
    return selesai(request, hasil, f"Disetujui dengan nomor {hasil.surat_keluar.nomor}. Loket dapat mencetak.")


@dengan_izin("dtks.setujui_suratrekomendasi", metode=("POST",))
def surat_setujui_massal(request: Permintaan) -> HttpResponse:
    """Approve those ticked, each for itself: one that can't be approved doesn't hold up the others."""
    berhasil = 0
    for s in _dipilih(request, ("permohonan__kunjungan",)):
        s.versi = baca_versi(request.POST.get(f"versi_{s.pk}", ""), s.versi)
        try:
            services.surat_setujui(surat=s, oleh=request.user)
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except VersiBerubah:
            messages.error(request, f"{s}: berubah sesudah Anda membukanya. Periksa kembali.")
        except AturanDilanggar as galat:
            messages.error(request, f"{s}: {galat.kalimat}")
        else:
            berhasil += 1
    if berhasil:
        messages.success(request, f"{berhasil} surat disetujui. Loket dapat mencetak.")
    elif not request.POST.getlist("pilih"):
        messages.error(request, "Belum ada surat yang dipilih.")
    return redirect("dtks:surat_antrean")


@verb(
    SuratRekomendasi,
    permission="dtks.setujui_suratrekomendasi",
    form=AlasanForm,
    judul="Kembalikan surat",
    tombol="Kembalikan",
)
def surat_kembalikan(request: Permintaan, surat: SuratRekomendasi, form: AlasanForm) -> HttpResponse:
    """Back to the counter with a reason."""
    hasil = services.surat_kembalikan(surat=surat, oleh=request.user, alasan=form.cleaned_data["alasan"])
    return selesai(request, hasil, "Surat dikembalikan ke loket dengan alasannya.")


@verb(
    SuratRekomendasi,
    permission="dtks.cetak_suratrekomendasi",
    judul="Cetak surat",
    tombol="Cetak surat",
    hubungan=("surat_keluar__dokumen",),
)
def surat_cetak(request: Permintaan, surat: SuratRekomendasi) -> HttpResponse:
    return _pdf(*services.surat_cetak(surat=[surat], oleh=request.user))


@verb(
    SuratRekomendasi,
    permission="dtks.cetak_ulang_suratrekomendasi",
    form=CetakUlangForm,
    judul="Cetak ulang surat",
    tombol="Cetak ulang",
    hubungan=("surat_keluar__dokumen",),
)
def surat_cetak_ulang(request: Permintaan, surat: SuratRekomendasi, form: CetakUlangForm) -> HttpResponse:
    """A further copy, with its reason."""
    return _pdf(*services.surat_cetak(surat=[surat], oleh=request.user, alasan=form.cleaned_data["alasan"]))


@dengan_izin("dtks.cetak_suratrekomendasi", metode=("POST",))
def surat_cetak_massal(request: Permintaan) -> HttpResponse:
    """All ticked letters in one PDF; those printed before need a reason, asked for once."""
    surat = _dipilih(request, ("surat_keluar__dokumen",))
    alasan = request.POST.get("alasan", "").strip()[:200]
    try:
        return _pdf(*services.surat_cetak(surat=surat, oleh=request.user, alasan=alasan))
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    except VersiBerubah:
        raise
    except AturanDilanggar as galat:
        if galat.kode == "ALASAN_CETAK_ULANG":
            return render(
                request, "dtks/cetak_ulang_massal.html", {"judul": "Cetak ulang surat", "surat": surat}, status=409
            )
        messages.error(request, galat.kalimat)
        return redirect("dtks:surat_daftar")


@verb(
    SuratRekomendasi,
    permission="dtks.serahkan_suratrekomendasi",
    form=SerahkanForm,
    judul="Serahkan surat",
    tombol="Serahkan",
    hubungan=("permohonan",),
)
def surat_serahkan(request: Permintaan, surat: SuratRekomendasi, form: SerahkanForm) -> HttpResponse:
    return selesai(
        request,
        services.surat_serahkan(surat=surat, oleh=request.user, kepada=form.cleaned_data["kepada"]),
        "Surat diserahkan.",
    )


@verb(
    SuratRekomendasi,
    permission="dtks.batalkan_suratrekomendasi",
    form=AlasanForm,
    judul="Batalkan surat",
    tombol="Batalkan surat",
    bahaya=True,
    hubungan=("permohonan", "surat_keluar__nomor", "surat_keluar__dokumen"),
)
def surat_batalkan(request: Permintaan, surat: SuratRekomendasi, form: AlasanForm) -> HttpResponse:
    """Cancel with a reason."""
    hasil = services.surat_batalkan(surat=surat, oleh=request.user, alasan=form.cleaned_data["alasan"])
    return selesai(request, hasil.permohonan, "Surat dibatalkan; permohonan dibuka kembali untuk diputus.")


@verb(
    SuratRekomendasi,
    permission="dtks.batalkan_suratrekomendasi",
    form=AlasanForm,
    judul="Terbitkan ulang surat",
    tombol="Terbitkan ulang",
    bahaya=True,
    hubungan=("permohonan", "surat_keluar__nomor", "surat_keluar__dokumen"),
)
def surat_terbitkan_ulang(request: Permintaan, surat: SuratRekomendasi, form: AlasanForm) -> HttpResponse:
    """The old letter ends, and a new one follows under the same request."""
    hasil = terbit_ulang(
        surat=surat,
        oleh=request.user,
        alasan=form.cleaned_data["alasan"],
        boleh_putus=boleh(request.user, "dtks.putuskan_permohonan"),
    )
    lanjut = "putuskan lagi permohonannya" if hasil.terbuka else "penggantinya menunggu persetujuan"
    return selesai(request, hasil, f"Surat lama dibatalkan; {lanjut}.")


def _dipilih(request: Permintaan, hubungan: tuple[str, ...]) -> list[SuratRekomendasi]:
    """Ticked letters within the user's scope, in the order of their ids."""
    pilihan = kunci_dipilih(request, terbanyak=TERBANYAK)
    return list(
        SuratRekomendasi.objects.untuk(request.user).filter(pk__in=pilihan).select_related(*hubungan).order_by("id")
    )


def _pdf(isi: bytes, jumlah: int) -> HttpResponse:
    return balasan_berkas(isi, f"{jumlah} surat rekomendasi.pdf", "application/pdf", buatan_sendiri=True)

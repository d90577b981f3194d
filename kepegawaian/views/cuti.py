"""Leave: the list, a leave with its verbs, and the form on paper."""

from __future__ import annotations

from typing import Any, cast

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone

from inti.access import boleh, dengan_izin
from inti.formats import tanggal_pendek
from inti.formats.tanggal import hari_iso
from inti.forms.dasar import AlasanForm, CetakForm
from inti.models import Cetakan, JejakBaca
from inti.pages import Aksi, Bagian, Daftar, Rincian, objek_atau_404, selesai, verb
from inti.permintaan import Permintaan
from inti.queries.alur import jejak_alur, pegangan_saya
from inti.services.jejak import jejak_catat
from inti.views.berkas import balasan_berkas
from kepegawaian.columns.cuti import CutiColumns
from kepegawaian.documents.cuti import gambar, snapshot_cuti
from kepegawaian.filters.cuti import CutiFilter
from kepegawaian.forms.cuti import PutusForm, TarikForm, TimbangForm
from kepegawaian.models import PengajuanCuti
from kepegawaian.queries.cuti import bentrok, saldo_pegawai
from kepegawaian.queries.cuti_basi import basi_satu
from kepegawaian.services import cuti as services

LIHAT, AJUKAN, UNIT = "kepegawaian.view_pengajuancuti", "kepegawaian.ajukan_cuti", "kepegawaian.lihat_cuti_unit"
TIMBANG, PUTUS, TARIK = "kepegawaian.pertimbangkan_cuti", "kepegawaian.putuskan_cuti", "kepegawaian.tarik_cuti"
HITUNG = "kepegawaian.hitung_ulang_cuti"
S = PengajuanCuti.Status
ORANG = ("nomor", "pegawai__unit", "pegawai__pengguna", "atasan", "pejabat")


class CutiDaftar(Daftar):
    model, columns, filters, permission = PengajuanCuti, CutiColumns, CutiFilter, LIHAT
    judul, urut_awal, ekspor_izin = "Daftar cuti", "-mulai", UNIT
    cari_di, cari_petunjuk = ("pegawai__nama", "nomor__teks"), "Nama atau nomor"
    tampilan = (
        ("Menunggu atasan", "status=diajukan"),
        ("Menunggu keputusan", "status=dipertimbangkan"),
        ("Disetujui", "status=disetujui"),
    )
    tautan = (
        ("Cuti saya", "user", "kepegawaian:cuti_saya", AJUKAN),
        ("Saldo", "scale", "kepegawaian:cuti_saldo", UNIT),
        ("Kalender unit", "calendar-days", "kepegawaian:cuti_kalender", UNIT),
        ("Hitung ulang", "arrow-path", "kepegawaian:cuti_hitung_ulang_semua", HITUNG),
    )
    kosong = ("Belum ada cuti", "Pengajuan cuti tampil di sini.")


class CutiRincian(Rincian):
    model, permission, daftar = PengajuanCuti, LIHAT, ("Daftar cuti", "kepegawaian:cuti_daftar")
    hubungan = (*ORANG, "surat", "dokumen", "timbang_oleh", "putus_oleh", "tarik_oleh")
    bagian = (Bagian("ringkasan", "Ringkasan", "kepegawaian/cuti_ringkasan.html"),)

    def isi(self, request: Permintaan, objek: PengajuanCuti, bagian: str) -> dict[str, Any]:
        """Balance, colleagues away on the same days, prints."""
        tahun = objek.mulai.year
        return {
            "jejak": jejak_alur(objek),
            "basi": basi_satu(objek),
            "saldo": saldo_pegawai([objek.pegawai], tahun)[objek.pegawai_id][tahun],
            "tidak_dihitung": [
                (t["sebab"], ", ".join(tanggal_pendek(hari_iso(h)) for h in t["tanggal"]))
                for t in objek.rincian.get("tidak_dihitung", ())
            ],
            "bentrok": bentrok([objek])[objek.pk] if request.user.pk != objek.pegawai.pengguna_id else [],
            "cetakan": list(Cetakan.objects.filter(dokumen=objek.dokumen).select_related("oleh"))
            if objek.dokumen
            else [],
        }

    def aksi(self, request: Permintaan, objek: PengajuanCuti) -> list[Aksi]:
        """Verbs for the state and the user."""
        return aksi_cuti(request, objek)


def aksi_cuti(request: Permintaan, c: PengajuanCuti) -> list[Aksi]:
    """What this user may do with this leave now."""

    def ke(nama: str) -> str:
        return reverse(f"kepegawaian:cuti_{nama}", args=[c.pk])

    hasil, saya = [], request.user.pk
    pemilik = c.pegawai.pengguna_id == saya
    if pemilik and boleh(request.user, AJUKAN) and c.terbuka:
        hasil.append(Aksi("Batalkan", ke("batal"), "x-circle", bahaya=True, diri=True))
        if c.status == S.PERUBAHAN:
            hasil.append(Aksi("Ubah dan ajukan lagi", ke("ubah"), "pencil-square", utama=True, diri=True))
    if c.putus_pada is None and c.status != S.DIBATALKAN:
        hasil.append(Aksi("Pratinjau formulir", ke("formulir"), "document-text", diri=True))
    kini = None if pemilik else pegangan_saya(c, request.user)
    if kini is not None and kini.tahap == "pertimbangan" and not c.sekaligus:
        hasil.append(Aksi("Pertimbangkan", ke("pertimbangkan"), "check", utama=True))
    elif kini is not None:
        hasil.append(Aksi("Putuskan", ke("putuskan"), "check", utama=True))
    if not pemilik and c.status == S.DISETUJUI and boleh(request.user, TARIK) and c.berakhir >= timezone.localdate():
        hasil.append(Aksi("Panggil kembali", ke("tarik"), "arrow-uturn-left"))
    if not pemilik and boleh(request.user, HITUNG) and basi_satu(c) is not None:
        hasil.append(Aksi("Hitung ulang", ke("hitung_ulang"), "arrow-path"))
    if c.putus_pada is not None:
        hasil.append(Aksi("Cetak formulir", ke("cetak"), "printer", utama=True, diri=True))
    return hasil


def _milik(request: Permintaan, pk: int, syarat: dict[str, Any]) -> None:
    """404 unless the leave is in scope and this user is the one whom the verb belongs to."""
    if not PengajuanCuti.objects.all().untuk(request.user).filter(pk=pk, **syarat).exists():
        raise Http404


@verb(
    PengajuanCuti,
    permission=TIMBANG,
    form=TimbangForm,
    judul="Pertimbangkan cuti",
    tombol="Kirim pertimbangan",
    template="kepegawaian/cuti_putuskan.html",
    hubungan=ORANG,
)
def _pertimbangkan(request: Permintaan, cuti: PengajuanCuti, form: TimbangForm) -> HttpResponse:
    hasil = services.cuti_pertimbangkan(cuti=cuti, oleh=request.user, **form.cleaned_data)
    kata = "Dikembalikan kepada pengaju" if hasil.status == S.PERUBAHAN else f"Diteruskan kepada {hasil.pejabat}"
    return selesai(request, hasil, f"{kata}.")


@dengan_izin(TIMBANG, metode=("GET", "POST"))
def cuti_pertimbangkan(request: Permintaan, pk: int) -> HttpResponse:
    """The superior's word; for anybody else there is no such page."""
    _milik(request, pk, {"atasan__pengguna": request.user})
    return _pertimbangkan(request, pk=pk)


@verb(
    PengajuanCuti,
    permission=PUTUS,
    form=PutusForm,
    judul="Putuskan cuti",
    tombol="Simpan keputusan",
    template="kepegawaian/cuti_putuskan.html",
    hubungan=ORANG,
)
def _putuskan(request: Permintaan, cuti: PengajuanCuti, form: PutusForm) -> HttpResponse:
    hasil = services.cuti_putuskan(cuti=cuti, oleh=request.user, **form.cleaned_data)
    if hasil.status == S.PERUBAHAN:
        return selesai(request, hasil, "Dikembalikan kepada pengaju.")
    return selesai(request, hasil, f"Cuti {hasil.get_status_display().lower()}. Formulirnya dapat dicetak.")


@dengan_izin(PUTUS, metode=("GET", "POST"))
def cuti_putuskan(request: Permintaan, pk: int) -> HttpResponse:
    """The derived officer's decision; for anybody else there is no such page."""
    _milik(request, pk, {"pejabat__pengguna": request.user})
    return _putuskan(request, pk=pk)


@verb(
    PengajuanCuti,
    permission=TARIK,
    form=TarikForm,
    judul="Panggil kembali dari cuti",
    tombol="Panggil kembali",
    bahaya=True,
    hubungan=ORANG,
)
def cuti_tarik(request: Permintaan, cuti: PengajuanCuti, form: TarikForm) -> HttpResponse:
    """Call back; the days not taken are given back."""
    semula = cuti.hari
    hasil = services.cuti_tarik(cuti=cuti, oleh=request.user, **form.cleaned_data)
    return selesai(request, hasil, f"Dipanggil kembali; {semula - hasil.hari} hari kembali menjadi haknya.")


@verb(
    PengajuanCuti,
    permission=AJUKAN,
    form=AlasanForm,
    judul="Batalkan pengajuan cuti",
    tombol="Batalkan pengajuan",
    bahaya=True,
    hubungan=("nomor", "pegawai", "dokumen"),
)
def _batal(request: Permintaan, cuti: PengajuanCuti, form: AlasanForm) -> HttpResponse:
    hasil = services.cuti_batal(cuti=cuti, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, hasil, "Pengajuan dibatalkan; harinya kembali ke saldo Anda.")


@dengan_izin(AJUKAN, metode=("GET", "POST"))
def cuti_batal(request: Permintaan, pk: int) -> HttpResponse:
    """Give up one's own application."""
    _milik(request, pk, {"pegawai__pengguna": request.user})
    return _batal(request, pk=pk)


@verb(
    PengajuanCuti,
    permission=LIHAT,
    form=CetakForm,
    judul="Cetak formulir cuti",
    tombol="Cetak",
    hubungan=(*ORANG, "dokumen"),
)
def cuti_cetak(request: Permintaan, cuti: PengajuanCuti, form: CetakForm) -> HttpResponse:
    """Print; the reason counts from the second copy on."""
    isi = services.cuti_cetak(cuti=cuti, oleh=request.user, alasan=form.cleaned_data["alasan"])
    jejak_catat(request, JejakBaca.Jenis.UNDUH, cuti, "formulir")
    return balasan_berkas(isi, "formulir cuti.pdf", "application/pdf", buatan_sendiri=True)


@dengan_izin(LIHAT)
def cuti_formulir(request: Permintaan, pk: int) -> HttpResponse:
    """The form as it stands before a decision, marked as a draft."""
    cuti = cast(PengajuanCuti, objek_atau_404(request, PengajuanCuti, pk, hubungan=ORANG))
    tahun = cuti.mulai.year
    saldo = saldo_pegawai([cuti.pegawai], tahun)[cuti.pegawai_id][tahun]
    jejak_catat(request, JejakBaca.Jenis.UNDUH, cuti, "pratinjau formulir")
    isi = gambar([snapshot_cuti(cuti=cuti, saldo=saldo)], kaki=["Pratinjau; belum diputus."])
    return balasan_berkas(isi, "pratinjau formulir cuti.pdf", "application/pdf", buatan_sendiri=True)

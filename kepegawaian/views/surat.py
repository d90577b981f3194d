"""Letters of the personnel desk: issued from a list, listed, printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from inti.access import dengan_izin
from inti.forms.dasar import CetakForm
from inti.galat import AturanDilanggar, SudahDikirim
from inti.models import JejakBaca
from inti.pages import Aksi, Bagian, Daftar, Rincian, verb
from inti.pages.dasar import kunci_dipilih, selesai, sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.jejak import jejak_catat
from inti.views.berkas import balasan_berkas
from kepegawaian.columns.surat import SuratPegawaiColumns
from kepegawaian.filters.pegawai import SuratFilter
from kepegawaian.models import Pegawai, SuratPegawai
from kepegawaian.services import surat as services

TERBITKAN = "kepegawaian.terbitkan_surat_pegawai"
LIHAT = "kepegawaian.view_suratpegawai"
TERBANYAK = 100


class SuratDaftar(Daftar):
    model, columns, filters, permission = SuratPegawai, SuratPegawaiColumns, SuratFilter, LIHAT
    judul, urut_awal, cari_di, cari_petunjuk = (
        "Surat kepegawaian",
        "-tanggal",
        ("nomor", "pegawai__nama"),
        "Nomor atau nama",
    )
    ekspor_izin = LIHAT
    kosong = ("Belum ada surat", "Surat KGB dan permintaan berkas yang diterbitkan tampil di sini.")


class SuratRincian(Rincian):
    model, permission, daftar = SuratPegawai, LIHAT, ("Surat kepegawaian", "kepegawaian:surat_daftar")
    hubungan = ("pegawai", "dokumen", "dibuat_oleh")
    bagian = (Bagian("ringkasan", "Ringkasan", "kepegawaian/surat_ringkasan.html"),)

    def aksi(self, request: Permintaan, objek: SuratPegawai) -> list[Any]:
        alamat = reverse("kepegawaian:surat_cetak", args=[objek.pk])
        return [Aksi("Cetak", alamat, "printer", utama=True, diri=True)]

    def isi(self, request: Permintaan, objek: SuratPegawai, bagian: str) -> dict[str, Any]:
        return {"cetakan": objek.dokumen.cetakan.select_related("oleh").order_by("ke")}


def _terbitkan(request: Permintaan, fungsi: Callable[..., Any], kembali: str) -> HttpResponse:
    """Issue a letter to each ticked person, in one act."""
    orang = list(
        Pegawai.objects.untuk(request.user)
        .filter(pk__in=kunci_dipilih(request, terbanyak=TERBANYAK))
        .select_related("unit")
        .order_by("nama")
    )
    try:
        fungsi(pegawai=orang, oleh=request.user)
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    except AturanDilanggar as galat:
        messages.error(request, galat.kalimat)
        return redirect(kembali)
    return selesai(request, "kepegawaian:surat_daftar", "Surat diterbitkan. Buka untuk mencetak.")


@dengan_izin(TERBITKAN, metode=("POST",))
def kgb_surat(request: Permintaan) -> HttpResponse:
    """KGB notices for those ticked on the due list."""
    return _terbitkan(request, services.surat_kgb_terbitkan, "kepegawaian:kgb_tempo")


@dengan_izin(TERBITKAN, metode=("POST",))
def berkas_surat(request: Permintaan) -> HttpResponse:
    """Letters about papers that lack, for those ticked."""
    return _terbitkan(request, services.surat_berkas_terbitkan, "kepegawaian:kurang_daftar")


@verb(SuratPegawai, permission=LIHAT, form=CetakForm, judul="Cetak surat", tombol="Cetak", hubungan=("dokumen",))
def surat_cetak(request: Permintaan, surat: SuratPegawai, form: CetakForm) -> HttpResponse:
    """Print; the reason counts from the second copy on."""
    isi = services.surat_pegawai_cetak(surat=[surat], oleh=request.user, alasan=form.cleaned_data["alasan"])
    jejak_catat(request, JejakBaca.Jenis.UNDUH, surat, "cetak")
    return balasan_berkas(isi, "surat kepegawaian.pdf", "application/pdf", buatan_sendiri=True)

"""What is due on a day: to the inactive ones, and at the end of its whole time."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from arsip.columns.rekam import TempoColumns
from arsip.filters.rekam import JatuhFilter, TempoFilter
from arsip.models import BerkasArsip
from arsip.queries.retensi import jatuh_tempo, pindah_inaktif
from arsip.services import rekam as services
from arsip.views.bersama import berkas_dipilih, kerjakan
from inti.access import dengan_izin
from inti.formats import tanggal_panjang
from inti.formats.tanggal import hari_alamat
from inti.pages import Daftar, Massal
from inti.permintaan import Permintaan

LIHAT, UBAH = "arsip.view_berkasarsip", "arsip.change_berkasarsip"


def _hari(request: Permintaan) -> dt.date:
    """The day asked for, else today."""
    return hari_alamat(request.GET.get("hari", "")) or timezone.localdate()


class InaktifDaftar(Daftar):
    model, columns, filters, permission = BerkasArsip, TempoColumns, TempoFilter, LIHAT
    judul, urut_awal = "Pindah ke inaktif", "aktif_sampai"
    cari_di, cari_petunjuk = ("nomor", "uraian"), "Kode atau uraian"
    keterangan = "Arsip yang masa aktifnya sudah lewat pada tanggal yang dipilih, dan masih tercatat aktif."
    tautan = (("Jatuh tempo", "clock", "arsip:jatuh_tempo", LIHAT),)
    massal = (Massal("Pindahkan ke inaktif", "arsip:berkas_inaktifkan", UBAH, "archive-box-arrow-down", utama=True),)
    ekspor_izin = LIHAT
    kosong = ("Tidak ada yang perlu dipindahkan", "Arsip yang masa aktifnya lewat akan tampil di sini.")

    def kueri(self, request: Permintaan) -> Any:
        """Due on the day."""
        return pindah_inaktif(super().kueri(request), _hari(request))


class JatuhDaftar(Daftar):
    model, columns, filters, permission = BerkasArsip, TempoColumns, JatuhFilter, LIHAT
    judul, urut_awal = "Jatuh tempo retensi", "inaktif_sampai"
    cari_di, cari_petunjuk = ("nomor", "uraian"), "Kode atau uraian"
    keterangan = "Arsip yang masa aktif dan inaktifnya habis: dimusnahkan, disimpan permanen, atau dinilai kembali."
    tampilan = (("Musnah", "nasib=musnah"), ("Permanen", "nasib=permanen"), ("Dinilai kembali", "nasib=dinilai"))
    tautan = (("Pindah ke inaktif", "archive-box-arrow-down", "arsip:pindah_inaktif", LIHAT),)
    massal = (
        Massal("Usulkan musnah", "arsip:pemusnahan_baru", "arsip.usulkan_pemusnahan", "fire", utama=True),
        Massal("Tetapkan permanen", "arsip:berkas_permanenkan", UBAH, "building-library"),
    )
    ekspor_izin = LIHAT
    kosong = ("Tidak ada yang jatuh tempo", "Arsip yang masa simpannya habis akan tampil di sini.")

    def kueri(self, request: Permintaan) -> Any:
        """Due on the day."""
        return jatuh_tempo(super().kueri(request), _hari(request))


@dengan_izin(UBAH, metode=("POST",))
def berkas_inaktifkan(request: Permintaan) -> HttpResponse:
    """Ticked records to the inactive ones."""
    dipilih = berkas_dipilih(request)
    return kerjakan(
        request,
        lambda: services.arsip_inaktifkan(berkas=dipilih, oleh=request.user),
        pesan=f"{len(dipilih)} arsip menjadi inaktif per {tanggal_panjang(timezone.localdate())}.",
        kembali="arsip:pindah_inaktif",
        lanjut="arsip:pindah_inaktif",
    )


@dengan_izin(UBAH, metode=("POST",))
def berkas_permanenkan(request: Permintaan) -> HttpResponse:
    """Ticked records are kept for ever."""
    dipilih = berkas_dipilih(request)
    return kerjakan(
        request,
        lambda: services.arsip_permanenkan(
            berkas=dipilih, alasan="Masa simpan habis, disimpan permanen", oleh=request.user
        ),
        pesan=f"{len(dipilih)} arsip ditetapkan permanen.",
        kembali="arsip:jatuh_tempo",
        lanjut="arsip:jatuh_tempo",
    )

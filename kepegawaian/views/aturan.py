"""Rule values by date."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from inti.access import dengan_izin
from inti.galat import SudahDikirim
from inti.pages import Bagian, Buang, Daftar, Pulihkan, Rincian, Tambah, Ubah
from inti.pages.dasar import selesai, sudah_dikirim
from inti.permintaan import Permintaan
from kepegawaian import services
from kepegawaian.columns.pegawai import AturanColumns
from kepegawaian.filters.pegawai import AturanFilter
from kepegawaian.forms.aturan import AturanForm
from kepegawaian.models import AturanKepegawaian
from kepegawaian.services.aturan_awal import baris_awal

DAFTAR_ATURAN = ("Aturan kepegawaian", "kepegawaian:aturan_daftar")


class AturanDaftar(Daftar):
    model, columns, filters = AturanKepegawaian, AturanColumns, AturanFilter
    permission, judul = "kepegawaian.view_aturankepegawaian", "Aturan kepegawaian"
    urut_awal, cari_di, cari_petunjuk = "kode", ("kode", "keterangan", "dasar_hukum"), "Kode, keterangan, atau dasar"
    tampilan = (("Berlaku sekarang", "berlaku=kini"),)
    tambah = ("Aturan baru", "kepegawaian:aturan_tambah", "kepegawaian.add_aturankepegawaian")
    tautan = (
        ("Isi aturan yang berlaku", "sparkles", "kepegawaian:aturan_awal", "kepegawaian.add_aturankepegawaian"),
        ("Tempat sampah", "trash", "kepegawaian:aturan_sampah", "kepegawaian.delete_aturankepegawaian"),
    )
    ekspor_izin = "kepegawaian.view_aturankepegawaian"
    keterangan = "Perubahan aturan dicatat sebagai baris baru; yang lama tetap berlaku untuk tanggalnya."


@dengan_izin("kepegawaian.add_aturankepegawaian", metode=("GET", "POST"))
def aturan_awal(request: Permintaan) -> HttpResponse:
    """Fill the rules in force and the usual categories of papers: for an office that begins."""
    if request.method == "POST":
        try:
            services.aturan_awal_isi(oleh=request.user)
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        return selesai(
            request, "kepegawaian:aturan_daftar", "Aturan dan kategori berkas terisi. Yang sudah ada tidak diubah."
        )
    return render(request, "kepegawaian/aturan_awal.html", {"judul": "Isi aturan yang berlaku", "baris": baris_awal()})


class AturanRincian(Rincian):
    model, permission, daftar = AturanKepegawaian, "kepegawaian.view_aturankepegawaian", DAFTAR_ATURAN
    ubah_rute, buang_rute = "kepegawaian:aturan_ubah", "kepegawaian:aturan_buang"
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/bagian_fakta.html"),)

    def isi(self, request: Permintaan, objek: AturanKepegawaian, bagian: str) -> dict[str, Any]:
        """Facts of the rule."""
        return {
            "fakta": [
                ("Aturan", objek.keterangan),
                ("Kode", objek.kode),
                ("Nilai", objek.nilai),
                ("Berlaku", objek.masa),
                ("Dasar hukum", objek.dasar_hukum),
            ]
        }


class AturanTambah(Tambah):
    model, form, permission = AturanKepegawaian, AturanForm, "kepegawaian.add_aturankepegawaian"
    judul, daftar = "Aturan baru", DAFTAR_ATURAN


class AturanUbah(Ubah):
    model, form, permission = AturanKepegawaian, AturanForm, "kepegawaian.change_aturankepegawaian"
    judul, daftar = "Ubah aturan", DAFTAR_ATURAN


class AturanBuang(Buang):
    model, permission, daftar = AturanKepegawaian, "kepegawaian.delete_aturankepegawaian", DAFTAR_ATURAN


class AturanPulihkan(Pulihkan):
    model, permission, daftar = AturanKepegawaian, "kepegawaian.delete_aturankepegawaian", DAFTAR_ATURAN

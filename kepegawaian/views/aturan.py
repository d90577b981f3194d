"""Rule values by date, and the plan of posts."""

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
from kepegawaian.columns.pegawai import AturanColumns, FormasiColumns
from kepegawaian.filters.pegawai import AturanFilter, FormasiFilter
from kepegawaian.forms.aturan import AturanForm, FormasiForm
from kepegawaian.models import AturanKepegawaian, Formasi
from kepegawaian.services.aturan_awal import baris_awal

DAFTAR_ATURAN = ("Aturan kepegawaian", "kepegawaian:aturan_daftar")
DAFTAR_FORMASI = ("Formasi", "kepegawaian:formasi_daftar")


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


class FormasiDaftar(Daftar):
    model, columns, filters, permission = Formasi, FormasiColumns, FormasiFilter, "kepegawaian.view_formasi"
    judul, urut_awal, cari_di, cari_petunjuk = "Formasi", "nama", ("nama",), "Nama jabatan"
    tambah = ("Formasi baru", "kepegawaian:formasi_tambah", "kepegawaian.add_formasi")
    tautan = (("Tempat sampah", "trash", "kepegawaian:formasi_sampah", "kepegawaian.delete_formasi"),)
    ekspor_izin = "kepegawaian.view_formasi"
    kosong = ("Belum ada formasi", "Catat jabatan yang dibutuhkan tiap unit menurut analisis beban kerja.")


class FormasiRincian(Rincian):
    model, permission, daftar = Formasi, "kepegawaian.view_formasi", DAFTAR_FORMASI
    hubungan = ("unit",)
    ubah_rute, buang_rute = "kepegawaian:formasi_ubah", "kepegawaian:formasi_buang"
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/bagian_fakta.html"),)

    def isi(self, request: Permintaan, objek: Formasi, bagian: str) -> dict[str, Any]:
        """Facts of the post."""
        return {
            "fakta": [
                ("Jabatan", objek.nama),
                ("Unit kerja", objek.unit),
                ("Jenis", objek.get_jenis_display()),
                ("Jenjang", objek.get_jenjang_display()),
                ("Eselon", objek.eselon),
                ("Kelas jabatan", objek.kelas),
                ("Kebutuhan", objek.kebutuhan),
                ("Memimpin unit", "Ya" if objek.memimpin else "Tidak"),
            ]
        }


class _Formasi:
    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> FormasiForm:
        """Units within the user's scope."""
        return FormasiForm(data, instance=objek, pengguna=request.user)


class FormasiTambah(_Formasi, Tambah):
    model, form, permission, judul = Formasi, FormasiForm, "kepegawaian.add_formasi", "Formasi baru"
    daftar = DAFTAR_FORMASI


class FormasiUbah(_Formasi, Ubah):
    model, form, permission, judul = Formasi, FormasiForm, "kepegawaian.change_formasi", "Ubah formasi"
    daftar = DAFTAR_FORMASI


class FormasiBuang(Buang):
    model, permission, daftar = Formasi, "kepegawaian.delete_formasi", DAFTAR_FORMASI


class FormasiPulihkan(Pulihkan):
    model, permission, daftar = Formasi, "kepegawaian.delete_formasi", DAFTAR_FORMASI

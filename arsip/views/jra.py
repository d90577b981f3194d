"""The kinds of records."""

from __future__ import annotations

from typing import Any

from arsip.columns.jra import JenisColumns
from arsip.forms.jra import JenisForm
from arsip.models import JenisArsip
from inti.pages import Bagian, Daftar, Rincian, Tambah, Ubah
from inti.permintaan import Permintaan

JENIS = ("Jenis arsip", "arsip:jenisarsip_daftar")
FAKTA = (Bagian("ringkasan", "Ringkasan", "inti/bagian_fakta.html"),)


class JenisDaftar(Daftar):
    model, columns, permission = JenisArsip, JenisColumns, "arsip.view_jenisarsip"
    judul, urut_awal, ekspor_izin = "Jenis arsip", "urutan", "arsip.view_jenisarsip"
    tambah = ("Jenis baru", "arsip:jenisarsip_tambah", "arsip.add_jenisarsip")
    kosong = ("Belum ada jenis arsip", "Misalnya surat masuk, surat keluar, berkas klaim, keuangan.")


class JenisRincian(Rincian):
    model, permission, daftar = JenisArsip, "arsip.view_jenisarsip", JENIS
    ubah_rute, bagian = "arsip:jenisarsip_ubah", FAKTA

    def isi(self, request: Permintaan, objek: JenisArsip, bagian: str) -> dict[str, Any]:
        """The kind, and how many records are of it."""
        return {
            "fakta": [
                ("Jenis arsip", objek.nama),
                ("Kode", objek.kode),
                ("Urutan dalam boks", objek.urutan),
                ("Banyaknya", f"{objek.berkas.ada().count()} berkas"),
            ]
        }


class JenisTambah(Tambah):
    model, form, permission = JenisArsip, JenisForm, "arsip.add_jenisarsip"
    judul, daftar = "Jenis arsip baru", JENIS


class JenisUbah(Ubah):
    model, form, permission = JenisArsip, JenisForm, "arsip.change_jenisarsip"
    judul, daftar = "Ubah jenis arsip", JENIS

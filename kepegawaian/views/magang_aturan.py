"""Data that the interns' pages go by: weights and scale, uniform and hours."""

from __future__ import annotations

from typing import Any

from inti.formats import jam, tanggal_panjang
from inti.pages import Bagian, Buang, Daftar, Pulihkan, Rincian, Tambah, Ubah
from inti.permintaan import Permintaan
from kepegawaian.columns.magang import AturanColumns, KetentuanColumns
from kepegawaian.forms.magang import AturanForm, KetentuanForm
from kepegawaian.models import AturanNilai, KetentuanHari
from kepegawaian.rules.magang import angka, rentang_skala
from kepegawaian.services.magang_nilai import aturan_nilai_simpan

ATURAN, KETENTUAN = (
    ("Aturan nilai magang", "kepegawaian:aturan_nilai_daftar"),
    ("Seragam dan jam magang", "kepegawaian:ketentuan_daftar"),
)


class AturanDaftar(Daftar):
    model, columns, permission, judul = AturanNilai, AturanColumns, "kepegawaian.view_aturannilai", ATURAN[0]
    urut_awal = "-berlaku_mulai"
    tambah = ("Aturan baru", "kepegawaian:aturan_nilai_tambah", "kepegawaian.add_aturannilai")
    keterangan = "Bobot dan skala yang berlaku pada hari terakhir magang menentukan nilainya."
    kosong = ("Belum ada aturan nilai", "Isi bobot dan skala sebelum peserta dinilai.")


class AturanRincian(Rincian):
    model, permission, daftar = AturanNilai, "kepegawaian.view_aturannilai", ATURAN
    ubah_rute = "kepegawaian:aturan_nilai_ubah"
    bagian = (Bagian("ringkasan", "Ringkasan", "kepegawaian/magang_aturan.html"),)

    def isi(self, request: Permintaan, objek: AturanNilai, bagian: str) -> dict[str, Any]:
        """Weights and bands."""
        skala = [(s.dari, s.predikat) for s in objek.skala.hidup()]
        return {
            "komponen": [(k.nama, angka(k.bobot)) for k in objek.komponen.hidup()],
            "skala": rentang_skala(skala),
            "dipakai": objek.penilaian.count(),
        }


class _AturanForm:
    template = "kepegawaian/magang_aturan_form.html"

    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> AturanForm:
        """Lines of components and bands."""
        return AturanForm(data, aturan=objek)

    def simpan(self, request: Permintaan, form: AturanForm, objek: AturanNilai | None) -> AturanNilai:
        """One act for the rule with its rows."""
        hasil: AturanNilai = aturan_nilai_simpan(aturan=objek, oleh=request.user, **form.isian())
        return hasil


class AturanTambah(_AturanForm, Tambah):
    model, permission, judul = AturanNilai, "kepegawaian.add_aturannilai", "Aturan nilai baru"
    daftar = ATURAN


class AturanUbah(_AturanForm, Ubah):
    model, permission, judul = AturanNilai, "kepegawaian.change_aturannilai", "Ubah aturan nilai"
    daftar = ATURAN


class KetentuanDaftar(Daftar):
    model, columns, permission = KetentuanHari, KetentuanColumns, "kepegawaian.view_ketentuanhari"
    judul, urut_awal = KETENTUAN[0], "hari"
    tambah = ("Ketentuan baru", "kepegawaian:ketentuan_tambah", "kepegawaian.add_ketentuanhari")
    tautan = (("Tempat sampah", "trash", "kepegawaian:ketentuan_sampah", "kepegawaian.delete_ketentuanhari"),)
    kosong = ("Belum ada ketentuan", "Seragam dan jam tiap hari mengisi buku harian peserta.")


class KetentuanRincian(Rincian):
    model, permission, daftar = KetentuanHari, "kepegawaian.view_ketentuanhari", KETENTUAN
    ubah_rute, buang_rute = "kepegawaian:ketentuan_ubah", "kepegawaian:ketentuan_buang"
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/bagian_fakta.html"),)

    def isi(self, request: Permintaan, objek: KetentuanHari, bagian: str) -> dict[str, Any]:
        return {
            "fakta": [
                ("Hari", objek.get_hari_display()),
                ("Seragam", objek.seragam),
                ("Jam", f"{jam(objek.jam_mulai)}–{jam(objek.jam_selesai)}"),
                ("Berlaku mulai", tanggal_panjang(objek.berlaku_mulai)),
            ]
        }


class KetentuanTambah(Tambah):
    model, form, permission = KetentuanHari, KetentuanForm, "kepegawaian.add_ketentuanhari"
    judul, daftar = "Ketentuan baru", KETENTUAN


class KetentuanUbah(Ubah):
    model, form, permission = KetentuanHari, KetentuanForm, "kepegawaian.change_ketentuanhari"
    judul, daftar = "Ubah ketentuan", KETENTUAN


class KetentuanBuang(Buang):
    model, permission, daftar = KetentuanHari, "kepegawaian.delete_ketentuanhari", KETENTUAN


class KetentuanPulihkan(Pulihkan):
    model, permission, daftar = KetentuanHari, "kepegawaian.delete_ketentuanhari", KETENTUAN

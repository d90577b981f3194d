"""The plan of posts: how many of each a unit needs by its workload analysis."""

from __future__ import annotations

from typing import Any

from inti.pages.sumber import K, Sumber
from kepegawaian.filters.pegawai import FormasiFilter
from kepegawaian.models import Formasi
from kepegawaian.queries.unit import unit_kelolaan
from kepegawaian.sheets.formasi import ImporFormasi


class FormasiSumber(Sumber):
    model, jalur, judul = Formasi, "formasi/", "Formasi"
    ikon = "squares-plus"
    kolom = (
        K("nama", "Jabatan", utama=True, urut=True),
        K("unit.nama", "Unit", kelas="hp-penuh"),
        K("jenis", "Jenis", kelas="hp-tidak"),
        K("kelas", "Kelas", kelas="n hp-tidak"),
        K("kebutuhan", kelas="n hp-kanan"),
    )
    urut_awal, cari, cari_petunjuk, impor = "nama", ("nama",), "Nama jabatan", ImporFormasi
    isian = ("unit", "nama", "jenis", "jenjang", "eselon", "kelas", "kebutuhan", "memimpin")
    daftar = {
        "filters": FormasiFilter,
        "kosong": ("Belum ada formasi", "Catat jabatan yang dibutuhkan tiap unit menurut analisis beban kerja."),
    }

    @classmethod
    def pilihan(cls, form: Any, pengguna: Any) -> None:
        """Units whose staff the user looks after."""
        form.fields["unit"].queryset = unit_kelolaan(pengguna)

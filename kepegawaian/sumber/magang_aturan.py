"""Data that the interns' pages go by: weights and scale, uniform and hours."""

from __future__ import annotations

from typing import Any

from inti.pages import Bagian, Rincian, Tambah, Ubah
from inti.pages.sumber import K
from inti.pages.sumber_bertanggal import RincianBertanggal, SumberBertanggal, TambahBertanggal, UbahBertanggal
from inti.permintaan import Permintaan
from kepegawaian.forms.magang import AturanForm, KetentuanForm
from kepegawaian.models import AturanNilai, KetentuanHari
from kepegawaian.rules.magang import angka, rentang_skala
from kepegawaian.services.magang_nilai import aturan_nilai_simpan


class _Bobot(RincianBertanggal):
    def isi(self, request: Permintaan, objek: AturanNilai, bagian: str) -> dict[str, Any]:
        """Weights and bands."""
        return {
            "komponen": [(k.nama, angka(k.bobot)) for k in objek.komponen.hidup()],
            "skala": rentang_skala([(s.dari, s.predikat) for s in objek.skala.hidup()]),
            "dipakai": objek.penilaian.count(),
        }


class _Simpan:
    template = "kepegawaian/magang_aturan_form.html"

    def simpan(self, request: Permintaan, form: AturanForm, objek: AturanNilai | None) -> AturanNilai:
        """One act for the rule with its rows."""
        hasil: AturanNilai = aturan_nilai_simpan(aturan=objek, oleh=request.user, **form.isian())
        return hasil


class _Tambah(_Simpan, TambahBertanggal):
    pass


class _Ubah(_Simpan, UbahBertanggal):
    pass


class AturanNilaiSumber(SumberBertanggal):
    model, jalur, form, judul = AturanNilai, "magang/aturan/", AturanForm, "Aturan nilai magang"
    kolom = (K("berlaku_mulai", "Berlaku mulai", utama=True, urut=True),)
    urut_awal, sampah, ada_ganti = "-berlaku_mulai", False, False
    daftar = {
        "keterangan": "Bobot dan skala yang berlaku pada hari terakhir magang menentukan nilainya.",
        "kosong": ("Belum ada aturan nilai", "Isi bobot dan skala sebelum peserta dinilai."),
    }
    rincian = {"bagian": (Bagian("ringkasan", "Ringkasan", "kepegawaian/magang_aturan.html"),)}
    halaman = {Rincian: _Bobot, Tambah: _Tambah, Ubah: _Ubah}


class KetentuanSumber(SumberBertanggal):
    model, jalur, form, judul = KetentuanHari, "magang/ketentuan/", KetentuanForm, "Seragam dan jam magang"
    kolom = (K("hari", utama=True, urut=True), K("seragam", kelas="hp-penuh"), K("jam", "Jam", kelas="t hp-kanan"))
    urut_awal, isian, fakta = (
        "hari",
        ("hari", "seragam", "jam_mulai", "jam_selesai"),
        ("hari", "seragam", "jam", "masa", "dasar_hukum"),
    )
    daftar = {"kosong": ("Belum ada ketentuan", "Seragam dan jam tiap hari mengisi buku harian peserta.")}

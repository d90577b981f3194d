"""Patterns of numbers by book, unit and day. A series that has begun keeps its own until the year ends."""

from __future__ import annotations

from typing import Any

from arsip.models import PolaNomor
from inti.forms.dasar import pilihan
from inti.models import UnitKerja
from inti.pages.sumber import K
from inti.pages.sumber_bertanggal import SumberBertanggal

UNIT = K("unit", "Unit", isi=lambda o: o.unit.nama if o.unit else "Semua unit")


class PolaSumber(SumberBertanggal):
    model, jalur, sampah = PolaNomor, "pola-nomor/", False
    kolom = (
        K("seri", "Buku nomor", utama=True),
        K("pola", kelas="t hp-penuh"),
        UNIT,
        K("urutan", "Nomor urut", kelas="hp-tidak"),
    )
    urut_awal, cari, saring, isian = "-berlaku_mulai", ("pola",), ("seri",), ("seri", "unit", "urutan", "pola")
    fakta = ("seri", "pola", UNIT, K("urutan", "Nomor urut"), K("masa", "Berlaku"), "dasar_hukum", "tanda")
    daftar = {
        "tambah": ("Pola baru", "arsip:polanomor_tambah", "arsip.add_polanomor"),
        "keterangan": "Tanpa pola, setiap kode klasifikasi bernomor sendiri: 400.9/0001/2026.",
        "kosong": ("Belum ada pola", "Kantor memakai pola bawaan sampai pola pertama dibuat."),
    }

    @classmethod
    def pilihan(cls, form: Any, pengguna: Any) -> None:
        """Any unit of the office."""
        pilihan(form, "unit", UnitKerja.objects.hidup())

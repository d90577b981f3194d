"""The archive's own numbers by date: edited here, without a programmer."""

from __future__ import annotations

from arsip.models import ParameterArsip
from inti.pages.sumber import K
from inti.pages.sumber_bertanggal import SumberBertanggal


class ParameterSumber(SumberBertanggal):
    model, jalur, sampah = ParameterArsip, "jra/parameter/", False
    kolom = (K("kode", "Parameter", utama=True), K("nilai", kelas="n hp-kanan"))
    urut_awal, saring, isian = "-berlaku_mulai", ("kode",), ("kode", "nilai")
    daftar = {
        "tambah": ("Parameter baru", "arsip:parameterarsip_tambah", "arsip.add_parameterarsip"),
        "kosong": ("Belum ada parameter", "Tanpa baris di sini berlaku nilai bawaan: 10 tahun, 7 hari, 7 hari."),
    }

"""Editions of the classification: the one in force on a day names the codes that may be chosen."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from arsip.models import VersiKlasifikasi
from inti.pages import Aksi, Rincian
from inti.pages.sumber import K
from inti.pages.sumber_bertanggal import RincianBertanggal, SumberBertanggal
from inti.permintaan import Permintaan


class _RincianVersi(RincianBertanggal):
    def aksi(self, request: Permintaan, objek: VersiKlasifikasi) -> list[Any]:
        """To its codes."""
        alamat = f"{reverse('arsip:klasifikasi_daftar')}?versi_klasifikasi={objek.pk}"
        return [Aksi("Lihat kodenya", alamat, "list-bullet"), *super().aksi(request, objek)]


class VersiSumber(SumberBertanggal):
    model, jalur, sampah = VersiKlasifikasi, "klasifikasi/versi/", False
    hak = {"view": "arsip.view_klasifikasi"}
    kolom, isian, urut_awal = (K("nama", "Versi", utama=True),), ("nama",), "-berlaku_mulai"
    fakta = (
        K("nama", "Nama"), K("masa", "Berlaku"), "dasar_hukum", "tanda",
        K("banyak_kode", "Banyak kode", isi=lambda v: v.kode_set.hidup().count()),
    )  # fmt: skip
    halaman = {Rincian: _RincianVersi}
    daftar = {
        "tambah": ("Versi baru", "arsip:versiklasifikasi_tambah", "arsip.add_versiklasifikasi"),
        "kosong": ("Belum ada versi", "Versi pertama dibuat di sini atau oleh impor klasifikasi."),
    }

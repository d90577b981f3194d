"""Columns of the classification."""

from __future__ import annotations

from inti.pages import Columns, Kolom


class KlasifikasiColumns(Columns):
    hubungan = ("versi_klasifikasi",)
    rute = "arsip:klasifikasi"
    kode = Kolom("Kode", "kode", urut="urut", kelas="t", utama=True)
    nama = Kolom("Masalah", "nama", kelas="hp-penuh")
    tingkat = Kolom("Tingkat", "tingkat", kelas="n hp-tidak")
    versi_klasifikasi = Kolom("Versi", "versi_klasifikasi.nama", kelas="hp-tidak")

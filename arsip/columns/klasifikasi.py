"""Columns of the classification and its editions."""

from __future__ import annotations

from inti.pages import Columns, Kolom


class KlasifikasiColumns(Columns):
    hubungan = ("versi_klasifikasi",)
    rute = "arsip:klasifikasi"
    kode = Kolom("Kode", "kode", urut="urut", kelas="t", utama=True)
    nama = Kolom("Masalah", "nama", kelas="hp-penuh")
    tingkat = Kolom("Tingkat", "tingkat", kelas="n hp-tidak")
    versi_klasifikasi = Kolom("Versi", "versi_klasifikasi.nama", kelas="hp-tidak")


class VersiColumns(Columns):
    rute = "arsip:versiklasifikasi"
    nama = Kolom("Versi", "nama", utama=True)
    berlaku_mulai = Kolom("Berlaku mulai", "berlaku_mulai", urut="berlaku_mulai", kelas="t")
    dasar_hukum = Kolom("Dasar hukum", "dasar_hukum", kelas="hp-penuh")

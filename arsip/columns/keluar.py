"""Columns of the letter book."""

from __future__ import annotations

from inti.pages import Columns, Kolom, Status


class SuratKeluarColumns(Columns):
    hubungan = ("nomor", "penandatangan", "unit")
    rute = "arsip:suratkeluar"
    nomor = Kolom("Nomor", "nomor.teks", kelas="t", utama=True)
    tanggal = Kolom("Tanggal", "tanggal", urut="tanggal", kelas="t hp-kanan")
    tujuan = Kolom("Tujuan", "tujuan", kelas="hp-penuh")
    hal = Kolom("Hal", "hal", kelas="hp-tidak")
    penandatangan = Kolom("Penanda tangan", "penandatangan.nama", kelas="hp-tidak")
    status = Status(kelas="")

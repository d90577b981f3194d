"""Columns of the letter book."""

from __future__ import annotations

from inti.pages import Columns, Kolom
from inti.templatetags.tu import status_html


class SuratKeluarColumns(Columns):
    hubungan = ("nomor", "penandatangan", "unit")
    rute = "arsip:suratkeluar"
    nomor = Kolom("Nomor", "nomor.teks", kelas="t", utama=True)
    tanggal = Kolom("Tanggal", "tanggal", urut="tanggal", kelas="t hp-kanan")
    tujuan = Kolom("Tujuan", "tujuan", kelas="hp-penuh")
    hal = Kolom("Hal", "hal", kelas="hp-tidak")
    penandatangan = Kolom("Penanda tangan", "penandatangan.nama", kelas="hp-tidak")
    status = Kolom("Status", lambda o: status_html(*o.status_tampil), ekspor=lambda o: o.get_keadaan_display())

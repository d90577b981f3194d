"""Columns of the letters of the personnel desk."""

from __future__ import annotations

from inti.pages import Columns, Kolom


class SuratPegawaiColumns(Columns):
    hubungan = ("pegawai", "dibuat_oleh")
    rute = "kepegawaian:surat"
    nomor = Kolom("Nomor", "nomor", kelas="t", utama=True)
    jenis = Kolom("Jenis", lambda o: o.get_jenis_display(), kelas="hp-penuh")
    pegawai = Kolom("Pegawai", "pegawai.nama", kelas="hp-penuh")
    untuk = Kolom("Untuk", "untuk", kelas="t hp-tidak")
    tanggal = Kolom("Tanggal", "tanggal", urut="tanggal", kelas="t hp-kanan")
    oleh = Kolom("Dibuat oleh", "dibuat_oleh.nama", kelas="hp-tidak")

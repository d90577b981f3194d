"""Columns of the lists of leave."""

from __future__ import annotations

from inti.pages import Columns, Kolom, Status


class CutiColumns(Columns):
    hubungan = ("nomor", "pegawai__unit")
    rute = "kepegawaian:cuti"
    nomor = Kolom("Nomor", "nomor.teks", kelas="t hp-tidak")
    pegawai = Kolom("Pegawai", "pegawai.nama", utama=True)
    unit = Kolom("Unit", "pegawai.unit.nama", kelas="hp-tidak")
    jenis = Kolom("Jenis", lambda o: o.get_jenis_display(), kelas="hp-penuh")
    mulai = Kolom("Mulai", "mulai", urut="mulai", kelas="t")
    berakhir = Kolom("Sampai", "berakhir", kelas="t hp-tidak")
    hari = Kolom("Hari", "hari", kelas="n hp-tidak")
    status = Status(urut="status")

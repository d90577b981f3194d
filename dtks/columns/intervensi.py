"""Columns of plans and target families. Numbers of persons stay masked, on the page and in exports."""

from __future__ import annotations

from inti.formats import samar_nik
from inti.pages import Columns, Kolom, Status, Uang


class RencanaColumns(Columns):
    hubungan = ("unit",)
    rute = "dtks:rencana"
    nama = Kolom("Rencana", "nama", utama=True)
    tahun = Kolom("Tahun", "tahun", urut="tahun", kelas="t")
    program = Kolom("Program", lambda o: o.get_program_display(), kelas="hp-penuh")
    opd = Kolom("Pelaksana", "opd", kelas="hp-tidak")
    dana = Kolom("Sumber dana", lambda o: o.get_sumber_dana_display(), kelas="hp-tidak")
    desil = Kolom("Desil", "desil_tampil", kelas="t hp-tidak")
    anggaran = Uang("Anggaran (Rp)", "anggaran", kelas="hp-tidak", jumlahkan="anggaran")
    status = Status(urut="status")


class SasaranColumns(Columns):
    hubungan = ("rencana", "individu", "desa")
    rute = "dtks:sasaran"
    nama = Kolom("Keluarga", lambda o: o.individu.nama, utama=True)
    nik = Kolom("NIK", lambda o: samar_nik(o.individu.nik), kelas="tu-nik hp-tidak")
    desa = Kolom("Desa", lambda o: o.desa.nama.title().removeprefix("Desa "), kelas="hp-penuh")
    desil = Kolom("Desil", "desil", kelas="n hp-tidak")
    rencana = Kolom("Rencana", lambda o: str(o.rencana), kelas="hp-tidak")
    hasil = Status("Hasil")
    tanggal = Kolom("Tanggal", "tanggal", kelas="t hp-tidak")
    jumlah = Uang("Jumlah (Rp)", lambda o: o.jumlah or None, kelas="hp-tidak", ekspor="jumlah", jumlahkan="jumlah")


class SasaranEksporColumns(SasaranColumns):
    """The same with what a page has no room for."""

    kk = Kolom("Nomor KK", lambda o: samar_nik(o.individu.no_kk), kelas="tu-nik hp-tidak")
    catatan = Kolom("Catatan", "catatan", kelas="hp-tidak")

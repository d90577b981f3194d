"""Columns of activities and targets: the same on the page and in the workbook."""

from __future__ import annotations

from inti.pages import Columns, Kolom, Status


class KegiatanColumns(Columns):
    hubungan = ("pegawai__unit", "target", "atasan")
    rute = "kepegawaian:kegiatan"
    tanggal = Kolom("Tanggal", "tanggal", urut="tanggal", kelas="t")
    kegiatan = Kolom("Kegiatan", "kegiatan", kelas="hp-penuh", utama=True)
    pegawai = Kolom("Pegawai", "pegawai.nama", kelas="hp-penuh")
    unit = Kolom("Unit", "pegawai.unit.nama", kelas="hp-tidak")
    target = Kolom("Target", "target.uraian", kelas="hp-tidak")
    jumlah = Kolom("Jumlah", "jumlah", kelas="n hp-tidak")
    satuan = Kolom("Satuan", "satuan", kelas="hp-tidak")
    menit = Kolom("Menit", "menit", kelas="n hp-tidak")
    atasan = Kolom("Atasan", "atasan.nama", kelas="hp-tidak")
    status = Status()
    catatan = Kolom("Catatan", "catatan", kelas="hp-tidak")


class TargetColumns(Columns):
    hubungan = ("pegawai__unit",)
    tahun = Kolom("Tahun", "tahun")
    pegawai = Kolom("Pegawai", "pegawai.nama", utama=True)
    nip = Kolom("NIP", "pegawai.nip")
    unit = Kolom("Unit", "pegawai.unit.nama")
    uraian = Kolom("Rencana hasil kerja", "uraian")
    indikator = Kolom("Indikator", "indikator")
    target = Kolom("Target", "jumlah")
    tercapai = Kolom("Disetujui", "tercapai")
    satuan = Kolom("Satuan", "satuan")
    aktif = Kolom("Keadaan", lambda o: "Berjalan" if o.aktif else "Ditutup")

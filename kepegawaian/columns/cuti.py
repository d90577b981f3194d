"""Columns of the lists of leave."""

from __future__ import annotations

from inti.formats import tanggal_pendek
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


class AturanCutiColumns(Columns):
    rute = "kepegawaian:aturan_cuti"
    jenis = Kolom("Jenis", lambda o: o.get_jenis_display(), utama=True)
    kelompok = Kolom("Kelompok", "kelompok", kelas="t hp-kanan")
    hak = Kolom("Hak", "hak_tampil", kelas="t hp-penuh")
    masa_kerja = Kolom("Masa kerja (bulan)", "masa_kerja", kelas="n hp-tidak")
    simpan = Kolom("Dengan sisa", lambda o: f"{o.simpan}, {o.simpan_tertunda}" if o.simpan else "", kelas="n hp-tidak")
    berlaku = Kolom(
        "Berlaku",
        lambda o: (
            tanggal_pendek(o.berlaku_mulai)
            + (f" sampai {tanggal_pendek(o.berlaku_sampai)}" if o.berlaku_sampai else "")
        ),
        kelas="t hp-tidak",
    )
    dasar_hukum = Kolom("Dasar hukum", "dasar_hukum", kelas="hp-tidak")

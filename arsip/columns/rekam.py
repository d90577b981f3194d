"""Columns of the lists of records."""

from __future__ import annotations

from typing import Any

from arsip.rules.musnah import JAUH
from inti.formats import tanggal_pendek
from inti.pages import Columns, Kolom, Status


def _tempat(o: Any) -> str:
    return o.tempat.nama if o.tempat else "belum ditempatkan"


def _hari(nama: str) -> Any:
    return lambda o: "" if getattr(o, nama) == JAUH else tanggal_pendek(getattr(o, nama))


class BerkasColumns(Columns):
    hubungan = ("jenis", "tempat", "unit")
    rute = "arsip:berkas"
    nomor = Kolom("Kode berkas", "nomor", urut="urut_kode", utama=True)
    jenis = Kolom("Jenis", "jenis.nama", kelas="hp-tidak")
    uraian = Kolom("Uraian", "uraian", kelas="hp-penuh")
    klasifikasi = Kolom("Klasifikasi", "klasifikasi", urut="klasifikasi", kelas="t hp-tidak")
    tanggal = Kolom("Tanggal", "tanggal", urut="tanggal", kelas="t hp-tidak")
    tempat = Kolom("Tempat", _tempat, kelas="hp-penuh", ekspor=lambda o: str(o.tempat or ""))
    status = Status("Keadaan")


class TempoColumns(Columns):
    """What is due: until when it was to be kept, and what becomes of it."""

    hubungan = ("jenis", "tempat", "retensi")
    rute = "arsip:berkas"
    nomor = Kolom("Kode berkas", "nomor", urut="urut_kode", utama=True)
    uraian = Kolom("Uraian", "uraian", kelas="hp-penuh")
    jenis = Kolom("Jenis", "jenis.nama", kelas="hp-tidak")
    retensi = Kolom("Kode retensi", lambda o: o.retensi.kode if o.retensi else "", kelas="t hp-tidak")
    aktif = Kolom("Aktif sampai", _hari("aktif_sampai"), urut="aktif_sampai", kelas="t hp-tidak")
    inaktif = Kolom("Inaktif sampai", _hari("inaktif_sampai"), urut="inaktif_sampai", kelas="t hp-penuh")
    nasib = Kolom("Nasib akhir", "nasib_tampil", kelas="hp-kanan")
    tempat = Kolom("Tempat", _tempat, kelas="hp-tidak", ekspor=lambda o: str(o.tempat or ""))


class SuratBelumColumns(Columns):
    hubungan = ("nomor", "unit")
    rute = "arsip:suratkeluar"
    nomor = Kolom("Nomor surat", "nomor.teks", kelas="t", utama=True)
    tanggal = Kolom("Tanggal", "tanggal", urut="tanggal", kelas="t hp-kanan")
    hal = Kolom("Hal", "hal", kelas="hp-penuh")
    unit = Kolom("Unit", "unit.nama", kelas="hp-tidak")
    umur = Kolom("Lewat", lambda o: f"{o.umur_hari} hari", kelas="n hp-tidak")

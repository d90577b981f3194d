"""Columns of the schedule and the kinds of records."""

from __future__ import annotations

from typing import Any

from inti.formats import tanggal_pendek
from inti.pages import Columns, Kolom


def berlaku(o: Any) -> str:
    """From when and until when a row is in force."""
    akhir = f" sampai {tanggal_pendek(o.berlaku_sampai)}" if o.berlaku_sampai else ""
    return tanggal_pendek(o.berlaku_mulai) + akhir


class JadwalColumns(Columns):
    rute = "arsip:jadwalretensi"
    kode = Kolom("Kode", "kode", urut="urut", kelas="t", utama=True)
    uraian = Kolom("Uraian", "uraian", kelas="hp-penuh")
    aktif = Kolom("Aktif", "aktif_tahun", kelas="n hp-tidak")
    inaktif = Kolom("Inaktif", "inaktif_tahun", kelas="n hp-tidak")
    nasib = Kolom("Keterangan akhir", lambda o: o.get_nasib_display(), kelas="hp-kanan")
    peristiwa = Kolom("Peristiwa", lambda o: o.get_peristiwa_display(), kelas="hp-tidak")
    dasar = Kolom("Dasar", "dasar_hukum", kelas="hp-tidak")
    berlaku = Kolom("Berlaku", berlaku, kelas="t hp-tidak")


class JenisColumns(Columns):
    rute = "arsip:jenisarsip"
    nama = Kolom("Jenis arsip", "nama", utama=True)
    kode = Kolom("Kode", "kode", kelas="tu-kode hp-kanan")
    urutan = Kolom("Urutan", "urutan", urut="urutan", kelas="n hp-tidak")

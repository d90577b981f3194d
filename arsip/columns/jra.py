"""Columns of the kinds of records."""

from __future__ import annotations

from inti.pages import Columns, Kolom


class JenisColumns(Columns):
    rute = "arsip:jenisarsip"
    nama = Kolom("Jenis arsip", "nama", utama=True)
    kode = Kolom("Kode", "kode", kelas="tu-kode hp-kanan")
    urutan = Kolom("Urutan", "urutan", urut="urutan", kelas="n hp-tidak")

"""Columns of the calendar of days off."""

from __future__ import annotations

from inti.formats import hari_tanggal
from inti.pages import Columns, Kolom
from inti.templatetags.tu import label_html

WARNA = {"nasional": "salah", "cuti_bersama": "awas", "daerah": ""}


class HariLiburColumns(Columns):
    rute = "libur"
    tanggal = Kolom("Tanggal", "tanggal", urut="tanggal", kelas="t")
    hari = Kolom("Hari", lambda o: hari_tanggal(o.tanggal).split(",")[0], kelas="hp-tidak")
    nama = Kolom("Nama", "nama", kelas="hp-penuh", utama=True)
    jenis = Kolom(
        "Jenis",
        lambda o: label_html(WARNA[o.jenis], o.get_jenis_display()),
        ekspor=lambda o: o.get_jenis_display(),
        kelas="hp-kanan",
    )
    dasar_hukum = Kolom("Dasar hukum", "dasar_hukum", kelas="hp-tidak")

"""Columns of the register of counselling. None of them is ever exported: children's data."""

from __future__ import annotations

from typing import Any

from inti.pages import Columns, Kolom, Status


def _umur(o: Any) -> str:
    pria, wanita = o.pihak
    return f"{pria['umur']} dan {wanita['umur']} tahun"


class KonselingColumns(Columns):
    hubungan = ("nomor",)
    rute = "dtks:konseling"
    nomor = Kolom("Nomor", "nomor.teks", kelas="t", utama=True, ekspor="")
    pasangan = Kolom("Pasangan", lambda o: f"{o.pria_nama} dan {o.wanita_nama}", kelas="hp-penuh", ekspor="")
    umur = Kolom("Umur", _umur, kelas="t hp-tidak", ekspor="")
    tanggal = Kolom("Daftar", "tanggal", urut="tanggal", kelas="t hp-tidak", ekspor="")
    hasil = Kolom("Hasil", lambda o: o.get_hasil_display(), kelas="hp-tidak", ekspor="")
    status = Status(urut="status", ekspor="")

"""The two published tables as exports, with exactly their columns, out of the single records of the whole database."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dtks.queries.bulanan import tabel_semua
from dtks.rules.bulanan import LAYANAN, PENOLAKAN_TERBIT

Isi = tuple[list[str], Iterable[list[Any]]]


def ekspor_layanan_bulanan(pengguna: Any) -> Isi:
    """People served by month and kind, months ascending; `pengguna` narrows to his scope, None (the command) gives all."""
    layanan, _ = tabel_semua(pengguna)
    judul = ["bulan", *LAYANAN, "total"]
    return judul, [[f"{b:%Y-%m}", *(layanan[b, k] for k in LAYANAN), layanan.jumlah_baris(b)] for b in layanan.baris]


def ekspor_penolakan_bulanan(pengguna: Any) -> Isi:
    """People turned away by month: all of them, then the three published reasons. Later reasons are in the total alone."""
    _, tolak = tabel_semua(pengguna)
    judul = ["bulan", "ditolak", "terdaftar_di_dtks", "id_dtks_tidak_dicantumkan", "periode_pengajuan_belum_dibuka"]
    return judul, [[f"{b:%Y-%m}", tolak.jumlah_baris(b), *(tolak[b, k] for k in PENOLAKAN_TERBIT)] for b in tolak.baris]

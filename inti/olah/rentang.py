"""Ranges of pages as people write them: "1-3, 5". Pure; used by the form and by the child that does the work."""

from __future__ import annotations

import re

_RENTANG = re.compile(r"(\d{1,5})(?:\s*(?:-|–|s\.?d\.?)\s*(\d{1,5}))?\Z", re.IGNORECASE)
TERBANYAK = 50  # ranges in one field
HALAMAN_TERBANYAK = 5_000  # pages that they may make together


class RentangSalah(ValueError):
    """What was typed is no list of pages. `pesan` is the sentence for the field."""

    def __init__(self, pesan: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan


def baca_rentang(teks: str) -> list[tuple[int, int]]:
    """Ranges in their order; (5, 3) counts down. Raises RentangSalah."""
    hasil = []
    for potong in re.split(r"[,;]", teks):
        potong = potong.strip()
        if not potong:
            continue
        cocok = _RENTANG.match(potong)
        if cocok is None:
            raise RentangSalah(f"“{potong[:20]}” bukan halaman. Tulis seperti 1-3, 5.")
        awal, akhir = int(cocok[1]), int(cocok[2] or cocok[1])
        if not awal or not akhir:
            raise RentangSalah("Halaman dihitung mulai dari 1.")
        hasil.append((awal, akhir))
    if len(hasil) > TERBANYAK:
        raise RentangSalah(f"Paling banyak {TERBANYAK} rentang sekali kerja.")
    if sum(abs(a - b) + 1 for a, b in hasil) > HALAMAN_TERBANYAK:
        raise RentangSalah(f"Bersama-sama lebih dari {HALAMAN_TERBANYAK} halaman.")
    return hasil


def letak(rentang: list[tuple[int, int]], jumlah: int) -> list[list[int]]:
    """Places (from 0) of each range's pages in a file of `jumlah` pages. Raises RentangSalah beyond its end."""
    for awal, akhir in rentang:
        if max(awal, akhir) > jumlah:
            raise RentangSalah(f"Halaman {max(awal, akhir)} tidak ada; berkas ini {jumlah} halaman.")
    return [[n - 1 for n in range(a, b + (1 if b >= a else -1), 1 if b >= a else -1)] for a, b in rentang]


def susunan(rentang: list[tuple[int, int]], jumlah: int) -> list[int]:
    """Places in a new order: those named, each once, then those that were not. Raises RentangSalah."""
    depan = list(dict.fromkeys(n for r in letak(rentang, jumlah) for n in r))
    sudah = set(depan)
    return [*depan, *(n for n in range(jumlah) if n not in sudah)]

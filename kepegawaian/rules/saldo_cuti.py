"""The balance of annual leave by year: the year's own right, what was kept from the two before, what is used.

Source: PP 11/2017 articles 312-314, PerBKN 24/2017 part III.A: unused days of last year up to 18 with the year's own
(so 6 are kept), up to 24 when two years passed unused or the officer put the leave off. Big leave ends the right to the
rest of that year's days.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class AturanTahunan:
    """Figures of one year: its own days, and the most that they may be with what was kept."""

    hak: int
    simpan: int = 0
    simpan_tertunda: int = 0


@dataclass(frozen=True)
class CatatanTahun:
    """What happened in a year, in working days; `awal` is what was kept (from last year, from the one before) on paper."""

    terpakai: int = 0
    menunggu: int = 0
    ditangguhkan: int = 0
    besar: bool = False
    awal: tuple[int, int] | None = None

    @property
    def dipakai(self) -> int:
        """Used or asked for."""
        return self.terpakai + self.menunggu


@dataclass(frozen=True)
class Saldo:
    """A year's balance in working days. `n1` was kept from last year, `n2` from the one before."""

    tahun: int
    hak: int
    n1: int = 0
    n2: int = 0
    terpakai: int = 0
    menunggu: int = 0

    @property
    def jumlah(self) -> int:
        """Right of the year with what was kept."""
        return self.hak + self.n1 + self.n2

    @property
    def sisa(self) -> int:
        """Days that may still be asked for; never below 0."""
        return max(self.jumlah - self.terpakai - self.menunggu, 0)

    @property
    def lebih(self) -> int:
        """Days asked for beyond the right."""
        return max(self.terpakai + self.menunggu - self.jumlah, 0)


def hitung_saldo(
    awal: int, sampai: int, buku: Mapping[int, CatatanTahun], aturan: Callable[[int], AturanTahunan | None]
) -> dict[int, Saldo]:
    """Balances of the years `awal` to `sampai`. Nothing is kept from before `awal` but what its `awal` entry says.

    What waits for a decision counts as used when the next year's days are kept, so that no later decision can take a
    balance below nothing.
    """
    hasil = {}
    n1 = n2 = 0
    utuh = False  # last year passed unused
    for tahun in range(awal, sampai + 1):
        c = buku.get(tahun, CatatanTahun())
        if c.awal is not None:
            n1, n2 = c.awal
            utuh = n2 > 0
        a = aturan(tahun) or AturanTahunan(0)
        # Days kept are used up first; big leave takes what is left of the year's own.
        dari_hak = min(max(c.dipakai - n1 - n2, 0), a.hak)
        hak = dari_hak if c.besar else a.hak
        hasil[tahun] = Saldo(tahun, hak, n1, n2, c.terpakai, c.menunggu)
        sisa = hak - dari_hak
        tunda = min(c.ditangguhkan, sisa)
        ruang = max(max(a.simpan_tertunda, a.simpan) - a.hak, 0)
        baru = min(min(sisa - tunda, max(a.simpan - a.hak, 0)) + tunda, ruang)
        lama = min(n1, ruang - baru) if utuh and c.dipakai == 0 and not c.besar else 0
        utuh = c.dipakai == 0 and not c.besar and a.hak > 0
        n1, n2 = baru, lama
    return hasil

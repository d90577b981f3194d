"""Values of rules by date: which row is in force, and how its text reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BarisNilai:
    """One dated value of a rule. `sampai` None: still in force."""

    kode: str
    nilai: str
    mulai: dt.date
    sampai: dt.date | None = None
    dasar: str = ""


class Nilai:
    """All dated values; asks which one counts on a day. A rule without a row in force has no value: nothing is guessed."""

    def __init__(self, baris: Iterable[BarisNilai]) -> None:
        self._baris: dict[str, list[BarisNilai]] = {}
        for b in sorted(baris, key=lambda b: b.mulai):
            self._baris.setdefault(b.kode, []).append(b)

    def baris(self, kode: str, hari: dt.date) -> BarisNilai | None:
        """The row in force on `hari`, the latest begun if several overlap."""
        ada = [b for b in self._baris.get(kode, ()) if b.mulai <= hari and (b.sampai is None or hari <= b.sampai)]
        return ada[-1] if ada else None

    def angka(self, kode: str, hari: dt.date) -> int | None:
        """The value as a whole number, None when no row is in force."""
        b = self.baris(kode, hari)
        return int(b.nilai) if b else None

    def teks(self, kode: str, hari: dt.date) -> str:
        """The value as text, empty when no row is in force."""
        b = self.baris(kode, hari)
        return b.nilai if b else ""

    def dasar(self, kode: str, hari: dt.date) -> str:
        """Its legal basis, empty when no row is in force."""
        b = self.baris(kode, hari)
        return b.dasar if b else ""


def langkah(nilai: str) -> tuple[int, ...]:
    """Steps written as first:step:last with further ones after commas: "0,1:2:33" -> 0, 1, 3, 5 … 33."""
    hasil: list[int] = []
    for bagian in nilai.split(","):
        awal, _, sisa = bagian.strip().partition(":")
        if sisa:
            tiap, _, akhir = sisa.partition(":")
            hasil += range(int(awal), int(akhir) + 1, int(tiap))
        else:
            hasil.append(int(awal))
    return tuple(hasil)

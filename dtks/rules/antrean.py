"""Whom to call next: those who can't wait come first, but nobody waits for ever behind them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

BERUNTUN = 2  # so many priority tickets are called in a row; then one of the others


@dataclass(frozen=True)
class Menunggu:
    """A waiting ticket: its key, its place in the day's order, and whether it has priority."""

    kunci: int
    urut: int
    prioritas: bool


def pilih_berikut(menunggu: Sequence[Menunggu], panggilan_terakhir: Sequence[bool]) -> int | None:
    """Key of the ticket to call next; None when nobody waits.

    In: who waits, and whether each of the latest calls was a priority one (newest first). The elderly, the disabled
    and pregnant women are called first, yet after two of them in a row somebody else, so that the line moves for all.
    """
    urut = sorted(menunggu, key=lambda m: m.urut)
    dahulu = next((m for m in urut if m.prioritas), None)
    biasa = next((m for m in urut if not m.prioritas), None)
    jenuh = len(panggilan_terakhir) >= BERUNTUN and all(panggilan_terakhir[:BERUNTUN])
    terpilih = biasa if biasa is not None and (dahulu is None or jenuh) else dahulu
    return terpilih.kunci if terpilih is not None else None


def kode_tiket(prioritas: bool, urut: int) -> str:
    """A-001, or P-001 for one with priority."""
    return f"{'P' if prioritas else 'A'}-{urut:03d}"


def perkiraan(di_depan: int, loket_buka: int, lama: Sequence[dt.timedelta]) -> int | None:
    """About how many minutes until a ticket is called; None while nothing was measured today.

    In: tickets before it, counters that call, times of service so far today.
    """
    if not lama or loket_buka < 1:
        return None
    satu = median(d.total_seconds() for d in lama) / 60
    return max(1, round(di_depan * satu / loket_buka))

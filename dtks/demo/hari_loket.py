"""Days at an invented counter: working days, who comes when, who waits how long. Pure and the same each time."""

from __future__ import annotations

import calendar
import datetime as dt
import random
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T")
# National holidays and joint leave, February to June 2022 (joint decree of three ministers).
LIBUR = frozenset(
    dt.date(2022, b, h)
    for b, h in (
        (2, 1), (2, 28), (3, 3), (4, 15), (4, 29), (5, 2), (5, 3), (5, 4), (5, 5), (5, 6), (5, 16), (5, 26), (6, 1),
    )
)  # fmt: skip
JUMAT = 4
SESI = ((450, 720), (780, 960))  # minutes of the day: 07.30-12.00, 13.00-16.00
SESI_JUMAT = ((450, 660),)  # 07.30-11.00


@dataclass(frozen=True)
class Giliran:
    """A turn at the counter, in seconds since midnight: came, was called, was done; which clerk (from 0)."""

    datang: int
    dipanggil: int
    selesai: int
    petugas: int


def hari_kerja(tahun: int, bulan: int) -> list[dt.date]:
    """Working days of a month."""
    semua = (dt.date(tahun, bulan, h) for h in range(1, calendar.monthrange(tahun, bulan)[1] + 1))
    return [d for d in semua if d.weekday() <= JUMAT and d not in LIBUR]


def bagi(acak: random.Random, isi: list[T], hari: list[dt.date]) -> dict[dt.date, list[T]]:
    """Deal `isi` out over the days in chance order; a Friday, which is short, gets about half a day's share."""
    kocok = acak.sample(isi, len(isi))
    bobot = [(0.45 if d.weekday() == JUMAT else 1.0) * acak.uniform(0.8, 1.2) for d in hari]
    hasil, awal, terpakai = {}, 0, 0.0
    for d, b in zip(hari, bobot, strict=True):
        terpakai += b
        akhir = round(len(kocok) * terpakai / sum(bobot))
        hasil[d], awal = kocok[awal:akhir], akhir
    return hasil


def antre(acak: random.Random, hari: dt.date, banyak: int, petugas: int) -> list[Giliran]:
    """A day of `banyak` visitors served by `petugas` clerks in the order of their coming, within the opening hours."""
    sesi = SESI_JUMAT if hari.weekday() == JUMAT else SESI
    bebas, mulai, hasil = [0.0] * petugas, 0.0, []
    for datang in sorted(_datang(acak, sesi) for _ in range(banyak)):
        siapa = min(range(petugas), key=lambda i: (bebas[i], i))
        lama = acak.triangular(200, 1380, 420)
        # Who is called later than another is never served before him; nobody is called who would run into the break.
        mulai = max(mulai, datang + acak.uniform(20, 150), bebas[siapa] + 25)
        for (_, tutup), (buka, _) in pairwise(sesi):
            if mulai < buka * 60 and mulai + lama > tutup * 60:
                mulai = buka * 60 + acak.uniform(5, 60)
        bebas[siapa] = mulai + lama
        hasil.append(Giliran(int(datang), int(mulai), int(mulai + lama), siapa))
    return hasil


def _datang(acak: random.Random, sesi: tuple[tuple[int, int], ...]) -> float:
    """Most come early in the morning; nobody in the last quarter of an hour before the break or 40 minutes before the end."""
    pagi = len(sesi) == 1 or acak.random() < 0.72
    buka, tutup = sesi[0] if pagi else sesi[-1]
    akhir = tutup - (15 if pagi and len(sesi) > 1 else 40)
    return 60 * (buka + (akhir - buka) * acak.betavariate(1.3, 2.0))

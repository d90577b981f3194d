"""Service hours in words. Plain data in, words out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
TUTUP = ("tutup",)


@dataclass(frozen=True)
class Jam:
    """Opening hours on the days `awal` to `akhir` (1 is Monday), with a break or none."""

    awal: int
    akhir: int
    buka: dt.time
    tutup: dt.time
    istirahat: tuple[dt.time, dt.time] | None = None


def jam_hari(semua: list[Jam], hari: dt.date) -> Jam | None:
    """The hours of one day; None when the counter stays closed."""
    return next((j for j in semua if j.awal <= hari.isoweekday() <= j.akhir), None)


def rentang_hari(awal: int, akhir: int) -> str:
    """Days in words: "Senin–Kamis", or "Jumat" alone."""
    return HARI[awal - 1] if awal == akhir else f"{HARI[awal - 1]}–{HARI[akhir - 1]}"


def bagian_pukul(jam: Jam) -> tuple[str, ...]:
    """Hours in words, in parts that a line never breaks: 07.30–16.00 | istirahat 12.00–13.00."""
    buka = f"{jam.buka:%H.%M}–{jam.tutup:%H.%M}"
    if jam.istirahat is None:
        return (buka,)
    return buka, f"istirahat {jam.istirahat[0]:%H.%M}–{jam.istirahat[1]:%H.%M}"


def pukul(jam: Jam) -> str:
    """Hours in words: 07.30–16.00, istirahat 12.00–13.00."""
    return ", ".join(bagian_pukul(jam))


def jadwal(semua: list[Jam]) -> list[tuple[str, tuple[str, ...]]]:
    """The week as (days, parts of the hours), closed days at their place; empty when no hours are known."""
    if not semua:
        return []
    buka = {hari for j in semua for hari in range(j.awal, j.akhir + 1)}
    baris = [(j.awal, j.akhir, bagian_pukul(j)) for j in semua]
    for hari in sorted(set(range(1, 8)) - buka):
        if baris[-1][1:] == (hari - 1, TUTUP):
            baris[-1] = (baris[-1][0], hari, TUTUP)
        else:
            baris.append((hari, hari, TUTUP))
    return [(rentang_hari(awal, akhir), isi) for awal, akhir, isi in sorted(baris)]


def jadwal_sebaris(semua: list[Jam]) -> str:
    """The same without closed days, for a line of text: "Senin–Kamis 07.30–16.00 (istirahat 12.00–13.00), Jumat …"."""
    return ", ".join(
        f"{hari} {isi[0]}{f' ({isi[1]})' if len(isi) > 1 else ''}" for hari, isi in jadwal(semua) if isi != TUTUP
    )


def sedang_buka(semua: list[Jam], hari: int, pukul: dt.time) -> bool:
    """Whether the counter is open on a day (1 is Monday) at a time; the break counts as open, so that nobody loses his
    place. Where the office entered no hours nothing is known to be closed.
    """
    return not semua or any(j.awal <= hari <= j.akhir and j.buka <= pukul < j.tutup for j in semua)

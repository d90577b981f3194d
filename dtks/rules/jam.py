"""Service hours in words. Plain data in, words out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True)
class Jam:
    """Opening hours on the days `awal` to `akhir` (1 is Monday), with a break or none."""

    awal: int
    akhir: int
    buka: dt.time
    tutup: dt.time
    istirahat: tuple[dt.time, dt.time] | None = None


def rentang_hari(awal: int, akhir: int) -> str:
    """Days in words: "Senin–Kamis", or "Jumat" alone."""
    return HARI[awal - 1] if awal == akhir else f"{HARI[awal - 1]}–{HARI[akhir - 1]}"


def pukul(jam: Jam) -> str:
    """Hours in words: 07.30–16.00, istirahat 12.00–13.00."""
    teks = f"{jam.buka:%H.%M}–{jam.tutup:%H.%M}"
    if jam.istirahat is not None:
        teks += f", istirahat {jam.istirahat[0]:%H.%M}–{jam.istirahat[1]:%H.%M}"
    return teks


def jadwal(semua: list[Jam]) -> list[tuple[str, str]]:
    """The week as (days, hours), closed days at their place; empty when no hours are known."""
    if not semua:
        return []
    buka = {hari for j in semua for hari in range(j.awal, j.akhir + 1)}
    baris = [(j.awal, j.akhir, pukul(j)) for j in semua]
    for hari in range(1, 8):
        if hari in buka:
            continue
        if baris and baris[-1][2] == "tutup" and baris[-1][1] == hari - 1:
            baris[-1] = (baris[-1][0], hari, "tutup")
        else:
            baris.append((hari, hari, "tutup"))
    return [(rentang_hari(a, b), teks) for a, b, teks in sorted(baris)]


def jadwal_sebaris(semua: list[Jam]) -> str:
    """The same without closed days, for a line of text: "Senin–Kamis 07.30–16.00 (istirahat 12.00–13.00), Jumat …"."""
    return ", ".join(
        f"{hari} {teks.replace(', istirahat', ' (istirahat') + (')' if 'istirahat' in teks else '')}"
        for hari, teks in jadwal(semua)
        if teks != "tutup"
    )

"""Decisions on personal data: the clock of 3 x 24 hours and what counts as reading too much. Plain data in and out.

Source: UU 27/2022 on personal data, articles 32, 33 and 46: three times twenty-four hours, days off included.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

TENGGAT = dt.timedelta(hours=72)
MENDESAK = dt.timedelta(hours=24)
BUKA, TAMPIL, EKSPOR, LUAR_JAM = "buka", "tampil", "ekspor", "luar_jam"
AMBANG_BAWAAN: Mapping[str, int] = {BUKA: 120, TAMPIL: 30, EKSPOR: 3, LUAR_JAM: 10}
MALAM, PAGI = 20, 5  # hours of the office's clock: from 20.00 until 05.00 nobody is expected to read


@dataclass(frozen=True)
class SisaWaktu:
    """A deadline as the page shows it: kind of label (empty, baik, awas, salah) and words."""

    label: str
    teks: str

    @property
    def lewat(self) -> bool:
        """Whether the deadline was missed."""
        return self.label == "salah"


def batas_waktu(mulai: dt.datetime) -> dt.datetime:
    """The end of 3 x 24 hours from `mulai`: hours by the clock, whatever day of the week."""
    return mulai + TENGGAT


def sisa_waktu(batas: dt.datetime, kini: dt.datetime, *, selesai: bool = False) -> SisaWaktu:
    """The clock at `kini` (the moment of the answer, when it is `selesai`).

    Up to and including the deadline is in time. Under 24 hours left warns.
    """
    sisa = batas - kini
    if selesai:
        return (
            SisaWaktu("baik", "Tepat waktu") if sisa >= dt.timedelta() else SisaWaktu("salah", f"Lewat {lama(-sisa)}")
        )
    if sisa < dt.timedelta():
        return SisaWaktu("salah", f"Lewat {lama(-sisa)}")
    return SisaWaktu("awas" if sisa < MENDESAK else "", f"{lama(sisa)} lagi")


def lama(waktu: dt.timedelta) -> str:
    """A length of time in words: "2 hari 3 jam", "5 jam 10 menit", "10 menit". Whole minutes, rounded down."""
    menit = int(waktu.total_seconds()) // 60
    hari, jam, sisa = menit // 1440, menit % 1440 // 60, menit % 60
    if hari:
        return f"{hari} hari {jam} jam" if jam else f"{hari} hari"
    if jam:
        return f"{jam} jam {sisa} menit" if sisa else f"{jam} jam"
    return f"{sisa} menit"


@dataclass(frozen=True)
class Bacaan:
    """One line of the read log as the rule sees it: kind, what was read, and the hour of the office's clock."""

    jenis: str
    objek: str
    jam: int


def di_luar_jam(jam: int) -> bool:
    """Whether this hour (0 to 23) is outside office hours: 20.00 until 05.00."""
    return jam >= MALAM or jam < PAGI


def nilai_bacaan(bacaan: Iterable[Bacaan], ambang: Mapping[str, int]) -> dict[str, int]:
    """What one user's last hour exceeds: kind of alarm -> how many.

    Opening counts different persons, unmasking different numbers, exports each time. At night every one of these
    counts. Exactly the threshold is still allowed.
    """
    orang: set[str] = set()
    nomor: set[str] = set()
    ekspor = malam = 0
    for b in bacaan:
        if b.jenis == BUKA:
            orang.add(b.objek)
        elif b.jenis == TAMPIL:
            nomor.add(b.objek)
        elif b.jenis == EKSPOR:
            ekspor += 1
        else:
            continue
        malam += di_luar_jam(b.jam)
    banyak = {BUKA: len(orang), TAMPIL: len(nomor), EKSPOR: ekspor, LUAR_JAM: malam}
    return {jenis: n for jenis, n in banyak.items() if n > ambang[jenis]}

"""Retention: which row of the schedule rules a record, when its active and inactive times end, what is due.

Source: the domain notes on JRA (active and inactive years, final fate, an event that starts the clock).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from arsip.rules.kode import leluhur

MUSNAH, PERMANEN, DINILAI = "musnah", "permanen", "dinilai"
AKHIR_TAHUN = "akhir_tahun_anggaran"


@dataclass(frozen=True)
class Baris:
    """A row of the schedule as plain data. `sampai` None: still in force."""

    pk: int
    kode: str
    aktif: int
    inaktif: int
    nasib: str
    peristiwa: str
    mulai: dt.date
    sampai: dt.date | None = None

    def berlaku(self, hari: dt.date) -> bool:
        """Whether the row is in force on a day."""
        return self.mulai <= hari and (self.sampai is None or hari <= self.sampai)


@dataclass(frozen=True)
class Masa:
    """Last day of the active and of the inactive time; what is due afterwards begins on the next day."""

    aktif_sampai: dt.date
    inaktif_sampai: dt.date


def baris_untuk(kode: str, hari: dt.date, jadwal: dict[str, list[Baris]]) -> Baris | None:
    """The row that rules `kode` on the day: its own, else its nearest ancestor's in force; the latest to begin wins."""
    for satu in leluhur(kode):
        calon = [b for b in jadwal.get(satu, ()) if b.berlaku(hari)]
        if calon:
            return max(calon, key=lambda b: (b.mulai, b.pk))
    return None


def susun_jadwal(baris: Iterable[Baris]) -> dict[str, list[Baris]]:
    """Rows by code, for `baris_untuk`."""
    hasil: dict[str, list[Baris]] = {}
    for b in baris:
        hasil.setdefault(b.kode, []).append(b)
    return hasil


def tambah_tahun(hari: dt.date, tahun: int) -> dt.date:
    """The same day so many years on; 29 February becomes 28 February in a year without one."""
    try:
        return hari.replace(year=hari.year + tahun)
    except ValueError:
        return hari.replace(year=hari.year + tahun, day=28)


def masa(baris: Baris, peristiwa: dt.date) -> Masa:
    """When the times end that an event on the day `peristiwa` starts.

    "After the budget year ends" counts from 31 December of the event's year.
    """
    awal = dt.date(peristiwa.year, 12, 31) if baris.peristiwa == AKHIR_TAHUN else peristiwa
    return Masa(tambah_tahun(awal, baris.aktif), tambah_tahun(awal, baris.aktif + baris.inaktif))


def tahap(masa_berkas: Masa, hari: dt.date) -> str:
    """Where a record stands on a day: aktif, inaktif (its active time is over), or habis (both are over)."""
    if hari > masa_berkas.inaktif_sampai:
        return "habis"
    return "inaktif" if hari > masa_berkas.aktif_sampai else "aktif"

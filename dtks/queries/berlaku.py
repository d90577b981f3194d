"""The office and all dated rules of a day at once, kept in the process for as long as nobody changes a row.

The public page needs five tables for each answer. One cheap statement tells whether any of them changed since they were
read (newest change and number of rows of each); only then are they read again. So nothing shown is ever out of date.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import connection

from dtks.models import AturanLayanan, JamLayanan, JenisPermohonan, PeriodePengajuan, SyaratBerkas
from dtks.queries.aturan import aturan_pada, jam_pada, periode_pada, syarat_pada
from dtks.rules.jam import jadwal
from dtks.rules.putusan import Aturan, Periode
from inti.galat import AturanDilanggar
from inti.models import Instansi

_TABEL = tuple(m._meta.db_table for m in (Instansi, AturanLayanan, SyaratBerkas, PeriodePengajuan, JamLayanan))
_TANDA = "SELECT " + ", ".join(f"(SELECT max(diubah_pada) FROM {t}), (SELECT count(*) FROM {t})" for t in _TABEL)  # noqa: S608


@dataclass(frozen=True, eq=False)  # one object for one state of the tables: a key for what is drawn from it
class Berlaku:
    """The office, and what holds on a day: hours, the open period or the first day of the next, papers, the rule."""

    instansi: Instansi
    jadwal: list[tuple[str, tuple[str, ...]]]
    periode: Periode | None
    berikut: dt.date | None
    berkas_baru: list[SyaratBerkas]
    berkas_reaktivasi: list[SyaratBerkas]
    aturan: Aturan | None

    def berkas(self, jenis: str) -> list[SyaratBerkas]:
        """Papers asked for a kind of request."""
        return self.berkas_reaktivasi if jenis == JenisPermohonan.REAKTIVASI else self.berkas_baru


def berlaku_pada(hari: dt.date) -> Berlaku:
    """Everything in force on a day; two identical calls without a change between them read it once."""
    with connection.cursor() as kursor:
        kursor.execute(_TANDA)
        return _baca(hari, tuple(kursor.fetchone()))


@lru_cache(maxsize=4)
def _baca(hari: dt.date, tanda: tuple[Any, ...]) -> Berlaku:
    periode, berikut = periode_pada(hari)
    return Berlaku(
        instansi=Instansi.kini(),
        jadwal=jadwal(jam_pada(hari)),
        periode=periode,
        berikut=berikut,
        berkas_baru=syarat_pada(JenisPermohonan.PENGAJUAN_BARU, hari),
        berkas_reaktivasi=syarat_pada(JenisPermohonan.REAKTIVASI, hari),
        aturan=_aturan(hari),
    )


def _aturan(hari: dt.date) -> Aturan | None:
    try:
        baris = aturan_pada(JenisPermohonan.REAKTIVASI, hari)
    except AturanDilanggar:
        return None
    return Aturan(baris.desil_min, baris.desil_max, baris.dasar_hukum)

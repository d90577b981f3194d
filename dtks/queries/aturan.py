"""Which rules hold on a day."""

from __future__ import annotations

import datetime as dt

from dtks.models import AturanLayanan, JamLayanan, PeriodePengajuan, SyaratBerkas
from dtks.rules.jam import Jam
from dtks.rules.putusan import Periode
from inti.queries import aturan as inti_aturan


def aturan_pada(jenis: str, hari: dt.date) -> AturanLayanan:
    """The row of rules for a kind of request on a day. Raises AturanDilanggar(ATURAN_TIDAK_ADA) when nobody entered one."""
    return inti_aturan.aturan_pada(AturanLayanan, hari, jenis=jenis)


def syarat_pada(jenis: str, hari: dt.date) -> list[SyaratBerkas]:
    """Papers asked for on a day, in order."""
    return list(SyaratBerkas.objects.pada(hari).filter(jenis=jenis))


def periode_pada(hari: dt.date) -> tuple[Periode | None, dt.date | None]:
    """The period open on a day, or None with the day on which the next one opens (None when none is planned)."""
    kini = PeriodePengajuan.objects.pada(hari).first()
    if kini is not None and kini.berlaku_sampai is not None:
        return Periode(kini.berlaku_mulai, kini.berlaku_sampai), None
    berikut = PeriodePengajuan.objects.hidup().filter(berlaku_mulai__gt=hari).order_by("berlaku_mulai").first()
    return None, berikut.berlaku_mulai if berikut else None


def jam_pada(hari: dt.date) -> list[Jam]:
    """The counter's hours in force on a day, from Monday on."""
    return [j.jam for j in JamLayanan.objects.pada(hari).order_by("hari_awal")]

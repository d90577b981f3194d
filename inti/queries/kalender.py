"""Reads of the calendar of days off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone
from django.utils.module_loading import import_string

from inti import registry
from inti.models import HariLibur
from inti.queries.aplikasi import aplikasi_mati


def libur_antara(mulai: dt.date, sampai: dt.date) -> dict[dt.date, str]:
    """Days off from `mulai` to `sampai` with their names, in one query; joint leave is named as such."""
    baris = HariLibur.objects.hidup().filter(tanggal__gte=mulai, tanggal__lte=sampai)
    return {
        tanggal: f"Cuti bersama: {nama}"
        if jenis == HariLibur.Jenis.CUTI_BERSAMA and not nama.lower().startswith("cuti bersama")
        else nama
        for tanggal, nama, jenis in baris.order_by("tanggal").values_list("tanggal", "nama", "jenis")
    }


@dataclass(frozen=True)
class Tersentuh:
    """How many records of a kind keep figures of another calendar, and the page that shows and recomputes them."""

    sebutan: str
    banyak: int
    rute: str
    izin: str


def turunan_basi(
    mulai: dt.date | None = None, sampai: dt.date | None = None, andai: Mapping[dt.date, str | None] | None = None
) -> list[Tersentuh]:
    """What the calendar as it stands (or as it would stand with `andai`) makes stale; from last year on when no span is
    given. Kinds of which nothing is stale are left out."""
    tahun, mati = timezone.localdate().year, aplikasi_mati()
    dari, ke = mulai or dt.date(tahun - 1, 1, 1), sampai or dt.date(tahun + 2, 12, 31)
    semua = [
        Tersentuh(t.sebutan, len(import_string(t.basi)(dari, ke, andai or {})), t.rute, t.izin)
        for t in registry.semua_turunan()
        if t.app not in mati
    ]
    return [t for t in semua if t.banyak]

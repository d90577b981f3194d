"""The schedule as the rules want it, and what is due on a day."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet

from arsip.models import BerkasArsip, JadwalRetensi
from arsip.rules.retensi import Baris, susun_jadwal

S = BerkasArsip.Status


def jadwal_kini() -> dict[str, list[Baris]]:
    """All living rows of the schedule by code; one query."""
    return susun_jadwal(j.sebagai_baris() for j in JadwalRetensi.objects.hidup())


def pindah_inaktif(kueri: QuerySet, hari: dt.date) -> QuerySet:
    """Of these records those whose active time is over on the day and that are still kept as active."""
    return kueri.filter(status=S.AKTIF, aktif_sampai__lt=hari)


def jatuh_tempo(kueri: QuerySet, hari: dt.date) -> QuerySet:
    """Of these records those whose whole time is over on the day, whatever their fate is to be."""
    return kueri.filter(status__in=[S.AKTIF, S.INAKTIF], inaktif_sampai__lt=hari)

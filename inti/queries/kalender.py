"""Reads of the calendar of days off."""

from __future__ import annotations

import datetime as dt

from inti.models import HariLibur


def libur_antara(mulai: dt.date, sampai: dt.date) -> dict[dt.date, str]:
    """Days off from `mulai` to `sampai` with their names, in one query; joint leave is named as such."""
    baris = HariLibur.objects.hidup().filter(tanggal__gte=mulai, tanggal__lte=sampai)
    return {
        tanggal: f"Cuti bersama: {nama}"
        if jenis == HariLibur.Jenis.CUTI_BERSAMA and not nama.lower().startswith("cuti bersama")
        else nama
        for tanggal, nama, jenis in baris.order_by("tanggal").values_list("tanggal", "nama", "jenis")
    }

"""Numbers of the archive in force on a day."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from arsip.models import ParameterArsip


def parameter(kode: str, hari: dt.date | None = None) -> int:
    """Value of a parameter on the day (today); what the model names where no row is in force."""
    baris = ParameterArsip.objects.pada(hari or timezone.localdate()).filter(kode=kode)
    nilai = baris.values_list("nilai", flat=True).first()
    return ParameterArsip.BAWAAN[kode] if nilai is None else nilai

"""Times of the database as the office reads them: in its own zone (`settings.TIME_ZONE`), written its way."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from inti.formats import jam, tanggal_pendek


def saat(waktu: dt.datetime | None) -> str:
    """20-11-2026 09.12; empty when there is none."""
    if waktu is None:
        return ""
    setempat = timezone.localtime(waktu)
    return f"{tanggal_pendek(setempat)} {jam(setempat)}"


def hari(nilai: dt.date | dt.datetime | None) -> str:
    """20-11-2026 of a day, or of the local day of a time; empty when there is none."""
    return tanggal_pendek(timezone.localtime(nilai) if isinstance(nilai, dt.datetime) else nilai) if nilai else ""

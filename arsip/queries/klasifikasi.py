"""Codes in force: what may be chosen, what they are called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone

from arsip.models import Klasifikasi

TERBANYAK = 12


def kode_dikenal(kode: str, hari: dt.date | None = None) -> bool:
    """Whether the edition in force on the day (today) has this code."""
    return Klasifikasi.objects.pada(hari or timezone.localdate()).filter(kode=kode).exists()


def nama_kode(kode: Iterable[str], hari: dt.date | None = None) -> dict[str, str]:
    """Names of codes of the edition in force; a code that it lacks is missing from the answer."""
    kueri = Klasifikasi.objects.pada(hari or timezone.localdate()).filter(kode__in=set(kode))
    return dict(kueri.values_list("kode", "nama"))


def sarankan_kode(teks: str, hari: dt.date | None = None) -> list[Klasifikasi]:
    """Codes that begin with what was typed, or whose name holds every word of it; at most twelve, in order."""
    kueri = Klasifikasi.objects.pada(hari or timezone.localdate())
    syarat = Q(kode__startswith=teks.strip().upper())
    kata = Q()
    for k in teks.split()[:5]:
        kata &= Q(nama__icontains=k)
    return list(kueri.filter(syarat | kata).order_by("urut", "pk")[:TERBANYAK]) if teks.strip() else []

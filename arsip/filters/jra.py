"""Filters of the schedule."""

from __future__ import annotations

from typing import Any

import django_filters as saring
from django.db.models import QuerySet
from django.utils import timezone

from arsip.models import JadwalRetensi
from inti.pages.saring import pilihan


class JadwalFilter(saring.FilterSet):
    nasib = pilihan("Keterangan akhir", JadwalRetensi.Nasib.choices)
    peristiwa = pilihan("Peristiwa", JadwalRetensi.Peristiwa.choices)
    berlaku = pilihan(
        "Masa berlaku", [("kini", "Berlaku hari ini"), ("lalu", "Tidak berlaku lagi")], method="pada_kini"
    )

    class Meta:
        model = JadwalRetensi
        fields: list[str] = []

    def pada_kini(self, kueri: Any, nama: str, nilai: str) -> QuerySet:
        """In force today, or no longer."""
        hari = timezone.localdate()
        hasil: QuerySet = kueri.pada(hari) if nilai == "kini" else kueri.filter(berlaku_sampai__lt=hari)
        return hasil

"""Filters of the list of activities."""

from __future__ import annotations

import django_filters as saring

from kepegawaian.filters.pegawai import UnitFilter, pilihan
from kepegawaian.models import KegiatanHarian


class KegiatanFilter(saring.FilterSet):
    status = pilihan("Status", KegiatanHarian.Status.choices)
    unit = UnitFilter("pegawai__unit")

    class Meta:
        model = KegiatanHarian
        fields: list[str] = []

"""Filters of the list of activities."""

from __future__ import annotations

import django_filters as saring

from inti.pages.saring import pilihan_status
from kepegawaian.filters.pegawai import UnitFilter
from kepegawaian.models import KegiatanHarian


class KegiatanFilter(saring.FilterSet):
    status = pilihan_status(KegiatanHarian)
    unit = UnitFilter("pegawai__unit")

    class Meta:
        model = KegiatanHarian
        fields: list[str] = []

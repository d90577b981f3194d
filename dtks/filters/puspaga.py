"""Filters of the register of counselling."""

from __future__ import annotations

import django_filters as saring

from dtks.models import Konseling
from inti.pages.saring import pilihan as _pilihan
from inti.pages.saring import pilihan_status


class KonselingFilter(saring.FilterSet):
    status = pilihan_status(Konseling)
    hasil = _pilihan("Hasil", Konseling.Hasil.choices)
    alasan = _pilihan("Alasan", Konseling.Alasan.choices)

    class Meta:
        model = Konseling
        fields: list[str] = []

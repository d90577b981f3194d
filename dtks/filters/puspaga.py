"""Filters of the register of counselling."""

from __future__ import annotations

import django_filters as saring

from dtks.models import Konseling
from inti.pages.saring import pilihan as _pilihan


class KonselingFilter(saring.FilterSet):
    status = _pilihan("Status", Konseling.Status.choices)
    hasil = _pilihan("Hasil", Konseling.Hasil.choices)
    alasan = _pilihan("Alasan", Konseling.Alasan.choices)

    class Meta:
        model = Konseling
        fields: list[str] = []

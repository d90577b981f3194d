"""Filters of the register of counselling."""

from __future__ import annotations

import django_filters as saring

from dtks.filters import PILIH
from dtks.models import Konseling


def _pilihan(judul: str, pilihan: list[tuple[str, str]]) -> saring.ChoiceFilter:
    return saring.ChoiceFilter(label=judul, empty_label=judul, choices=pilihan, widget=PILIH)


class KonselingFilter(saring.FilterSet):
    status = _pilihan("Status", Konseling.Status.choices)
    hasil = _pilihan("Hasil", Konseling.Hasil.choices)
    alasan = _pilihan("Alasan", Konseling.Alasan.choices)

    class Meta:
        model = Konseling
        fields: list[str] = []

"""Filters of the classification."""

from __future__ import annotations

import django_filters as saring
from django.db.models import QuerySet

from arsip.models import Klasifikasi, VersiKlasifikasi
from inti.pages.saring import PILIH


def _versi(request: object) -> QuerySet:
    return VersiKlasifikasi.objects.hidup()


class KlasifikasiFilter(saring.FilterSet):
    versi_klasifikasi = saring.ModelChoiceFilter(label="Versi", empty_label="Versi", queryset=_versi, widget=PILIH)
    tingkat = saring.ChoiceFilter(
        label="Tingkat", empty_label="Tingkat", choices=[(n, f"Tingkat {n}") for n in range(1, 7)], widget=PILIH
    )

    class Meta:
        model = Klasifikasi
        fields: list[str] = []

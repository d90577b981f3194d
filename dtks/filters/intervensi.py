"""Filters of plans and target families."""

from __future__ import annotations

from typing import Any

import django_filters as saring
from django import forms

from dtks.models import RencanaIntervensi, SasaranIntervensi
from inti.pages.saring import PILIH, pilihan_status
from inti.pages.saring import pilihan as _pilihan


class RencanaFilter(saring.FilterSet):
    status = pilihan_status(RencanaIntervensi)
    program = _pilihan("Program", RencanaIntervensi.Program.choices)
    sumber_dana = _pilihan("Sumber dana", RencanaIntervensi.Dana.choices)
    tahun = saring.NumberFilter(
        label="Tahun", widget=forms.NumberInput(attrs={"class": "form-control", "placeholder": "Tahun", "size": 6})
    )

    class Meta:
        model = RencanaIntervensi
        fields: list[str] = []


def _rencana(request: Any) -> Any:
    return RencanaIntervensi.objects.untuk(request.user) if request else RencanaIntervensi.objects.none()


class SasaranFilter(saring.FilterSet):
    rencana = saring.ModelChoiceFilter(label="Rencana", empty_label="Rencana", queryset=_rencana, widget=PILIH)
    hasil = _pilihan("Hasil", SasaranIntervensi.Hasil.choices)
    desil = _pilihan("Desil", [(str(n), f"Desil {n}") for n in range(1, 11)])
    desa = saring.CharFilter(
        label="Desa",
        field_name="desa__nama",
        lookup_expr="icontains",
        widget=forms.TextInput(attrs={"class": "form-control", "placeholder": "Desa", "size": 12}),
    )

    class Meta:
        model = SasaranIntervensi
        fields: list[str] = []

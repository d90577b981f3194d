"""Shapes of input of the waiting room."""

from __future__ import annotations

from typing import Any

from django import forms

from dtks.models import Layar, Meja, Tiket
from inti.forms import FormRekam
from inti.models import UnitKerja


class TiketForm(forms.Form):
    """What the kiosk asks: why one comes, and whether one can't wait long."""

    keperluan = forms.ChoiceField(choices=Tiket.Keperluan.choices)
    prioritas = forms.ChoiceField(choices=Tiket.Prioritas.choices, required=False)


class _UnitForm(FormRekam):
    def __init__(self, *args: Any, pengguna: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        milik = UnitKerja.objects.hidup()
        jalur = pengguna.unit.jalur if pengguna.unit else "-"
        self.fields["unit"].queryset = milik.filter(jalur__startswith=jalur)  # type: ignore[attr-defined]
        self.fields["unit"].initial = pengguna.unit


class MejaForm(_UnitForm):
    """A counter."""

    class Meta:
        model = Meja
        fields = ["nama", "unit"]


class LayarForm(_UnitForm):
    """A device."""

    class Meta:
        model = Layar
        fields = ["nama", "jenis", "unit"]

"""Shapes of input of the waiting room."""

from __future__ import annotations

from django import forms

from dtks.models import Tiket


class TiketForm(forms.Form):
    """What the kiosk asks: why one comes, and whether one can't wait long."""

    keperluan = forms.ChoiceField(choices=Tiket.Keperluan.choices)
    prioritas = forms.ChoiceField(choices=Tiket.Prioritas.choices, required=False)

"""Shapes of stocktakes."""

from __future__ import annotations

from typing import Any

from django import forms

from arsip.models import Opname
from inti.forms.dasar import FormObjek, FormRekam, pilihan
from inti.models import Tempat


class OpnameForm(FormRekam):
    """Where it is done."""

    class Meta:
        model = Opname
        fields = ["tempat"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        T = Tempat.Jenis
        pilihan(
            self,
            "tempat",
            Tempat.objects.hidup().filter(jenis__in=[T.GEDUNG, T.RUANG, T.LEMARI, T.RAK]).order_by("jalur"),
        )


class TutupOpnameForm(FormObjek):
    """What came of it."""

    catatan = forms.CharField(
        label="Kesimpulan", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

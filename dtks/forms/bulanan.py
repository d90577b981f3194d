"""Which months the report shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from inti.formats.tanggal import BULAN

PILIH = forms.Select(attrs={"class": "form-select"})
PILIHAN_BULAN = [(str(n), nama) for n, nama in enumerate(BULAN, 1)]


class RentangForm(forms.Form):
    """A year that has records, from one month to another."""

    tahun = forms.ChoiceField(label="Tahun", widget=PILIH)
    dari = forms.ChoiceField(label="Dari bulan", choices=PILIHAN_BULAN, widget=PILIH)
    sampai = forms.ChoiceField(label="Sampai bulan", choices=PILIHAN_BULAN, widget=PILIH)

    def __init__(self, *args: Any, tahun: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tahun"].choices = [(str(t), str(t)) for t in sorted(tahun, reverse=True)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The months in their order."""
        data = super().clean() or {}
        if data.get("dari") and data.get("sampai") and int(data["dari"]) > int(data["sampai"]):
            raise ValidationError("Sampai bulan mendahului dari bulan. Pilih bulan yang sama atau sesudahnya.")
        return data

    def rentang(self) -> tuple[dt.date, dt.date]:
        """First and last month; call it when valid."""
        d = {k: int(v) for k, v in self.cleaned_data.items()}
        return dt.date(d["tahun"], d["dari"], 1), dt.date(d["tahun"], d["sampai"], 1)

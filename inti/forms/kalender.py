"""Shapes of input of the calendar of days off."""

from __future__ import annotations

from django import forms
from django.utils import timezone

from inti.forms.dasar import FormRekam
from inti.models import HariLibur
from inti.services.kalender import TAHUN_AKHIR, TAHUN_AWAL


class HariLiburForm(FormRekam):
    """A day off."""

    class Meta:
        model = HariLibur
        fields = ["tanggal", "nama", "jenis", "dasar_hukum"]
        help_texts = {"dasar_hukum": "Misalnya SKB tiga menteri atau keputusan bupati. Boleh kosong."}


class IsiKalenderForm(forms.Form):
    """For which year."""

    tahun = forms.IntegerField(
        label="Tahun", min_value=TAHUN_AWAL, max_value=TAHUN_AKHIR, initial=lambda: timezone.localdate().year
    )

    def __init__(self, data: object = None) -> None:
        super().__init__(data, label_suffix="")  # type: ignore[arg-type]
        self.fields["tahun"].widget.attrs.update({"inputmode": "numeric"})

"""Shapes of boxes and their labels."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from arsip.documents.boks import LEMBAR
from arsip.models import Boks, JenisArsip
from inti.forms.dasar import FormRekam, TanggalField, pilihan
from inti.models import Tempat


class BulanField(TanggalField):
    """A month, written as any of its days."""

    def clean(self, value: Any) -> Any:
        """Its first day."""
        hari = super().clean(value)
        return hari.replace(day=1) if hari else None


class BoksUbahForm(FormRekam):
    """What a box holds."""

    bulan = BulanField(
        label="Bulan", required=False, help_text="Tanggal mana pun pada bulan isinya, misalnya 01-11-2026."
    )

    class Meta:
        model = Boks
        fields = ["jenis", "bulan"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan(self, "jenis", JenisArsip.objects.hidup())


class BoksForm(BoksUbahForm):
    """A new box on a shelf."""

    kode = forms.SlugField(label="Kode", max_length=20, help_text="Singkat, misalnya BOKS-014.")
    nama = forms.CharField(label="Nama boks", max_length=80)
    induk = forms.ModelChoiceField(Tempat.objects.none(), label="Terletak di", empty_label="Pilih rak atau lemari")
    field_order = ("kode", "nama", "induk", "jenis", "bulan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        T = Tempat.Jenis
        cast(Any, self.fields["induk"]).queryset = (
            Tempat.objects.hidup().filter(jenis__in=[T.RUANG, T.LEMARI, T.RAK]).order_by("jalur")
        )


class LabelForm(forms.Form):
    """Which sheet of labels, and from which position on."""

    lembar = forms.ChoiceField(label="Ukuran label", choices=[(k, s.sebutan) for k, s in LEMBAR.items()])
    mulai = forms.IntegerField(
        label="Mulai dari label ke",
        min_value=1,
        max_value=24,
        initial=1,
        help_text="Lembar yang sudah terpakai sebagian.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

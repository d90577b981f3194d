"""Companies in forms: their numbers as people write them, and a company chosen by any of its numbers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from inti.forms.dasar import FormRekam
from inti.models import Perusahaan
from inti.models.perusahaan import NOMOR
from inti.queries.perusahaan import perusahaan_dengan_nomor


class NomorPerusahaanField(forms.CharField):
    """One of a company's numbers, kept bare; blanks, dots and dashes may be typed."""

    def __init__(self, bidang: str, **kwargs: Any) -> None:
        sebutan, self.periksa = NOMOR[bidang]
        super().__init__(label=sebutan, required=False, max_length=40, **kwargs)
        self.widget.attrs["autocomplete"] = "off"

    def clean(self, value: Any) -> str:
        """The number as it is kept. Raises ValidationError."""
        teks = super().clean(value)
        hasil = self.periksa(teks) if teks else None
        if hasil is not None and not hasil.sah:
            raise ValidationError(hasil.galat[0].pesan, code=hasil.galat[0].kode)
        return hasil.nilai if hasil is not None else ""


class PerusahaanForm(FormRekam):
    """A company's name and numbers; at least one of them."""

    npp = NomorPerusahaanField("npp", help_text="Nomor pendaftaran BPJS Ketenagakerjaan, misalnya 00030283.")
    nib = NomorPerusahaanField("nib", help_text="13 angka.")
    npwp = NomorPerusahaanField("npwp", help_text="15 atau 16 angka; yang 15 angka disimpan dengan 0 di depan.")

    class Meta:
        model = Perusahaan
        fields = ("nama", "npp", "nib", "npwp")


class PerusahaanPilihanField(forms.ModelChoiceField):
    """A company chosen by its NPP, NIB or NPWP, since the list would be too long to scroll."""

    widget = forms.TextInput

    def prepare_value(self, value: Any) -> Any:
        """Show a number of the company, not its key; a person's NIK last."""
        if isinstance(value, int) and not isinstance(value, bool):
            p = Perusahaan.objects.filter(pk=value).first()
            return (p.npp or p.nib or p.npwp) if p is not None else ""
        return value

    def to_python(self, value: Any) -> Perusahaan | None:
        """The company that bears the number. Raises ValidationError."""
        if value in self.empty_values:
            return None
        p = perusahaan_dengan_nomor(str(value).strip())
        if p is None:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return p

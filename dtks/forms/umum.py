"""Shapes of input on the public pages."""

from __future__ import annotations

from typing import Any

from django import forms

from inti.formats import rapikan_nomor
from inti.formats.nomor import angka_ascii
from inti.rules.ejaan import urai_nama

_ANGKA = {"inputmode": "numeric", "autocomplete": "off", "class": "form-control"}


class _FormUmum(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        for nama, isian in self.fields.items():
            isian.error_messages["required"] = f"Isi {isian.label or nama}."

    use_required_attribute = True


class CekForm(_FormUmum):
    """A NIK or No KK with the name as on the KTP."""

    nomor = forms.CharField(
        label="NIK atau nomor KK",
        max_length=40,
        help_text="16 angka pada KTP atau Kartu Keluarga.",
        widget=forms.TextInput(attrs=_ANGKA),
    )
    nama = forms.CharField(
        label="Nama sesuai KTP",
        max_length=120,
        help_text="Nama lengkap. Gelar boleh tidak ditulis.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "words", "class": "form-control"}),
    )

    def clean_nomor(self) -> str:
        """Sixteen digits, whatever stands between them."""
        nomor = rapikan_nomor(self.cleaned_data["nomor"])
        if not angka_ascii(nomor):
            raise forms.ValidationError("Tulis angka saja, tanpa huruf. Lihat pada KTP atau Kartu Keluarga.")
        if len(nomor) != 16:
            raise forms.ValidationError(
                f"Nomor harus 16 angka; yang diisi {len(nomor)}. Periksa pada KTP atau Kartu Keluarga."
            )
        return nomor

    def clean_nama(self) -> str:
        """A name has a word of two letters or more."""
        nama = " ".join(self.cleaned_data["nama"].split())
        if not any(len(b.baku) > 1 for b in urai_nama(nama)):
            raise forms.ValidationError("Tulis nama lengkap seperti pada KTP.")
        return nama

    def clean(self) -> dict[str, Any]:
        """A form that goes back to the page doesn't repeat a whole number on a screen that others may see."""
        if self.errors and len(rapikan_nomor(self.data.get("nomor", ""))) >= 16:
            self.data = {**self.data, "nomor": "", "nama": self.data.get("nama", "")}
        return super().clean() or {}


class LacakForm(_FormUmum):
    """The code on the slip."""

    kode = forms.CharField(
        label="Kode lacak",
        max_length=60,
        help_text="16 huruf dan angka pada lembar permohonan Anda.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "class": "form-control"}),
    )

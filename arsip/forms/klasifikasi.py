"""The field of a classification code, and the tree's own forms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse_lazy

from arsip.models import Klasifikasi, VersiKlasifikasi
from arsip.queries.klasifikasi import kode_dikenal
from arsip.rules.kode import kode_sah
from inti.forms.dasar import FormRekam, pilihan


class KodeKlasifikasiField(forms.CharField):
    """A code of the edition in force. With JavaScript what is typed is completed from codes and their names."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Kode klasifikasi")
        kwargs.setdefault("help_text", "Ketik kode atau katanya, misalnya 400.9 atau undangan.")
        super().__init__(max_length=260, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """The list that completes it is fetched when the form is shown (tu.js)."""
        return {
            **super().widget_attrs(widget),
            "autocomplete": "off",
            "autocapitalize": "characters",
            "data-saran": reverse_lazy("arsip:klasifikasi_saran"),
        }

    def clean(self, value: Any) -> str:
        """The code alone; "400.9 Pelayanan" as the list offers it is its code."""
        teks = str(super().clean(value)).strip()
        kode = teks.split(" ", 1)[0].upper()
        if kode and (not kode_sah(kode) or not kode_dikenal(kode)):
            raise forms.ValidationError(
                f"Kode {kode} tidak ada pada klasifikasi yang berlaku.", code="KODE_TAK_DIKENAL"
            )
        return kode


class KlasifikasiForm(FormRekam):
    class Meta:
        model = Klasifikasi
        fields = ["versi_klasifikasi", "kode", "nama"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan(self, "versi_klasifikasi", VersiKlasifikasi.objects.hidup())

    def clean_kode(self) -> str:
        """Capitals, digits and dots."""
        kode = str(self.cleaned_data["kode"]).strip().upper()
        if not kode_sah(kode):
            raise forms.ValidationError("Tulis seperti 400.9.2: angka atau huruf besar, dipisah titik.")
        return kode


class KlasifikasiUbahForm(FormRekam):
    """The code stays: letters and records bear it."""

    class Meta:
        model = Klasifikasi
        fields = ["nama"]

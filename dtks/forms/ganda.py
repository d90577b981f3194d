"""Shapes of input for doubles and wrong NIKs."""

from __future__ import annotations

from typing import Any

from django import forms

from dtks.models import Individu, NikBermasalah
from inti.forms.dasar import FormObjek


def _orang(o: Individu) -> str:
    lahir = f", lahir {o.tanggal_lahir:%d-%m-%Y}" if o.tanggal_lahir else ""
    return f"{o.nama}{lahir}, data {o.periode_data}"


class _PihakForm(FormObjek):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pihak = {str(o.pk): o for o in (self.objek.individu, self.objek.lain) if o is not None}


class GabungForm(_PihakForm):
    """Which of the two entries is used from now on, and how one knows that they are one person."""

    utama = forms.ChoiceField(label="Data yang dipakai", widget=forms.RadioSelect)
    alasan = forms.CharField(
        label="Dasar penggabungan",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Misalnya: KTP dan KK asli diperlihatkan; nama ibu sama.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["utama"].choices = [(k, _orang(o)) for k, o in self.pihak.items()]  # type: ignore[attr-defined]

    def kedua(self) -> tuple[Individu, Individu]:
        """The entry in use, and the other one."""
        utama = self.pihak[self.cleaned_data["utama"]]
        return utama, next(o for o in self.pihak.values() if o != utama)


class PisahForm(_PihakForm):
    """Two people: whose NIK is wrong, as far as one knows."""

    salah = forms.ChoiceField(
        label="NIK siapa yang keliru", required=False, widget=forms.RadioSelect, help_text="Masuk rekap ke Disdukcapil."
    )
    catatan = forms.CharField(label="Catatan", max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan = [("", "Belum diketahui"), *[(k, _orang(o)) for k, o in self.pihak.items()]]
        self.fields["salah"].choices = pilihan  # type: ignore[attr-defined]

    def orang_salah(self) -> Individu | None:
        """Whose NIK is wrong, or None."""
        return self.pihak.get(self.cleaned_data["salah"])


class SelesaiForm(FormObjek):
    """Looked at."""

    catatan = forms.CharField(label="Catatan", max_length=200, required=False)


class NikForm(FormObjek):
    """A wrong NIK noted by hand."""

    masalah = forms.ChoiceField(label="Masalah", choices=NikBermasalah.Masalah.choices)
    keterangan = forms.CharField(label="Keterangan", max_length=200, required=False)

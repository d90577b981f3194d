"""Shapes of what happens to a numbered letter."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from arsip.models import Ekspedisi
from inti.forms.dasar import FormObjek, TanggalField
from inti.forms.pindaian import PindaianField


class TandaTanganForm(FormObjek):
    """The day of the signature and a scan of the signed letter."""

    tanggal = TanggalField(label="Tanggal ditandatangani")
    pindaian = PindaianField(label="Pindaian surat bertanda tangan", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tanggal"].initial = timezone.localdate()


class KirimForm(FormObjek):
    """A sending: to whom, how, when, by whom."""

    tujuan = forms.CharField(label="Dikirim kepada", max_length=160)
    cara = forms.ChoiceField(label="Cara", choices=Ekspedisi.Cara.choices)
    dikirim_pada = TanggalField(label="Tanggal dikirim")
    pembawa = forms.CharField(label="Kurir atau nomor resi", max_length=80, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tujuan"].initial = self.objek.tujuan
        self.fields["dikirim_pada"].initial = timezone.localdate()


class TerimaForm(FormObjek):
    """Who took it, when, and the receipt."""

    diterima_oleh = forms.CharField(label="Diterima oleh", max_length=120)
    diterima_pada = TanggalField(label="Tanggal diterima")
    pindaian = PindaianField(label="Bukti terima", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["diterima_pada"].initial = timezone.localdate()


class RujukanForm(FormObjek):
    srikandi = forms.CharField(label="Nomor rujukan SRIKANDI", max_length=60)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["srikandi"].initial = self.objek.srikandi


class RentangForm(forms.Form):
    """A stretch of days, at most a year."""

    dari = TanggalField(label="Dari tanggal")
    sampai = TanggalField(label="Sampai tanggal")

    def clean(self) -> dict[str, Any]:
        """In order, and not longer than a year."""
        isi = super().clean() or {}
        dari, sampai = isi.get("dari"), isi.get("sampai")
        if dari and sampai:
            if sampai < dari:
                self.add_error("sampai", "Tanggal akhir mendahului tanggal awal.")
            elif (sampai - dari).days > 366:
                self.add_error("sampai", "Paling lama satu tahun sekali cetak.")
        return isi

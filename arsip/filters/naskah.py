"""Filters of drafts, letters out and sendings."""

from __future__ import annotations

import django_filters as saring
from django import forms
from django.db.models import QuerySet

from arsip.models import Ekspedisi, Keamanan, Naskah, SuratKeluar, TemplatSurat
from inti.pages.saring import PILIH, pilihan_status

HARI = forms.DateInput(format="%Y-%m-%d", attrs={"class": "form-control", "type": "date"})


def _templat(request: object) -> QuerySet:
    return TemplatSurat.objects.hidup()


class NaskahFilter(saring.FilterSet):
    status = pilihan_status(Naskah)
    templat = saring.ModelChoiceFilter(label="Templat", empty_label="Templat", queryset=_templat, widget=PILIH)

    class Meta:
        model = Naskah
        fields: list[str] = []


class SuratKeluarFilter(saring.FilterSet):
    keadaan = pilihan_status(SuratKeluar)
    keamanan = saring.ChoiceFilter(label="Sifat", empty_label="Sifat", choices=Keamanan.choices, widget=PILIH)
    dari = saring.DateFilter(
        label="Dari tanggal", field_name="tanggal", lookup_expr="gte", input_formats=["%Y-%m-%d"], widget=HARI
    )
    sampai = saring.DateFilter(
        label="Sampai tanggal", field_name="tanggal", lookup_expr="lte", input_formats=["%Y-%m-%d"], widget=HARI
    )

    class Meta:
        model = SuratKeluar
        fields: list[str] = []


class EkspedisiFilter(saring.FilterSet):
    cara = saring.ChoiceFilter(label="Cara", empty_label="Cara", choices=Ekspedisi.Cara.choices, widget=PILIH)
    belum = saring.ChoiceFilter(
        label="Tanda terima",
        empty_label="Tanda terima",
        method="tanda_terima",
        choices=[("belum", "Belum diterima"), ("sudah", "Sudah diterima")],
        widget=PILIH,
    )

    class Meta:
        model = Ekspedisi
        fields: list[str] = []

    def tanda_terima(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """With or without a receipt; that of a cancelled letter is no longer waited for."""
        if nilai == "sudah":
            return kueri.filter(diterima_pada__isnull=False)
        return kueri.filter(diterima_pada__isnull=True).exclude(surat__keadaan=SuratKeluar.Keadaan.DIBATALKAN)

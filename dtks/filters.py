"""Filters of the lists."""

from __future__ import annotations

import django_filters as saring
from django import forms

from dtks.models import Individu, JenisPermohonan, Permohonan, SuratRekomendasi, TinjauGanda

PILIH = forms.Select(attrs={"class": "form-select"})


def _pilihan(judul: str, pilihan: list[tuple[str, str]], **lain: object) -> saring.ChoiceFilter:
    return saring.ChoiceFilter(label=judul, empty_label=judul, choices=pilihan, widget=PILIH, **lain)


class IndividuFilter(saring.FilterSet):
    desil = _pilihan("Desil", [(str(n), f"Desil {n}") for n in range(1, 11)])
    pbi_jk = _pilihan("PBI-JK", [("true", "PBI-JK: ya"), ("false", "PBI-JK: tidak")])
    terdaftar = _pilihan("Status", [("true", "Terdaftar"), ("false", "Tidak lagi terdaftar")])
    periode_data = saring.CharFilter(
        label="Periode",
        widget=forms.TextInput(
            attrs={"class": "form-control", "placeholder": "Periode, misalnya 2026-TW3", "size": 12}
        ),
    )

    class Meta:
        model = Individu
        fields: list[str] = []


class PermohonanFilter(saring.FilterSet):
    status = _pilihan("Status", Permohonan.Status.choices)
    jenis = _pilihan("Jenis", JenisPermohonan.choices)
    asal = _pilihan("Asal", Permohonan.Asal.choices)
    tanggal = saring.DateFilter(
        label="Tanggal",
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"class": "form-control", "type": "date"}),
    )

    class Meta:
        model = Permohonan
        fields: list[str] = []


class SuratFilter(saring.FilterSet):
    status = _pilihan("Status", SuratRekomendasi.Status.choices)
    jenis = _pilihan("Jenis", JenisPermohonan.choices, field_name="permohonan__jenis")

    class Meta:
        model = SuratRekomendasi
        fields: list[str] = []


class TinjauFilter(saring.FilterSet):
    status = _pilihan("Status", TinjauGanda.Status.choices)
    jenis = _pilihan("Jenis", TinjauGanda.Jenis.choices)

    class Meta:
        model = TinjauGanda
        fields: list[str] = []

"""Filters of the kernel's lists."""

from __future__ import annotations

import datetime as dt

import django_filters as saring
from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from inti.access import PERAN
from inti.models import JejakBaca, Nomor, Pengguna, SeriNomor, Tugas, Usulan
from inti.pages.saring import pilihan as _pilihan
from inti.pages.saring import pilihan_status


class PenggunaFilter(saring.FilterSet):
    peran = _pilihan("Peran", [(p, p.capitalize()) for p in PERAN], field_name="groups__name")
    aktif = _pilihan("Keadaan", [("True", "Aktif"), ("False", "Nonaktif")], field_name="is_active")

    class Meta:
        model = Pengguna
        fields: list[str] = []


class JejakFilter(saring.FilterSet):
    jenis = _pilihan("Perbuatan", JejakBaca.Jenis.choices)
    oleh = saring.CharFilter(
        label="Nama pengguna",
        field_name="oleh__username",
        lookup_expr="iexact",
        widget=forms.TextInput(attrs={"class": "form-control", "placeholder": "Nama pengguna", "size": 16}),
    )
    tanggal = saring.DateFilter(
        label="Tanggal",
        method="pada_tanggal",
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"class": "form-control", "type": "date"}),
    )

    class Meta:
        model = JejakBaca
        fields: list[str] = []

    def pada_tanggal(self, kueri: QuerySet, nama: str, hari: dt.date) -> QuerySet:
        """The readings of one day, office time, by the index on time."""
        awal = timezone.make_aware(dt.datetime.combine(hari, dt.time.min))
        return kueri.filter(waktu__gte=awal, waktu__lt=awal + dt.timedelta(days=1))


class TugasFilter(saring.FilterSet):
    keadaan = _pilihan("Keadaan", Tugas.Keadaan.choices)

    class Meta:
        model = Tugas
        fields: list[str] = []


class SeriFilter(saring.FilterSet):
    tahun = saring.NumberFilter(
        label="Tahun",
        widget=forms.TextInput(
            attrs={"class": "form-control", "placeholder": "Tahun", "size": 6, "inputmode": "numeric"}
        ),
    )

    class Meta:
        model = SeriNomor
        fields: list[str] = []


class NomorFilter(saring.FilterSet):
    keadaan = _pilihan("Keadaan", Nomor.Keadaan.choices)

    class Meta:
        model = Nomor
        fields: list[str] = []


class UsulanFilter(saring.FilterSet):
    status = pilihan_status(Usulan)

    class Meta:
        model = Usulan
        fields: list[str] = []

"""Columns and filters of the interns' lists."""

from __future__ import annotations

import datetime as dt

import django_filters as saring
from django import forms
from django.db.models import QuerySet

from inti.models import UnitKerja
from inti.pages import Columns, Kolom, Status
from kepegawaian.models import Penempatan, PesertaMagang, Sekolah

PILIH = forms.Select(attrs={"class": "form-select"})


class PesertaColumns(Columns):
    hubungan = ("sekolah", "pembimbing")
    rute = "kepegawaian:magang"
    nama = Kolom("Nama", "nama", urut="nama", utama=True)
    nomor = Kolom("NIS/NIM", "nomor_induk", kelas="t hp-tidak")
    sekolah = Kolom("Sekolah", "sekolah.nama", kelas="hp-penuh")
    jurusan = Kolom("Jurusan", "jurusan", kelas="hp-tidak")
    mulai = Kolom("Mulai", "mulai", urut="mulai", kelas="t hp-tidak")
    sampai = Kolom("Sampai", "sampai", urut="sampai", kelas="t hp-tidak")
    pembimbing = Kolom("Pembimbing", "pembimbing.nama", kelas="hp-tidak")
    status = Status(urut="status")


class PesertaFilter(saring.FilterSet):
    status = saring.ChoiceFilter(
        label="Status", empty_label="Status", choices=PesertaMagang.Status.choices, widget=PILIH
    )
    sekolah = saring.ModelChoiceFilter(
        label="Sekolah", empty_label="Sekolah", queryset=Sekolah.objects.hidup().order_by("nama"), widget=PILIH
    )
    unit = saring.ModelChoiceFilter(
        label="Bagian",
        empty_label="Bagian",
        queryset=UnitKerja.objects.hidup().order_by("jalur"),
        widget=PILIH,
        method="di_unit",
    )
    pada = saring.DateFilter(
        label="Magang pada",
        method="pada_hari",
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"class": "form-control", "type": "date"}),
    )

    class Meta:
        model = PesertaMagang
        fields: list[str] = []

    def di_unit(self, kueri: QuerySet, nama: str, unit: UnitKerja) -> QuerySet:
        """Placed in a unit or below it at any time of the internship."""
        tempat = Penempatan._base_manager.filter(unit__jalur__startswith=unit.jalur, dibuang_pada__isnull=True)
        return kueri.filter(pk__in=tempat.values("peserta"))

    def pada_hari(self, kueri: QuerySet, nama: str, hari: dt.date) -> QuerySet:
        """Whose period holds a day."""
        return kueri.filter(mulai__lte=hari, sampai__gte=hari)

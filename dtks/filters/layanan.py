"""Filters of the lists."""

from __future__ import annotations

import datetime as dt

import django_filters as saring
from django import forms
from django.db.models import QuerySet

from dtks.models import Individu, JenisPermohonan, NikBermasalah, Permohonan, SuratRekomendasi, Tiket, TinjauGanda
from dtks.rules.bulanan import RINGKAS, bulan_berikut
from inti.formats import bulan_tahun
from inti.formats.tanggal import bulan_alamat
from inti.pages.saring import pilihan as _pilihan
from inti.pages.saring import pilihan_status


def _bulan(judul: str) -> saring.ChoiceFilter:
    """A month, sent by the monthly report's links and shown as a chip."""
    pilihan = [(f"{t}-{b:02d}", bulan_tahun(dt.date(t, b, 1))) for t in range(2015, 2041) for b in range(1, 13)]
    return saring.ChoiceFilter(label=judul, choices=pilihan, method="pada_bulan", widget=forms.HiddenInput)


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
    status = pilihan_status(Permohonan, terbuka="Belum diputus")
    jenis = _pilihan("Jenis", JenisPermohonan.choices)
    alasan = _pilihan("Alasan", list(RINGKAS.items()))
    asal = _pilihan("Asal", Permohonan.Asal.choices)
    desa = saring.CharFilter(
        label="Desa",
        method="di_desa",
        widget=forms.TextInput(attrs={"class": "form-control", "placeholder": "Desa", "size": 12}),
    )
    bulan = _bulan("Bulan")
    sampai = _bulan("Sampai bulan")
    tanggal = saring.DateFilter(
        label="Tanggal",
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"class": "form-control", "type": "date"}),
    )

    class Meta:
        model = Permohonan
        fields: list[str] = []

    def di_desa(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """By a piece of the village's name, or exactly as "village, kecamatan"."""
        desa, _, kecamatan = (b.strip() for b in nilai.partition(","))
        if kecamatan:
            return kueri.filter(desa__nama__iexact=desa, desa__induk__nama__iexact=kecamatan)
        return kueri.filter(desa__nama__icontains=desa)

    def pada_bulan(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """Days of one month; with `sampai`, from that month to this one."""
        bulan = bulan_alamat(nilai)
        if bulan is None:
            return kueri.none()
        if nama == "sampai":
            return kueri.filter(tanggal__lt=bulan_berikut(bulan))
        if self.form.cleaned_data.get("sampai"):
            return kueri.filter(tanggal__gte=bulan)
        return kueri.filter(tanggal__gte=bulan, tanggal__lt=bulan_berikut(bulan))


class SuratFilter(saring.FilterSet):
    status = pilihan_status(SuratRekomendasi)
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


class TiketFilter(saring.FilterSet):
    status = pilihan_status(Tiket)
    keperluan = _pilihan("Keperluan", Tiket.Keperluan.choices)
    tanggal = saring.DateFilter(
        label="Tanggal",
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"class": "form-control", "type": "date"}),
    )

    class Meta:
        model = Tiket
        fields: list[str] = []


class NikFilter(saring.FilterSet):
    status = pilihan_status(NikBermasalah)
    masalah = _pilihan("Masalah", NikBermasalah.Masalah.choices)

    class Meta:
        model = NikBermasalah
        fields: list[str] = []

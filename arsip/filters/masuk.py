"""Filters of the books of incoming letters and of dispositions."""

from __future__ import annotations

import datetime as dt
from typing import Any

import django_filters as saring
from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from arsip.models import Disposisi, Keamanan, Kecepatan, SuratMasuk
from arsip.queries.masuk import terlambat
from inti.formats import bulan_tahun
from inti.formats.tanggal import bulan_alamat
from inti.pages.saring import pilihan as _pilihan
from inti.pages.saring import pilihan_status

PERHATIAN = (("terlambat", "Terlambat"), ("cacat", "Pindaian cacat"), ("tanpa_pindaian", "Belum dipindai"))


def bulan_pilihan() -> list[tuple[str, str]]:
    """This month and the 23 before."""
    awal = timezone.localdate().replace(day=1)
    hasil = []
    for _ in range(24):
        hasil.append((f"{awal:%Y-%m}", bulan_tahun(awal)))
        awal = (awal - dt.timedelta(days=1)).replace(day=1)
    return hasil


def _hari(judul: str, **lain: Any) -> saring.DateFilter:
    return saring.DateFilter(
        label=judul,
        field_name="diterima",
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"class": "form-control", "type": "date", "title": judul}),
        **lain,
    )


class SuratMasukFilter(saring.FilterSet):
    status = pilihan_status(SuratMasuk)
    keamanan = _pilihan("Keamanan", Keamanan.choices)
    kecepatan = _pilihan("Kecepatan", Kecepatan.choices)
    perhatian = _pilihan("Perlu perhatian", PERHATIAN, method="perlu")
    bulan = _pilihan("Bulan", bulan_pilihan, method="pada_bulan")
    dari = _hari("Diterima dari", lookup_expr="gte")
    sampai = _hari("Diterima sampai", lookup_expr="lte")
    klasifikasi = saring.CharFilter(
        label="Klasifikasi",
        lookup_expr="istartswith",
        widget=forms.TextInput(attrs={"class": "form-control", "placeholder": "Klasifikasi", "size": 10}),
    )

    class Meta:
        model = SuratMasuk
        fields: list[str] = []

    def perlu(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """Letters that somebody is late with, with a scan that can't be read, or without any."""
        if nilai == "terlambat":
            return terlambat(kueri)
        if nilai == "cacat":
            return kueri.exclude(cacat="")
        return kueri.filter(banyak_pindaian=0).exclude(status=SuratMasuk.Status.DIBATALKAN)

    def pada_bulan(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """Letters received in a month."""
        awal = bulan_alamat(nilai)
        if awal is None:
            return kueri.none()
        return kueri.filter(diterima__gte=awal, diterima__lt=(awal + dt.timedelta(days=32)).replace(day=1))


class DisposisiFilter(saring.FilterSet):
    status = pilihan_status(Disposisi)
    perhatian = _pilihan("Perlu perhatian", [("terlambat", "Terlambat")], method="perlu")
    arah = _pilihan("Siapa", [("saya", "Untuk saya"), ("dari", "Dari saya")], method="ke_arah")

    class Meta:
        model = Disposisi
        fields: list[str] = []

    def perlu(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """Open ones whose day has passed."""
        return kueri.filter(status__in=Disposisi.TERBUKA, batas__lt=timezone.localdate())

    def ke_arah(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """Received or given by the reader."""
        return kueri.filter(**{"kepada" if nilai == "saya" else "dari": self.request.user})

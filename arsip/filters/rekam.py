"""Filters of the lists of records."""

from __future__ import annotations

import datetime as dt
from typing import Any

import django_filters as saring
from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone

from arsip.models import BerkasArsip, JadwalRetensi, JenisArsip, Peminjaman
from arsip.queries.parameter import parameter
from inti.formats import bulan_tahun
from inti.models import Tempat
from inti.pages.saring import PILIH, pilihan, pilihan_status

SOAL = [
    ("tanpa_tempat", "Belum ditempatkan"),
    ("tanpa_retensi", "Tanpa kode retensi"),
    ("terlambat", "Terlambat kembali"),
    ("ditahan", "Ditahan atau diperiksa"),
]


def _jenis(request: object) -> QuerySet:
    return JenisArsip.objects.hidup()


def _tahun() -> list[tuple[str, str]]:
    kini = timezone.localdate().year
    return [(str(t), str(t)) for t in range(kini, kini - 30, -1)]


def _tempat() -> list[tuple[str, str]]:
    ada = Tempat.objects.hidup().exclude(jenis=Tempat.Jenis.FOLDER).order_by("jalur")
    return [(str(t.pk), "\u2003" * t.kedalaman + t.nama) for t in ada]


def _bulan() -> list[tuple[str, str]]:
    return [(str(n), bulan_tahun(dt.date(2026, n, 1)).split(" ")[0]) for n in range(1, 13)]


class JenisFilter(saring.FilterSet):
    """The kind of record alone; longer filters build on it."""

    jenis = saring.ModelChoiceFilter(label="Jenis", empty_label="Jenis", queryset=_jenis, widget=PILIH)

    class Meta:
        model = BerkasArsip
        fields: list[str] = []


class BerkasFilter(JenisFilter):
    klasifikasi = saring.CharFilter(
        label="Klasifikasi",
        method="di_bawah_kode",
        widget=forms.TextInput(attrs={"class": "form-control", "placeholder": "Kode klasifikasi", "size": 14}),
    )
    tahun = pilihan("Tahun", _tahun, field_name="tanggal__year")
    bulan = pilihan("Bulan", _bulan, field_name="tanggal__month")
    tempat = pilihan("Tempat", _tempat, method="di_tempat")
    status = pilihan_status(BerkasArsip, "Keadaan")
    soal = pilihan("Perhatian", SOAL, method="yang_perlu")

    def di_bawah_kode(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """A code and what is below it."""
        kode = nilai.strip().upper().rstrip(".")
        return kueri.filter(Q(klasifikasi=kode) | Q(klasifikasi__startswith=f"{kode}."))

    def di_tempat(self, kueri: Any, nama: str, nilai: str) -> QuerySet:
        """A place and what is in it."""
        tempat = Tempat.objects.hidup().filter(pk=nilai).first()
        hasil: QuerySet = kueri.di_dalam(tempat.jalur) if tempat else kueri.none()
        return hasil

    def yang_perlu(self, kueri: Any, nama: str, nilai: str) -> QuerySet:
        """What somebody has to look at."""
        hasil: QuerySet
        if nilai == "tanpa_tempat":
            hasil = kueri.ada().filter(tempat__isnull=True)
        elif nilai == "tanpa_retensi":
            hasil = kueri.ada().filter(retensi__isnull=True)
        elif nilai == "ditahan":
            hasil = kueri.exclude(tahan_alasan="", periksa_alasan="")
        else:
            terlambat = Peminjaman.objects.terlambat(timezone.localdate())
            hasil = kueri.filter(pk__in=terlambat.values("berkas_id"))
        return hasil


def _lama() -> list[tuple[str, str]]:
    bawaan = parameter("batas_arsip")
    return [(str(n), f"Lewat {n} hari") for n in sorted({0, bawaan, 14, 30, 90})]


class GagalFilter(JenisFilter):
    lewat = pilihan("Batas hari", _lama, method="lewat_hari")

    def lewat_hari(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """Older than so many days; the view itself narrows by the parameter when nothing is chosen."""
        return kueri.filter(tanggal__lt=timezone.localdate() - dt.timedelta(days=int(nilai)))


class SuratBelumFilter(saring.FilterSet):
    lewat = pilihan("Batas hari", _lama, method="lewat_hari")

    def lewat_hari(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """Issued more than so many days ago."""
        return kueri.filter(tanggal__lt=timezone.localdate() - dt.timedelta(days=int(nilai)))


class TempoFilter(JenisFilter):
    hari = saring.DateFilter(
        label="Pada tanggal",
        method="pada_hari",
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"class": "form-control", "type": "date"}),
    )

    def pada_hari(self, kueri: QuerySet, nama: str, hari: dt.date) -> QuerySet:
        """The view narrows by this day; nothing is left to do here."""
        return kueri


class JatuhFilter(TempoFilter):
    nasib = pilihan("Nasib akhir", JadwalRetensi.Nasib.choices)

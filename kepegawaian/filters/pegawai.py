"""Filters of the staff lists."""

from __future__ import annotations

from typing import Any

import django_filters as saring
from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from inti.models import UnitKerja
from inti.pages.saring import PILIH, pilihan
from kepegawaian.models import (
    Formasi,
    Jenis,
    JenisJabatan,
    Keadaan,
    Kelamin,
    Pangkat,
    Pegawai,
    SuratPegawai,
)
from kepegawaian.queries.unit import unit_kelolaan
from kepegawaian.rules.karier import tambah_bulan

UMUR = [("-30", "Di bawah 30"), ("30-39", "30 sampai 39"), ("40-49", "40 sampai 49"), ("50-", "50 ke atas")]
TENGGAT = [("3", "3 bulan ke depan"), ("6", "6 bulan ke depan"), ("12", "12 bulan ke depan"), ("lewat", "Sudah lewat")]


def _unit_saringan(request: Any) -> QuerySet:
    return unit_kelolaan(request.user) if request is not None else UnitKerja.objects.none()


class UnitFilter(saring.ModelChoiceFilter):
    """A unit with all below it."""

    def __init__(self, bidang: str = "unit", **lain: Any) -> None:
        self.bidang = bidang
        super().__init__(
            label="Unit", empty_label="Unit", queryset=_unit_saringan, method=self._saring, widget=PILIH, **lain
        )

    def _saring(self, kueri: QuerySet, nama: str, unit: UnitKerja) -> QuerySet:
        return kueri.filter(**{f"{self.bidang}__jalur__startswith": unit.jalur})


class PegawaiFilter(saring.FilterSet):
    unit = UnitFilter()
    keadaan = pilihan("Keadaan", Keadaan.choices)
    jenis = pilihan("Jenis", Jenis.choices)
    pangkat = pilihan("Pangkat", [(k, f"{k} {n}") for k, n in Pangkat.choices])
    jenis_jabatan = pilihan("Jabatan", JenisJabatan.choices)
    kelamin = pilihan("Jenis kelamin", Kelamin.choices)
    umur = pilihan("Umur", UMUR, method="menurut_umur")
    pensiun = saring.NumberFilter(
        label="Tahun pensiun",
        field_name="pensiun_pada",
        lookup_expr="year",
        min_value=1950,
        max_value=2150,
        widget=forms.TextInput(
            attrs={"class": "form-control", "placeholder": "Tahun pensiun", "size": 12, "inputmode": "numeric"}
        ),
    )

    class Meta:
        model = Pegawai
        fields: list[str] = []

    def menurut_umur(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """Age today, by the birth date."""
        hari, (bawah, _, atas) = timezone.localdate(), nilai.partition("-")
        if bawah:
            kueri = kueri.filter(tanggal_lahir__lte=tambah_bulan(hari, -12 * int(bawah)))
        if atas:
            batas = int(atas) + (1 if bawah else 0)
            kueri = kueri.filter(tanggal_lahir__gt=tambah_bulan(hari, -12 * batas))
        return kueri


class JatuhTempoFilter(saring.FilterSet):
    """What falls due: within how many months, in which unit."""

    bidang = ""
    dalam = pilihan("Dalam waktu", TENGGAT, method="menurut_tenggat")
    unit = UnitFilter()
    jenis = pilihan("Jenis", Jenis.choices)

    class Meta:
        model = Pegawai
        fields: list[str] = []

    def menurut_tenggat(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """From today so many months on; or what should have been done already."""
        hari = timezone.localdate()
        if nilai == "lewat":
            return kueri.filter(**{f"{self.bidang}__lt": hari})
        return kueri.filter(**{f"{self.bidang}__gte": hari, f"{self.bidang}__lte": tambah_bulan(hari, int(nilai))})


def filter_tempo(kolom: str) -> type[JatuhTempoFilter]:
    """The filter of one due list by its date column."""
    return type("TempoFilter", (JatuhTempoFilter,), {"bidang": kolom})


class FormasiFilter(saring.FilterSet):
    unit = UnitFilter()
    jenis = pilihan("Jenis", JenisJabatan.choices)

    class Meta:
        model = Formasi
        fields: list[str] = []


class SuratFilter(saring.FilterSet):
    jenis = pilihan("Jenis", SuratPegawai.Jenis.choices)
    unit = UnitFilter("pegawai__unit")

    class Meta:
        model = SuratPegawai
        fields: list[str] = []

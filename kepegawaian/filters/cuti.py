"""Filters of the lists of leave."""

from __future__ import annotations

import django_filters as saring
from django.db.models import QuerySet
from django.utils import timezone

from inti.models import UnitKerja
from inti.pages.saring import pilihan as _pilihan
from inti.pages.saring import pilihan_status
from kepegawaian.models import JenisCuti, PengajuanCuti


def tahun_pilihan() -> list[tuple[str, str]]:
    """Next year and the five before."""
    kini = timezone.localdate().year
    return [(str(t), str(t)) for t in range(kini + 1, kini - 5, -1)]


def unit_pilihan() -> list[tuple[str, str]]:
    """Units of the office by code, in the order of the tree."""
    return [
        (u.kode, "\u2003" * u.kedalaman + u.nama)
        for u in UnitKerja.objects.hidup().order_by("jalur").only("kode", "nama", "jalur")
    ]


class CutiFilter(saring.FilterSet):
    status = pilihan_status(PengajuanCuti)
    jenis = _pilihan("Jenis", JenisCuti.choices)
    tahun = _pilihan("Tahun", tahun_pilihan, method="pada_tahun")
    unit = _pilihan("Unit", unit_pilihan, method="di_unit")

    class Meta:
        model = PengajuanCuti
        fields: list[str] = []

    def pada_tahun(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """Leave that touches a year."""
        return kueri.filter(mulai__lte=f"{nilai}-12-31", berakhir__gte=f"{nilai}-01-01")

    def di_unit(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """Staff of a unit and those below it."""
        unit = UnitKerja.objects.hidup().filter(kode=nilai).first()
        return kueri.filter(pegawai__unit__jalur__startswith=unit.jalur) if unit else kueri.none()

"""Filters of boxes, loans, stocktakes, destructions."""

from __future__ import annotations

from typing import Any

import django_filters as saring
from django.db.models import QuerySet
from django.utils import timezone

from arsip.models import Opname, Peminjaman, Pemusnahan, TemuanOpname
from inti.pages.saring import pilihan, pilihan_status


class PinjamFilter(saring.FilterSet):
    status = pilihan_status(Peminjaman)
    tempo = pilihan("Jatuh tempo", [("lewat", "Terlambat kembali")], method="yang_lewat")

    class Meta:
        model = Peminjaman
        fields: list[str] = []

    def yang_lewat(self, kueri: Any, nama: str, nilai: str) -> QuerySet:
        """Out past their day."""
        hasil: QuerySet = kueri.terlambat(timezone.localdate())
        return hasil


class OpnameFilter(saring.FilterSet):
    status = pilihan_status(Opname)

    class Meta:
        model = Opname
        fields: list[str] = []


def _opname() -> list[tuple[str, str]]:
    semua = Opname.objects.hidup().select_related("tempat").order_by("-id")[:50]
    return [(str(o.pk), f"{o.tempat}, {timezone.localdate(o.mulai_pada):%d-%m-%Y}") for o in semua]


class TemuanFilter(saring.FilterSet):
    opname = pilihan("Opname", _opname)
    hasil = pilihan("Hasil", TemuanOpname.Hasil.choices)

    class Meta:
        model = TemuanOpname
        fields: list[str] = []


class PemusnahanFilter(saring.FilterSet):
    status = pilihan_status(Pemusnahan)

    class Meta:
        model = Pemusnahan
        fields: list[str] = []

"""How many rows each of several querysets holds, in one statement: the counts beside the menu of every page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet


def hitung_sekaligus(kueri: Sequence[QuerySet]) -> list[int]:
    """Counts in the order of the querysets, each 0 where nothing can match. One query; none for no queryset."""
    bagian: list[str] = []
    isian: list[Any] = []
    letak: list[int] = []
    hasil = [0] * len(kueri)
    for n, q in enumerate(kueri):
        try:
            sql, nilai = q.order_by().values("pk").query.get_compiler("default").as_sql()
        except EmptyResultSet:
            continue
        bagian.append(f"(SELECT COUNT(*) FROM ({sql}) h{n})")  # noqa: S608  (compiled by Django, values apart)
        isian += nilai
        letak.append(n)
    if bagian:
        with connection.cursor() as kursor:
            kursor.execute(f"SELECT {', '.join(bagian)}", isian)
            for n, banyak in zip(letak, kursor.fetchone(), strict=True):
                hasil[n] = banyak
    return hasil

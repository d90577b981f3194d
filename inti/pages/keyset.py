"""Paging by the last row seen, never by OFFSET: page 18,000 costs what page 1 costs.

The cursor is a row's id; the values to compare with are looked up here. So no link ever carries a name or a number.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import BooleanField, F, Func, QuerySet, Value

from inti.formats import baca_bilangan


class Sesudah(Func):
    """Row-value comparison `(a, id) > (x, y)`: both databases walk the composite index with it."""

    arity = 4
    output_field = BooleanField()
    conditional = True

    def __init__(self, *ungkapan: Any, tanda: str) -> None:
        super().__init__(*ungkapan)
        self.tanda = tanda

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **__: Any) -> tuple[str, tuple[Any, ...]]:
        """Compile to `((a, b) > (c, d))`."""
        bagian, parameter = [], []
        for ungkapan in self.source_expressions:
            sql, p = compiler.compile(ungkapan)
            bagian.append(sql)
            parameter.extend(p)
        return f"(({bagian[0]}, {bagian[1]}) {self.tanda} ({bagian[2]}, {bagian[3]}))", tuple(parameter)


@dataclass(frozen=True)
class HalamanKeyset:
    """One page: its rows, and the ids to go on from in either direction (None where there is nothing)."""

    baris: list[Any]
    setelah: Any
    sebelum: Any


def ambil(kueri: QuerySet, *, urut: str, per: int, setelah: str = "", sebelum: str = "") -> HalamanKeyset:
    """Take `per` rows of `kueri` ordered by `urut` ("nama" or "-nama") then id, after or before a row's id.

    A cursor that is no id, or whose row is out of the queryset, means the first page.
    """
    turun, bidang = urut.startswith("-"), urut.lstrip("-")
    mundur = bool(sebelum) and not setelah
    jangkar = _jangkar(kueri, bidang, sebelum if mundur else setelah)
    ke_bawah = turun != mundur
    if jangkar is not None:
        medan = kueri.model._meta.get_field(bidang) if bidang != "id" else kueri.model._meta.pk
        kueri = kueri.filter(
            Sesudah(
                F(bidang),
                F("pk"),
                Value(jangkar[0], output_field=medan),
                Value(jangkar[1]),
                tanda="<" if ke_bawah else ">",
            )
        )
    tanda = "-" if ke_bawah else ""
    urutan = [f"{tanda}{bidang}"] if bidang == "id" else [f"{tanda}{bidang}", f"{tanda}pk"]
    baris = list(kueri.order_by(*urutan)[: per + 1])
    ada_lagi, baris = len(baris) > per, baris[:per]
    if mundur and jangkar is not None:
        baris.reverse()
        return HalamanKeyset(baris, baris[-1].pk if baris else None, baris[0].pk if ada_lagi and baris else None)
    return HalamanKeyset(
        baris, baris[-1].pk if ada_lagi else None, baris[0].pk if jangkar is not None and baris else None
    )


def _jangkar(kueri: QuerySet, bidang: str, kursor: str) -> tuple[Any, Any] | None:
    kunci: Any = None
    if isinstance(kueri.model._meta.pk, models.UUIDField):
        with suppress(ValueError):
            kunci = UUID(kursor)
    else:
        kunci = baca_bilangan(kursor, paling_panjang=18)
    return None if kunci is None else kueri.order_by().filter(pk=kunci).values_list(bidang, "pk").first()


def bidang_boleh_urut(model: type[models.Model], bidang: str) -> bool:
    """Whether keyset paging can order by this field: of the table itself and never null."""
    if bidang == "id":
        return True
    nama = {f.name: f for f in model._meta.concrete_fields}
    return bidang in nama and not nama[bidang].null

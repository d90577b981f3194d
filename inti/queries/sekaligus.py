"""Rows of several querysets in one statement: what the desk shows of every app costs one question to the database.

Each queryset becomes an array of arrays (JSON functions of SQLite and PostgreSQL); the rows come back as instances that
hold the named columns, all others deferred as after `only()`.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models

from inti.formats.tanggal import saat_iso

TERBANYAK = 200  # rows of one queryset

Baca = tuple[models.QuerySet, tuple[str, ...]]


def kolom(*nama: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Say which columns a function of rows looks at, as lookups ("hal", "nomor__teks"); `pk` is always among them."""

    def hias(fungsi: Callable[..., Any]) -> Callable[..., Any]:
        fungsi.kolom = nama  # type: ignore[attr-defined]
        return fungsi

    return hias


def baca_sekaligus(semua: Sequence[Baca]) -> list[list[models.Model]]:
    """Rows of each queryset with its columns, in its order, at most TERBANYAK of each. One query; none for no queryset."""
    bagian: list[str] = []
    isian: list[Any] = []
    letak: list[tuple[int, list[str]]] = []
    hasil: list[list[models.Model]] = [[] for _ in semua]
    for n, (kueri, nama) in enumerate(semua):
        jalur = _jalur(kueri.model, nama)
        try:
            sql, nilai = kueri.values(*jalur)[:TERBANYAK].query.sql_with_params()
        except EmptyResultSet:
            continue
        isi = ", ".join(f"h{n}.{connection.ops.quote_name(j)}" for j in jalur)
        bagian.append(f"(SELECT {_JSON[connection.vendor].format(isi)} FROM ({sql}) h{n})")  # noqa: S608  (compiled by Django)
        isian += nilai
        letak.append((n, jalur))
    if not bagian:
        return hasil
    with connection.cursor() as kursor:
        kursor.execute(f"SELECT {', '.join(bagian)}", isian)
        baris = kursor.fetchone()
    for (n, jalur), isi in zip(letak, baris, strict=True):
        model = semua[n][0].model
        hasil[n] = [_rakit(model, dict(zip(jalur, b, strict=True))) for b in (json.loads(isi) if isi else [])]
    return hasil


_JSON = {
    "sqlite": "json_group_array(json_array({}))",
    "postgresql": "json_agg(json_build_array({}))::text",
}


def _jalur(model: type[models.Model], nama: Sequence[str]) -> list[str]:
    """The columns with the keys of every record on their way, each once."""
    hasil = [_kunci(model)]
    for n in nama:
        awal, kini = "", model
        for satu in n.split("__")[:-1]:
            awal, kini = f"{awal}{satu}__", _bidang(kini, satu).related_model
            hasil.append(awal + _kunci(kini))
        hasil.append(n)
    return list(dict.fromkeys(hasil))


def _kunci(model: Any) -> str:
    return str(model._meta.pk.name)


def _bidang(model: Any, nama: str) -> Any:
    return model._meta.get_field(nama)


def _rakit(model: type[models.Model], baris: dict[str, Any]) -> models.Model:
    """An instance from lookups and raw values, with its related records below it; None where a related one has no key."""
    sendiri: dict[str, Any] = {}
    terkait: dict[str, dict[str, Any]] = defaultdict(dict)
    for jalur, nilai in baris.items():
        awal, _, sisa = jalur.partition("__")
        if sisa:
            terkait[awal][sisa] = nilai
        else:
            bidang = _bidang(model, jalur)
            sendiri[bidang.attname] = _nilai(bidang, nilai)
    urut = [f.attname for f in model._meta.concrete_fields if f.attname in sendiri]  # as from_db takes them
    objek = model.from_db("default", urut, [sendiri[n] for n in urut])
    for nama, isi in terkait.items():
        tujuan: Any = _bidang(model, nama).related_model
        setattr(objek, nama, _rakit(tujuan, isi) if isi[_kunci(tujuan)] is not None else None)
    return objek


def _nilai(bidang: Any, nilai: Any) -> Any:
    if nilai is None:
        return None
    if isinstance(bidang, models.DateTimeField):
        waktu = saat_iso(nilai)
        return waktu if waktu.tzinfo else waktu.replace(tzinfo=dt.UTC)  # SQLite keeps UTC without saying so
    if isinstance(bidang, models.JSONField):
        return json.loads(nilai) if isinstance(nilai, str) else nilai
    return bidang.target_field.to_python(nilai) if bidang.is_relation else bidang.to_python(nilai)

"""Part `riwayat`: the present row of every record is its latest version; a row altered by hand shows.

A model may name columns that its services write without a version (`periksa_abaikan = ("tema",)`), or say that it is
loaded in bulk with a history of its own (`riwayat_berkelompok = True`).
"""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, models

from inti.periksa.temuan import TemuanPeriksa, baris_sql

LANGKAH = "Bandingkan dengan tab Riwayat; kembalikan nilainya lewat aplikasi, lalu cari siapa yang menulis langsung."


def periksa() -> Iterator[TemuanPeriksa]:
    """Rows that differ from their latest version, that have none, and versions whose row is gone."""
    for riwayat in apps.get_models():
        model = getattr(riwayat, "instance_type", None)
        if model is not None and not getattr(model, "riwayat_berkelompok", False):
            yield from _satu(model, riwayat)


def _satu(model: type[models.Model], riwayat: type[models.Model]) -> Iterator[TemuanPeriksa]:
    assert model._meta.pk is not None
    pk, abaikan = model._meta.pk.column, getattr(model, "periksa_abaikan", ())
    ada = {f.column for f in riwayat._meta.concrete_fields}
    kolom = [f for f in model._meta.concrete_fields if f.column in ada and f.name not in abaikan and f.column != pk]
    beda = "IS DISTINCT FROM" if connection.vendor == "postgresql" else "IS NOT"
    syarat = " OR ".join(f'm."{f.column}" {beda} h."{f.column}"' for f in kolom)
    tabel, label = model._meta.db_table, model._meta.label
    terakhir = f'(SELECT "{pk}" AS objek, MAX(history_id) AS puncak FROM {riwayat._meta.db_table} GROUP BY "{pk}")'  # noqa: S608
    pasangan = f'JOIN {terakhir} t ON t.objek = m."{pk}" JOIN {riwayat._meta.db_table} h ON h.history_id = t.puncak'
    for (baris,) in baris_sql(f'SELECT m."{pk}" FROM {tabel} m {pasangan} WHERE {syarat} ORDER BY 1'):  # noqa: S608
        nama = ", ".join(_kolom_beda(model, riwayat, kolom, baris))
        pesan = f"{model._meta.verbose_name} {baris} tidak sama dengan riwayat terakhirnya ({nama})."
        yield TemuanPeriksa("BARIS_BEDA_RIWAYAT", label, str(baris), pesan[:1].upper() + pesan[1:], LANGKAH)
    for (baris,) in baris_sql(
        f'SELECT m."{pk}" FROM {tabel} m LEFT JOIN {terakhir} t ON t.objek = m."{pk}" WHERE t.objek IS NULL ORDER BY 1'  # noqa: S608
    ):
        pesan = f"{model._meta.verbose_name} {baris} tidak mempunyai riwayat."
        yield TemuanPeriksa("BARIS_TANPA_RIWAYAT", label, str(baris), pesan[:1].upper() + pesan[1:], LANGKAH)
    for (baris,) in baris_sql(
        f"SELECT t.objek FROM {terakhir} t JOIN {riwayat._meta.db_table} h ON h.history_id = t.puncak "  # noqa: S608
        f'LEFT JOIN {tabel} m ON m."{pk}" = t.objek WHERE m."{pk}" IS NULL AND h.history_type <> \'-\' ORDER BY 1'
    ):
        pesan = f"{model._meta.verbose_name} {baris} ada di riwayat, tetapi barisnya hilang."
        yield TemuanPeriksa("BARIS_HILANG", label, str(baris), pesan[:1].upper() + pesan[1:], LANGKAH)


def _kolom_beda(
    model: type[models.Model], riwayat: type[models.Model], kolom: list[models.Field], pk: object
) -> list[str]:
    """Names (never values) of the columns that differ."""
    nama = [f.attname for f in kolom]
    kini = model._base_manager.filter(pk=pk).values(*nama).first() or {}
    assert model._meta.pk is not None
    versi = riwayat._base_manager.filter(**{model._meta.pk.attname: pk}).order_by("-history_id").values(*nama).first()
    return [str(f.verbose_name) for f in kolom if versi and kini.get(f.attname) != versi[f.attname]] or ["isi mentah"]

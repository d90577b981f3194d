"""Part `kunci`: every foreign key of ours points at a row, also those without a constraint in the database (keputusan 0005)."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, models

from inti.periksa.temuan import TemuanPeriksa, baris_sql

DITAMPILKAN = 20  # rows named of one key; the sentence says how many there are
LANGKAH = "Pulihkan baris yang hilang dari cadangan."
KUNCI_RIWAYAT = {"perubahan", "history_user"}  # the other keys of a version are of their time


def periksa() -> Iterator[TemuanPeriksa]:
    """Orphans by anti-join, one statement for each key."""
    for model in apps.get_models(include_auto_created=True):
        for bidang in model._meta.concrete_fields:
            if isinstance(bidang, models.ForeignKey) and _diperiksa(model, bidang):
                yield from _satu(model, bidang)


def _diperiksa(model: type[models.Model], bidang: models.ForeignKey) -> bool:
    if hasattr(model, "instance_type"):
        return bidang.name in KUNCI_RIWAYAT
    # PostgreSQL keeps its own constraints; SQLite does only for connections that ask for it.
    return not getattr(bidang, "db_constraint", True) or connection.vendor == "sqlite"


def _satu(model: type[models.Model], bidang: models.ForeignKey) -> Iterator[TemuanPeriksa]:
    tujuan = bidang.related_model
    assert isinstance(tujuan, type) and model._meta.pk is not None
    kolom, sasaran = bidang.column, bidang.target_field.column
    dari = (
        f'FROM "{model._meta.db_table}" a LEFT JOIN "{tujuan._meta.db_table}" b ON b."{sasaran}" = a."{kolom}" '
        f'WHERE a."{kolom}" IS NOT NULL AND b."{sasaran}" IS NULL'
    )
    isi = baris_sql(f'SELECT a."{model._meta.pk.column}", a."{kolom}" {dari} ORDER BY 1 LIMIT {DITAMPILKAN + 1}')
    banyak = len(isi) if len(isi) <= DITAMPILKAN else baris_sql(f"SELECT COUNT(*) {dari}")[0][0]
    for pk, nilai in isi[:DITAMPILKAN]:
        pesan = f"Baris {pk} menunjuk {tujuan._meta.verbose_name} {nilai}, yang tidak ada (seluruhnya {banyak} baris)."
        yield TemuanPeriksa("KUNCI_YATIM", model._meta.label, str(pk), pesan, LANGKAH)

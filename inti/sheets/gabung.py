"""Pieces of SQL that set-wise merges share, the same on SQLite and PostgreSQL.

Every name that goes into a statement is a table or column of ours; values always travel as parameters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from string import Template
from typing import TYPE_CHECKING

from django.db import connection, models

if TYPE_CHECKING:
    from inti.sheets.tahap import Tahap


def sql(pola: str, **bagian: str) -> str:
    """A statement from a pattern with `$names`. Parameters stay `%s`."""
    return Template(pola).substitute(bagian)


def beda(pasangan: Sequence[tuple[str, str]]) -> str:
    """True where any pair of expressions differs, NULL being a value like others."""
    kiri = ", ".join(a for a, _ in pasangan)
    kanan = ", ".join(b for _, b in pasangan)
    operator = "IS DISTINCT FROM" if connection.vendor == "postgresql" else "IS NOT"
    return f"(({kiri}) {operator} ({kanan}))"


def json_baris(alias: str, kolom: Sequence[str]) -> str:
    """A row's columns as one JSON object, for `NilaiLama.sebelum`."""
    fungsi = "jsonb_build_object" if connection.vendor == "postgresql" else "json_object"
    isi = ", ".join(f"'{k}', {alias}.{k}" for k in kolom)
    return f"{fungsi}({isi})"


def pasang(isian: Mapping[str, str]) -> str:
    """`a = x, b = y` for UPDATE … SET."""
    return ", ".join(f"{k} = {v}" for k, v in isian.items())


def catat_nilai_lama(tahap: Tahap, batch_id: int, label: str, tabel: str, kolom: Sequence[str], sumber: str) -> None:
    """Write what rows say now, before they change. `sumber` is a query that gives their ids."""
    tahap.jalankan(
        sql(
            "INSERT INTO inti_nilailama (batch_id, model, objek_id, sebelum) "
            "SELECT %s, %s, x.id, $json FROM $tabel x WHERE x.id IN ($sumber)",
            json=json_baris("x", kolom),
            tabel=tabel,
            sumber=sumber,
        ),
        [batch_id, label],
    )


def pesan_id(tahap: Tahap, model: type[models.Model], banyak: int) -> int:
    """Reserve `banyak` primary keys; out: the number below the first. Writers of the table wait until commit."""
    tabel = model._meta.db_table
    if not tahap.postgresql:  # the write lock is ours already; AUTOINCREMENT follows explicit keys
        isi = tahap.ambil("SELECT seq FROM sqlite_sequence WHERE name = %s", [tabel])
        return isi[0][0] if isi else 0
    tahap.jalankan(f"LOCK TABLE {tabel} IN SHARE ROW EXCLUSIVE MODE")
    seri = tahap.ambil("SELECT pg_get_serial_sequence(%s, 'id')", [tabel])[0][0]
    terakhir = tahap.ambil(f"SELECT nextval('{seri}')")[0][0]
    tahap.ambil("SELECT setval(%s, %s)", [seri, terakhir + banyak])
    return terakhir


# Those that a constraint or the primary key needs stay.
_INDEKS_SQLITE = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s AND sql LIKE 'CREATE INDEX%%'"
)
_INDEKS_POSTGRESQL = """SELECT c.relname, pg_get_indexdef(c.oid) FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid
    WHERE x.indrelid = %s::regclass AND NOT x.indisunique"""


@contextmanager
def indeks_menyusul(tahap: Tahap, tabel: str) -> Iterator[None]:
    """While an empty table is filled its indexes are off, then built in one go: a third of the time.

    A table with rows keeps them: building all anew would cost more, and its readers would have to wait. Inside a
    transaction only, and on PostgreSQL behind `pesan_id`, so that the table stays as empty as it is found.
    """
    if tahap.ambil(sql("SELECT EXISTS (SELECT 1 FROM $tabel)", tabel=tabel))[0][0]:
        yield
        return
    indeks = tahap.ambil(_INDEKS_POSTGRESQL if tahap.postgresql else _INDEKS_SQLITE, [tabel])
    for nama, _ in indeks:
        tahap.jalankan(sql('DROP INDEX "$nama"', nama=nama))
    yield
    for _, buat in indeks:
        tahap.jalankan(buat)

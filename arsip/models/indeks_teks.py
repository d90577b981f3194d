"""The full-text index of the archive, by database: FTS5 kept by triggers on SQLite, tsvector with GIN on PostgreSQL.

Called by a migration (RunPython), so this stays plain SQL on fixed names and never imports the models. SQLite drops
triggers when a later migration rebuilds `arsip_indeksarsip`: such a migration must call `pasang` again, which is safe.

Whether PostgreSQL also finds other forms of an Indonesian word ("undangan" for "diundang") is decided here, once, by
what the server has: it is written into the two functions that the rest of the program calls.
"""

from __future__ import annotations

from typing import Any

PEMICU = """CREATE TRIGGER IF NOT EXISTS arsip_indeksarsip_fts_tambah AFTER INSERT ON arsip_indeksarsip BEGIN
        INSERT INTO arsip_indeksarsip_fts(rowid, kata) VALUES (new.id, new.kata); END"""
# TANPA_PEMICU, the new rows, SUSUN, PEMICU: for a load of a whole book, many times as fast as one by one.
TANPA_PEMICU = "DROP TRIGGER IF EXISTS arsip_indeksarsip_fts_tambah"
SUSUN = "INSERT INTO arsip_indeksarsip_fts(arsip_indeksarsip_fts) VALUES ('rebuild')"

_SQLITE = (
    # `kata` is plain words already (arsip.rules.cari). detail=none: only words are sought, so no places are kept.
    """CREATE VIRTUAL TABLE IF NOT EXISTS arsip_indeksarsip_fts USING fts5(kata, content='arsip_indeksarsip',
        content_rowid='id', tokenize='ascii', detail='none', columnsize=0, prefix='3')""",
    PEMICU,
    """CREATE TRIGGER IF NOT EXISTS arsip_indeksarsip_fts_hapus AFTER DELETE ON arsip_indeksarsip BEGIN
        INSERT INTO arsip_indeksarsip_fts(arsip_indeksarsip_fts, rowid, kata)
        VALUES ('delete', old.id, old.kata); END""",
    """CREATE TRIGGER IF NOT EXISTS arsip_indeksarsip_fts_ubah AFTER UPDATE OF kata ON arsip_indeksarsip
        WHEN old.kata <> new.kata BEGIN
        INSERT INTO arsip_indeksarsip_fts(arsip_indeksarsip_fts, rowid, kata) VALUES ('delete', old.id, old.kata);
        INSERT INTO arsip_indeksarsip_fts(rowid, kata) VALUES (new.id, new.kata); END""",
    SUSUN,
)
_SQLITE_LEPAS = (
    "DROP TRIGGER IF EXISTS arsip_indeksarsip_fts_tambah",
    "DROP TRIGGER IF EXISTS arsip_indeksarsip_fts_hapus",
    "DROP TRIGGER IF EXISTS arsip_indeksarsip_fts_ubah",
    "DROP TABLE IF EXISTS arsip_indeksarsip_fts",
)
_ADA_INDONESIA = "SELECT 1 FROM pg_ts_config WHERE cfgname = 'indonesian'"
_FUNGSI = """CREATE OR REPLACE FUNCTION {nama}(kata text) RETURNS {hasil} LANGUAGE sql IMMUTABLE PARALLEL SAFE
        AS $$ SELECT {isi} $$"""
# The words as they are, and their stems; both are words of A to Z and digits, so they meet no operator.
_VEKTOR = "array_to_tsvector(string_to_array(kata, ' '))"
_TANYA = "quote_literal(kata)::tsquery"
INDEKS_POSTGRESQL = "CREATE INDEX IF NOT EXISTS arsip_indeksarsip_vektor ON arsip_indeksarsip USING gin (vektor)"
_POSTGRESQL = (
    "ALTER TABLE arsip_indeksarsip ADD COLUMN IF NOT EXISTS vektor tsvector "
    "GENERATED ALWAYS AS (arsip_vektor(kata)) STORED",
    INDEKS_POSTGRESQL,
)
_POSTGRESQL_LEPAS = (
    "ALTER TABLE arsip_indeksarsip DROP COLUMN IF EXISTS vektor",
    "DROP FUNCTION IF EXISTS arsip_vektor(text)",
    "DROP FUNCTION IF EXISTS arsip_tanya(text)",
)


def pasang(schema_editor: Any) -> None:
    """Create the index for the connection's database; safe to repeat. In: a schema editor."""
    if schema_editor.connection.vendor == "sqlite":
        perintah: tuple[str, ...] = _SQLITE
    else:
        perintah = (*_fungsi(schema_editor.connection), *_POSTGRESQL)
    for p in perintah:
        schema_editor.execute(p)


def _fungsi(hubungan: Any) -> tuple[str, str]:
    with hubungan.cursor() as kursor:
        kursor.execute(_ADA_INDONESIA)
        indonesia = kursor.fetchone() is not None
    vektor, tanya = _VEKTOR, _TANYA
    if indonesia:
        vektor += " || strip(to_tsvector('indonesian'::regconfig, kata))"
        tanya += " || plainto_tsquery('indonesian'::regconfig, kata)"
    return (
        _FUNGSI.format(nama="arsip_vektor", hasil="tsvector", isi=vektor),
        _FUNGSI.format(nama="arsip_tanya", hasil="tsquery", isi=tanya),
    )


def lepas(schema_editor: Any) -> None:
    """Remove what `pasang` made."""
    vendor = schema_editor.connection.vendor
    for perintah in {"sqlite": _SQLITE_LEPAS, "postgresql": _POSTGRESQL_LEPAS}[vendor]:
        schema_editor.execute(perintah)

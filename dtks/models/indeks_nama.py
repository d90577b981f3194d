"""The full-text index of names, by database: FTS5 kept by triggers on SQLite, a GIN index on PostgreSQL.

Called by migrations (RunPython), so this stays plain SQL on fixed names and never imports the models. SQLite drops
triggers when a later migration rebuilds `dtks_individu`: such a migration must call `pasang` again, which is safe.
"""

from __future__ import annotations

from typing import Any

PEMICU = """CREATE TRIGGER IF NOT EXISTS dtks_individu_fts_tambah AFTER INSERT ON dtks_individu BEGIN
        INSERT INTO dtks_individu_fts(rowid, kunci_nama) VALUES (new.id, new.kunci_nama); END"""
# TANPA_PEMICU, the new rows, ISI_BANYAK, PEMICU: within one transaction SQLite indexes them in one go, five times as
# fast as its trigger does one by one.
TANPA_PEMICU = "DROP TRIGGER IF EXISTS dtks_individu_fts_tambah"
ISI_BANYAK = "INSERT INTO dtks_individu_fts (rowid, kunci_nama) SELECT id, kunci_nama FROM dtks_individu WHERE id > %s"

_SQLITE = (
    # detail=none: only whole tokens are ever sought, so no positions are kept; the text itself stays in the table.
    """CREATE VIRTUAL TABLE IF NOT EXISTS dtks_individu_fts USING fts5(
        kunci_nama, content='dtks_individu', content_rowid='id', tokenize='unicode61', detail='none', columnsize=0)""",
    PEMICU,
    """CREATE TRIGGER IF NOT EXISTS dtks_individu_fts_hapus AFTER DELETE ON dtks_individu BEGIN
        INSERT INTO dtks_individu_fts(dtks_individu_fts, rowid, kunci_nama)
        VALUES ('delete', old.id, old.kunci_nama); END""",
    """CREATE TRIGGER IF NOT EXISTS dtks_individu_fts_ubah AFTER UPDATE OF kunci_nama ON dtks_individu
        WHEN old.kunci_nama <> new.kunci_nama BEGIN
        INSERT INTO dtks_individu_fts(dtks_individu_fts, rowid, kunci_nama)
        VALUES ('delete', old.id, old.kunci_nama);
        INSERT INTO dtks_individu_fts(rowid, kunci_nama) VALUES (new.id, new.kunci_nama); END""",
    "INSERT INTO dtks_individu_fts(dtks_individu_fts) VALUES ('rebuild')",
)
_SQLITE_LEPAS = (
    "DROP TRIGGER IF EXISTS dtks_individu_fts_tambah",
    "DROP TRIGGER IF EXISTS dtks_individu_fts_hapus",
    "DROP TRIGGER IF EXISTS dtks_individu_fts_ubah",
    "DROP TABLE IF EXISTS dtks_individu_fts",
)
# An array of tokens, not a tsvector: what the index finds is checked again row by row, twenty times as fast.
_POSTGRESQL = (
    "DROP INDEX IF EXISTS dtks_individu_kunci_nama_gin",
    """CREATE INDEX IF NOT EXISTS dtks_individu_kunci_nama_larik ON dtks_individu
        USING gin (string_to_array(kunci_nama, ' '))""",
)
# Within a transaction: new rows are kept aside, then entered into the index in one go.
TUNDA_GIN = "SET LOCAL gin_pending_list_limit = '256MB'"
RAPIKAN_GIN = "SELECT gin_clean_pending_list('dtks_individu_kunci_nama_larik')"
_POSTGRESQL_LEPAS = ("DROP INDEX IF EXISTS dtks_individu_kunci_nama_larik",)


def pasang(schema_editor: Any) -> None:
    """Create the index for the connection's database; safe to repeat. In: a schema editor."""
    vendor = schema_editor.connection.vendor
    for perintah in {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}[vendor]:
        schema_editor.execute(perintah)


def lepas(schema_editor: Any) -> None:
    """Remove what `pasang` made."""
    vendor = schema_editor.connection.vendor
    for perintah in {"sqlite": _SQLITE_LEPAS, "postgresql": _POSTGRESQL_LEPAS}[vendor]:
        schema_editor.execute(perintah)

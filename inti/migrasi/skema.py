"""What a database's schema holds, object by object, so that two databases can be compared whatever made them.

The order of columns is left out (it follows the migrations' history and changes nothing); everything else counts:
types, defaults, NULL, keys with their actions, checks, indexes, triggers, functions and sequences.
"""

from __future__ import annotations

import re
from typing import Any

_BUKAN_KITA = ("sqlite_",)
_KOLOM_PG = """
    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity::text,
           a.attgenerated::text, pg_get_expr(d.adbin, d.adrelid)
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped"""
_LAIN_PG = (
    ("kendala", "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
                " WHERE connamespace = 'public'::regnamespace"),
    ("indeks", "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"),
    ("pemicu", "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"),
    ("fungsi", "SELECT proname, proname, pg_get_functiondef(oid) FROM pg_proc"
               " WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'"),
    ("urutan", "SELECT sequencename, sequencename, data_type::text || ' ' || increment_by FROM pg_sequences"
               " WHERE schemaname = 'public'"),
)  # fmt: skip


def baca_skema(koneksi: Any) -> dict[str, str]:
    """Every object of a database by name: "kolom inti_unitkerja.kode" -> its definition. In: a Django connection."""
    with koneksi.cursor() as kursor:
        return _sqlite(kursor) if koneksi.vendor == "sqlite" else _postgresql(kursor)


def beda_skema(satu: dict[str, str], dua: dict[str, str]) -> list[str]:
    """What the two do not share, a line each: "- " only in the first, "+ " only in the second."""
    hasil = []
    for nama in sorted(set(satu) | set(dua)):
        if satu.get(nama) != dua.get(nama):
            hasil += [f"{tanda} {nama}: {isi[nama]}" for tanda, isi in (("-", satu), ("+", dua)) if nama in isi]
    return hasil


def _sqlite(kursor: Any) -> dict[str, str]:
    hasil: dict[str, str] = {}
    kursor.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    for jenis, nama, sql in kursor.fetchall():
        if nama.startswith(_BUKAN_KITA):
            continue
        polos = re.sub(r"\s+", " ", sql).strip()
        if jenis != "table" or polos.upper().startswith("CREATE VIRTUAL"):
            hasil[f"{jenis} {nama}"] = polos
            continue
        badan, _, ekor = polos[polos.index("(") + 1 :].rpartition(")")
        hasil[f"table {nama}"] = ekor.strip()
        hasil |= {f"bagian {nama}: {b}": "" for b in _pecah(badan)}
    return hasil


def _pecah(badan: str) -> list[str]:
    """The parts of a table's definition: split at commas outside brackets and quotes."""
    bagian, dalam, kutip, mulai = [], 0, "", 0
    for i, huruf in enumerate(badan):
        if kutip:
            kutip = "" if huruf == kutip else kutip
        elif huruf in "'\"":
            kutip = huruf
        elif huruf in "()":
            dalam += 1 if huruf == "(" else -1
        elif huruf == "," and not dalam:
            bagian.append(badan[mulai:i].strip())
            mulai = i + 1
    return [*bagian, badan[mulai:].strip()]


def _postgresql(kursor: Any) -> dict[str, str]:
    kursor.execute(_KOLOM_PG)
    hasil = {f"kolom {b[0]}.{b[1]}": " ".join(map(str, b[2:])) for b in kursor.fetchall()}
    for jenis, perintah in _LAIN_PG:
        kursor.execute(perintah)
        hasil |= {_samakan(f"{jenis} {tabel} {nama}"): _samakan(str(isi)) for tabel, nama, isi in kursor.fetchall()}
    return hasil


def _samakan(teks: str) -> str:
    """One name for the unique constraint of a column: PostgreSQL's own, or Django's where a migration added it."""
    return re.sub(r"_[0-9a-f]{8}_uniq\b|_key\b", "_uniq", teks)

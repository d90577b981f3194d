"""How each column travels in a backup: one text form whatever the database, made and read by SQL expressions.

An empty cell is NULL. Text columns that allow NULL mark what would be mistaken: "" and whatever begins with a
backslash get a backslash in front.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.apps import apps
from django.db import models

from inti.cadangan import TAK_DIBAWA

_JENIS = {
    "AutoField": "bulat", "BigAutoField": "bulat", "SmallAutoField": "bulat", "IntegerField": "bulat",
    "BigIntegerField": "bulat", "SmallIntegerField": "bulat", "PositiveIntegerField": "bulat",
    "PositiveSmallIntegerField": "bulat", "PositiveBigIntegerField": "bulat", "BooleanField": "logis",
    "CharField": "teks", "TextField": "teks", "SlugField": "teks", "FileField": "teks", "DateTimeField": "saat",
    "DateField": "tanggal", "TimeField": "jam", "DecimalField": "angka", "FloatField": "angka", "UUIDField": "uuid",
    "JSONField": "json", "BinaryField": "biner", "GenericIPAddressField": "alamat",
}  # fmt: skip
_MIKRO = "CASE WHEN to_char({c}, 'US') = '000000' THEN '' ELSE to_char({c}, '.US') END"
_TANDAI = "CASE WHEN {c} = '' OR substr({c}, 1, 1) = '\\' THEN '\\' || {c} ELSE {c} END"
_DARI_POSTGRESQL = {
    "logis": "{c}::int",
    "saat": "to_char({c} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || "
    + _MIKRO.format(c="({c} AT TIME ZONE 'UTC')"),
    "jam": "to_char({c}, 'HH24:MI:SS') || " + _MIKRO,
    "uuid": "replace({c}::text, '-', '')",
    "json": "{c}::text",
    "biner": "'\\x' || encode({c}, 'hex')",
    "alamat": "host({c})",
}
_DARI_SQLITE = {"biner": "'\\x' || lower(hex({c}))"}


@dataclass(frozen=True)
class KolomCadangan:
    """A column: its name, how it travels, and whether it allows NULL."""

    nama: str
    jenis: str
    boleh_null: bool

    def baca(self, vendor: str) -> str:
        """Expression that gives the portable text."""
        c = f'"{self.nama}"'
        if self.jenis == "teks":
            return _TANDAI.format(c=c) if self.boleh_null else c
        pola = (_DARI_POSTGRESQL if vendor == "postgresql" else _DARI_SQLITE).get(self.jenis, "{c}")
        isi = pola.format(c=c)
        return f"CASE WHEN {c} IS NULL THEN NULL ELSE {isi} END" if self.boleh_null and isi != c else isi

    def tulis_sqlite(self, urut: int) -> str:
        """Expression of parameter `urut` (from 1) that gives the stored value."""
        p = f"?{urut}"
        if self.jenis == "teks" and self.boleh_null:
            return f"CASE WHEN {p} = '' THEN NULL WHEN substr({p}, 1, 1) = '\\' THEN substr({p}, 2) ELSE {p} END"
        if self.jenis == "biner":
            return f"dari_hex({p})"
        return f"NULLIF({p}, '')" if self.boleh_null else p


@dataclass(frozen=True)
class TabelCadangan:
    """A table that is backed up."""

    nama: str
    kunci: str
    kolom: tuple[KolomCadangan, ...]

    def perintah_baca(self, vendor: str) -> str:
        """SELECT of all rows as portable text, in the order of the key."""
        isi = ", ".join(k.baca(vendor) for k in self.kolom)
        return f'SELECT {isi} FROM "{self.nama}" ORDER BY "{self.kunci}"'  # noqa: S608  (names of our own models)

    def perintah_tulis_sqlite(self) -> str:
        """INSERT of one row of portable text."""
        nama = ", ".join(f'"{k.nama}"' for k in self.kolom)
        isi = ", ".join(k.tulis_sqlite(n) for n, k in enumerate(self.kolom, 1))
        return f'INSERT INTO "{self.nama}" ({nama}) VALUES ({isi})'  # noqa: S608

    def perintah_tulis_postgresql(self) -> str:
        """COPY of rows of portable text. What `Kolom.baca` marked is unmarked by `perintah_rapikan` afterwards."""
        nama = ", ".join(f'"{k.nama}"' for k in self.kolom)
        pilihan = ["FORMAT csv"]
        if null := ", ".join(f'"{k.nama}"' for k in self.kolom if k.boleh_null):
            pilihan.append(f"FORCE_NULL ({null})")
        if wajib := ", ".join(f'"{k.nama}"' for k in self.kolom if not k.boleh_null and k.jenis == "teks"):
            pilihan.append(f"FORCE_NOT_NULL ({wajib})")
        return f'COPY "{self.nama}" ({nama}) FROM STDIN ({", ".join(pilihan)})'

    def perintah_rapikan(self) -> list[str]:
        """UPDATEs that take the marks off after a COPY."""
        return [
            f'UPDATE "{self.nama}" SET "{k.nama}" = substr("{k.nama}", 2) WHERE substr("{k.nama}", 1, 1) = \'\\\''  # noqa: S608
            for k in self.kolom
            if k.jenis == "teks" and k.boleh_null
        ]


def _jenis(bidang: models.Field) -> str:
    while isinstance(bidang, models.ForeignKey):
        bidang = bidang.target_field
    nama = bidang.get_internal_type()
    if nama not in _JENIS:
        raise LookupError(f"{bidang.model._meta.label}.{bidang.name}: jenis {nama} belum dikenal cadangan")
    return _JENIS[nama]


def semua_tabel() -> dict[str, TabelCadangan]:
    """Every table of every model, by name, except those of the running system."""
    hasil = {}
    for model in apps.get_models(include_auto_created=True):
        meta = model._meta
        if meta.managed and not meta.proxy and meta.db_table not in TAK_DIBAWA and meta.pk is not None:
            kolom = tuple(KolomCadangan(str(f.column), _jenis(f), f.null) for f in meta.concrete_fields)
            hasil[meta.db_table] = TabelCadangan(meta.db_table, str(meta.pk.column), kolom)
    return dict(sorted(hasil.items()))

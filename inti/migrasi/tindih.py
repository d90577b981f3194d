"""No two living rows of one key in force on the same day: held by the database itself.

PostgreSQL gets an exclusion constraint over ranges (no extension needed: a key is compared by its 64-bit hash), SQLite
two triggers. As a constraint of the model it stands in the migration of its table, and Django makes the triggers anew
whenever it rebuilds the table. Plain names only: migrations import this and never the models.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.ddl_references import Statement, Table
from django.db.models import BaseConstraint, Q

MASA = ("berlaku_mulai", "berlaku_sampai")
HIDUP = "dibuang_pada"


class TanpaTindih(BaseConstraint):
    """Rows of one `kunci` (field names; empty: of the table) never share a day; with `rentang` (two fields, from and to)
    only rows whose ranges meet count as of one key."""

    def __init__(self, *, name: str, kunci: tuple[str, ...] = (), rentang: tuple[str, ...] = ()) -> None:
        super().__init__(name=name)
        self.kunci, self.rentang = tuple(kunci), tuple(rentang)

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, TanpaTindih) and self.deconstruct() == lain.deconstruct()

    def __hash__(self) -> int:
        return hash((self.name, self.kunci, self.rentang))

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """As every constraint."""
        path, args, kwargs = super().deconstruct()
        return path, tuple(args), {**kwargs, "kunci": self.kunci, "rentang": self.rentang}

    # --- in the database --------------------------------------------------------------------------------------------

    def constraint_sql(self, model: Any, schema_editor: Any) -> Any:
        """Part of CREATE TABLE on PostgreSQL; on SQLite the triggers follow the table (and move with its name)."""
        if schema_editor.connection.vendor == "postgresql":
            return self._penolak(model, schema_editor.quote_name)
        schema_editor.deferred_sql += self._pemicu(model, schema_editor)
        return None

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        """Added to a table that is there; SQLite rebuilds the table instead, through `constraint_sql`."""
        if schema_editor.connection.vendor != "postgresql":
            return None
        isi = self._penolak(model, schema_editor.quote_name)
        return Statement(f"ALTER TABLE %(table)s ADD {isi}", table=_tabel(model, schema_editor))

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        """Taken from a table that stays; SQLite rebuilds the table without it."""
        if schema_editor.connection.vendor != "postgresql":
            return None
        nama = schema_editor.quote_name(self.name)
        return Statement(f"ALTER TABLE %(table)s DROP CONSTRAINT {nama}", table=_tabel(model, schema_editor))

    def _penolak(self, model: Any, kutip: Any) -> str:
        mulai, sampai, hidup, *kunci = (kutip(k) for k in _kolom(model, (*MASA, HIDUP, *self.kunci)))
        sandi = [f"hashtextextended(coalesce({k}::text, ''), 0)" for k in kunci]
        bagian = [f"int8range({s}, {s}, '[]') WITH &&" for s in sandi]
        if self.rentang:
            awal, akhir = (kutip(k) for k in _kolom(model, self.rentang))
            bagian.append(f"int4range({awal}::int4, {akhir}::int4, '[]') WITH &&")
        bagian.append(f"daterange({mulai}, {sampai}, '[]') WITH &&")
        return f"CONSTRAINT {kutip(self.name)} EXCLUDE USING gist ({', '.join(bagian)}) WHERE ({hidup} IS NULL)"

    def _pemicu(self, model: Any, schema_editor: Any) -> list[Statement]:
        kutip = schema_editor.quote_name
        mulai, sampai, hidup, *kunci = (kutip(k) for k in _kolom(model, (*MASA, HIDUP, *self.kunci)))
        rentang = [kutip(k) for k in _kolom(model, self.rentang)]
        syarat = [f"a.{k} IS NEW.{k}" for k in kunci]
        if rentang:
            syarat += [f"a.{rentang[0]} <= NEW.{rentang[1]}", f"a.{rentang[1]} >= NEW.{rentang[0]}"]
        syarat += [
            f"a.{hidup} IS NULL",
            f"(a.{sampai} IS NULL OR a.{sampai} >= NEW.{mulai})",
            f"(NEW.{sampai} IS NULL OR a.{mulai} <= NEW.{sampai})",
        ]
        ubahan = ", ".join([mulai, sampai, hidup, *kunci, *rentang])
        lain = f"a.{kutip('id')} <> NEW.{kutip('id')}"
        return [
            self._satu_pemicu("tambah", "INSERT", hidup, syarat, model, schema_editor),
            self._satu_pemicu("ubah", f"UPDATE OF {ubahan}", hidup, [*syarat, lain], model, schema_editor),
        ]

    def _satu_pemicu(self, ekor: str, saat: str, hidup: str, syarat: list[str], model: Any, editor: Any) -> Statement:
        return Statement(
            f"CREATE TRIGGER {editor.quote_name(f'{self.name}_{ekor}')} BEFORE {saat} ON %(table)s"  # noqa: S608  (our own names)
            f" WHEN NEW.{hidup} IS NULL AND EXISTS (SELECT 1 FROM %(table)s a WHERE {' AND '.join(syarat)})"
            f" BEGIN SELECT RAISE(ABORT, 'constraint failed: {self.name}'); END",
            table=_tabel(model, editor),
        )

    # --- in the program ---------------------------------------------------------------------------------------------

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = DEFAULT_DB_ALIAS) -> None:
        """Refuse a row that shares a day with another of its key, naming that row. Raises ValidationError at the first day.

        Within a transaction PostgreSQL holds the key until its end, so that of two clerks the second sees the first's row.
        """
        if instance.dibuang_pada is not None or instance.berlaku_mulai is None or "berlaku_mulai" in (exclude or ()):
            return
        if self.rentang and None in [getattr(instance, n) for n in self.rentang]:
            return
        _kunci_basis(self, model, instance, using)
        ada = self.berhadapan(model, instance, using).order_by("berlaku_mulai").first()
        if ada is not None:
            raise ValidationError(
                {
                    "berlaku_mulai": f"Bertindih dengan {ada} (berlaku {ada.masa}). Akhiri baris itu dahulu, atau ubah tanggalnya."
                },
                code="ATURAN_TINDIH",
            )

    def berhadapan(self, model: Any, instance: Any, using: str = DEFAULT_DB_ALIAS) -> Any:
        """Living rows that clash with `instance`. Where its saving ends the row in force (`menggantikan`), only rows that
        begin on its first day or within its own days do."""
        lain = self.sekunci(model, instance, using).exclude(pk=instance.pk)
        mulai, sampai = instance.berlaku_mulai, instance.berlaku_sampai
        if instance.menggantikan:
            return lain.filter(berlaku_mulai__gte=mulai, berlaku_mulai__lte=sampai or mulai)
        kueri = lain.filter(Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=mulai))
        return kueri if sampai is None else kueri.filter(berlaku_mulai__lte=sampai)

    def sekunci(self, model: Any, instance: Any, using: str = DEFAULT_DB_ALIAS) -> Any:
        """Living rows of the same key, whatever their days."""
        isi = {n: getattr(instance, model._meta.get_field(n).attname) for n in self.kunci}
        kueri = model._base_manager.using(using).filter(dibuang_pada__isnull=True)
        for nama, nilai in isi.items():
            kueri = kueri.filter(**({f"{nama}__isnull": True} if nilai is None else {nama: nilai}))
        if self.rentang:
            awal, akhir = self.rentang
            kueri = kueri.filter(**{f"{awal}__lte": getattr(instance, akhir), f"{akhir}__gte": getattr(instance, awal)})
        return kueri


def _kunci_basis(kendala: TanpaTindih, model: Any, instance: Any, using: str) -> None:
    koneksi = connections[using]
    if koneksi.vendor != "postgresql" or not koneksi.in_atomic_block:
        return  # SQLite has one writer at a time, from the beginning of its transaction
    nilai = [getattr(instance, model._meta.get_field(n).attname) for n in kendala.kunci]
    with koneksi.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{kendala.name}:{nilai!r}"])


def _kolom(model: Any, nama: tuple[str, ...]) -> list[str]:
    return [model._meta.get_field(n).column for n in nama]


def _tabel(model: Any, schema_editor: Any) -> Table:
    return Table(model._meta.db_table, schema_editor.quote_name)

"""The trial app's tables, which no migration makes. Its models are imported where its settings are in force alone."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from inti.models import UnitKerja


@pytest.fixture
def titipan(db: None, unit: UnitKerja, unit_lain: UnitKerja) -> list[Any]:
    """A thing of each of two units."""
    from tests.percobaan.models import Jawaban, Titipan

    with connection.schema_editor(atomic=False) if connection.vendor != "sqlite" else _tanpa_kunci() as e:
        for m in (Titipan, Titipan.riwayat.model, Jawaban):
            e.create_model(m)
    return [Titipan.objects.create(uraian=f"Payung unit {u.kode}", unit=u) for u in (unit, unit_lain)]


def _tanpa_kunci() -> Any:
    """SQLite's editor wants foreign keys off, which a transaction does not allow; the tables are empty."""
    from django.db.backends.sqlite3.schema import DatabaseSchemaEditor

    class Penyunting(DatabaseSchemaEditor):
        def __enter__(self) -> Any:
            self.deferred_sql: list[Any] = []
            return self

        def __exit__(self, *galat: Any) -> None:
            for sql in self.deferred_sql:
                self.execute(sql, None)

    return Penyunting(connection, atomic=False)

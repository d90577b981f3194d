"""One instant of the database, read while others write: a snapshot on a connection of its own.

SQLite in WAL and PostgreSQL under REPEATABLE READ both let a reader keep its instant without making a writer wait.
"""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Callable
from typing import Any, Self

import psycopg
from django.db import connection

from inti.cadangan.kolom import TabelCadangan
from inti.cadangan.sandi import CadanganRusak
from inti.services.segel import URUTAN_POSTGRESQL

BARIS_SEKALI = 5_000


class Potret:
    """The snapshot; use as a context manager."""

    def __init__(self) -> None:
        self.vendor = connection.vendor
        self._hubungan: Any = None

    def __enter__(self) -> Self:
        if self.vendor == "postgresql":
            isi = {k: v for k, v in connection.get_connection_params().items() if k != "pool"}
            self._hubungan = psycopg.connect(**isi)
            self._hubungan.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            self._hubungan.execute("SELECT 1")
            return self
        nama = str(connection.settings_dict["NAME"])
        if nama == ":memory:" or "mode=memory" in nama:
            raise CadanganRusak("Basis data ini hanya di memori dan tidak dapat dicadangkan.")
        self._hubungan = sqlite3.connect(nama, timeout=30, isolation_level=None)
        self._hubungan.execute("BEGIN")
        self._hubungan.execute("SELECT COUNT(*) FROM sqlite_master")  # the instant is that of the first read
        return self

    def __exit__(self, *_: object) -> None:
        self._hubungan.close()

    def ambil(self, perintah: str) -> list[tuple[Any, ...]]:
        """All rows of a query at this instant."""
        return list(self._hubungan.execute(perintah).fetchall())

    def salin(self, tabel: TabelCadangan, tulis: Callable[[bytes], Any]) -> int:
        """Write a table as CSV (no heading, UTF-8). Out: its number of rows."""
        perintah = tabel.perintah_baca(self.vendor)
        if self.vendor == "postgresql":
            with self._hubungan.cursor() as kursor:
                with kursor.copy(f"COPY ({perintah}) TO STDOUT (FORMAT csv)") as salinan:
                    for isi in salinan:
                        tulis(bytes(isi))
                return int(kursor.rowcount)
        banyak = 0
        kursor = self._hubungan.execute(perintah)
        while baris := kursor.fetchmany(BARIS_SEKALI):
            aliran = io.StringIO()
            csv.writer(aliran).writerows(baris)  # CRLF line ends make it quote a lone carriage return too
            tulis(aliran.getvalue().encode())
            banyak += len(baris)
        return banyak

    def urutan(self) -> dict[str, int]:
        """By table: the last key given out. Not below any row of this instant, so that no key is given twice."""
        if self.vendor == "postgresql":
            return dict(self.ambil(URUTAN_POSTGRESQL))
        return dict(self.ambil("SELECT name, seq FROM sqlite_sequence"))

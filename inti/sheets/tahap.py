"""The staging table of an import: cleaned rows outside the main tables, in a temporary table of this connection.

Filling it takes no lock that a clerk could meet: SQLite keeps temporary tables in a database of their own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from string import Template
from typing import Any, Self

from django.db import connection

TEKS, BULAT, LOGIS, TANGGAL = "teks", "bulat", "logis", "tanggal"
_JENIS = {
    "sqlite": {TEKS: "text", BULAT: "integer", LOGIS: "integer", TANGGAL: "text"},
    "postgresql": {TEKS: "text", BULAT: "bigint", LOGIS: "boolean", TANGGAL: "date"},
}
_INSERT = "INSERT INTO $tabel ($nama) VALUES ($tanda)"
_COPY = "COPY $tabel ($nama) FROM STDIN (FORMAT csv, FORCE_NOT_NULL ($teks))"  # an empty text is no NULL


class Tahap:
    """A staging table; use as a context manager, which drops it on leaving.

    In: its name, its columns in order as (name, kind), and columns that SQL fills later. A row is a tuple in order,
    its first column `baris` the row's number in the sheet and the table's key.
    """

    def __init__(self, nama: str, kolom: Sequence[tuple[str, str]], tambahan: Sequence[tuple[str, str]] = ()) -> None:
        self.nama, self.kolom, self.tambahan = nama, tuple(kolom), tuple(tambahan)
        self.postgresql = connection.vendor == "postgresql"
        self._kursor: Any = None
        bagian = {"tabel": nama, "nama": ", ".join(n for n, _ in kolom), "tanda": ", ".join("?" * len(kolom))}
        bagian["teks"] = ", ".join(n for n, jenis in kolom if jenis == TEKS)
        self._perintah_isi = Template(_COPY if self.postgresql else _INSERT).substitute(bagian)

    def __enter__(self) -> Self:
        self._kursor = connection.cursor()
        if self.postgresql:
            # A dozen large statements: compiling them costs more than it saves, hashes must stay in memory, and a small
            # sample tells the planner enough (a full one took as long as all the statements together).
            self._kursor.execute("SET jit = off; SET work_mem = '64MB'; SET default_statistics_target = 10")
        self.buat(self.nama, (*self.kolom, *self.tambahan))
        return self

    def __exit__(self, jenis: type[BaseException] | None, *_: object) -> None:
        # Inside a failed transaction PostgreSQL accepts nothing more; rolling it back removes the table as well.
        if jenis is None or not connection.in_atomic_block:
            self._kursor.execute(f"DROP TABLE IF EXISTS {self.nama}")
            if self.postgresql:
                self._kursor.execute("RESET jit; RESET work_mem; RESET default_statistics_target")
        self._kursor.close()

    def buat(self, nama: str, kolom: Sequence[tuple[str, str]]) -> None:
        """Make a temporary table anew; `baris` is its key. It lasts as long as the connection."""
        jenis = _JENIS[connection.vendor]
        isi = ", ".join(f"{n} {jenis[j]}{' PRIMARY KEY' if n == 'baris' else ''}" for n, j in kolom)
        self._kursor.execute(f"DROP TABLE IF EXISTS {nama}")
        self._kursor.execute(f"CREATE TEMPORARY TABLE {nama} ({isi})")

    def isi(self, baris: Sequence[Sequence[Any]]) -> None:
        """Add rows: text (never None), int, bool, ISO date or None, in the order of `kolom`. Between calls nothing is left open."""
        if self.postgresql:
            aliran = io.StringIO()
            csv.writer(aliran).writerows(baris)  # in C; psycopg's own adaption of rows takes five times as long
            with self._kursor.cursor.copy(self._perintah_isi) as salin:
                salin.write(aliran.getvalue())
            return
        mentah = connection.connection
        sendiri = not mentah.in_transaction
        if sendiri:
            mentah.execute("BEGIN DEFERRED")  # locks nothing: only the temporary table is touched
        try:
            mentah.executemany(self._perintah_isi, baris)
        finally:
            if sendiri:
                mentah.execute("COMMIT")

    def selesai_isi(self) -> None:
        """No more rows will come: let the planner know the table."""
        if self.postgresql:
            self._kursor.execute(f"ANALYZE {self.nama}")

    def jalankan(self, sql: str, parameter: Sequence[Any] = ()) -> int:
        """Run one statement; out: rows touched."""
        self._kursor.execute(sql, parameter)
        return self._kursor.rowcount

    def ambil(self, sql: str, parameter: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one query; out: all its rows."""
        self._kursor.execute(sql, parameter)
        return self._kursor.fetchall()

    def jalankan_banyak(self, sql: str, parameter: Sequence[Sequence[Any]]) -> None:
        """Run one statement for each tuple of parameters."""
        if parameter:
            self._kursor.executemany(sql, parameter)

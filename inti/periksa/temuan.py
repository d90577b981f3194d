"""A finding of `periksa`, and the one way of asking the database for findings in sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db import connection

SALAH, CATATAN = "salah", "catatan"


@dataclass(frozen=True)
class TemuanPeriksa:
    """What is wrong: stable code, table ("app.Model") or folder, row id or file, a sentence, what to do.

    A `catatan` is worth knowing and no fault: rows that wait for their seal, a file left by an act that was undone.
    """

    kode: str
    tabel: str
    baris: str
    pesan: str
    langkah: str
    sifat: str = SALAH

    def sebagai_data(self) -> dict[str, str]:
        return asdict(self)


def baris_sql(perintah: str, parameter: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Rows of a query."""
    with connection.cursor() as kursor:
        kursor.execute(perintah, parameter)
        return kursor.fetchall()


def temuan_sql(
    perintah: str, kode: str, tabel: str, pesan: str, langkah: str, parameter: Sequence[Any] = ()
) -> Iterator[TemuanPeriksa]:
    """One finding for each row of a query whose first column is the row's id; `pesan` may use {0}, {1}, ... of it."""
    for baris in baris_sql(perintah, parameter):
        yield TemuanPeriksa(kode, tabel, str(baris[0]), pesan.format(*baris), langkah)

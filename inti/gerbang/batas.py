"""Limits on public pages: tries in a window, counted in the database so that every process agrees."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest
from django.utils import timezone

from inti.gerbang.alamat import alamat_klien

PALING_LAMA = dt.timedelta(days=2)  # no window is longer than a day; older counts are forgotten


class BatasTerlampaui(Exception):
    """Too many tries from this address in this window."""


class Pencacah(NamedTuple):
    """What is counted: tries of `apa` by `siapa` in windows of `detik` seconds; 0 is one window without an end."""

    siapa: str
    apa: str
    detik: int

    @property
    def kunci(self) -> str:
        """Keyed digest of who, what and when: the table tells nobody who came or who was sought."""
        jendela = int(timezone.now().timestamp()) // self.detik if self.detik else 0
        isi = f"{settings.SECRET_KEY}|{self.apa}|{jendela}|{self.siapa}"
        return hashlib.sha256(isi.encode()).hexdigest()


def hitung_banyak(*pencacah: Pencacah) -> list[int]:
    """Count one try of each and give the counts, in the same order, in one statement.

    Tries side by side count each for itself. The rows are written in the order of their keys, so two statements that
    share some never wait for each other in a ring.
    """
    kunci = [p.kunci for p in pencacah]
    kini = connection.ops.adapt_datetimefield_value(timezone.now())
    nilai = [v for k in sorted(set(kunci)) for v in (k, kini)]
    baris = ", ".join(["(%s, 1, %s)"] * (len(nilai) // 2))
    with _tanpa_menunggu_cakram() as kursor:
        kursor.execute(
            f"INSERT INTO inti_percobaan (kunci, jumlah, waktu) VALUES {baris} "  # noqa: S608  (placeholders only)
            "ON CONFLICT (kunci) DO UPDATE SET jumlah = inti_percobaan.jumlah + 1 RETURNING kunci, jumlah",
            nilai,
        )
        jumlah = dict(kursor.fetchall())
    return [int(jumlah[k]) for k in kunci]


@contextmanager
def _tanpa_menunggu_cakram() -> Iterator[Any]:
    """A cursor whose commit doesn't wait for the disk: a power cut may forget the last second of counts, nothing else.

    All tries of an hour meet in one row; each would hold it for as long as the disk takes. Within somebody else's
    transaction nothing is changed: what that one promises to keep is kept.
    """
    if connection.in_atomic_block:
        with connection.cursor() as kursor:
            yield kursor
    elif connection.vendor == "sqlite":
        with connection.cursor() as kursor:
            kursor.execute("PRAGMA synchronous")
            semula = int(kursor.fetchone()[0])
            kursor.execute("PRAGMA synchronous=NORMAL")
            try:
                yield kursor
            finally:
                kursor.execute(f"PRAGMA synchronous={semula}")
    else:
        with transaction.atomic(), connection.cursor() as kursor:
            kursor.execute("SET LOCAL synchronous_commit = off")
            yield kursor


def hitung_coba(request: HttpRequest, apa: str, *, paling_banyak: int, detik: int) -> None:
    """Count one try of `apa` by the client's address. Raises BatasTerlampaui beyond `paling_banyak` in `detik` seconds."""
    hitung_coba_oleh(alamat_klien(request), apa, paling_banyak=paling_banyak, detik=detik)


def hitung_coba_oleh(siapa: str, apa: str, *, paling_banyak: int, detik: int) -> None:
    """Count one try of `apa` by `siapa` (an address or an account) before it is made, so that tries side by side count.

    Raises BatasTerlampaui beyond `paling_banyak` in `detik` seconds.
    """
    if hitung_banyak(Pencacah(siapa, apa, detik))[0] > paling_banyak:
        raise BatasTerlampaui


def lupakan_coba(siapa: str, apa: str, *, detik: int) -> None:
    """Forget the tries of this window: the last one succeeded."""
    from inti.models import Percobaan

    Percobaan.objects.filter(kunci=Pencacah(siapa, apa, detik).kunci).delete()


def lupakan_lama() -> int:
    """Delete counts whose window is long past. Out: how many. The worker calls it now and then."""
    from inti.models import Percobaan

    return Percobaan.objects.filter(waktu__lt=timezone.now() - PALING_LAMA).delete()[0]

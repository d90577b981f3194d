"""The demonstration office for tests, built once in each process: later tests get its rows back in one sweep.

Building it takes the services twenty seconds; putting its rows and files back into the test's own transaction and
folder takes two.
"""

from __future__ import annotations

import atexit
import datetime as dt
import shutil
import tempfile
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models

_ISI: dict[str, list[tuple[Any, ...]]] = {}
_SANDI: list[str] = []


def _tabel() -> dict[str, list[str]]:
    """Every table of ours with its columns; those that the database computes itself are left out."""
    return {
        m._meta.db_table: [f.column for f in m._meta.local_concrete_fields if not isinstance(f, models.GeneratedField)]
        for m in apps.get_models(include_auto_created=True)
        if m._meta.managed and not m._meta.proxy
    }


@lru_cache
def _berkas() -> str:
    """The folder of this process that keeps a copy of the office's files."""
    folder = tempfile.mkdtemp(prefix="contoh-uji-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _baca(tabel: str, kolom: list[str]) -> list[tuple[Any, ...]]:
    with connection.cursor() as kursor:
        kursor.execute(f"SELECT {', '.join(map(connection.ops.quote_name, kolom))} FROM {tabel}")
        return list(kursor.fetchall())


def isi_kantor() -> str:
    """Fill this test's tables with the demonstration office. Out: the password of its accounts."""
    from inti.management.commands.demo import isi_akun_dan_bagian

    if not _ISI:
        _SANDI[:] = [isi_akun_dan_bagian(0)]
        _kenali_isi()
        _ISI.update({t: _baca(t, k) for t, k in _tabel().items()})
        shutil.copytree(settings.BERKAS_DIR, _berkas(), dirs_exist_ok=True)
        return _SANDI[0]
    for tabel, kolom in _tabel().items():
        kini = _baca(tabel, kolom)
        if sorted(map(repr, kini)) == sorted(map(repr, _ISI[tabel])):
            continue
        _tulis(tabel, kolom, kosongkan=bool(kini))
    _kenali_isi()
    shutil.copytree(_berkas(), settings.BERKAS_DIR, dirs_exist_ok=True)
    ContentType.objects.clear_cache()
    return _SANDI[0]


def _kenali_isi() -> None:
    """Let PostgreSQL's planner know the rows of this transaction; it would take every table for empty."""
    if connection.vendor == "postgresql":
        with connection.cursor() as kursor:
            kursor.execute("ANALYZE")


def _tulis(tabel: str, kolom: list[str], *, kosongkan: bool) -> None:
    nama = ", ".join(map(connection.ops.quote_name, kolom))
    with connection.cursor() as kursor:
        if kosongkan:
            kursor.execute(f"DELETE FROM {tabel}")
        if connection.vendor == "postgresql":
            with kursor.copy(f"COPY {tabel} ({nama}) FROM STDIN") as salin:
                for baris in _ISI[tabel]:
                    salin.write_row(baris)
        else:
            isi = [[str(n) if isinstance(n, dt.time) else n for n in baris] for baris in _ISI[tabel]]
            kursor.executemany(f"INSERT INTO {tabel} ({nama}) VALUES ({', '.join(['%s'] * len(kolom))})", isi)

"""`lipat_migrasi`: fold the migrations of all apps into the first ones, and compare the schemas that they make."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, no_translations
from django.db import connection

from inti.migrasi.lipat import aplikasi_kita, berkas_migrasi, tulisan_awal
from inti.migrasi.skema import beda_skema

BACA = (
    "import json, sys; from django.db import connection; from inti.migrasi.skema import baca_skema; "
    "json.dump(baca_skema(connection), sys.stdout)"
)


class Command(BaseCommand):
    help = (
        "Melipat migrasi semua aplikasi menjadi migrasi awalnya, lalu membandingkan skemanya benda demi benda. "
        "Hanya sebelum rilis pertama, selagi belum ada kantor yang mempunyai data."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--periksa", action="store_true", help="hanya membandingkan; berkas migrasi tidak diubah")

    @no_translations
    def handle(self, *args: Any, periksa: bool, **options: Any) -> None:
        """Schema before, new files, schema after; where they differ the old files come back and the exit code is 1."""
        sebelum = _skema()
        lama = {b: b.read_text(encoding="utf-8") for a in aplikasi_kita() for b in berkas_migrasi(a, tetap=False)}
        baru = tulisan_awal()
        beda = ["Skema yang baru tidak terbaca."]
        try:
            _ganti(lama, baru)
            beda = beda_skema(sebelum, _skema())
        finally:
            if beda or periksa:
                _ganti(baru, lama)
        if beda:
            raise CommandError("Skema berbeda; migrasi lama dikembalikan:\n" + "\n".join(beda))
        self.stderr.write(f"Skema sama: {len(sebelum)} benda, {connection.vendor}.")


def _ganti(dari: dict[Path, str], ke: dict[Path, str]) -> None:
    for berkas in dari:
        berkas.unlink(missing_ok=True)
    for berkas, isi in ke.items():
        berkas.write_text(isi, encoding="utf-8")


def _skema() -> dict[str, str]:
    """The schema that the migration files make now, in a database of its own of the configured kind."""
    with tempfile.TemporaryDirectory() as folder:
        alamat, buang = _basis_data(folder)
        lingkungan = os.environ | {"DATABASE_URL": alamat, "LOG_LEVEL": "ERROR"}
        manage = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py")]
        try:
            for perintah in (["migrate", "-v", "0", "--skip-checks"], ["shell", "-v", "0", "-c", BACA]):
                hasil = subprocess.run(  # noqa: S603  (our own two commands)
                    [*manage, *perintah], env=lingkungan, capture_output=True, text=True, check=False
                )
                if hasil.returncode:
                    raise CommandError(hasil.stderr)
        finally:
            buang()
        return dict(json.loads(hasil.stdout))


def _basis_data(folder: str) -> tuple[str, Callable[[], None]]:
    """Address of a new, empty database of the configured kind, and how to do away with it."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{folder}/lipat.sqlite3", lambda: None
    nama = f"lipat_{os.getpid()}"

    def perintah(sql: str) -> None:
        with connection._nodb_cursor() as kursor:
            kursor.execute(sql)

    perintah(f"DROP DATABASE IF EXISTS {nama}")
    perintah(f"CREATE DATABASE {nama}")
    return os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/{nama}", lambda: perintah(f"DROP DATABASE {nama}")

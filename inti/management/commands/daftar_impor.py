"""`daftar-impor`: every kind of import with its columns, and template workbooks."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from inti import registry
from inti.sheets.tulis import tulis_templat


class Command(BaseCommand):
    """Words go to stdout here: the list is the command's result."""

    requires_system_checks: list[str] = []  # the pages need not be sound for this
    help = "Menampilkan jenis impor beserta kolomnya; dengan --templat menulis buku kerja kosong untuk tiap jenis."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where templates go."""
        parser.add_argument("--templat", metavar="FOLDER", type=Path, help="folder untuk buku kerja kosong")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the list; write the templates."""
        folder: Path | None = options["templat"]
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        for jenis in registry.semua_importir():
            kolom = registry.importir(jenis).kolom
            self.stdout.write(jenis)
            for k in kolom:
                alias = f"; juga {', '.join(k.alias)}" if k.alias else ""
                self.stdout.write(f"  {k.judul} ({'wajib' if k.wajib else 'tidak wajib'}{alias})")
            if folder is not None:
                tulis_templat(folder / f"{jenis}.xlsx", kolom)
        if folder is not None:
            self.stderr.write(f"Buku kerja kosong ditulis ke {folder.name}.")

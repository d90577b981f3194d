"""`ekspor`: a registered export to xlsx or csv."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from inti import registry
from inti.models import JejakBaca
from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.tulis import tulis_tabel


class Command(BaseCommand):
    """Exit code 2 when the kind or the ending of the file is unknown."""

    requires_system_checks: list[str] = []  # the pages need not be sound for this
    help = "Menulis daftar ke berkas .xlsx atau .csv. Sel yang dapat dijalankan aplikasi lembar kerja dijinakkan."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Kind and target."""
        parser.add_argument("jenis", metavar="JENIS", help=f"salah satu dari: {', '.join(registry.semua_ekspor())}")
        parser.add_argument("--ke", metavar="BERKAS", type=Path, required=True, help="berkas tujuan (.xlsx atau .csv)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file and log that it was made."""
        ekspor = registry.semua_ekspor().get(options["jenis"])
        if ekspor is None:
            self.stderr.write(
                f"Jenis {options['jenis']} tidak dikenal. Jenis yang ada: {', '.join(registry.semua_ekspor())}."
            )
            sys.exit(2)
        if not options["ke"].resolve().parent.is_dir():
            self.stderr.write("Folder tujuan tidak ada. Buat foldernya atau pilih folder lain.")
            sys.exit(2)
        judul, baris = registry.ekspor(ekspor.jenis)(None)
        try:
            banyak = tulis_tabel(options["ke"], judul, baris, lembar=ekspor.sebutan)
        except BerkasTakTerpakai as galat:
            self.stderr.write(galat.pesan)
            sys.exit(2)
        JejakBaca.objects.create(
            jenis=JejakBaca.Jenis.EKSPOR, keterangan=f"Perintah ekspor {ekspor.jenis}: {banyak} baris"
        )
        self.stderr.write(f"{banyak} baris ditulis ke {options['ke'].name}.")

"""`cadangkan`: a consistent backup while the system runs."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from inti.cadangan.ambil import cadangkan
from inti.cadangan.sandi import CadanganRusak, baca_kunci, buat_kunci


class Command(BaseCommand):
    """Exit code 0: whole; 1: written, but the source lacks something (words on stderr); 2: no backup."""

    requires_system_checks: list[str] = []  # the pages need not be sound for this
    help = (
        "Mencadangkan basis data dan berkas pada satu saat, selagi sistem dipakai. Dengan --kunci isinya dienkripsi. "
        "Kode keluar: 0 utuh; 1 tertulis, tetapi sumbernya sendiri kurang; 2 tidak ada cadangan yang dibuat."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Target and key."""
        parser.add_argument("folder", metavar="FOLDER", type=Path, nargs="?", help="folder baru untuk cadangan ini")
        parser.add_argument("--kunci", metavar="BERKAS", type=Path, help="berkas kunci; isi cadangan dienkripsi")
        parser.add_argument("--buat-kunci", metavar="BERKAS", type=Path, help="buat berkas kunci baru, lalu selesai")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the backup."""
        mulai = time.monotonic()
        try:
            if options["buat_kunci"]:
                buat_kunci(options["buat_kunci"])
                self.stderr.write(
                    "Kunci dibuat. Simpan salinannya di luar mesin ini: tanpa kunci, cadangan tidak dapat dibuka."
                )
                if not options["folder"]:
                    return
            if not options["folder"]:
                raise CadanganRusak("Sebutkan FOLDER untuk cadangan.")
            berkas_kunci = options["kunci"] or options["buat_kunci"]
            kunci = baca_kunci(berkas_kunci) if berkas_kunci else None
            hasil = cadangkan(options["folder"], kunci, self.stderr.write)
        except CadanganRusak as galat:
            self.stderr.write(str(galat))
            sys.exit(2)
        for p in hasil.peringatan:
            self.stderr.write(f"Peringatan: {p}")
        if kunci is None:
            self.stderr.write(
                "Tanpa --kunci: isi cadangan dapat dibaca siapa saja yang memegangnya, dan manifesnya hanya memuat sidik, "
                "sehingga pengubahan yang disengaja tidak dapat dibuktikan. Kunci segel tidak ikut."
            )
        self.stderr.write(
            f"Cadangan utuh: {hasil.baris} baris, {hasil.berkas} berkas, {hasil.bita / 1e6:.1f} MB, "
            f"{time.monotonic() - mulai:.1f} detik, di {hasil.folder}."
        )
        sys.exit(1 if hasil.peringatan else 0)

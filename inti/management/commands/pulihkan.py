"""`pulihkan`: restore a backup into an empty system and verify it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from inti.cadangan.pulih import pulihkan
from inti.cadangan.sandi import CadanganRusak, baca_kunci
from inti.periksa.jalan import jalankan_periksa
from inti.services.pos import pos_sesudah_pulih


class Command(BaseCommand):
    """Exit code 0: restored and sound; 1: restored, but `periksa` finds something; 2: refused, nothing changed."""

    requires_system_checks: list[str] = []  # the pages need not be sound for this
    help = (
        "Memulihkan cadangan ke sistem kosong (basis data baru sesudah migrate, BERKAS_DIR kosong). Seluruh cadangan "
        "diperiksa dahulu. Kode keluar: 0 pulih dan utuh; 1 pulih, tetapi periksa menemukan sesuatu; 2 ditolak."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Source and key."""
        parser.add_argument("folder", metavar="FOLDER", type=Path, help="folder cadangan")
        parser.add_argument("--kunci", metavar="BERKAS", type=Path, help="berkas kunci cadangan yang dienkripsi")

    def handle(self, *args: Any, **options: Any) -> None:
        """Restore and check."""
        try:
            kunci = baca_kunci(options["kunci"]) if options["kunci"] else None
            hasil = pulihkan(options["folder"], kunci, self.stderr.write)
        except CadanganRusak as galat:
            self.stderr.write(str(galat))
            sys.exit(2)
        self.stderr.write(f"Pulih: {hasil['baris']} baris, {hasil['berkas']} berkas. Memeriksa seluruh data.")
        if ragu := pos_sesudah_pulih():
            self.stderr.write(
                f"{ragu} pos keluar yang menunggu saat dicadangkan ditandai tidak pasti; putuskan satu per satu."
            )
        periksa = jalankan_periksa()
        for t in periksa["temuan"][:50]:
            self.stderr.write(f"{t['kode']} {t['tabel']} {t['baris']}: {t['pesan']}")
        self.stderr.write("Semua baik." if periksa["baik"] else f"{len(periksa['temuan'])} temuan. Jalankan periksa.")
        sys.exit(0 if periksa["baik"] else 1)

"""`periksa`: check every invariant of the data."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from inti.periksa.jalan import jalankan_periksa


class Command(BaseCommand):
    """Exit code 0: all is well; 1: something is not. The result goes to stdout, words to stderr."""

    requires_system_checks: list[str] = []  # the pages need not be sound for this
    help = (
        "Memeriksa seluruh data: nomor, keadaan, riwayat, berkas, impor, tugas, dan segel. "
        "Kode keluar: 0 semua baik; 1 ada yang salah (daftarnya pada keluaran baku)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="keluarkan hasil sebagai JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, print, and end with the exit code."""
        hasil = jalankan_periksa(lambda n, semua, nama: self.stderr.write(f"{n + 1}/{semua} {nama}"))
        if options["json"]:
            self.stdout.write(json.dumps(hasil, ensure_ascii=False, indent=1))
        else:
            self._tabel(hasil)
        salah = len(hasil["temuan"])
        self.stderr.write("Semua baik." if hasil["baik"] else f"{salah} temuan. Rinciannya pada keluaran baku.")
        sys.exit(0 if hasil["baik"] else 1)

    def _tabel(self, hasil: dict[str, Any]) -> None:
        for p in hasil["periksa"]:
            tanda = "baik" if not p["salah"] else f"{p['salah']} salah"
            self.stdout.write(f"{p['sebutan']:<50} {tanda:<12} {p['detik']:>7.2f} detik")
        for t in hasil["temuan"] + hasil["catatan"]:
            sifat = "CATATAN" if t["sifat"] == "catatan" else "SALAH"
            self.stdout.write(f"{sifat:<8} {t['kode']:<28} {t['tabel']} {t['baris']}: {t['pesan']} {t['langkah']}")

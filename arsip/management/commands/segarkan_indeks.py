"""`segarkan_indeks`: bring the archive's full-text index up to date by hand, or build it anew."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from arsip.queries.cari import ringkasan_indeks
from arsip.queries.sumber_indeks import SUMBER
from arsip.services.indeks import indeks_segarkan


class Command(BaseCommand):
    help = "Memasukkan surat yang berubah ke indeks pencarian arsip. Pekerja melakukannya sendiri setiap saat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--semua", action="store_true", help="susun ulang seluruh indeks dari catatan yang ada")
        parser.add_argument("--sumber", choices=sorted(SUMBER), help="hanya satu jenis catatan")

    def handle(self, *args: Any, semua: bool, sumber: str | None, **options: Any) -> None:
        """Take in, then say what the index holds."""
        jumlah = indeks_segarkan(label=sumber, semua=semua)
        self.stdout.write(f"{jumlah} catatan dimasukkan.")
        ada = ringkasan_indeks()
        for label, s in SUMBER.items():
            self.stdout.write(f"  {s.sebutan:<16} {ada.get(label, 0):>9}")

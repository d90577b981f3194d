"""`segel`: seal history by hand, or accept the chain after something was lost or put back knowingly."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from inti.galat import AturanDilanggar
from inti.services.segel import segel_akui, segel_susun


class Command(BaseCommand):
    """Exit code 2 when the chain and its head do not agree or the folder can't be written."""

    requires_system_checks: list[str] = []
    help = "Menyegel riwayat yang belum disegel. Pekerja dan cadangan melakukannya sendiri."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--akui",
            metavar="ALASAN",
            help="akui rantai di basis data apa adanya, dengan alasan: sesudah salinan lama dikembalikan dengan sengaja, "
            "atau kunci dan kepala segel hilang. Kepala lama disimpan di jejak.jsonl",
        )

    def handle(self, *args: Any, akui: str | None, **options: Any) -> None:
        """Seal, or accept."""
        try:
            if akui is not None:
                kepala = segel_akui(alasan=akui)
                self.stderr.write(f"Rantai diakui sampai segel {kepala.urut if kepala else 0}.")
                return
            hasil = segel_susun()
        except AturanDilanggar as galat:
            self.stderr.write(galat.kalimat)
            sys.exit(2)
        self.stderr.write(f"Segel {hasil.urut} disusun." if hasil else "Tidak ada yang perlu disegel.")

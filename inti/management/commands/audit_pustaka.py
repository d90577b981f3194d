"""`audit_pustaka`: compare the installed libraries with the lock."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from inti.pustaka.audit import audit, terpasang
from inti.pustaka.kunci import JALAN, UJI, baca_pustaka


class Command(BaseCommand):
    """Exit code 0: all agree; 1: a finding, also when there was nothing to look at."""

    requires_system_checks: list[str] = []
    help = (
        "Membandingkan pustaka yang terpasang dengan requirements.lock, tanpa jaringan. "
        "Kode keluar: 0 semua sesuai; 1 ada yang berbeda, atau tidak ada yang diperiksa."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--uji", action="store_true", help="dengan alat uji: requirements-dev.lock")
        parser.add_argument("--json", action="store_true", help="keluarkan hasil sebagai JSON")
        parser.add_argument("--folder", default=settings.BASE_DIR, type=Path, help="folder berkas kunci")
        parser.add_argument("--lingkungan", metavar="FOLDER", help="folder site-packages lain yang diperiksa")

    def handle(self, *args: Any, **options: Any) -> None:
        """Compare, print, and end with the exit code."""
        minta, kunci = (
            baca_pustaka(b) if b.exists() else []
            for b in (options["folder"] / n for n in (UJI if options["uji"] else JALAN))
        )
        ada = terpasang(options["lingkungan"])
        temuan = audit(ada=ada, kunci=kunci, minta=minta)
        if options["json"]:
            hasil = {"terpasang": len(ada), "terkunci": len(kunci), "temuan": [t._asdict() for t in temuan]}
            self.stdout.write(json.dumps(hasil, ensure_ascii=False, indent=1))
        else:
            for t in temuan:
                self.stdout.write(f"{t.kode:<17} {t.nama}: {t.pesan}")
        self.stderr.write(f"{len(ada)} terpasang, {len(kunci)} terkunci, {len(temuan)} temuan.")
        sys.exit(1 if temuan else 0)

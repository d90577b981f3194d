"""`sbom`: the bill of materials as CycloneDX JSON on stdout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from inti.pustaka.kunci import JALAN, baca_pustaka
from inti.pustaka.sbom import BukanYangTerkunci, sbom


class Command(BaseCommand):
    requires_system_checks: list[str] = []
    help = "Daftar pustaka yang dijalankan (CycloneDX JSON): versi, lisensi, purl, dan hash dari requirements.lock."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print it; exit code 1 where what is installed is not what is locked."""
        try:
            isi = sbom(baca_pustaka(Path(settings.BASE_DIR) / JALAN[1]))
        except BukanYangTerkunci as sebab:
            raise CommandError(f"{sebab} Jalankan audit-pustaka.") from sebab
        self.stdout.write(json.dumps(isi, ensure_ascii=False, indent=1))
        tanpa = [k["name"] for k in isi["components"] if not k["licenses"]]
        self.stderr.write(
            f"{len(isi['components'])} pustaka; tanpa lisensi tertulis: {', '.join(tanpa) or 'tidak ada'}."
        )

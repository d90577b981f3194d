"""`kunci_pustaka`: write the lock files with hashes from what pip reports."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from inti.pustaka.indeks import BAWAAN, IndeksGagal, kunci_dari_indeks
from inti.pustaka.kunci import JALAN, UJI, tulis_kunci


class Command(BaseCommand):
    """Where pip can't answer nothing is written and the exit code is 1."""

    requires_system_checks: list[str] = []
    help = (
        "(Pengembang, perlu jaringan.) Menulis requirements.lock dan requirements-dev.lock: versi setiap pustaka, juga "
        "yang dibawa pustaka lain, dengan SHA-256 dari indeks. Tidak memasang apa pun."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--indeks", default=BAWAAN, metavar="URL", help="indeks pustaka (bawaan: %(default)s)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask the index, then write both files."""
        akar = Path(settings.BASE_DIR)
        try:
            kunci = kunci_dari_indeks(
                minta_jalan=akar / JALAN[0], minta_uji=akar / UJI[0], indeks=options["indeks"], kabar=self.stderr.write
            )
        except IndeksGagal as sebab:
            raise CommandError(f"Indeks tidak menjawab; berkas kunci tidak diubah.\n{sebab}") from sebab
        for (_, nama), isi in zip((JALAN, UJI), kunci, strict=True):
            (akar / nama).write_text(tulis_kunci(isi, nama=nama), encoding="utf-8")
            self.stderr.write(f"{nama}: {len(isi)} pustaka, {sum(len(p.hash) for p in isi)} hash.")

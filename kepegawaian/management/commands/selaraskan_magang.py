"""`selaraskan_magang`: accounts of open interns follow the placement of the day. Run it every night."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from kepegawaian.services.magang import akun_selaraskan_semua


class Command(BaseCommand):
    """Exit code 1 when an account could not follow; the others did."""

    help = "Menyelaraskan unit dan pembimbing akun peserta magang dengan penempatan hari ini."

    def handle(self, *args: Any, **options: Any) -> None:
        """One act for each account that changes; nothing for the others."""
        berubah, gagal = akun_selaraskan_semua()
        for kalimat in gagal:
            self.stderr.write(kalimat)
        self.stderr.write(f"{berubah} akun diselaraskan, {len(gagal)} gagal.")
        if gagal:
            sys.exit(1)

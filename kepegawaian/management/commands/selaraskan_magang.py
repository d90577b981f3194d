"""`selaraskan_magang`: accounts of open interns follow the placement of the day. Run it every night."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from inti.galat import AturanDilanggar
from kepegawaian.models import PesertaMagang
from kepegawaian.services.magang import akun_selaraskan


class Command(BaseCommand):
    """Exit code 1 when an account could not follow; the others did."""

    help = "Menyelaraskan unit dan pembimbing akun peserta magang dengan penempatan hari ini."

    def handle(self, *args: Any, **options: Any) -> None:
        """One act for each account that changes; nothing for the others."""
        berubah, gagal = 0, 0
        terbuka = PesertaMagang.objects.hidup().filter(
            akun__isnull=False, status__in=["diterima", "berjalan"], sampai__gte=timezone.localdate()
        )
        for peserta in terbuka.select_related("pembimbing"):
            try:
                berubah += akun_selaraskan(peserta=peserta, oleh=None)
            except AturanDilanggar as galat:
                gagal += 1
                self.stderr.write(f"Peserta {peserta.pk}: {galat.kalimat}")
        self.stderr.write(f"{berubah} akun diselaraskan, {gagal} gagal.")
        if gagal:
            sys.exit(1)

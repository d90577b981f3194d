"""`segarkan_retensi`: bring what follows from the schedule in step on all records."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from arsip.services.retensi import retensi_segarkan


class Command(BaseCommand):
    help = "Menghitung kembali masa simpan semua arsip menurut JRA. Boleh diulang."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many changed."""
        self.stdout.write(f"{retensi_segarkan()} arsip diperbarui.")

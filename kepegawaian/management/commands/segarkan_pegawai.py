"""`segarkan_pegawai`: bring the present state of the staff in step with their dated facts by hand."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from kepegawaian.services.harian import segarkan_semua_pegawai


class Command(BaseCommand):
    help = "Menyesuaikan keadaan pegawai dengan riwayat kariernya. Pekerja melakukannya sendiri tiap hari."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many changed."""
        self.stderr.write(f"{segarkan_semua_pegawai()} pegawai disesuaikan.")

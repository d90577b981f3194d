"""Templates and number patterns of the demonstration office."""

from __future__ import annotations

from arsip.models import TemplatSurat
from arsip.services.templat_awal import templat_awal_isi


def isi_templat() -> None:
    if not TemplatSurat.objects.exists():
        templat_awal_isi(oleh=None)

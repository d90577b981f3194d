"""Wording that upper apps ask for."""

from __future__ import annotations

from arsip.models import TemplatSurat


def teks_templat(kode: str) -> dict[str, str] | None:
    """Texts of the office's own template of that code; None where it keeps none, or has put it out of use."""
    templat = TemplatSurat.objects.hidup().filter(kode=kode, aktif=True).first()
    return templat.teks if templat is not None else None

"""Notices to a user. Their text never holds a personal number."""

from __future__ import annotations

from typing import Any

from inti.formats import samar_angka_panjang
from inti.models import Pemberitahuan, Pengguna


def beritahu(pengguna: Pengguna | None, teks: str, objek: Any = None) -> None:
    """Leave a notice for a user with a link to a record; nothing when there is nobody to tell. Within the act's transaction."""
    if pengguna is not None:
        tautan = objek.get_absolute_url() if objek is not None else ""
        Pemberitahuan.objects.create(pengguna=pengguna, teks=samar_angka_panjang(teks)[:200], tautan=tautan)

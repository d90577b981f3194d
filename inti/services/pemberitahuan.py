"""Notices to a user. Their text never holds a personal number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from inti.formats import samar_angka_panjang
from inti.models import Pemberitahuan, Pengguna


def beritahu(pengguna: Pengguna | None, teks: str, objek: Any = None) -> None:
    """Leave a notice for a user with a link to a record; nothing when there is nobody to tell. Within the act's transaction."""
    if pengguna is not None:
        tautan = objek.get_absolute_url() if objek is not None else ""
        Pemberitahuan.objects.create(pengguna=pengguna, teks=samar_angka_panjang(teks)[:200], tautan=tautan)


def ingatkan_sekali(
    objek: Any, *, bidang: str, kini: dt.date | dt.datetime, kepada: Iterable[Pengguna | None], teks: str
) -> bool:
    """Remind of a record, whatever the number of workers: `bidang` holds when it was reminded of last and is set to `kini`.

    Out: False when another worker was faster; then nobody is told.
    """
    with transaction.atomic():
        semua = type(objek)._base_manager.filter(pk=objek.pk, **{bidang: getattr(objek, bidang)})
        if not semua.update(**{bidang: kini}):
            return False
        for orang in {o for o in kepada if o is not None}:
            beritahu(orang, teks, objek)
    return True

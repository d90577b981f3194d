"""Limits on public pages: tries per address in a window, counted in the database so that every process agrees."""

from __future__ import annotations

import hashlib

from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from inti.alamat import alamat_klien


class BatasTerlampaui(Exception):
    """Too many tries from this address in this window."""


def hitung_coba(request: HttpRequest, apa: str, *, paling_banyak: int, detik: int) -> None:
    """Count one try of `apa` by the client's address. Raises BatasTerlampaui beyond `paling_banyak` in `detik` seconds.

    The address is stored only as a keyed digest of the window, so the table tells nobody who came.
    """
    from django.conf import settings

    from inti.models import Percobaan

    jendela = int(timezone.now().timestamp()) // detik
    kunci = hashlib.sha256(f"{settings.SECRET_KEY}|{apa}|{jendela}|{alamat_klien(request)}".encode()).hexdigest()
    with transaction.atomic():
        baris, baru = Percobaan.objects.get_or_create(kunci=kunci, defaults={"jumlah": 1})
        if not baru:
            Percobaan.objects.filter(pk=baris.pk).update(jumlah=F("jumlah") + 1)
            baris.refresh_from_db(fields=["jumlah"])
    if baris.jumlah > paling_banyak:
        raise BatasTerlampaui

"""Limits on public pages: tries per address in a window, counted in the database so that every process agrees."""

from __future__ import annotations

import hashlib

from django.conf import settings
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
    hitung_coba_oleh(alamat_klien(request), apa, paling_banyak=paling_banyak, detik=detik)


def hitung_coba_oleh(siapa: str, apa: str, *, paling_banyak: int, detik: int) -> None:
    """Count one try of `apa` by `siapa` (an address or an account) before it is made, so that tries side by side count.

    Raises BatasTerlampaui beyond `paling_banyak` in `detik` seconds.
    """
    from inti.models import Percobaan

    with transaction.atomic():
        baris, baru = Percobaan.objects.get_or_create(kunci=_kunci(siapa, apa, detik), defaults={"jumlah": 1})
        if not baru:
            Percobaan.objects.filter(pk=baris.pk).update(jumlah=F("jumlah") + 1)
            baris.refresh_from_db(fields=["jumlah"])
    if baris.jumlah > paling_banyak:
        raise BatasTerlampaui


def lupakan_coba(siapa: str, apa: str, *, detik: int) -> None:
    """Forget the tries of this window: the last one succeeded."""
    from inti.models import Percobaan

    Percobaan.objects.filter(kunci=_kunci(siapa, apa, detik)).delete()


def _kunci(siapa: str, apa: str, detik: int) -> str:
    jendela = int(timezone.now().timestamp()) // detik
    return hashlib.sha256(f"{settings.SECRET_KEY}|{apa}|{jendela}|{siapa}".encode()).hexdigest()

"""Once a day: open stages follow their offices, and whoever lets a stage come to its limit is reminded, once a stage."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from inti.formats import tanggal_panjang
from inti.models import Pegangan
from inti.models.alur import BerAlur, model_beralur
from inti.queries.alur import pemegang_izin
from inti.services.alur import alur_selaraskan, batas_pegangan
from inti.services.pemberitahuan import ingatkan_sekali


def alur_harian() -> int:
    """Every open stage of every kind of case; several workers may do it at once. Out: how many were reminded."""
    hari, jumlah = timezone.localdate(), 0
    for model in model_beralur():
        manajer: Any = model._default_manager
        tangan = Pegangan.objects.dipegang().kasus(model)
        for kasus in manajer.hidup().filter(pk__in=tangan).order_by("pk").iterator(chunk_size=500):
            with transaction.atomic():
                alur_selaraskan(kasus)
            jumlah += _ingatkan(kasus, hari)
    return jumlah


def _ingatkan(kasus: BerAlur, hari: dt.date) -> bool:
    """On the day of the limit by the calendar as it is now (a holiday may have been declared since)."""
    p = Pegangan.objects.milik_kasus(kasus).dipegang().filter(diingatkan_pada=None, batas__lte=hari).first()
    batas = batas_pegangan(kasus.alur, p) if p is not None else None
    if p is None or batas is None:
        return False
    if batas != p.batas:
        Pegangan.objects.filter(pk=p.pk).update(batas=batas)
    if batas > hari:
        return False
    tahap = kasus.alur[p.tahap].sebutan.format(siapa="", putusan="").strip()
    kepada = [p.pemegang] if p.pemegang is not None else pemegang_izin(p.izin, p.unit)
    teks = f"{kasus}: {tahap.lower()} ditunggu paling lambat {tanggal_panjang(batas)}."
    return ingatkan_sekali(p, bidang="diingatkan_pada", kini=timezone.now(), kepada=kepada, teks=teks)

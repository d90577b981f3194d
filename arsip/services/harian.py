"""What the archive does once a day: a word about overdue loans."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from arsip.models import Peminjaman
from inti.queries.privasi import pemegang_peran
from inti.services.pemberitahuan import beritahu

_terakhir: dt.date | None = None


def harian_bila_waktunya() -> None:
    """At a worker's first beat of the day."""
    global _terakhir
    hari = timezone.localdate()
    if _terakhir != hari:
        ingatkan_pinjaman(hari)
        _terakhir = hari


def ingatkan_pinjaman(hari: dt.date) -> int:
    """Tell borrower and archive of each overdue loan, once a week while it lasts. Out: how many loans."""
    batas = hari - dt.timedelta(days=7)
    jumlah = 0
    arsiparis = list(pemegang_peran("arsiparis", None))
    for p in Peminjaman.objects.terlambat(hari).select_related("nomor", "berkas", "peminjam__pengguna").order_by("pk"):
        if p.diingatkan_pada is not None and p.diingatkan_pada > batas:
            continue
        with transaction.atomic():
            milik = Peminjaman.objects.filter(pk=p.pk, diingatkan_pada=p.diingatkan_pada)
            if not milik.update(diingatkan_pada=hari):  # another worker was faster
                continue
            teks = f"{p}: {p.berkas} terlambat kembali {p.lewat(hari)} hari."
            for siapa in {a for a in [p.peminjam.pengguna if p.peminjam else None, *arsiparis] if a is not None}:
                beritahu(siapa, teks, p)
            jumlah += 1
    return jumlah

"""What the archive does once a day: a word about overdue loans."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from arsip.models import Peminjaman
from inti.queries.privasi import pemegang_peran
from inti.services.pemberitahuan import ingatkan_sekali


def ingatkan_pinjaman(hari: dt.date | None = None) -> int:
    """Tell borrower and archive of each overdue loan, once a week while it lasts. Out: how many loans."""
    hari = hari or timezone.localdate()
    batas = hari - dt.timedelta(days=7)
    jumlah = 0
    arsiparis = list(pemegang_peran("arsiparis", None))
    for p in Peminjaman.objects.terlambat(hari).select_related("nomor", "berkas", "peminjam__pengguna").order_by("pk"):
        if p.diingatkan_pada is not None and p.diingatkan_pada > batas:
            continue
        jumlah += ingatkan_sekali(
            p,
            bidang="diingatkan_pada",
            kini=hari,
            kepada=[p.peminjam.pengguna if p.peminjam else None, *arsiparis],
            teks=f"{p}: {p.berkas} terlambat kembali {p.lewat(hari)} hari.",
        )
    return jumlah

"""Days off of the demonstration office: last year, this and the next, with an invented local one."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from inti.models import HariLibur
from inti.services.kalender import kalender_isi

J = HariLibur.Jenis
DASAR = "Keputusan Bupati Wanasari (contoh)"


def isi() -> None:
    """Three years; a year for which the library knows no joint leave gets an invented day. Idempotent."""
    kini = timezone.localdate().year
    for tahun in (kini - 1, kini, kini + 1):
        if not HariLibur.objects.filter(asal__year=tahun).exists():
            kalender_isi(tahun=tahun, oleh=None)
        HariLibur.objects.get_or_create(
            tanggal=dt.date(tahun, 7, 15),
            defaults={"nama": "Hari Jadi Kabupaten Wanasari", "jenis": J.DAERAH, "dasar_hukum": DASAR},
        )
        if not HariLibur.objects.filter(tanggal__year=tahun, jenis=J.CUTI_BERSAMA).exists():
            HariLibur.objects.get_or_create(
                tanggal=dt.date(tahun, 12, 24),
                defaults={"nama": "Hari Raya Natal", "jenis": J.CUTI_BERSAMA, "dasar_hukum": "SKB (contoh)"},
            )

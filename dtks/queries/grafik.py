"""Two charts of the counter as it is now: visits of the last working days, this month's reasons for refusing."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from django.db.models import Count
from django.utils import timezone

from dtks.models import Kunjungan, Permohonan
from dtks.queries.layanan import di_loket
from dtks.rules.alasan import SEMUA
from inti.models import Pengguna


def grafik_kini(pengguna: Pengguna) -> dict[str, Any] | None:
    """Visits on the last ten working days, and this month's reasons for refusing, as points of two charts.

    None for a unit that doesn't serve at the counter.
    """
    if not di_loket(pengguna):
        return None
    hari = timezone.localdate()
    kerja = [d for d in (hari - dt.timedelta(days=i) for i in range(20)) if d.weekday() < 5][:10][::-1]
    per_hari = Counter(
        timezone.localtime(w).date()
        for w in Kunjungan.objects.untuk(pengguna).filter(waktu__date__gte=kerja[0]).values_list("waktu", flat=True)
    )
    nilai = [per_hari[d] for d in kerja]
    alasan = (
        Permohonan.objects.untuk(pengguna)
        .filter(status="ditolak", tanggal__gte=hari.replace(day=1))
        .order_by()
        .values_list("alasan")
        .annotate(n=Count("id"))
        .order_by("-n")[:5]
    )
    return {
        "batang": batang_tegak(
            [(f"{d:%d-%m}", n) for d, n in zip(kerja, nilai, strict=True)], hari_ini=kerja[-1] == hari
        ),
        "kalimat": "Kunjungan per hari kerja: "
        + ", ".join(f"{d:%d-%m} {n}" for d, n in zip(kerja, nilai, strict=True))
        + ".",
        "alasan": batang_datar([(SEMUA[k].kalimat.rstrip("."), n) for k, n in alasan]),
        "alasan_tinggi": len(alasan) * 34 or 34,
    }


def batang_tegak(
    data: list[tuple[str, int]], *, hari_ini: bool = True, lebar: int = 360, tinggi: int = 96
) -> list[dict[str, Any]]:
    """Upright bars for a server-drawn SVG: place and size of each with its label; the last is today's or nobody's."""
    puncak, langkah = max([n for _, n in data] + [1]), lebar / max(len(data), 1)
    return [
        {
            "x": round(i * langkah + 5, 1),
            "lebar": round(langkah - 10, 1),
            "tengah": round(i * langkah + langkah / 2, 1),
            "tinggi": round(n / puncak * tinggi, 1),
            "y": round(112 - n / puncak * tinggi, 1),
            "label": label,
            "nilai": n,
            "kini": hari_ini and i == len(data) - 1,
        }
        for i, (label, n) in enumerate(data)
    ]


def batang_datar(data: list[tuple[str, int]], *, lebar: int = 300) -> list[dict[str, Any]]:
    """Lying bars with their words above them."""
    puncak = max([n for _, n in data] + [1])
    return [
        {"y": i * 34, "label": label, "nilai": n, "lebar": round(n / puncak * lebar, 1)}
        for i, (label, n) in enumerate(data)
    ]

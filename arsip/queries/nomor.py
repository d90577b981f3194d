"""Numbers of the letter book, series by series."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q

from inti.models import Nomor, SeriNomor


def laporan_nomor(tahun: int | None) -> tuple[list[dict[str, Any]], list[int]]:
    """Per series of letters: given, inserted, cancelled, reserved, gaps and doubles. Out: rows, and the years there are."""
    seri = SeriNomor.objects.filter(kode__startswith="surat.")
    semua = sorted(set(seri.values_list("tahun", flat=True)), reverse=True)
    pokok = Q(nomor__sisipan="")
    kueri = seri.filter(tahun=tahun or (semua[0] if semua else 0)).annotate(
        ada=Count("nomor__urut", filter=pokok, distinct=True),
        baris=Count("nomor", filter=pokok),
        sisipan=Count("nomor", filter=~pokok),
        batal=Count("nomor", filter=Q(nomor__keadaan=Nomor.Keadaan.DIBATALKAN)),
        cadangan=Count("nomor", filter=Q(nomor__keadaan=Nomor.Keadaan.DICADANGKAN)),
    )
    return [
        {
            "seri": s,
            "pola": s.pola,
            "terakhir": s.terakhir,
            "sisipan": s.sisipan,
            "batal": s.batal,
            "cadangan": s.cadangan,
            "bolong": s.terakhir - s.ada,
            "ganda": s.baris - s.ada,
        }
        for s in kueri.order_by("kode")
    ], semua

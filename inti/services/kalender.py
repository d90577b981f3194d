"""The calendar of days off: filled from the national one, without touching what people changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import holidays
from django.db.models import Q

from inti.galat import AturanDilanggar
from inti.models import HariLibur, Pengguna
from inti.perubahan import layanan, simpan_baru

TAHUN_AWAL, TAHUN_AKHIR = 2000, 2100
J = HariLibur.Jenis


def hari_nasional(tahun: int) -> Iterator[tuple[date, str, str]]:
    """National holidays and joint leave of a year: (day, name in Indonesian, kind). Source: the library `holidays`."""
    for kategori, jenis in (("public", J.NASIONAL), ("government", J.CUTI_BERSAMA)):
        semua = holidays.country_holidays("ID", years=tahun, language="id", categories=(kategori,))
        yield from ((hari, nama[:120], jenis.value) for hari, nama in sorted(semua.items()))


@layanan("Kalender diisi dari kalender nasional")
def kalender_isi(*, tahun: int, oleh: Pengguna | None) -> list[HariLibur]:
    """Add what the national calendar knows of a year and nobody here has seen yet; gives the new rows.

    A day that was added before stays as people left it, also moved to another date or thrown away; so does a date on
    which there is a row already. Raises AturanDilanggar(TAHUN_KALENDER).
    """
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise AturanDilanggar(
            "TAHUN_KALENDER",
            f"Kalender nasional tersedia untuk tahun {TAHUN_AWAL} sampai {TAHUN_AKHIR}.",
            "Perbaiki tahunnya.",
        )
    baris = HariLibur.objects.filter(Q(tanggal__year=tahun) | Q(asal__year=tahun))
    ada = {hari for satu in baris.values_list("tanggal", "asal") for hari in satu}
    hasil = []
    for hari, nama, jenis in hari_nasional(tahun):
        if hari not in ada:
            ada.add(hari)
            hasil.append(simpan_baru(HariLibur(tanggal=hari, nama=nama, jenis=jenis, asal=hari)))
    return hasil

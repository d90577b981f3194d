"""Working days: pure counting over a set of holidays and the weekend. The five-day week is Perpres 21/2023, article 2."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from inti.formats import hari_tanggal

AKHIR_PEKAN = frozenset({5, 6})  # Saturday and Sunday, as `date.weekday()` counts
TERPANJANG = 366 * 6  # no count looks further than this many days


@dataclass(frozen=True)
class HariHitung:
    """A day of a span: whether it counts, and if not why (the weekday's or the holiday's name)."""

    tanggal: dt.date
    dihitung: bool
    sebab: str = ""


def rentang(mulai: dt.date, sampai: dt.date) -> list[dt.date]:
    """Days from `mulai` to `sampai`, both included; empty when the end is before the beginning.

    Raises ValueError for a span of more than six years.
    """
    n = (sampai - mulai).days + 1
    if n > TERPANJANG:
        raise ValueError("Rentang tanggal terlalu panjang.")
    return [mulai + dt.timedelta(days=i) for i in range(max(n, 0))]


def rinci_hari(
    mulai: dt.date, sampai: dt.date, libur: Mapping[dt.date, str], akhir_pekan: Collection[int] = AKHIR_PEKAN
) -> list[HariHitung]:
    """Each day of a span with the reason why it is no working day. A holiday's name comes before the weekend's."""
    hasil = []
    for hari in rentang(mulai, sampai):
        sebab = libur.get(hari, "")
        if not sebab and hari.weekday() in akhir_pekan:
            sebab = hari_tanggal(hari).split(",")[0]
        hasil.append(HariHitung(hari, not sebab, sebab))
    return hasil


def hari_kerja(
    mulai: dt.date, sampai: dt.date, libur: Collection[dt.date], hari_minggu: Collection[int] = AKHIR_PEKAN
) -> int:
    """Number of working days from `mulai` to `sampai`, both included. `libur` is any collection of dates."""
    return sum(h.weekday() not in hari_minggu and h not in libur for h in rentang(mulai, sampai))


def tambah_hari_kerja(
    mulai: dt.date, n: int, libur: Collection[dt.date], hari_minggu: Collection[int] = AKHIR_PEKAN
) -> dt.date:
    """The day of the n-th working day after `mulai`; with n = 0 the first working day from `mulai` on.

    Raises ValueError for a negative n, or when six years hold no such day.
    """
    if n < 0:
        raise ValueError("Banyaknya hari kerja tidak boleh kurang dari nol.")
    hari, sisa = mulai, n
    for _ in range(TERPANJANG):
        if sisa == 0 and hari.weekday() not in hari_minggu and hari not in libur:
            return hari
        hari += dt.timedelta(days=1)
        if sisa and hari.weekday() not in hari_minggu and hari not in libur:
            sisa -= 1
            if sisa == 0:
                return hari
    raise ValueError("Tidak ada hari kerja pada rentang itu.")


def mundur_hari_kerja(
    akhir: dt.date, n: int, libur: Collection[dt.date], hari_minggu: Collection[int] = AKHIR_PEKAN
) -> dt.date:
    """The day of the n-th working day before `akhir` ("14 hari kerja sebelum berakhir"); with n = 0 the last working
    day up to `akhir`. Who acts on it acts in time.

    Raises ValueError for a negative n, or when six years hold no such day.
    """
    if n < 0:
        raise ValueError("Banyaknya hari kerja tidak boleh kurang dari nol.")
    hari, sisa = akhir if n == 0 else akhir - dt.timedelta(days=1), max(n, 1)
    for _ in range(TERPANJANG):
        if hari.weekday() not in hari_minggu and hari not in libur:
            sisa -= 1
            if sisa == 0:
                return hari
        hari -= dt.timedelta(days=1)
    raise ValueError("Tidak ada hari kerja pada rentang itu.")


def tambah_bulan(hari: dt.date, n: int) -> dt.date:
    """The same day n months later, or the month's last day where it has no such day (31 January + 1 = 28 February)."""
    bulan = hari.year * 12 + hari.month - 1 + n
    tahun, bulan = divmod(bulan, 12)
    return dt.date(tahun, bulan + 1, min(hari.day, calendar.monthrange(tahun, bulan + 1)[1]))


def bulan_penuh(mulai: dt.date, sampai: dt.date) -> int:
    """Whole months between two days; 0 when the second is not after the first."""
    n = (sampai.year - mulai.year) * 12 + sampai.month - mulai.month
    while n > 0 and tambah_bulan(mulai, n) > sampai:
        n -= 1
    return max(n, 0)

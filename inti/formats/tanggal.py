"""Dates and times as an Indonesian office writes and types them."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache

from inti.formats.nomor import TAK_TAMPAK

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

# Spellings met in office files beside the full names; the English ones come from spreadsheets.
_NAMA_BULAN = {nama.lower(): n for n, nama in enumerate(BULAN, start=1)} | {
    **{nama[:3].lower(): n for n, nama in enumerate(BULAN, start=1)},
    "pebruari": 2,
    "peb": 2,
    "mrt": 3,
    "may": 5,
    "agt": 8,
    "ags": 8,
    "agust": 8,
    "augustus": 8,
    "aug": 8,
    "sept": 9,
    "oct": 10,
    "nop": 11,
    "nopember": 11,
    "dec": 12,
}
_PASARAN = r"(?:\s+(?:legi|pahing|pon|wage|kliwon))?"
_HARI_PASARAN = rf"(?:[a-z']+{_PASARAN},\s*|(?:senin|selasa|rabu|kamis|jum'?at|sabtu|ahad|minggu){_PASARAN}\s+)?"
_DENGAN_NAMA = re.compile(rf"^{_HARI_PASARAN}(\d{{1,2}})[\s\-/]*([a-z]+)\.?[\s\-/,]*(\d{{2}}|\d{{4}})$", re.IGNORECASE)
_DENGAN_ANGKA = re.compile(rf"^{_HARI_PASARAN}(\d{{1,2}})[./\-\s](\d{{1,2}})[./\-\s](\d{{2}}|\d{{4}})$", re.IGNORECASE)
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_BULAN_TAHUN = re.compile(r"^([a-z]+)\.?[\s\-/]*(\d{4})$|^(0?[1-9]|1[0-2])[\s\-/.](\d{4})$", re.IGNORECASE)
_PEMISAH = re.compile(r"\s*([./\-])\s*")
# Dashes of all widths are one; marks that show nothing and only turn the direction of a text are none.
_TANDA = {**dict.fromkeys(range(0x2010, 0x2016), "-"), 0x2212: "-", **dict.fromkeys(TAK_TAMPAK)}
TAHUN_TERTUA = 1800  # before it a year is a slip of the hand: 0206
_JAM_DI_BELAKANG = re.compile(r"[T\s]+\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?$")
_CONTOH = "Tulis seperti 17-08-1990."


def tanggal_pendek(nilai: date | None) -> str:
    """`20-11-2026`, for tables; "" for None."""
    return "" if nilai is None else f"{nilai.day:02d}-{nilai.month:02d}-{nilai.year:04d}"


def tanggal_panjang(nilai: date | None) -> str:
    """`20 November 2026`, for prose; "" for None."""
    return "" if nilai is None else f"{nilai.day} {BULAN[nilai.month - 1]} {nilai.year}"


def hari_tanggal(nilai: date | None) -> str:
    """`Jumat, 20 November 2026`; "" for None."""
    return "" if nilai is None else f"{HARI[nilai.weekday()]}, {tanggal_panjang(nilai)}"


def bulan_tahun(nilai: date | None) -> str:
    """`November 2026`; "" for None."""
    return "" if nilai is None else f"{BULAN[nilai.month - 1]} {nilai.year}"


def bulan_romawi(nilai: date | int) -> str:
    """Roman month of a letter number: a date or a month 1-12 gives `XI`. Raises ValueError outside 1-12."""
    bulan = nilai if isinstance(nilai, int) else nilai.month
    if not 1 <= bulan <= 12:
        raise ValueError("Bulan harus 1 sampai 12.")
    return ROMAWI[bulan - 1]


def jam(nilai: datetime | time | None) -> str:
    """`09.12`; "" for None. A datetime is printed in its own zone: the caller localises it first."""
    return "" if nilai is None else f"{nilai.hour:02d}.{nilai.minute:02d}"


def umur(lahir: date, hari: date) -> int:
    """Whole years from birth to `hari`; who was born on 29 February comes of age on 1 March. Negative if unborn."""
    return hari.year - lahir.year - ((hari.month, hari.day) < (lahir.month, lahir.day))


def baca_tanggal(nilai: object) -> date:
    """Read a date as typed or imported.

    In: date, datetime, or text (`1990-08-17`, with a time behind it too, `17-08-1990`, `17/08/1990`, `17.8.1990`,
    `17 Agustus 1990`, `Jumat Kliwon, 17 Agt 1990`); the day comes before the month. Out: a date.
    Raises ValueError with a sentence for the user: empty, unreadable, a two-digit year, a year such as 0206, no such day.
    """
    if isinstance(nilai, str):
        return _baca_teks(nilai)
    if isinstance(nilai, datetime):
        return _wajar(nilai.date())
    if isinstance(nilai, date):
        return _wajar(nilai)
    if nilai is None:
        raise ValueError("Tanggal belum diisi.")
    raise ValueError(f"Nilai {nilai} bukan tanggal. {_CONTOH}")


@lru_cache(maxsize=65536)
def _baca_teks(teks: str) -> date:
    # Both common shapes have ten characters: read them by position before trying patterns.
    if len(teks) == 10:
        if teks[4] == "-" == teks[7] and (teks[:4] + teks[5:7] + teks[8:]).isdigit():
            return _tanggal(teks[:4], teks[5:7], teks[8:], teks)
        if teks[2] == teks[5] and teks[2] in "-/." and (teks[:2] + teks[3:5] + teks[6:]).isdigit():
            return _tanggal(teks[6:], teks[3:5], teks[:2], teks)
    return _baca_longgar(teks)


def _baca_longgar(teks: str) -> date:
    bersih = " ".join(teks.translate(_TANDA).strip().lstrip("'").split())
    if not bersih:
        raise ValueError("Tanggal belum diisi.")
    bersih = _PEMISAH.sub(r"\1", _JAM_DI_BELAKANG.sub("", bersih))
    if m := _ISO.match(bersih):
        return _tanggal(m[1], m[2], m[3], teks)
    if m := _DENGAN_ANGKA.match(bersih):
        return _tanggal(_tahun(m[3], bersih), m[2], m[1], teks)
    if (m := _DENGAN_NAMA.match(bersih)) and m[2].lower() in _NAMA_BULAN:
        return _tanggal(_tahun(m[3], bersih), str(_NAMA_BULAN[m[2].lower()]), m[1], teks)
    raise ValueError(f"Tanggal {bersih[:30]} tidak terbaca. {_CONTOH}")


def _tahun(tahun: str, bersih: str) -> str:
    if len(tahun) == 2:
        raise ValueError(f"Tahun pada tanggal {bersih} harus 4 angka. {_CONTOH}")
    return tahun


def _tanggal(tahun: str, bulan: str, hari: str, asal: str) -> date:
    try:
        nilai = date(int(tahun), int(bulan), int(hari))
    except ValueError:
        raise ValueError(f"Tanggal {asal.strip()[:30]} tidak ada pada kalender. {_CONTOH}") from None
    return _wajar(nilai)


def _wajar(nilai: date) -> date:
    if nilai.year < TAHUN_TERTUA:
        raise ValueError(f"Tahun {nilai.year:04d} tidak wajar. {_CONTOH}")
    return nilai


def baca_bulan(nilai: object) -> date:
    """First day of a month as typed or imported: `September 2026`, `09-2026`, or any date in it. Raises ValueError."""
    if isinstance(nilai, str) and (m := _BULAN_TAHUN.match(" ".join(nilai.translate(_TANDA).split()))):
        bulan = str(_NAMA_BULAN.get(m[1].lower(), 0)) if m[1] else m[3]
        return _tanggal(m[2] or m[4], bulan, "1", nilai)
    return baca_tanggal(nilai).replace(day=1)


def hari_iso(teks: str) -> date:
    """A date as the house itself stores and sends it, `2026-11-20`. Raises ValueError for anything else."""
    return date.fromisoformat(teks)


def hari_alamat(teks: str) -> date | None:
    """A date that an address or a hidden field bears, `2026-11-20`; None for anything else."""
    try:
        return date.fromisoformat(teks) if len(teks) == 10 and teks.isascii() else None
    except ValueError:
        return None


def bulan_alamat(teks: str) -> date | None:
    """First day of the month that an address bears, `2026-11`; None for anything else."""
    return hari_alamat(f"{teks}-01")


def saat_iso(teks: str) -> datetime:
    """A moment as the house itself stores it. Raises ValueError."""
    return datetime.fromisoformat(teks)

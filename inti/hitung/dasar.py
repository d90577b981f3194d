"""The kernel's own questions: working days by the national calendar as shipped, and numbers in words."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from inti.formats import terbilang as kata
from inti.formats.tanggal import hari_iso
from inti.hitung.jawaban import Jawaban, Masukan, hari
from inti.rules.kalender import hari_kerja as banyak_hari_kerja
from inti.rules.kalender import tambah_hari_kerja as tambah
from inti.services.kalender import hari_nasional


@lru_cache(maxsize=64)
def _libur_tahun(tahun: int) -> dict[dt.date, str]:
    return {h: nama for h, nama, _ in hari_nasional(tahun)}


def libur_nasional(mulai: dt.date, sampai: dt.date) -> dict[dt.date, str]:
    """National holidays and joint leave with their names, from `mulai` to `sampai`."""
    semua = {h: n for t in range(mulai.year, sampai.year + 1) for h, n in _libur_tahun(t).items()}
    return {h: n for h, n in sorted(semua.items()) if mulai <= h <= sampai}


def _libur(masukan: Masukan, mulai: dt.date, sampai: dt.date) -> dict[dt.date, str]:
    """The days off that the question names, else the national ones."""
    if "libur" in masukan:
        return {hari_iso(h): "" for h in masukan["libur"]}
    return libur_nasional(mulai, sampai)


def hari_kerja(masukan: Masukan, tanggal: dt.date | None) -> Jawaban:
    """`mulai`, `sampai`, `libur` (dates; absent: the national calendar) -> `hari`, both ends included."""
    mulai, sampai = hari(masukan, "mulai"), hari(masukan, "sampai")
    libur = _libur(masukan, mulai, sampai)
    kena = [h for h in libur if h.weekday() < 5 and mulai <= h <= sampai]
    return Jawaban({"hari": banyak_hari_kerja(mulai, sampai, libur), "libur": sorted(h.isoformat() for h in kena)})


def tambah_hari_kerja(masukan: Masukan, tanggal: dt.date | None) -> Jawaban:
    """`mulai`, `hari` (n working days after it), `libur` as above -> `tanggal`."""
    mulai = hari(masukan, "mulai")
    libur = _libur(masukan, mulai, mulai + dt.timedelta(days=366))
    return Jawaban({"tanggal": tambah(mulai, int(masukan["hari"]), libur)})


def terbilang(masukan: Masukan, tanggal: dt.date | None) -> Jawaban:
    """`n`, a whole number -> `kata`, in words."""
    return Jawaban({"kata": kata(int(masukan["n"]))})

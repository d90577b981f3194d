"""How urgent a piece of work is: in which group of the desk it stands, and how its limit is said."""

from __future__ import annotations

import datetime as dt
from enum import IntEnum

from inti.formats.tanggal import HARI, jam, tanggal_pendek


class Golongan(IntEnum):
    """Groups of the desk in their order."""

    LEWAT = 1
    HARI_INI = 2
    PEKAN_INI = 3
    KEMUDIAN = 4
    TANPA_BATAS = 5

    @property
    def sebutan(self) -> str:
        """Words above the group on the desk."""
        return ("Lewat batas", "Hari ini", "Pekan ini", "Kemudian", "Tanpa batas")[self - 1]


Batas = dt.date | dt.datetime | None


def hari_batas(batas: dt.date | dt.datetime) -> dt.date:
    """The day of a limit; a time must be local."""
    return batas.date() if isinstance(batas, dt.datetime) else batas


def golongan(batas: Batas, kini: dt.datetime) -> Golongan:
    """The group of a limit at a local time. A day is past its limit when it is over, a time when it has come."""
    if batas is None:
        return Golongan.TANPA_BATAS
    hari, hari_ini = hari_batas(batas), kini.date()
    if hari < hari_ini or (isinstance(batas, dt.datetime) and batas <= kini):
        return Golongan.LEWAT
    if hari == hari_ini:
        return Golongan.HARI_INI
    return Golongan.PEKAN_INI if hari <= hari_ini + dt.timedelta(days=6 - hari_ini.weekday()) else Golongan.KEMUDIAN


def kata_batas(batas: Batas, kini: dt.datetime) -> tuple[str, str]:
    """A limit in words with the kind of its label (empty: plain text). "–" where there is none."""
    match golongan(batas, kini):
        case Golongan.TANPA_BATAS:
            return "–", ""
        case Golongan.LEWAT:
            lama = (kini.date() - hari_batas(batas)).days  # type: ignore[arg-type]
            return (f"lewat {lama} hari" if lama else f"lewat {jam(batas)}"), "salah"  # type: ignore[arg-type]
        case Golongan.HARI_INI:
            return (jam(batas) if isinstance(batas, dt.datetime) else "hari ini"), "awas"
        case Golongan.PEKAN_INI:
            hari = hari_batas(batas)  # type: ignore[arg-type]
            return f"{HARI[hari.weekday()]}, {tanggal_pendek(hari)}", ""
    return tanggal_pendek(hari_batas(batas)), ""  # type: ignore[arg-type]

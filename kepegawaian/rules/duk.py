"""Daftar Urut Kepangkatan: who stands above whom. Source: PP 15/1979; PNS only, PPPK in a list of their own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kepegawaian.models.pilihan import TINGKAT_URUT, JenisJabatan
from kepegawaian.rules.karier import urut_pangkat

ESELON = {e: i for i, e in enumerate(("I.a", "I.b", "II.a", "II.b", "III.a", "III.b", "IV.a", "IV.b", "V.a"))}
JABATAN = {j: i for i, j in enumerate(JenisJabatan.values)}
DIKLAT = {"pkn1": 0, "pkn2": 1, "pka": 2, "pkp": 3, "latsar": 4}
AKHIR = dt.date.max


@dataclass(frozen=True, slots=True)
class BarisDuk:
    """What the order looks at, of one person."""

    pangkat: str
    golongan: str = ""
    pangkat_tmt: dt.date | None = None
    jenis_jabatan: str = JenisJabatan.PELAKSANA
    eselon: str = ""
    jabatan_tmt: dt.date | None = None
    masa_kerja_mulai: dt.date | None = None
    diklat: str = ""
    diklat_tmt: dt.date | None = None
    pendidikan: str = ""
    lulus: dt.date | None = None
    lahir: dt.date | None = None


def kunci_duk(b: BarisDuk) -> tuple[object, ...]:
    """Sort key, highest first: rank, its TMT, post, its TMT, masa kerja, leadership training, education, age.

    What is unknown stands behind what is known at the same place.
    """
    return (
        -urut_pangkat(b.pangkat, b.golongan),
        b.pangkat_tmt or AKHIR,
        ESELON.get(b.eselon, len(ESELON) + JABATAN.get(b.jenis_jabatan, len(JABATAN))),
        b.jabatan_tmt or AKHIR,
        b.masa_kerja_mulai or AKHIR,
        DIKLAT.get(b.diklat, len(DIKLAT)),
        b.diklat_tmt or AKHIR,
        -TINGKAT_URUT.get(b.pendidikan, -1),
        b.lulus or AKHIR,
        b.lahir or AKHIR,
    )

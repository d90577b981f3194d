"""Outgoing mail: what its subject may say, and when it is tried again. Pure.

A subject travels open through other people's machines and stands on lock screens: no number of a person (NIK 16 digits,
KPJ 11, account numbers) and no value that the caller marked as personal.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from string import Formatter

PERIHAL_TERPANJANG = 160
_ANTARA = re.compile(r"(?<=\d)[ .\u00a0-](?=\d)")
_DERET = re.compile(r"\d{11,}")
JEDA = (1, 5, 30, 120, 720)  # minutes before the second, third … attempt; after the last one it has failed
PALING_BANYAK = len(JEDA) + 1
LAMA_SERAH = dt.timedelta(minutes=10)  # longer than any handing over lasts: whoever did it is dead
SIMPAN = dt.timedelta(days=90)  # the text and the address of what is over are kept so long


def isian_perihal(pola: str) -> set[str]:
    """Names that a pattern of a subject uses: "Surat {nomor} siap" -> {"nomor"}."""
    return {nama for _, nama, _, _ in Formatter().parse(pola) if nama is not None}


def temuan_perihal(perihal: str, pribadi: Iterable[str]) -> list[str]:
    """What speaks against a subject: PERIHAL_ANGKA (11 digits or more in a row, blanks, dots and dashes between them left
    out), PERIHAL_PRIBADI (one of `pribadi` stands in it), PERIHAL_PANJANG."""
    hasil = []
    if _DERET.search(_ANTARA.sub("", perihal)):
        hasil.append("PERIHAL_ANGKA")
    kata = f" {_baku(perihal)} "
    if any(f" {_baku(p)} " in kata for p in pribadi if _baku(p)):
        hasil.append("PERIHAL_PRIBADI")
    if len(perihal) > PERIHAL_TERPANJANG:
        hasil.append("PERIHAL_PANJANG")
    return hasil


def _baku(teks: str) -> str:
    return " ".join(re.findall(r"\w+", teks.casefold()))


def coba_lagi(percobaan: int, kini: dt.datetime) -> dt.datetime | None:
    """When a mail is tried again after its n-th attempt failed; None: never."""
    return kini + dt.timedelta(minutes=JEDA[percobaan - 1]) if percobaan < PALING_BANYAK else None


def samar_alamat(alamat: str) -> str:
    """An address as pages show it: `r…@wanasari.example`."""
    nama, _, ranah = alamat.rpartition("@")
    return f"{nama[:1]}…@{ranah}" if ranah and nama else ""

"""Sheets whose columns nobody declared: which row is the heading, and how headings of many sheets are united. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from inti.sheets.kolom import BARIS_AWAL, baku_judul

_ADA_HURUF = re.compile(r"[A-Za-z]")
_SEBAGIAN = 0.7  # of the widest row of words: a heading may lack a few words, a caption has far fewer


def cari_judul_umum(baris: Sequence[Sequence[Any]]) -> int:
    """Place of the heading among the first rows, counted from 1; 0 when none looks like one.

    It is the first row with at least two words and most of the words that any row has: a caption has one or two,
    data have numbers among their words.
    """
    kata = [sum(1 for s in b if isinstance(s, str) and _ADA_HURUF.search(s)) for b in baris[:BARIS_AWAL]]
    terbanyak = max(kata, default=0)
    if terbanyak < 2:
        return 0
    return next(n for n, banyak in enumerate(kata, start=1) if banyak >= 2 and banyak >= terbanyak * _SEBAGIAN)


def nama_kolom(judul: Sequence[Any], lebar: int) -> list[str]:
    """Headings of `lebar` columns: blank ones by their place, repeated ones numbered."""
    hasil: list[str] = []
    ada: dict[str, int] = {}
    for n in range(lebar):
        sel = judul[n] if n < len(judul) else ""
        teks = " ".join(str(sel).split())[:120] or f"KOLOM {n + 1}"
        baku = baku_judul(teks) or teks
        ada[baku] = ada.get(baku, 0) + 1
        hasil.append(teks if ada[baku] == 1 else f"{teks} ({ada[baku]})")
    return hasil


class Gabungan:
    """Headings united over sheets: `tempat` gives each column of a sheet its place in the whole."""

    def __init__(self) -> None:
        self.judul: list[str] = []
        self._letak: dict[str, int] = {}

    def tempat(self, judul: Sequence[str]) -> list[int]:
        """Places of a sheet's columns; a heading not met before opens a new column."""
        hasil = []
        for teks in judul:
            baku = baku_judul(teks) or teks
            if baku not in self._letak:
                self._letak[baku] = len(self.judul)
                self.judul.append(teks)
            hasil.append(self._letak[baku])
        return hasil

"""Damage that a spreadsheet does to cells, judged by what the column declares, for every importer alike. Pure.

Works on whole columns of a chunk: a column of texts costs one look.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from inti.formats.sel import galat_lembar, pesan_galat
from inti.sheets.kolom import KODE, NOMOR, TANGGAL, KolomLembar
from inti.sheets.nilai import TemuanSel, Ternilai

_TEKS = {str}


def cacat_potongan(kolom: Sequence[KolomLembar], isi: Sequence[Sequence[Any]]) -> dict[int, list[TemuanSel]]:
    """What refuses cells of a chunk, given column by column: place of the row to its findings.

    SEL_GALAT (an error, or a formula without a result), SEL_TANGGAL (a number that became a date), KODE_ANGKA and
    NOMOR_ANGKA (a number whose last zeros are lost).
    """
    temuan: dict[int, list[TemuanSel]] = {}
    for k, sel in zip(kolom, isi, strict=True):
        if _mungkin(k, sel):
            for tempat, satu in enumerate(sel):
                if (salah := cacat_satu(k, satu)) is not None:
                    temuan.setdefault(tempat, []).append(salah)
    return temuan


def cacat_baris(kolom: Sequence[KolomLembar], sel: Sequence[Any]) -> list[TemuanSel]:
    """The same for one row, mended on the page."""
    return [salah for k, s in zip(kolom, sel, strict=True) if (salah := cacat_satu(k, s)) is not None]


def _mungkin(k: KolomLembar, sel: Sequence[Any]) -> bool:
    try:
        return "#" in "".join(sel)
    except TypeError:  # numbers or dates among the texts
        jenis = set(map(type, sel))
        return k.rupa in (KODE, NOMOR) or (str in jenis and any(type(s) is str and "#" in s for s in sel))


def cacat_satu(k: KolomLembar, sel: Any) -> TemuanSel | None:
    """What refuses one cell, or None."""
    if type(sel) is str:
        return (k.nama, sel, "SEL_GALAT", pesan_galat(sel), True) if galat_lembar(sel) else None
    if k.rupa not in (KODE, NOMOR) or isinstance(sel, bool):
        return None
    if isinstance(sel, dt.date | dt.time):
        pesan = f"{k.judul} berubah menjadi tanggal di lembar kerja. Ubah kolom menjadi teks, lalu tulis lagi."
        return (k.nama, str(sel), "SEL_TANGGAL", pesan, True)
    if isinstance(sel, float) and not sel.is_integer():
        pesan = f"{k.judul} ditulis sebagai angka, sehingga nol di belakangnya hilang. Tulis sebagai teks."
        return (k.nama, sel, "KODE_ANGKA" if k.rupa == KODE else "NOMOR_ANGKA", pesan, True)
    return None


def gabung_cacat(ternilai: Ternilai, cacat: dict[int, list[TemuanSel]], baris: Sequence[Sequence[Any]]) -> None:
    """Refuse the damaged rows of a judged chunk; of a damaged cell only the damage is told."""
    nilai, temuan = ternilai
    for tempat, daftar in cacat.items():
        rusak = {t[0] for t in daftar}
        lain = [t for t in temuan.get(tempat, ((), []))[1] if t[0] not in rusak]
        nilai[tempat], temuan[tempat] = None, (baris[tempat], [*daftar, *lain])


@dataclass
class _Kolom:
    letak: int
    judul: str
    bertanggal: bool = False  # a date cell was seen, all on days up to 12
    berteks: bool = False  # a text was seen whose day is later
    beres: bool = False


class Tertukar:
    """Whether day and month of a date column were swapped in some of its rows, as a spreadsheet of another country does:
    all its date cells lie on days up to 12, and what lies later stayed text."""

    def __init__(self, kolom: Sequence[KolomLembar]) -> None:
        self._kolom = [_Kolom(n, k.judul) for n, k in enumerate(kolom) if k.rupa == TANGGAL]

    def lihat(self, isi: Sequence[Sequence[Any]]) -> None:
        """Look at a chunk; a column is given up as soon as a date cell lies on a later day."""
        for k in self._kolom:
            sel = isi[k.letak]
            if k.beres or (k.berteks and type(sel[0]) is str and _TEKS.issuperset(map(type, sel))):
                continue
            for s in sel:
                if isinstance(s, dt.date):
                    k.bertanggal, k.beres = True, s.day > 12
                    if k.beres:
                        break
                elif not k.berteks and type(s) is str:
                    k.berteks = "12" < s[:2] <= "31" and s[2:3] in ("-", "/", ".", " ")

    def judul(self) -> list[str]:
        """Headings of the columns in which it looks so."""
        return [k.judul for k in self._kolom if k.bertanggal and k.berteks and not k.beres]

"""Judging rows, on either side of the pipe: the parsing child and its parent share the work of a large file.

A judge is pure: a callable that takes one row's cells and gives (values or None when refused, findings). It is named
by `module:factory`; the factory gets a context of plain data. Values and findings are plain too, for they travel.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

TemuanSel = tuple[str, Any, str, str, bool]  # column, cell as it came, code, sentence, refuses
Penilai = Callable[[Sequence[Any]], tuple[tuple[Any, ...] | None, Sequence[TemuanSel]]]
Ternilai = tuple[list[tuple[Any, ...] | None], dict[int, tuple[Sequence[Any], list[TemuanSel]]]]


def muat_penilai(nama: str, konteks: dict[str, Any]) -> Penilai:
    """The judge named `module:factory`, given its context."""
    modul, _, pabrik = nama.partition(":")
    penilai: Penilai = getattr(import_module(modul), pabrik)(konteks)
    return penilai


def nilai_potongan(penilai: Penilai, baris: Sequence[Sequence[Any]]) -> Ternilai:
    """Judge a chunk. Out: values in order (None: refused), and by place the cells and findings of rows with any."""
    nilai, temuan = [], {}
    for tempat, sel in enumerate(baris):
        hasil, ditemukan = penilai(sel)
        nilai.append(hasil)
        if ditemukan:
            temuan[tempat] = (sel, list(ditemukan))
    return nilai, temuan


def sertakan_sel(
    ternilai: Ternilai, nomor: Sequence[int], baris: Sequence[Sequence[Any]], minta: frozenset[int]
) -> None:
    """Add the cells of rows that were asked for to what came of their chunk, with no finding where there is none."""
    if not minta or minta.isdisjoint(nomor):
        return
    for tempat, (n, sel) in enumerate(zip(nomor, baris, strict=True)):
        if n in minta:
            ternilai[1].setdefault(tempat, (sel, []))

"""Read every sheet of a file through the parsing child, one after the other, whatever their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inti.sheets.baca import Pembaca, _pulihkan
from inti.sheets.batas import MEMORI

Potongan = tuple[list[int], list[Sequence[Any]], list[int]]  # row numbers, cells by column, columns with dates


@dataclass(frozen=True)
class Lembar:
    """A sheet as the child met it: its name, headings, row of the heading, and why it was skipped (empty: read)."""

    nama: str
    judul: list[str]
    baris_judul: int
    sebab: str


class PembacaSemua(Pembaca):
    """All sheets of one file by one child. Use as a context manager; `kepala.semua_lembar` are their names."""

    def __init__(self, jalur: Path, *, memori: int = MEMORI) -> None:
        super().__init__(jalur, (), memori=memori)

    def _permintaan(self) -> dict[str, Any]:
        dasar = super()._permintaan()
        return dasar | {"semua": True, "batas_cpu": dasar["batas_cpu"] * 3}  # hundreds of sheets cost more than one

    def isi(self) -> Iterator[Lembar | Potongan]:
        """Each sheet, followed by its chunks as they travel (`pulihkan`). Raises BerkasTakTerpakai, also midway."""
        while (bingkai := self._bingkai("lembar", "data"))[0] != "akhir":
            yield Lembar(*bingkai[1:]) if bingkai[0] == "lembar" else (bingkai[1], bingkai[2], bingkai[3])


def pulihkan(kolom: list[Sequence[Any]], kolom_waktu: list[int]) -> list[Sequence[Any]]:
    """Cells of a chunk as values again: dates travel as bytes."""
    return _pulihkan(kolom, kolom_waktu)

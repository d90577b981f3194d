"""A grid of persons by days: what stands in each cell, for the page, the paper and the sheet. Pure.

    Kisi("Daftar hadir Agustus", "Pegawai", kolom, (KelompokKisi(baris),), jumlah=("H", "S"), legenda=(("S", "sakit"),))

A cell says by its letter what it is; colour only repeats that.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

Nada = Literal["", "baik", "kabar", "awas", "salah", "tunggu"]  # tunggu: not decided yet, drawn as an outline
Jumlah = int | str


@dataclass(frozen=True, slots=True)
class KolomKisi:
    """A column: its short heading ("3", below it "Sen"), the sentence that says it, whether it is a day off.

    `lembar` is its heading in a sheet, where the short one says too little.
    """

    judul: str
    sub: str = ""
    kalimat: str = ""
    libur: bool = False
    kini: bool = False
    lembar: str = ""


@dataclass(frozen=True, slots=True)
class SelKisi:
    """A cell: the letter shown, what it means in words, its tone, a hint, where it leads."""

    kode: str = ""
    kata: str = ""
    nada: Nada = ""
    judul: str = ""
    alamat: str = ""


@dataclass(frozen=True, slots=True)
class BarisKisi:
    """A row: whose it is, a line below that, a cell for each column, totals."""

    label: str
    sel: tuple[SelKisi, ...]
    sub: str = ""
    alamat: str = ""
    jumlah: tuple[Jumlah, ...] = ()


@dataclass(frozen=True, slots=True)
class KelompokKisi:
    """Rows that belong together (a unit), under a title if it has one; `kaki` rows sum them up."""

    baris: tuple[BarisKisi, ...]
    judul: str = ""
    kaki: tuple[BarisKisi, ...] = ()


@dataclass(frozen=True, slots=True)
class Kisi:
    """The grid. `sudut` heads the first column, `jumlah` the totals at the end, `legenda` says what letters mean.

    Raises ValueError when a row has not a cell for each column, or not a total for each heading.
    """

    judul: str
    sudut: str
    kolom: tuple[KolomKisi, ...]
    kelompok: tuple[KelompokKisi, ...]
    jumlah: tuple[str, ...] = ()
    legenda: tuple[tuple[str, str], ...] = ()
    catatan: str = ""

    def __post_init__(self) -> None:
        for k in self.kelompok:
            for b in (*k.baris, *k.kaki):
                if len(b.sel) != len(self.kolom) or len(b.jumlah) not in (0, len(self.jumlah)):
                    raise ValueError(f"Baris {b.label} tidak sebanyak kolom kisi.")

    @property
    def lebar(self) -> int:
        """Columns behind the names."""
        return len(self.kolom) + len(self.jumlah)

    @property
    def keterangan(self) -> str:
        """The legend and the note in one line: "S sakit, I izin. …"."""
        arti = ", ".join(f"{kode} {kata}" for kode, kata in self.legenda)
        return " ".join(t for t in (f"{arti}." if arti else "", self.catatan) if t)

    def lembar(self, *, kelompok: str = "") -> tuple[list[str], list[list[Jumlah]]]:
        """Headings and rows for a sheet: persons alone, without the rows that sum them up.

        `kelompok` heads a first column with the groups' titles.
        """
        judul = [*([kelompok] if kelompok else []), self.sudut, *(k.lembar or k.judul for k in self.kolom)]
        baris: list[list[Jumlah]] = []
        for k in self.kelompok:
            for b in k.baris:
                depan: list[Jumlah] = [k.judul, b.label] if kelompok else [b.label]
                baris.append([*depan, *(s.kode for s in b.sel), *(b.jumlah or ("",) * len(self.jumlah))])
        return [*judul, *self.jumlah], baris


def jumlah_kode(sel: Sequence[SelKisi], kode: Sequence[str | Collection[str]]) -> tuple[int, ...]:
    """Totals of a row: for each letter, or set of letters, in how many cells it stands."""
    himpunan = [frozenset((k,) if isinstance(k, str) else k) for k in kode]
    return tuple(sum(s.kode in k for s in sel) for k in himpunan)

"""Bar charts as pure geometry: the same shapes become SVG on a page and a drawing in a PDF.

A chart always comes with a sentence that says it, and its numbers stand in a table beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from inti.formats import ribuan

Kelas = Literal["b1", "b2", "b3", "b4"]  # ink, pale ink, grey (a second line), red: as in static/tu/grafik.css
Jangkar = Literal["start", "middle", "end"]
LEBAR = 360.0
HURUF = 11.5  # units of the drawing
_PUNCAK, _DASAR = 16.0, 20.0  # room for the values above the bars and for the words below them
_TINGGI_BATANG = 104.0
_BARIS = 26.0  # of a lying bar
_KOLOM_KATA = 150.0


@dataclass(frozen=True, slots=True)
class Batang:
    """A bar of one or more pieces, bottom up: (class, value)."""

    ruas: tuple[tuple[Kelas, int], ...]

    @property
    def nilai(self) -> int:
        """Its whole height."""
        return sum(n for _, n in self.ruas)


@dataclass(frozen=True, slots=True)
class Kelompok:
    """Bars that stand over one word."""

    kata: str
    batang: tuple[Batang, ...]


@dataclass(frozen=True, slots=True)
class Bagan:
    """A chart: title, the sentence that says it, its bars, what the colours mean. `datar`: lying bars, one a group."""

    judul: str
    kalimat: str
    kelompok: tuple[Kelompok, ...]
    kunci: tuple[tuple[Kelas, str], ...] = ()
    datar: bool = False


@dataclass(frozen=True, slots=True)
class KotakGambar:
    """A rectangle; y grows downwards."""

    x: float
    y: float
    lebar: float
    tinggi: float
    kelas: Kelas


@dataclass(frozen=True, slots=True)
class Tulisan:
    """A text with its baseline at y. `nilai`: a number, drawn stronger than a word."""

    x: float
    y: float
    isi: str
    jangkar: Jangkar = "start"
    nilai: bool = False


@dataclass(frozen=True, slots=True)
class Garis:
    """A line through points; `putus`: dashed (a target)."""

    titik: tuple[tuple[float, float], ...]
    kelas: Kelas
    putus: bool = False

    @property
    def jalur(self) -> str:
        """Its points as SVG writes them."""
        return " ".join(f"{x},{y}" for x, y in self.titik)


@dataclass(frozen=True, slots=True)
class Titik:
    """A value on a line; its form tells series apart where colours don't: full, square, hollow."""

    x: float
    y: float
    kelas: Kelas
    bentuk: Literal["bulat", "kotak", "kosong"] = "bulat"


@dataclass(frozen=True, slots=True)
class Gambar:
    """A chart laid out in a box of `lebar` by `tinggi`. `alas` is the base line's y, None for lying bars."""

    lebar: float
    tinggi: float
    kotak: tuple[KotakGambar, ...]
    tulisan: tuple[Tulisan, ...]
    alas: float | None = None
    garis: tuple[Garis, ...] = ()
    titik: tuple[Titik, ...] = ()


def susun(bagan: Bagan) -> Gambar:
    """Lay a chart out."""
    return _datar(bagan) if bagan.datar else _tegak(bagan)


def _tegak(bagan: Bagan) -> Gambar:
    puncak = max([b.nilai for k in bagan.kelompok for b in k.batang] + [1])
    langkah = LEBAR / max(len(bagan.kelompok), 1)
    alas = _PUNCAK + _TINGGI_BATANG
    kotak: list[KotakGambar] = []
    tulisan: list[Tulisan] = []
    for i, kelompok in enumerate(bagan.kelompok):
        lebar = min((langkah * 0.8) / max(len(kelompok.batang), 1), 34.0)
        kiri = i * langkah + (langkah - lebar * len(kelompok.batang)) / 2
        tulisan.append(_tulisan(i * langkah + langkah / 2, alas + 15, kelompok.kata, "middle"))
        for j, batang in enumerate(kelompok.batang):
            x, y = kiri + j * lebar, alas
            for kelas, n in batang.ruas:
                tinggi = n / puncak * _TINGGI_BATANG
                y -= tinggi
                if n:
                    kotak.append(_kotak(x + 1, y, lebar - 2, tinggi, kelas))
            angka = ribuan(batang.nilai)
            # A number that would run into its neighbour's stands in the table alone.
            if batang.nilai and len(angka) * HURUF * 0.56 <= max(lebar, langkah / len(kelompok.batang)) + 2:
                tulisan.append(_tulisan(x + lebar / 2, y - 4, angka, "middle", nilai=True))
    return Gambar(LEBAR, alas + _DASAR, tuple(kotak), tuple(tulisan), alas)


def _datar(bagan: Bagan) -> Gambar:
    puncak = max([b.nilai for k in bagan.kelompok for b in k.batang] + [1])
    ruang = LEBAR - _KOLOM_KATA - len(ribuan(puncak)) * HURUF * 0.56 - 8
    kotak: list[KotakGambar] = []
    tulisan: list[Tulisan] = []
    for i, kelompok in enumerate(bagan.kelompok):
        y, x = i * _BARIS, _KOLOM_KATA
        tulisan.append(_tulisan(0, y + 17, kelompok.kata))
        for kelas, n in kelompok.batang[0].ruas:
            lebar = n / puncak * ruang
            if n:
                kotak.append(_kotak(x, y + 5, lebar, 16, kelas))
            x += lebar
        tulisan.append(_tulisan(x + 6, y + 17, ribuan(kelompok.batang[0].nilai), nilai=True))
    return Gambar(LEBAR, max(len(bagan.kelompok), 1) * _BARIS, tuple(kotak), tuple(tulisan))


def _kotak(x: float, y: float, lebar: float, tinggi: float, kelas: Kelas) -> KotakGambar:
    return KotakGambar(round(x, 1), round(y, 1), round(lebar, 1), round(tinggi, 1), kelas)


def _tulisan(x: float, y: float, isi: str, jangkar: Jangkar = "start", *, nilai: bool = False) -> Tulisan:
    return Tulisan(round(x, 1), round(y, 1), isi, jangkar, nilai)

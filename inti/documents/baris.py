"""Breaking text into lines. Widths are measured once per word; words longer than a line are cut."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from inti.documents.huruf import huruf


class Baris(NamedTuple):
    """One line: text, natural width in points, whether it ends a paragraph (and so is not stretched)."""

    teks: str
    lebar: float
    akhir: bool


@lru_cache(maxsize=16384)
def lebar_kata(kata: str, nama: str, ukuran: float) -> float:
    """Width of a word in points."""
    return huruf(nama).lebar(kata, ukuran)


def patah(teks: str, nama: str, ukuran: float, lebar: float) -> list[Baris]:
    """Lines of at most `lebar` points. `\\n` starts a new line; an empty text is one empty line."""
    hasil: list[Baris] = []
    for alinea in teks.split("\n"):
        _patah_alinea(alinea, nama, ukuran, lebar, hasil)
    return hasil


def _patah_alinea(alinea: str, nama: str, ukuran: float, lebar: float, hasil: list[Baris]) -> None:
    spasi = lebar_kata(" ", nama, ukuran)
    kini: list[str] = []
    panjang = 0.0
    for kata in alinea.split(" "):
        if not kata:
            continue
        w = lebar_kata(kata, nama, ukuran) if len(kata) < 64 else huruf(nama).lebar(kata, ukuran)
        if kini and panjang + spasi + w <= lebar:
            kini.append(kata)
            panjang += spasi + w
            continue
        if kini:
            hasil.append(Baris(" ".join(kini), panjang, False))
        if w > lebar:
            *penuh, (kata, w) = _potong(kata, nama, ukuran, lebar)
            hasil += [Baris(t, p, False) for t, p in penuh]
        kini, panjang = [kata], w
    hasil.append(Baris(" ".join(kini), panjang, True))


def _potong(kata: str, nama: str, ukuran: float, lebar: float) -> list[tuple[str, float]]:
    """Cut a long word: after a slash, dash, dot or at sign when one stands in the second half, else anywhere."""
    hasil = []
    mulai, panjang, batas = 0, 0.0, 0
    n = 0
    while n < len(kata):
        w = lebar_kata(kata[n], nama, ukuran)
        if panjang + w > lebar and n > mulai:
            henti = batas if batas - mulai > (n - mulai) / 2 else n
            hasil.append((kata[mulai:henti], huruf(nama).lebar(kata[mulai:henti], ukuran)))
            mulai = n = henti
            panjang, batas = 0.0, 0
            continue
        panjang += w
        n += 1
        if kata[n - 1] in "/-.@_,":
            batas = n
    hasil.append((kata[mulai:], panjang))
    return hasil


def lebar_terpanjang(teks: str, nama: str, ukuran: float) -> float:
    """Width of the widest line of a text that is not broken."""
    return max(huruf(nama).lebar(alinea, ukuran) for alinea in teks.split("\n"))

"""Fonts, always embedded: Liberation Sans, else Arial, else the TTF that ships with reportlab.

A second font stands in for characters that the first lacks (Arabic on a Debian machine has DejaVu Sans); a character
that neither has is printed as a box, never dropped.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import reportlab
from reportlab import rl_config
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

BIASA, TEBAL, MIRING, TEBAL_MIRING = "TU", "TU-Tebal", "TU-Miring", "TU-TebalMiring"
_CADANGAN = "TU-Cadangan"

# Streams stay binary: ASCII85 makes every file a quarter larger for mail systems of the nineties.
rl_config.useA85 = 0

_KELUARGA = (
    (
        "LiberationSans-Regular.ttf",
        "LiberationSans-Bold.ttf",
        "LiberationSans-Italic.ttf",
        "LiberationSans-BoldItalic.ttf",
    ),
    ("arial.ttf", "arialbd.ttf", "ariali.ttf", "arialbi.ttf"),
    ("Arial.ttf", "Arial Bold.ttf", "Arial Italic.ttf", "Arial Bold Italic.ttf"),
    ("Vera.ttf", "VeraBd.ttf", "VeraIt.ttf", "VeraBI.ttf"),
)
_TAMBAHAN = ("DejaVuSans.ttf", "Arial Unicode.ttf", "segoeui.ttf", "NotoSans-Regular.ttf", "Vera.ttf")


def folder_huruf() -> list[Path]:
    """Folders in which fonts are looked for, the most specific first; reportlab's own is always the last."""
    pangkal = [
        Path("/usr/share/fonts/truetype"),
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path("/Library/Fonts"),
        Path("/System/Library/Fonts/Supplemental"),
        Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
    ]
    ada = [p for p in pangkal if p.is_dir()]
    anak = [a for p in ada for a in sorted(p.iterdir()) if a.is_dir() and _menjanjikan(a.name)]
    return [*anak, *ada, Path(reportlab.__file__).parent / "fonts"]


def _menjanjikan(nama: str) -> bool:
    return nama.lower().startswith(("liberation", "dejavu", "ttf-", "truetype", "noto"))


class Huruf:
    """One registered font: widths, coverage, and the font that stands in for what it lacks."""

    __slots__ = ("_ascii", "_peta", "cadangan", "font", "kotak", "nama", "utama")

    def __init__(self, nama: str, font: TTFont, cadangan: Huruf | None) -> None:
        self.nama, self.font, self.cadangan, self.utama = nama, font, cadangan, cadangan is not None
        self._peta = font.face.charToGlyph
        lebar = font.face.charWidths
        self._ascii = [lebar.get(n, font.face.defaultWidth) / 1000 for n in range(128)]
        self.kotak = "\u25a1" if 0x25A1 in self._peta else "?"

    def lebar(self, teks: str, ukuran: float) -> float:
        """Width of a text in points, with stand-ins counted."""
        if teks.isascii():
            return sum(map(self._ascii.__getitem__, teks.encode())) * ukuran
        return sum(pdfmetrics.stringWidth(t, h.nama, ukuran) for h, t in self.potongan(teks))

    def potongan(self, teks: str) -> list[tuple[Huruf, str]]:
        """The text cut into runs of one font each; what no font has is replaced by a box."""
        if teks.isascii() or all(ord(c) in self._peta or c == "\n" for c in teks):
            return [(self, teks)]
        hasil: list[tuple[Huruf, str]] = []
        for c in teks:
            pakai: Huruf = self
            if ord(c) not in self._peta and c != "\n":
                if self.cadangan is not None and ord(c) in self.cadangan._peta:
                    pakai = self.cadangan
                else:
                    c = self.kotak
            if hasil and hasil[-1][0] is pakai:
                hasil[-1] = (pakai, hasil[-1][1] + c)
            else:
                hasil.append((pakai, c))
        return hasil


def _cari(nama: tuple[str, ...], folder: list[Path]) -> list[Path] | None:
    for f in folder:
        berkas = [f / n for n in nama]
        if all(b.is_file() for b in berkas):
            return berkas
    return None


@lru_cache(maxsize=1)
def _daftarkan() -> dict[str, Huruf]:
    folder = folder_huruf()
    keluarga = next(b for k in _KELUARGA if (b := _cari(k, folder)))
    tambahan = next(b[0] for t in _TAMBAHAN if (b := _cari((t,), folder)))
    cadangan = Huruf(_CADANGAN, _muat(_CADANGAN, tambahan), None)
    hasil = {_CADANGAN: cadangan}
    for n, (nama, berkas) in enumerate(zip((BIASA, TEBAL, MIRING, TEBAL_MIRING), keluarga, strict=True)):
        hasil[nama] = Huruf(nama, _muat(nama, berkas), cadangan)
        addMapping(BIASA, n % 2, n // 2, nama)
    return hasil


def _muat(nama: str, berkas: Path) -> TTFont:
    try:
        font = TTFont(nama, str(berkas))
    except (TTFError, OSError) as galat:
        raise RuntimeError(f"Huruf {berkas.name} tidak dapat dibaca.") from galat
    pdfmetrics.registerFont(font)
    return font


def huruf(nama: str) -> Huruf:
    """A font by its name (BIASA, TEBAL, MIRING, TEBAL_MIRING); the first call registers all of them."""
    return _daftarkan()[nama]

"""A question in words that a person answers at once and a script must be written for: pure, heard by a screen reader.

"Berapa tiga ratus dua puluh satu ditambah empat?" Never a carry, so that nobody has to reckon on paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from inti.formats import terbilang
from inti.formats.nomor import angka_ascii

BANYAK = 90 * 5 * 5  # questions in all, with 810 different answers


@dataclass(frozen=True)
class Soal:
    """Two numbers to be added."""

    satu: int
    dua: int

    @property
    def teks(self) -> str:
        """The question as it is read out."""
        return f"Berapa {terbilang(self.satu)} ditambah {terbilang(self.dua)}?"

    @property
    def jawaban(self) -> int:
        return self.satu + self.dua


def soal_ke(n: int) -> Soal:
    """Question number `n`, 0 to BANYAK - 1: 100 to 994 with a last digit of 0 to 4, and 1 to 5 to add."""
    sisa, dua = divmod(n % BANYAK, 5)
    puluhan, satuan = divmod(sisa, 5)
    return Soal(100 + puluhan * 10 + satuan, dua + 1)


def jawaban_benar(soal: Soal, diketik: str) -> bool:
    """Whether the typed answer is right: digits, with blanks or dots between them, or the number in words."""
    teks = " ".join(diketik.lower().split())
    angka = teks.replace(" ", "").replace(".", "")
    if angka_ascii(angka) and len(angka) <= 6:
        return int(angka) == soal.jawaban
    return teks == terbilang(soal.jawaban)

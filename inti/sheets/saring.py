"""Which rows under a heading are data, and which are left out: counted with their reason, never dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from inti.sheets.kolom import Judul, KolomLembar, baku_judul, baris_kaki, baris_nomor_kolom, kata_jumlah

JUMLAH, BERULANG, URUT, BAWAH, KELOMPOK = (
    "jumlah", "judul berulang", "nomor urut saja", "catatan di bawah tabel", "judul kelompok",
)  # fmt: skip
_URUT = re.compile(r"\(?\s*\d{1,5}\s*[.)]?")
_BILANGAN = re.compile(r"(?:rp\.?)?\s*-?[\d.,\s]*-*%?", re.IGNORECASE)
_CATATAN = 2  # a signature has so many filled cells in a row at most
Sel = Sequence[Any]
Baris = tuple[list[int], list[list[Any]]]


class Saring:
    """The rows of one sheet, chunk by chunk, without what only looks like data.

    A row whose required cells are filled and that the judge accepts is data, whatever its words. `dilewati`: reason to
    the numbers of the rows that were left out; blank rows and the row of column numbers are no loss and not counted.
    """

    def __init__(
        self,
        judul: Judul,
        kolom: Sequence[KolomLembar],
        baik: Callable[[Sel], bool] | None,
        kelompok: Sequence[str] = (),
    ) -> None:
        self._judul, self._baik = judul, baik
        self._kelompok = {n for n, k in zip(judul.letak, kolom, strict=True) if n >= 0 and k.nama in kelompok}
        self._wajib = [n for n, k in zip(judul.letak, kolom, strict=True) if n >= 0 and k.wajib]
        self._sempit = max(3, sum(1 for n in judul.letak if n >= 0) // 4)
        self._tanda = min((n for n in judul.letak if n >= 0), default=0)
        self._depan = range(min([*self._wajib, 3]) + 1)  # where a total has its word
        self._jeda = self._kaki = False
        self._tunda: list[tuple[int, list[Any]]] = []
        self.dilewati: dict[str, list[int]] = {}

    def potong(self, nomor: list[int], isi: list[list[Any]]) -> Baris:
        """The data rows of a chunk with their numbers. Works on the whole chunk where nothing in it is narrow."""
        if (
            nomor[0] > self._judul.baris + 1
            and not self._tunda
            and not self._kaki
            and min([len(b) - b.count("") for b in isi]) > self._sempit
            and not self._berulang_di(isi)
            and not self._jumlah_di(isi)
        ):
            self._jeda = False
            return nomor, isi
        tetap: list[tuple[int, list[Any]]] = []
        for n, baris in zip(nomor, isi, strict=True):
            self._satu(n, baris, tetap)
        return [n for n, _ in tetap], [b for _, b in tetap]

    def akhir(self) -> None:
        """No row follows: what waited for one was a signature or a note."""
        for n, _ in self._tunda:
            self._lewati(BAWAH, n)
        self._tunda = []

    def _satu(self, n: int, baris: list[Any], tetap: list[tuple[int, list[Any]]]) -> None:
        if n <= self._judul.baris:
            return
        terisi = [s for s in baris if not isinstance(s, str) or s.strip()]
        if not terisi:
            self._jeda = True
            return
        sebab = "" if n == self._judul.baris + 1 and baris_nomor_kolom(terisi) else self._sebab(baris, terisi)
        if sebab is None:
            tetap += self._tunda
            tetap.append((n, baris))
            self._tunda, self._jeda, self._kaki = [], False, False
        elif sebab == BAWAH:
            self._tunda.append((n, baris))
        elif sebab:
            self._lewati(sebab, n)

    def _sebab(self, baris: list[Any], terisi: list[Any]) -> str | None:
        """Why a row may be left out; None: it is data."""
        if self._berulang(baris):
            return BERULANG
        if (len(terisi) > self._sempit and not _jumlah_saja(terisi)) or self._data(baris):
            return None
        if self._kelompok and self._terisi(baris) == self._kelompok:
            return KELOMPOK
        if _jumlah_saja(terisi) or (baris_kaki(terisi) and not self._separuh(baris)):
            self._kaki = True
            return JUMLAH
        if baris_nomor_kolom(terisi):
            return BERULANG
        if len(terisi) == 1 and self._nomor_saja(baris, terisi[0]):
            return URUT
        lepas = self._jeda or self._tunda or self._terisi(baris).isdisjoint(self._wajib)
        menggantung = self._kaki or (lepas and len(terisi) <= _CATATAN)
        return BAWAH if menggantung and not self._separuh(baris) else None

    def _separuh(self, baris: list[Any]) -> bool:
        """Whether more than half of the required cells are filled: an unfinished row, no signature."""
        return len(self._terisi(baris) & set(self._wajib)) * 2 > len(self._wajib)

    def _data(self, baris: list[Any]) -> bool:
        """Whether a narrow row is good as it stands: its required cells filled, by more than a word such as JUMLAH."""
        wajib = [baris[n] if n < len(baris) else "" for n in self._wajib]
        if not wajib or any(isinstance(s, str) and not s.strip() for s in wajib):
            return False
        if all(isinstance(s, str) and kata_jumlah(s) for s in wajib):
            return False
        return self._baik is None or self._baik([baris[n] if 0 <= n < len(baris) else "" for n in self._judul.letak])

    def _terisi(self, baris: list[Any]) -> set[int]:
        """The matched sheet columns in which a row says something."""
        letak = (n for n in self._judul.letak if 0 <= n < len(baris))
        return {n for n in letak if not isinstance(baris[n], str) or baris[n].strip()}

    def _nomor_saja(self, baris: list[Any], isi: Any) -> bool:
        angka = isinstance(isi, int | float) or (isinstance(isi, str) and bool(_URUT.fullmatch(isi.strip())))
        return angka and baris.index(isi) not in self._wajib

    def _berulang_di(self, isi: list[list[Any]]) -> bool:
        teks, n = self._judul.teks.get(self._tanda, ""), self._tanda
        return bool(teks) and teks in [b[n] if n < len(b) else "" for b in isi]

    def _jumlah_di(self, isi: list[list[Any]]) -> bool:
        """Whether a word of totals stands at the left of a chunk; a wide footer looks like data but for it."""
        for n in self._depan:
            teks = "\n".join([s for b in isi if type(s := b[n] if n < len(b) else "") is str]).casefold()
            if "jumlah" in teks or "total" in teks or "jml" in teks:
                return True
        return False

    def _berulang(self, baris: list[Any]) -> bool:
        """The heading once more, as on each page of a printed table."""
        judul = self._judul.teks
        sama = sum(1 for n, teks in judul.items() if n < len(baris) and baku_judul(baris[n]) == baku_judul(teks))
        return sama >= 2 and sama == len(judul)

    def _lewati(self, sebab: str, n: int) -> None:
        self.dilewati.setdefault(sebab, []).append(n)


def _jumlah_saja(terisi: list[Any]) -> bool:
    """Whether a row says JUMLAH and then nothing but numbers: a footer, however many columns it adds up."""
    return baris_kaki(terisi) and all(not isinstance(s, str) or _BILANGAN.fullmatch(s.strip()) for s in terisi[1:])

"""What changed between two texts: first their lines, then the words within lines that changed. Pure, deterministic.

Lines that stand on both sides are found by those that occur once (patience), so that 60 pages against 60 pages take a
fraction of a second. Between them a removed and an added line that resemble each other count as one changed line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from inti.olah.cocok import cocok, naik

Jenis = Literal["sama", "hapus", "tambah", "ubah"]
SERUPA = 0.4  # share of common words from which two lines are one line that changed
PANJANG = 2_000  # letters of a line; texts with longer ones (no breaks came out of a PDF) are compared by sentences
LIPAT = 8  # unchanged lines in a row that a page folds away
_RAPAT = 400  # pairs of lines that are all measured
_TOKEN = re.compile(r"(\s*)(\S+)")
_EKOR = re.compile(r"\s*\Z")
_KALIMAT = re.compile(r"(?<=[.;:?!])(?=\s)")


@dataclass(frozen=True, slots=True)
class Sepotong:
    """A run of text: in both, only in the old, only in the new one."""

    jenis: Literal["sama", "hapus", "tambah"]
    teks: str

    @property
    def tanda(self) -> str:
        """The HTML element that marks it; empty for what is the same."""
        return {"hapus": "del", "tambah": "ins"}.get(self.jenis, "")


@dataclass(frozen=True, slots=True)
class BagianBeda:
    """Lines that are the same, removed or added, or one line that changed with its runs of words. `baris`: how many."""

    jenis: Jenis
    kata: tuple[Sepotong, ...]
    baris: int = 1

    @property
    def lama(self) -> str:
        """Its text in the old version."""
        return "".join(s.teks for s in self.kata if s.jenis != "tambah")

    @property
    def baru(self) -> str:
        """Its text in the new version."""
        return "".join(s.teks for s in self.kata if s.jenis != "hapus")

    @property
    def lipat(self) -> bool:
        """Long and unchanged: a page folds it."""
        return self.jenis == "sama" and self.baris > LIPAT


@dataclass(frozen=True, slots=True)
class BedaTeks:
    """Two texts side by side; `sama` and `tambah` in order make the new one, `sama` and `hapus` the old."""

    bagian: tuple[BagianBeda, ...]
    satuan: str = "baris"

    @property
    def potongan(self) -> tuple[Sepotong, ...]:
        """All runs in order, neighbours of one kind joined."""
        return _rapatkan(s for b in self.bagian for s in b.kata)

    @property
    def sama(self) -> bool:
        """Whether nothing changed."""
        return all(b.jenis == "sama" for b in self.bagian)

    @property
    def ringkasan(self) -> str:
        """The sentence that says it: "2 baris berubah, 1 ditambah."."""
        jumlah: Counter[str] = Counter()
        for b in self.bagian:
            jumlah[b.jenis] += b.baris
        kata = (("ubah", "berubah"), ("tambah", "ditambah"), ("hapus", "dihapus"))
        isi = [(jumlah[j], k) for j, k in kata if jumlah[j]]
        if not isi:
            return "Tidak ada yang berubah." if self.sama else "Hanya pergantian baris yang berubah."
        return ", ".join(f"{n} {self.satuan} {k}" if i == 0 else f"{n} {k}" for i, (n, k) in enumerate(isi)) + "."


def bandingkan(lama: str, baru: str) -> BedaTeks:
    """In: two texts. Out: what is the same, removed, added, changed, in the order of the text."""
    kalimat = any(len(b) > PANJANG for teks in (lama, baru) for b in teks.splitlines())
    a, b = _satuan(lama, kalimat), _satuan(baru, kalimat)
    bagian: list[BagianBeda] = []
    blok = cocok([_tanpa_ujung(x) for x in a], [_tanpa_ujung(x) for x in b])
    for sama, (a1, a2), (b1, b2) in _ruas(blok, len(a), len(b)):
        if sama:
            for x, y in zip(a[a1:a2], b[b1:b2], strict=True):
                bagian += _tetap(x, y)
        else:
            bagian += _ganti(a[a1:a2], b[b1:b2])
    return BedaTeks(_satukan(bagian), "kalimat" if kalimat else "baris")


def ganti_utuh(lama: str, baru: str) -> BedaTeks:
    """A value that is one thing (a choice, a date) and was replaced as a whole."""
    if lama == baru:
        return bandingkan(lama, baru)
    return BedaTeks((BagianBeda("ubah", _rapatkan((Sepotong("hapus", lama), Sepotong("tambah", baru)))),))


def _satuan(teks: str, kalimat: bool) -> list[str]:
    baris = teks.splitlines(keepends=True)
    return [k for b in baris for k in _KALIMAT.split(b) if k] if kalimat else baris


def _tanpa_ujung(baris: str) -> str:
    """A line without its break: a last line behind which others were added didn't change."""
    return baris if baris.isprintable() else next(iter(baris.splitlines()), "")


def _tetap(lama: str, baru: str) -> Iterator[BagianBeda]:
    """A line that is the same but, perhaps, for its break."""
    if lama == baru:
        yield BagianBeda("sama", (Sepotong("sama", lama),))
        return
    isi = _tanpa_ujung(lama)
    for jenis, teks, n in (("sama", isi, 1), ("hapus", lama[len(isi) :], 0), ("tambah", baru[len(isi) :], 0)):
        if teks:
            yield BagianBeda(jenis, (Sepotong(jenis, teks),), n)  # type: ignore[arg-type]


Ruas = tuple[bool, tuple[int, int], tuple[int, int]]


def _ruas(blok: Sequence[tuple[int, int, int]], n: int, m: int) -> Iterator[Ruas]:
    """Stretches that cover both sides: (same, span of the old, span of the new)."""
    i = j = 0
    for a, b, panjang in (*blok, (n, m, 0)):
        if a > i or b > j:
            yield False, (i, a), (j, b)
        if panjang:
            yield True, (a, a + panjang), (b, b + panjang)
        i, j = a + panjang, b + panjang


def _ganti(lama: Sequence[str], baru: Sequence[str]) -> Iterator[BagianBeda]:
    """Lines that replaced others: those that resemble each other as changed, in order; the rest removed and added."""
    i = j = 0
    for a, b in (*_pasangkan(lama, baru), (len(lama), len(baru))):
        if a > i:
            yield BagianBeda("hapus", (Sepotong("hapus", "".join(lama[i:a])),), a - i)
        if b > j:
            yield BagianBeda("tambah", (Sepotong("tambah", "".join(baru[j:b])),), b - j)
        if a < len(lama) and b < len(baru):
            if _tanpa_ujung(lama[a]) == _tanpa_ujung(baru[b]):
                yield from _tetap(lama[a], baru[b])
            else:
                yield BagianBeda("ubah", _kata(lama[a], baru[b]))
        i, j = a + 1, b + 1


def _satukan(bagian: Sequence[BagianBeda]) -> tuple[BagianBeda, ...]:
    """Neighbours of one kind as one part; changed lines stay apart."""
    hasil: list[BagianBeda] = []
    for jenis, isi in groupby(bagian, key=lambda b: b.jenis):
        ada = list(isi)
        if jenis != "ubah" and len(ada) > 1:
            ada = [BagianBeda(jenis, _rapatkan(s for b in ada for s in b.kata), sum(b.baris for b in ada))]
        hasil += ada
    return tuple(hasil)


def _pasangkan(lama: Sequence[str], baru: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of lines that resemble each other, rising on both sides.

    Many lines are tied by neighbouring words that occur once on each side; few are all measured against each other.
    """
    if not lama or not baru:
        return []
    a, b = [x.split() for x in lama], [x.split() for x in baru]
    if len(a) * len(b) <= _RAPAT:
        return _selaras(a, b)
    di_a, di_b = _sekali(a), _sekali(b)
    suara = Counter((i, di_b[kata]) for kata, i in di_a.items() if kata in di_b)
    calon: dict[int, int] = {}
    for (i, j), _ in sorted(suara.items(), key=lambda s: (-s[1], abs(s[0][0] - s[0][1]))):
        if i not in calon and _serupa(Counter(a[i]), len(a[i]), Counter(b[j]), len(b[j])) >= SERUPA:
            calon[i] = j
    jangkar = naik(sorted(calon.items()))
    hasil: list[tuple[int, int]] = []
    i = j = 0
    for x, y in (*jangkar, (len(a), len(b))):
        if 0 < (x - i) * (y - j) <= _RAPAT:
            hasil += [(i + p, j + q) for p, q in _selaras(a[i:x], b[j:y])]
        if x < len(a):
            hasil.append((x, y))
        i, j = x + 1, y + 1
    return hasil


def _sekali(baris: Sequence[Sequence[str]]) -> dict[tuple[str, ...], int]:
    """Runs of two and of four words that occur once, with the line that has them; a short line stands for itself."""
    ada: dict[tuple[str, ...], int] = {}
    for n, kata in enumerate(baris):
        for runtun in (tuple(kata[k : k + p]) for p in (2, 4) for k in range(max(len(kata) - p, 0) + 1)):
            ada[runtun] = n if ada.get(runtun, n) == n else -1
    return {k: n for k, n in ada.items() if n >= 0}


def _serupa(a: Counter[str], na: int, b: Counter[str], nb: int) -> float:
    """Share of common words, 0 to 1; two empty lines are alike."""
    if not na and not nb:
        return 1.0
    return 2 * sum(min(n, b[k]) for k, n in a.items() if k in b) / (na + nb)


def _selaras(a: Sequence[Sequence[str]], b: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """The pairs with the greatest sum of likeness, rising on both sides."""
    ca, cb = [Counter(x) for x in a], [Counter(x) for x in b]
    nilai = [[_serupa(x, len(a[i]), y, len(b[j])) for j, y in enumerate(cb)] for i, x in enumerate(ca)]
    n, m = len(a), len(b)
    jumlah = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            s = nilai[i][j]
            berdua = jumlah[i + 1][j + 1] + s if s >= SERUPA else 0.0
            jumlah[i][j] = max(jumlah[i + 1][j], jumlah[i][j + 1], berdua)
    hasil, i, j = [], 0, 0
    while i < n and j < m:
        if nilai[i][j] >= SERUPA and jumlah[i][j] == jumlah[i + 1][j + 1] + nilai[i][j]:
            hasil.append((i, j))
            i, j = i + 1, j + 1
        elif jumlah[i][j] == jumlah[i + 1][j]:
            i += 1
        else:
            j += 1
    return hasil


def _kata(lama: str, baru: str) -> tuple[Sepotong, ...]:
    """Runs of words of a line that changed. Spaces go with the word behind them; where only they differ, they show."""
    a, b = _token(lama), _token(baru)
    kata_a, kata_b = [k for _, k in a], [k for _, k in b]
    return _rapatkan(_runtun(a, b, cocok(kata_a, kata_b)))


def _token(teks: str) -> list[tuple[str, str]]:
    """(spaces, word) …; the last has the spaces at the end and no word."""
    ekor = _EKOR.search(teks)
    return [*_TOKEN.findall(teks), (ekor[0] if ekor else "", "")]


def _runtun(
    a: Sequence[tuple[str, str]], b: Sequence[tuple[str, str]], blok: Sequence[tuple[int, int, int]]
) -> Iterator[Sepotong]:
    for sama, (a1, a2), (b1, b2) in _ruas(blok, len(a), len(b)):
        if not sama:
            # Spaces before both sides alike stay: only the words are struck out.
            depan = a[a1][0] if a2 > a1 and b2 > b1 and a[a1][0] == b[b1][0] else ""
            yield Sepotong("sama", depan)
            yield Sepotong("hapus", "".join(s + k for s, k in a[a1:a2])[len(depan) :])
            yield Sepotong("tambah", "".join(s + k for s, k in b[b1:b2])[len(depan) :])
            continue
        for (spasi_a, kata), (spasi_b, _) in zip(a[a1:a2], b[b1:b2], strict=True):
            if spasi_a != spasi_b:
                yield Sepotong("hapus", spasi_a)
                yield Sepotong("tambah", spasi_b)
                yield Sepotong("sama", kata)
            else:
                yield Sepotong("sama", spasi_a + kata)


def _rapatkan(potong: Iterable[Sepotong]) -> tuple[Sepotong, ...]:
    ada = groupby((s for s in potong if s.teks), key=lambda s: s.jenis)
    return tuple(Sepotong(jenis, "".join(s.teks for s in isi)) for jenis, isi in ada)

"""Near match of personal names: one verdict for every database.

The verdict (`nilai_kecocokan`) is pure Python. A database only fetches candidates, by exact tokens:

* a row stores `kunci_nama(nama)` in a full-text column (FTS5 `unicode61` or `to_tsvector('simple', …)`);
* a search asks for the rows of `kandidat(nama)` (printed by `kueri_fts5` and `syarat_postgresql`);
* the rows found are kept when `nilai_kecocokan(dicari, tercatat).cocok`.

Contract: whatever `nilai_kecocokan` calls "sama" or "mirip" is found by the candidate keys, on both databases alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from inti.rules.ejaan import DEKAT, VOKAL, BagianNama, Jenis, gabung, rangka, urai_nama
from inti.rules.nama_kunci import MAKS_KATA, kandidat, kueri_fts5, kunci_memenuhi, kunci_nama, syarat_postgresql

__all__ = [
    "Kecocokan",
    "Tingkat",
    "kandidat",
    "kueri_fts5",
    "kunci_memenuhi",
    "kunci_nama",
    "nilai_kecocokan",
    "syarat_postgresql",
]

Tingkat = Literal["sama", "mirip", "beda"]


@dataclass(frozen=True, slots=True)
class Kecocokan:
    """Verdict on two names: degree, and a score 0 to 1 for sorting (1 only for "sama")."""

    tingkat: Tingkat
    skor: float

    @property
    def cocok(self) -> bool:
        """True for "sama" and "mirip"."""
        return self.tingkat != "beda"


_BEDA = Kecocokan("beda", 0.0)
_SAMA = Kecocokan("sama", 1.0)


def nilai_kecocokan(dicari: str, tercatat: str) -> Kecocokan:
    """Compare a sought name with a recorded one.

    Order, titles, degrees and spelling do not matter ("sama"). "mirip": an initial for a word, one typo per word of
    five letters or more, words missing on one side while all words of the shorter one are met. "beda": the rest;
    each side has a word that the other lacks.
    """
    q, t = urai_nama(dicari), urai_nama(tercatat)
    if not q or not t:
        return _BEDA
    terbaik = _banding(q, t, None)
    if terbaik.tingkat == "sama":
        return terbaik
    for n in range(len(q) - 1):
        if (satu := _sambung(q, n)) is not None:
            terbaik = _lebih(terbaik, _banding(satu, t, satu[n].baku))
    for n in range(len(t) - 1):
        if (satu := _sambung(t, n)) is not None:
            terbaik = _lebih(terbaik, _banding(q, satu, satu[n].baku))
    return terbaik


def _lebih(a: Kecocokan, b: Kecocokan) -> Kecocokan:
    return b if b.skor > a.skor else a


def _sambung(bagian: list[BagianNama], n: int) -> list[BagianNama] | None:
    a, b = bagian[n], bagian[n + 1]
    if Jenis.INISIAL in (a.jenis, b.jenis):
        return None
    baku = gabung(a.baku, b.baku)
    return [*bagian[:n], BagianNama(Jenis.NAMA, baku, rangka(baku), ""), *bagian[n + 2 :]]


def _banding(q: list[BagianNama], t: list[BagianNama], sambungan: str | None) -> Kecocokan:
    """Pair the words of both names. `sambungan`: a joined word that must be met exactly."""
    sisa_q, sisa_t = list(q), list(t)
    tepat = 0
    for b in q:
        for c in sisa_t:
            if b.baku == c.baku:
                sisa_q.remove(b)
                sisa_t.remove(c)
                tepat += 1
                break
    penuh_tepat = sum(1 for b in q if b.jenis is not Jenis.INISIAL) - sum(
        1 for b in sisa_q if b.jenis is not Jenis.INISIAL
    )
    if not sisa_q and not sisa_t:
        return _SAMA
    if sambungan is not None and any(b.baku == sambungan for b in (*sisa_q, *sisa_t)):
        return _BEDA
    skor = float(tepat)
    salah = beda_rangka = 0
    for b in list(sisa_q):
        for c in sisa_t:
            if Jenis.INISIAL not in (b.jenis, c.jenis) and _salah_tik(b.baku, c.baku, penuh_tepat > 0):
                sisa_q.remove(b)
                sisa_t.remove(c)
                salah += 1
                beda_rangka += b.rangka != c.rangka
                skor += 0.85
                break
    q_ke_inisial = False
    if penuh_tepat + salah or len(q) == len(t) == 1:
        for b in list(sisa_q):
            for c in sisa_t:
                if Jenis.INISIAL in (b.jenis, c.jenis) and b.baku[0] == c.baku[0]:
                    sisa_q.remove(b)
                    sisa_t.remove(c)
                    q_ke_inisial |= b.jenis is not Jenis.INISIAL
                    skor += 0.7
                    break
    if (sisa_q and sisa_t) or not penuh_tepat + salah:
        return _BEDA
    return _putuskan(q, t, sisa_q, q_ke_inisial, skor, beda_rangka, penuh_tepat + salah, sambungan)


def _putuskan(
    q: list[BagianNama],
    t: list[BagianNama],
    sisa_q: list[BagianNama],
    q_ke_inisial: bool,
    skor: float,
    beda_rangka: int,
    berpasangan: int,
    sambungan: str | None,
) -> Kecocokan:
    """Keep the promise of the candidate keys: a shorter record is only found as a whole name."""
    kurang = q_ke_inisial or any(b.jenis is not Jenis.INISIAL for b in sisa_q)
    if kurang:
        penuh_t = [c for c in t if c.jenis is not Jenis.INISIAL]
        if sambungan is not None or beda_rangka or berpasangan < len(penuh_t) or len(q) > MAKS_KATA:
            return _BEDA
        if len(penuh_t) == 1 and skor != int(skor) and not q_ke_inisial:
            return _BEDA
    return Kecocokan("mirip", round(min(0.99, skor / max(len(q), len(t))), 3))


@lru_cache(maxsize=65536)
def _salah_tik(a: str, b: str, ada_yang_tepat: bool) -> bool:
    """True when one typing mistake makes one word of the other; both have five letters or more.

    Never tolerated: a first letter added, lost or moved (Agus, Bagus), a last vowel that tells the sex (Sumarni,
    Sumarno), an exchange of unlike consonants (Sukarno, Sumarno). An exchange of like consonants, or of the first
    letter, needs six letters and another word of the name that is exact.
    """
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1:
        return False
    if len(a) > len(b):
        a, b = b, a
    i = 0
    while i < len(a) and a[i] == b[i]:
        i += 1
    if len(a) < len(b):
        # A letter more in b: not in front, and no vowel behind (Fitri, Fitria).
        return i > 0 and a[i:] == b[i + 1 :] and not (i == len(a) and b[i] in VOKAL)
    if i == len(a):
        return True
    if a[i + 1 :] == b[i + 1 :]:
        return _tertukar(a, b, i, ada_yang_tepat)
    return i > 0 and a[i + 2 :] == b[i + 2 :] and a[i] == b[i + 1] and a[i + 1] == b[i]


def _tertukar(a: str, b: str, i: int, ada_yang_tepat: bool) -> bool:
    """One letter exchanged at place i."""
    x, y = a[i], b[i]
    if x in VOKAL and y in VOKAL:
        if i == len(a) - 1:
            return {x, y} in ({"U", "O"}, {"I", "E"})
        return i > 0 or (ada_yang_tepat and len(a) >= 6)
    return ada_yang_tepat and len(a) >= 6 and y in DEKAT.get(x, ())

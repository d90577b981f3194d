"""Near match of personal names: one verdict for every database.

The verdict (`nilai_kecocokan`) is pure Python. A database only fetches candidates, by exact tokens:

* a row stores `kunci_nama(nama)` in a full-text column (FTS5 `unicode61` or `to_tsvector('simple', …)`);
* a search asks for the rows of `kandidat(nama)` (or its two printed forms, `kueri_fts5` and `kueri_tsquery`);
* the rows found are kept when `nilai_kecocokan(dicari, tercatat).cocok`.

Contract: whatever `nilai_kecocokan` calls "sama" or "mirip" is found by the candidate keys, on both databases alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Literal

from inti.ejaan import KONSONAN, VOKAL, Bagian, Jenis, rangka, urai_nama

Tingkat = Literal["sama", "mirip", "beda"]
Kelompok = tuple[str, ...]  # one of these tokens must be present
Syarat = tuple[Kelompok, ...]  # every group must be met

# Letters that are mistaken for each other: neighbours on the keyboard, or alike in sound. Others make another name:
# Sukarno and Sumarno are two people.
_DEKAT = {
    "B": "NGHP",
    "C": "DK",
    "D": "SRCT",
    "G": "THBYK",
    "H": "GYJNB",
    "J": "HKNYS",
    "K": "JLGC",
    "L": "KR",
    "M": "NK",
    "N": "BHJM",
    "P": "BL",
    "R": "TDL",
    "S": "WDJ",
    "T": "RGYD",
    "W": "S",
    "Y": "TGHJ",
}
_VOKAL = frozenset(VOKAL)
_MAKS_KATA = 8  # longer names are cut for the subset keys only: 2**8 tokens


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


def _penuh(bagian: list[Bagian]) -> list[Bagian]:
    """Tokens without initials; a name of nothing but initials keeps them."""
    penuh = [b for b in bagian if b[0] != Jenis.INISIAL]
    return penuh or bagian


def _gabung(a: str, b: str) -> str:
    """Unified spelling of two neighbouring words written as one: NUR RAHMAN is NURAHMAN, SRI YATMI is SRIATMI."""
    ujung, awal = a[-1], b[0]
    if ujung == awal or (awal == "Y" and ujung == "I") or (awal == "W" and ujung == "U"):
        return a + b[1:]
    return a + "I" + b[1:] if awal == "Y" and ujung not in _VOKAL else a + b


def kunci_nama(nama: str) -> str:
    """Search key of a name: sorted, unique tokens of A-Z, joined by spaces; to be stored and full-text indexed.

    Tokens: the consonant skeleton of each word (titles, degrees and initials left out), the skeleton of each two
    neighbouring words joined, and `Q` + all skeletons sorted and joined by `X` (the whole name as one token).
    Out: "" only for a name without any Latin letter.
    """
    bagian = urai_nama(nama)
    for b in bagian:
        if b[0]:
            bagian = _penuh(bagian)
            break
    if len(bagian) == 2:
        (_, baku_a, a, _), (_, baku_b, b_, ekor_b) = bagian
        awal = baku_b[0]
        biasa = awal in _VOKAL or (awal != baku_a[-1] and awal != "Y" and awal != "W")
        sambung = a + ekor_b if biasa else rangka(_gabung(baku_a, baku_b))
        utuh = f"Q{a}X{b_}" if a <= b_ else f"Q{b_}X{a}"
        return " ".join(sorted({a, b_, sambung, utuh}))
    if not bagian:
        return ""
    kunci = {b[2] for b in bagian}
    utuh = "Q" + "X".join(sorted(b[2] for b in bagian))
    kunci.update(rangka(_gabung(x.baku, y.baku)) for x, y in pairwise(bagian))
    kunci.add(utuh)
    return " ".join(sorted(kunci))


@lru_cache(maxsize=4096)
def _sekitar(baku: str, sendiri: bool) -> Kelompok:
    """Skeletons of every token that one accepted typo away from `baku` may have, its own first.

    `sendiri`: the name has no other word; letters are then not exchanged (see `_salah_tik`).
    """
    inti = rangka(baku)
    if len(baku) < 5:
        return (inti,)
    kepala, ekor = inti[0], inti[1:]
    hasil = {ekor[:n] + ekor[n + 1 :] for n in range(len(ekor))}
    hasil |= {ekor[:n] + k + ekor[n:] for n in range(len(ekor) + 1) for k in KONSONAN}
    hasil |= {ekor[:n] + ekor[n + 1] + ekor[n] + ekor[n + 2 :] for n in range(len(ekor) - 1)}
    if not sendiri:
        hasil |= {ekor[:n] + k + ekor[n + 1 :] for n in range(len(ekor)) for k in _DEKAT.get(ekor[n], ())}
    semua = {kepala + e for e in hasil}
    if not sendiri:
        semua |= {k + ekor for k in (_VOKAL if kepala in _VOKAL else _DEKAT.get(kepala, ()))}
    return (inti, *sorted(semua - {inti}))


def kandidat(nama: str) -> tuple[Syarat, ...]:
    """Candidate keys of a sought name.

    Out: alternatives (OR); each alternative is a tuple of groups (AND); each group a tuple of tokens (OR), to be
    looked up exactly among the tokens of `kunci_nama`. An empty tuple means that nothing can match.
    """
    bagian = _penuh(urai_nama(nama))
    if not bagian:
        return ()
    sendiri = len(bagian) == 1
    kelompok = [_sekitar(b.baku, sendiri) for b in bagian]
    hasil = {tuple(dict.fromkeys(kelompok))}
    # The sought name written with two words joined, where the record has them as one.
    for n, (a, b) in enumerate(pairwise(bagian)):
        hasil.add(tuple(dict.fromkeys([*kelompok[:n], (rangka(_gabung(a.baku, b.baku)),), *kelompok[n + 2 :]])))
    # The record is shorter: it is a subset of the sought words, which is one token each.
    semua = sorted(b.rangka for b in bagian)[:_MAKS_KATA]
    utuh = {"Q" + "X".join(sub) for panjang in range(1, len(semua)) for sub in combinations(semua, panjang)}
    urut = sorted(hasil)
    return (*urut, (tuple(sorted(utuh)),)) if utuh else tuple(urut)


def kueri_fts5(nama: str) -> str:
    """`kandidat` as an FTS5 MATCH expression, e.g. `((SLMT OR SMT) AND (NGRH)) OR (QNGRH)`; "" for no candidates.

    Tokens are A-Z only, so that nothing needs quoting beyond FTS5's own words.
    """
    return _kueri(nama, " OR ", " AND ", '"')


def kueri_tsquery(nama: str) -> str:
    """`kandidat` as text for PostgreSQL `to_tsquery('simple', …)`; "" for no candidates."""
    return _kueri(nama, " | ", " & ", "'")


def _kueri(nama: str, atau: str, dan: str, kutip: str) -> str:
    syarat = [
        dan.join("(" + atau.join(f"{kutip}{t}{kutip}" for t in kelompok) + ")" for kelompok in alternatif)
        for alternatif in kandidat(nama)
    ]
    return atau.join(f"({s})" for s in syarat)


def kunci_memenuhi(kunci: str, nama: str) -> bool:
    """True when a stored key is among the candidates of a sought name: what the database does, in Python."""
    ada = frozenset(kunci.split())
    return any(all(not ada.isdisjoint(k) for k in alternatif) for alternatif in kandidat(nama))


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


def _sambung(bagian: list[Bagian], n: int) -> list[Bagian] | None:
    a, b = bagian[n], bagian[n + 1]
    if Jenis.INISIAL in (a.jenis, b.jenis):
        return None
    baku = _gabung(a.baku, b.baku)
    return [*bagian[:n], Bagian(Jenis.NAMA, baku, rangka(baku), ""), *bagian[n + 2 :]]


def _banding(q: list[Bagian], t: list[Bagian], sambungan: str | None) -> Kecocokan:
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
    q: list[Bagian],
    t: list[Bagian],
    sisa_q: list[Bagian],
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
        if sambungan is not None or beda_rangka or berpasangan < len(penuh_t) or len(q) > _MAKS_KATA:
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
        return i > 0 and a[i:] == b[i + 1 :] and not (i == len(a) and b[i] in _VOKAL)
    if i == len(a):
        return True
    if a[i + 1 :] == b[i + 1 :]:
        return _tertukar(a, b, i, ada_yang_tepat)
    return i > 0 and a[i + 2 :] == b[i + 2 :] and a[i] == b[i + 1] and a[i + 1] == b[i]


def _tertukar(a: str, b: str, i: int, ada_yang_tepat: bool) -> bool:
    """One letter exchanged at place i."""
    x, y = a[i], b[i]
    if x in _VOKAL and y in _VOKAL:
        if i == len(a) - 1:
            return {x, y} in ({"U", "O"}, {"I", "E"})
        return i > 0 or (ada_yang_tepat and len(a) >= 6)
    return ada_yang_tepat and len(a) >= 6 and y in _DEKAT.get(x, ())

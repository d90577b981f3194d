"""Search keys of names: what a row stores and what a search asks for, as exact tokens for any full-text index.

`inti.rules.nama` gives the verdict on what is found; its contract with these keys stands there.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, pairwise

from inti.rules.ejaan import DEKAT, KONSONAN, VOKAL, gabung, rangka, tanpa_inisial, urai_nama

Kelompok = tuple[str, ...]  # one of these tokens must be present
Syarat = tuple[Kelompok, ...]  # every group must be met

MAKS_KATA = 8  # longer names are cut for the subset keys only: 2**8 tokens


def kunci_nama(nama: str) -> str:
    """Search key of a name: sorted, unique tokens of A-Z, joined by spaces; to be stored and full-text indexed.

    Tokens: the consonant skeleton of each word (titles, degrees and initials left out), the skeleton of each two
    neighbouring words joined, and `Q` + all skeletons sorted and joined by `X` (the whole name as one token).
    Out: "" only for a name without any Latin letter.
    """
    bagian = urai_nama(nama)
    for b in bagian:
        if b[0]:
            bagian = tanpa_inisial(bagian)
            break
    if len(bagian) == 2:
        (_, baku_a, a, _), (_, baku_b, b_, ekor_b) = bagian
        awal = baku_b[0]
        biasa = awal in VOKAL or (awal != baku_a[-1] and awal != "Y" and awal != "W")
        sambung = a + ekor_b if biasa else rangka(gabung(baku_a, baku_b))
        utuh = f"Q{a}X{b_}" if a <= b_ else f"Q{b_}X{a}"
        return " ".join(sorted({a, b_, sambung, utuh}))
    if not bagian:
        return ""
    kunci = {b[2] for b in bagian}
    utuh = "Q" + "X".join(sorted(b[2] for b in bagian))
    kunci.update(rangka(gabung(x.baku, y.baku)) for x, y in pairwise(bagian))
    kunci.add(utuh)
    return " ".join(sorted(kunci))


@lru_cache(maxsize=4096)
def _sekitar(baku: str, sendiri: bool) -> Kelompok:
    """Skeletons of every token that one accepted typo away from `baku` may have, its own first.

    `sendiri`: the name has no other word; letters are then not exchanged (see `inti.rules.nama`).
    """
    inti = rangka(baku)
    if len(baku) < 5:
        return (inti,)
    kepala, ekor = inti[0], inti[1:]
    hasil = {ekor[:n] + ekor[n + 1 :] for n in range(len(ekor))}
    hasil |= {ekor[:n] + k + ekor[n:] for n in range(len(ekor) + 1) for k in KONSONAN}
    hasil |= {ekor[:n] + ekor[n + 1] + ekor[n] + ekor[n + 2 :] for n in range(len(ekor) - 1)}
    if not sendiri:
        hasil |= {ekor[:n] + k + ekor[n + 1 :] for n in range(len(ekor)) for k in DEKAT.get(ekor[n], ())}
    semua = {kepala + e for e in hasil}
    if not sendiri:
        semua |= {k + ekor for k in (VOKAL if kepala in VOKAL else DEKAT.get(kepala, ()))}
    return (inti, *sorted(semua - {inti}))


def kandidat(nama: str, *, longgar: bool = True) -> tuple[Syarat, ...]:
    """Candidate keys of a sought name. Without `longgar` typing mistakes in consonants are not sought: fewer tokens.

    Out: alternatives (OR); each alternative is a tuple of groups (AND); each group a tuple of tokens (OR), to be
    looked up exactly among the tokens of `kunci_nama`. An empty tuple means that nothing can match.
    """
    bagian = tanpa_inisial(urai_nama(nama))
    if not bagian:
        return ()
    sendiri = len(bagian) == 1
    kelompok = [_sekitar(b.baku, sendiri) if longgar else (b.rangka,) for b in bagian]
    hasil = {tuple(dict.fromkeys(kelompok))}
    # The sought name written with two words joined, where the record has them as one.
    for n, (a, b) in enumerate(pairwise(bagian)):
        hasil.add(tuple(dict.fromkeys([*kelompok[:n], (rangka(gabung(a.baku, b.baku)),), *kelompok[n + 2 :]])))
    # The record is shorter: it is a subset of the sought words, which is one token each.
    semua = sorted(b.rangka for b in bagian)[:MAKS_KATA]
    utuh = {"Q" + "X".join(sub) for panjang in range(1, len(semua)) for sub in combinations(semua, panjang)}
    urut = sorted(hasil)
    return (*urut, (tuple(sorted(utuh)),)) if utuh else tuple(urut)


def kueri_fts5(nama: str, *, longgar: bool = True) -> str:
    """`kandidat` as an FTS5 MATCH expression, e.g. `(("SR") AND ("YN")) OR (("QSR" OR "QYN"))`; "" for none."""
    syarat = [
        " AND ".join("(" + " OR ".join(f'"{t}"' for t in kelompok) + ")" for kelompok in alternatif)
        for alternatif in kandidat(nama, longgar=longgar)
    ]
    return " OR ".join(f"({s})" for s in syarat)


def syarat_postgresql(
    nama: str, *, ungkapan: str = "to_tsvector('simple', kunci_nama)", longgar: bool = True
) -> tuple[str, list[str]]:
    """`kandidat` as a WHERE condition for PostgreSQL and its parameters; `FALSE` when nothing can match.

    `ungkapan` is the indexed tsvector expression, a fixed text of the caller. Each group is a condition of its own:
    as one big tsquery a GIN index takes seconds where this takes milliseconds.
    """
    syarat, isi = [], []
    for alternatif in kandidat(nama, longgar=longgar):
        syarat.append("(" + " AND ".join([f"{ungkapan} @@ to_tsquery('simple', %s)"] * len(alternatif)) + ")")
        isi += [" | ".join(f"'{t}'" for t in kelompok) for kelompok in alternatif]
    return (" OR ".join(syarat) or "FALSE"), isi


def kunci_memenuhi(kunci: str, nama: str, *, longgar: bool = True) -> bool:
    """True when a stored key is among the candidates of a sought name: what the database does, in Python."""
    ada = frozenset(kunci.split())
    return any(all(not ada.isdisjoint(k) for k in alternatif) for alternatif in kandidat(nama, longgar=longgar))

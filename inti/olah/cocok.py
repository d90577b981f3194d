"""Where two sequences agree. Pure, deterministic, near linear: items that occur once on both sides are the anchors."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher

_RAPAT = 40_000  # pairs up to which difflib compares all with all; it is quadratic, and worse where items repeat


def cocok(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """Stretches (place in a, place in b, length) that are equal, rising on both sides."""
    pasang = _pasang(a, b, 0, len(a), 0, len(b))
    blok: list[tuple[int, int, int]] = []
    for i, j in pasang:
        if blok and blok[-1][0] + blok[-1][2] == i and blok[-1][1] + blok[-1][2] == j:
            blok[-1] = (blok[-1][0], blok[-1][1], blok[-1][2] + 1)
        else:
            blok.append((i, j, 1))
    return blok


def naik(pasang: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of pairs (rising at the left) that rises at the right too."""
    ujung: list[int] = []  # last right side of the best run of each length
    letak: list[int] = []
    sebelum: list[int] = []
    for n, (_, kanan) in enumerate(pasang):
        p = bisect_left(ujung, kanan)
        sebelum.append(letak[p - 1] if p else -1)
        if p == len(ujung):
            ujung.append(kanan)
            letak.append(n)
        else:
            ujung[p], letak[p] = kanan, n
    hasil: list[tuple[int, int]] = []
    n = letak[-1] if letak else -1
    while n >= 0:
        hasil.append(pasang[n])
        n = sebelum[n]
    return hasil[::-1]


def _pasang(a: Sequence[str], b: Sequence[str], a1: int, a2: int, b1: int, b2: int) -> list[tuple[int, int]]:
    depan: list[tuple[int, int]] = []
    while a1 < a2 and b1 < b2 and a[a1] == b[b1]:
        depan.append((a1, b1))
        a1, b1 = a1 + 1, b1 + 1
    belakang: list[tuple[int, int]] = []
    while a1 < a2 and b1 < b2 and a[a2 - 1] == b[b2 - 1]:
        a2, b2 = a2 - 1, b2 - 1
        belakang.append((a2, b2))
    return depan + _tengah(a, b, a1, a2, b1, b2) + belakang[::-1]


def _tengah(a: Sequence[str], b: Sequence[str], a1: int, a2: int, b1: int, b2: int) -> list[tuple[int, int]]:
    if a1 == a2 or b1 == b2:
        return []
    if (a2 - a1) * (b2 - b1) <= _RAPAT:
        m = SequenceMatcher(None, a[a1:a2], b[b1:b2], autojunk=False)
        return [(a1 + i + n, b1 + j + n) for i, j, p in m.get_matching_blocks() for n in range(p)]
    di_a, di_b = _sekali(a, a1, a2), _sekali(b, b1, b2)
    jangkar = naik([(i, di_b[x]) for x, i in di_a.items() if x in di_b])
    if not jangkar:  # nothing to hold on to: the whole stretch was replaced
        return []
    hasil: list[tuple[int, int]] = []
    for x, y in (*jangkar, (a2, b2)):
        hasil += _pasang(a, b, a1, x, b1, y)
        if x < a2:
            hasil.append((x, y))
        a1, b1 = x + 1, y + 1
    return hasil


def _sekali(isi: Sequence[str], dari: int, sampai: int) -> dict[str, int]:
    """Items that occur once in the stretch, in its order, with their places."""
    ada: dict[str, int] = {}
    for n in range(dari, sampai):
        ada[isi[n]] = -1 if isi[n] in ada else n
    return {x: n for x, n in ada.items() if n >= 0}

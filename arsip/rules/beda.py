"""What changed between two versions of a letter, word by word. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_KATA = re.compile(r"\s+|[^\s]+")
TERPANJANG = 6000  # words compared one by one; longer texts are compared by lines


@dataclass(frozen=True)
class Sepotong:
    """A run of text. `jenis`: sama, hapus, tambah."""

    jenis: str
    teks: str


def beda_kata(lama: str, baru: str) -> list[Sepotong]:
    """Runs that make up both texts: what is in both, what only the old, what only the new one has."""
    a, b = _KATA.findall(lama), _KATA.findall(baru)
    if len(a) + len(b) > TERPANJANG:
        a, b = lama.splitlines(keepends=True), baru.splitlines(keepends=True)
    hasil: list[Sepotong] = []
    for tanda, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tanda == "equal":
            hasil.append(Sepotong("sama", "".join(a[a1:a2])))
            continue
        if a2 > a1:
            hasil.append(Sepotong("hapus", "".join(a[a1:a2])))
        if b2 > b1:
            hasil.append(Sepotong("tambah", "".join(b[b1:b2])))
    return hasil

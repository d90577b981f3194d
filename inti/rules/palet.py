"""How what is typed into palette and search finds an act or a page: by beginnings of words, whatever case or accent."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
PALING_PENDEK = 2  # letters from which records are sought
_DALAM_KATA = "'’`"  # Jum'at is one word, also when it is typed as jumat


def huruf_dasar(teks: str) -> str:
    """Text without case, accents and the apostrophes within words."""
    pecah = unicodedata.normalize("NFKD", teks)
    return "".join(c for c in pecah if not unicodedata.combining(c) and c not in _DALAM_KATA).casefold()


def pecah(teks: str) -> list[tuple[str, bool]]:
    """The text in pieces, words and what stands between them (False); joined they are the text again."""
    hasil: list[tuple[str, bool]] = []
    for n, c in enumerate(teks):
        dalam = bool(hasil) and hasil[-1][1]
        sambung = dalam and (
            unicodedata.combining(c) > 0 or (c in _DALAM_KATA and n + 1 < len(teks) and teks[n + 1].isalnum())
        )
        sekata = c.isalnum() or sambung
        if hasil and hasil[-1][1] == sekata:
            hasil[-1] = (hasil[-1][0] + c, sekata)
        else:
            hasil.append((c, sekata))
    return hasil


def kata_dasar(teks: str) -> list[str]:
    """The words of a text as they are compared."""
    return [d for k, sekata in pecah(teks) if sekata and (d := huruf_dasar(k))]


def peringkat(dicari: Sequence[str], teks: str, tambahan: str = "") -> int | None:
    """How well the words sought find a text; None when one of them begins no word of it nor of `tambahan`.

    0 the whole text, 1 its beginning, 2 one begins its first word, 3 any words, 4 only with the further words.
    """
    kata = kata_dasar(teks)
    if not dicari:
        return None
    if not all(any(k.startswith(d) for k in kata) for d in dicari):
        semua = [*kata, *kata_dasar(tambahan)]
        return 4 if all(any(k.startswith(d) for k in semua) for d in dicari) else None
    if list(dicari) == kata:
        return 0
    if " ".join(kata).startswith(" ".join(dicari)):
        return 1
    return 2 if any(kata[0].startswith(d) for d in dicari) else 3


def yang_cocok(butir: Iterable[T], dicari: Sequence[str], baca: Callable[[T], tuple[str, str]]) -> list[T]:
    """Those that the words find, best first, equals in their own order; `baca` gives text and further words of one."""
    nilai = [(p, b) for b in butir if (p := peringkat(dicari, *baca(b))) is not None]
    return [b for _, b in sorted(nilai, key=lambda pb: pb[0])]


def tandai(teks: str, dicari: Sequence[str]) -> list[tuple[str, bool]]:
    """The text in pieces, True where a word begins with one that is sought; joined they are the text again."""
    hasil: list[tuple[str, bool]] = []
    for potong, sekata in pecah(teks):
        panjang = max((len(d) for d in dicari if sekata and huruf_dasar(potong).startswith(d)), default=0)
        batas = next((n for n in range(len(potong) + 1) if len(huruf_dasar(potong[:n])) >= panjang), len(potong))
        hasil += [(p, tanda) for p, tanda in ((potong[:batas], True), (potong[batas:], False)) if p]
    return hasil


def bagi_rata(banyak: Sequence[int], tempat: int) -> list[int]:
    """How many of each source's answers share so many places: one each in turn, in their order, until none is left."""
    hasil = [0] * len(banyak)
    while tempat > 0 and any(h < b for h, b in zip(hasil, banyak, strict=True)):
        for n, b in enumerate(banyak):
            if tempat > 0 and hasil[n] < b:
                hasil[n] += 1
                tempat -= 1
    return hasil

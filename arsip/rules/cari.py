"""Words of the full-text search: what is kept of a text, what is sought, and the piece of text that is shown.

Pure. The same words on every database: letters A to Z without accents, and digits; everything else parts words. So
nothing that a user types is ever more than a plain word to the database.
"""

from __future__ import annotations

import re
import unicodedata

TERPANJANG = 40  # letters of a word; the rest of a longer one falls away
TERBANYAK = 8  # words of one search
AWALAN = 3  # letters from which the last word counts as the beginning of one
TEKS_TERBANYAK = 100_000  # letters kept of one record
_KATA = re.compile(r"[a-z0-9]+")
_HURUF = r"[^\W_]"


def kata(teks: str) -> list[str]:
    """The words of a text in their order."""
    if not teks.isascii():
        teks = "".join(c for c in unicodedata.normalize("NFKD", teks) if not unicodedata.combining(c))
    return [k[:TERPANJANG] for k in _KATA.findall(teks.casefold())]


def kata_indeks(*teks: str) -> str:
    """Every word of some texts once, parted by blanks: what the index holds."""
    return " ".join(dict.fromkeys(k for t in teks for k in kata(t)))


def kata_cari(teks: str) -> list[str]:
    """The words that are sought, each once; a word typed last stays last."""
    semua = kata(teks[:400])[:TERBANYAK]
    return list(dict.fromkeys(reversed(semua)))[::-1]


def berawalan(dicari: list[str]) -> bool:
    """Whether the last word stands for every word that begins so."""
    return bool(dicari) and len(dicari[-1]) >= AWALAN


def match_fts5(dicari: list[str]) -> str:
    """Words as an FTS5 query: each quoted, all must occur. In: at least one word of `kata_cari`."""
    return " ".join(f'"{k}"' for k in dicari) + ("*" if berawalan(dicari) else "")


def tandai(teks: str, dicari: list[str]) -> list[tuple[str, bool]]:
    """A text in pieces, and whether each is a word that was sought."""
    pola = _pola(dicari)
    if pola is None or not teks:
        return [(teks, False)] if teks else []
    bagian, letak = [], 0
    for cocok in pola.finditer(teks):
        bagian += [(teks[letak : cocok.start()], False), (cocok.group(), True)]
        letak = cocok.end()
    return [(t, tanda) for t, tanda in [*bagian, (teks[letak:], False)] if t]


def cuplikan(teks: str, dicari: list[str], lebar: int = 220) -> list[tuple[str, bool]]:
    """The piece of a text about the first word that was sought (else its beginning), in marked pieces."""
    pola = _pola(dicari)
    cocok = pola.search(teks) if pola else None
    mulai = max(0, cocok.start() - lebar // 3) if cocok else 0
    if mulai:
        mulai = teks.find(" ", mulai, mulai + lebar // 3) + 1 or mulai
    akhir = min(len(teks), mulai + lebar)
    if akhir < len(teks):
        akhir = max(teks.rfind(" ", mulai, akhir), mulai + lebar // 2)
    potong = " ".join(teks[mulai:akhir].split())
    if not potong:
        return []
    return tandai(f"{'… ' if mulai else ''}{potong}{' …' if akhir < len(teks) else ''}", dicari)


def _pola(dicari: list[str]) -> re.Pattern[str] | None:
    if not dicari:
        return None
    bentuk = [re.escape(k) for k in dicari]
    if berawalan(dicari):
        bentuk[-1] += f"{_HURUF}*"
    return re.compile(rf"(?<!{_HURUF})(?:{'|'.join(sorted(bentuk, key=len, reverse=True))})(?!{_HURUF})", re.IGNORECASE)

"""Classification codes: their shape, their ancestors, and the order in which people expect them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BENTUK = re.compile(r"[0-9A-Z]{1,6}(\.[0-9A-Z]{1,6}){0,5}\Z")
_POTONG = re.compile(r"(\d+)")
LEBAR = 8  # digits to which a number within a code is padded


def kode_sah(kode: str) -> bool:
    """Whether a text has the shape of a classification code: up to six parts of digits or capitals, parted by dots."""
    return bool(_BENTUK.match(kode))


def leluhur(kode: str) -> Iterator[str]:
    """The code itself, then each code above it, nearest first: 000.8.3 gives 000.8.3, 000.8, 000."""
    while kode:
        yield kode
        kode = kode.rpartition(".")[0]


def tingkat(kode: str) -> int:
    """Level in the tree: 1 for 000, 3 for 000.8.3."""
    return kode.count(".") + 1


def kunci_urut(teks: str) -> str:
    """A key by which texts sort as people sort them: numbers by value (2 before 10), the rest as letters.

    In: any code or number of a file. Out: a text whose plain order is that order, the same on every database.
    """
    bagian = _POTONG.split(teks.strip().casefold())
    return "".join(_angka(b) if n % 2 else b for n, b in enumerate(bagian))


def _angka(digit: str) -> str:
    """A number padded; a longer one is led by a mark that sorts behind every padded one, then by its length."""
    polos = digit.lstrip("0") or "0"
    if len(polos) <= LEBAR:
        return polos.rjust(LEBAR, "0")
    return f"~{len(polos):03d}{polos}"

"""Short codes on labels: what a QR of a box or a record names, and what a person types when he can't scan.

A letter (T place, R record), the row's key in base 32 without letters to misread, and a check character, so that a
mistyped code is noticed. It opens nothing by itself: whoever scans has to sign in and be allowed.
"""

from __future__ import annotations

ABJAD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
TEMPAT, REKAM = "T", "R"
_PERIKSA = 31  # prime, so that a wrong or swapped character shows


def kode_label(jenis: str, pk: int) -> str:
    """T00042X for place 66: letter, at least five characters, check."""
    angka, sisa = "", pk
    while sisa:
        sisa, n = divmod(sisa, 32)
        angka = ABJAD[n] + angka
    isi = jenis + angka.rjust(5, "0")
    return isi + _cek(isi)


def baca_label(teks: str) -> tuple[str, int] | None:
    """(kind, key) of a code as typed or scanned; an address ending in the code is read too. None when it is none."""
    kode = teks.strip().rstrip("/").rsplit("/", 1)[-1].upper().replace("-", "").replace(" ", "")
    kode = kode[:1] + kode[1:].replace("O", "0").replace("I", "1").replace("L", "1")
    if not 7 <= len(kode) <= 15 or kode[0] not in (TEMPAT, REKAM) or any(c not in ABJAD for c in kode[1:]):
        return None
    if _cek(kode[:-1]) != kode[-1]:
        return None
    pk = 0
    for c in kode[1:-1]:
        pk = pk * 32 + ABJAD.index(c)
    return kode[0], pk


def _cek(isi: str) -> str:
    jumlah = ord(isi[0])
    for letak, c in enumerate(isi[1:], start=2):
        jumlah += letak * (ABJAD.index(c) + 1)
    return ABJAD[jumlah % _PERIKSA]

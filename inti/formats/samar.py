"""Masks for personal data in lists, logs, file names and notifications (UU 27/2022: first 4 and last 4 shown)."""

from __future__ import annotations

import re

from inti.formats.nomor import rapikan_nomor

TITIK = "•"

# Sixteen digits or more, with at most two separators between two of them.
_ANGKA_PANJANG = re.compile(r"\d(?:[ .\-\u00a0]{0,2}\d){15,}")
_RAPAT = re.compile(r"\d{16,}")


def samar_nik(nik: str | None) -> str:
    """Mask a NIK or No KK: `9971 •••• •••• 0412`. A number of another length shows at most a quarter at each end."""
    bersih = rapikan_nomor(nik)
    if len(bersih) == 16:
        return f"{bersih[:4]} {TITIK * 4} {TITIK * 4} {bersih[12:]}"
    ujung = min(4, len(bersih) // 4)
    return _tengah(bersih, ujung)


def samar_nama(nama: str | None) -> str:
    """Mask a name: the first letter of each word stays, `Sri Handayani` gives `S•• H••••••••`."""
    return " ".join(kata[0] + TITIK * (len(kata) - 1) for kata in (nama or "").split())


def samar_angka_panjang(teks: str) -> str:
    """Mask every run of 16 digits or more in free text, also when spaces, dots or dashes stand between the digits.

    In: any text, e.g. a log line. Out: the same text in which each run shows its first 4 and last 4 digits at most.
    """
    return _ANGKA_PANJANG.sub(_samar_deret, teks)


def _samar_deret(cocok: re.Match[str]) -> str:
    deret = cocok.group()
    if _RAPAT.search(deret):
        # A whole number stands beside shorter ones ("17 9971015503840031"): mask it, and what is left on its own.
        bagian = re.split(r"(\d{16,})", deret)
        return "".join(_tengah(b, 4) if n % 2 else samar_angka_panjang(b) for n, b in enumerate(bagian))
    return _tengah(deret, 4)


def _tengah(teks: str, ujung: int) -> str:
    """Replace every digit or letter but the first and last `ujung` by a dot; separators stay."""
    letak = [n for n, huruf in enumerate(teks) if huruf.isalnum()]
    tutup = set(letak[ujung : len(letak) - ujung])
    return "".join(TITIK if n in tutup else huruf for n, huruf in enumerate(teks))

"""Reading a pasted list: whatever a village types or copies out of a spreadsheet, the numbers in their order."""

from __future__ import annotations

import re

PALING_BANYAK = 500
_NOMOR = re.compile(r"\d(?:[ .\-]?\d){9,}")


def baca_daftar(teks: str) -> list[str]:
    """Numbers in the order of the text, digits alone; a line without any number stands as it was written.

    A number may hold blanks, dots and dashes; several on a line are parted by a comma, a semicolon, a tab or words.
    """
    hasil = []
    for baris in re.split(r"[\r\n;,\t]+", teks):
        nomor = [re.sub(r"[ .\-]", "", m) for m in _NOMOR.findall(baris)]
        hasil += [potong for n in nomor for potong in _potong(n)] or ([baris.strip()[:40]] if baris.strip() else [])
    return hasil


def _potong(nomor: str) -> list[str]:
    """Two NIKs that only a blank parted come back as two."""
    if len(nomor) > 16 and len(nomor) % 16 == 0:
        return [nomor[i : i + 16] for i in range(0, len(nomor), 16)]
    return [nomor[:40]]

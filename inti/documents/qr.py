"""QR codes drawn as one path.

The mask is fixed: choosing the best of eight costs more than all the rest of a page, and any mask is valid.
"""

from __future__ import annotations

import segno

from inti.documents.kanvas import Kanvas

TOPENG = 2
SISI_MM = 22


def matriks_qr(isi: str) -> tuple[bytearray, ...]:
    """Modules of a QR code (error correction M, fixed mask) without its quiet zone, row by row from the top.

    Raises ValueError when the text doesn't fit a QR code.
    """
    try:
        return segno.make(isi, error="m", mask=TOPENG, micro=False, boost_error=False).matrix
    except segno.DataOverflowError as galat:
        raise ValueError("Alamat terlalu panjang untuk kode QR.") from galat


def gambar_qr(k: Kanvas, isi: str, x: float, y: float, sisi: float) -> None:
    """Draw a QR code with its lower left corner at (x, y); `sisi` in points. Runs of modules are merged."""
    matriks = matriks_qr(isi)
    n = len(matriks)
    skala = sisi / n
    ops = [f"q {skala:.5f} 0 0 {skala:.5f} {x:.2f} {y:.2f} cm"]
    for baris, isi_baris in enumerate(matriks, start=1):
        tinggi = n - baris
        mulai = isi_baris.find(1)
        while mulai >= 0:
            henti = isi_baris.find(0, mulai)
            if henti < 0:
                henti = n
            ops.append(f"{mulai} {tinggi} {henti - mulai} 1 re")
            mulai = isi_baris.find(1, henti)
    ops.append("f Q")
    k.kode(" ".join(ops))

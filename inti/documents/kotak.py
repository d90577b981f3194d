"""Boxes of an office form: a title across the width and rows of cells below it, kept whole."""

from __future__ import annotations

from inti.documents.bagian import Kotak
from inti.documents.baris import Baris, patah
from inti.documents.huruf import BIASA, TEBAL
from inti.documents.kanvas import Kanvas
from inti.documents.tata import BalokBebas
from inti.documents.teks import bersih

UKURAN, SPASI = 8.0, 10.0
TEPI_X, TEPI_Y = 4.0, 1.75
GARIS, ANTARA = 0.5, 4.0


def susun_kotak(b: Kotak, lebar: float) -> BalokBebas:
    """Lay out a box of `lebar` points. Raises ValueError when a row has another number of cells than `lebar` says."""
    if any(len(baris) != len(b.lebar) for baris in b.baris):
        raise ValueError("Baris kotak tidak sebanyak kolomnya.")
    kolom = [w * lebar / sum(b.lebar) for w in b.lebar]
    isi: list[tuple[list[float], list[list[Baris]], str]] = []
    if judul := bersih(b.judul):
        isi.append(([lebar], [patah(judul, TEBAL, UKURAN, lebar - 2 * TEPI_X)], TEBAL))
    for baris in b.baris:
        sel = [patah(bersih(s), BIASA, UKURAN, w - 2 * TEPI_X) for s, w in zip(baris, kolom, strict=True)]
        isi.append((kolom, sel, BIASA))
    tinggi = [max(len(s) for s in sel) * SPASI + 2 * TEPI_Y for _, sel, _ in isi]

    def lukis(k: Kanvas, x: float, y: float) -> None:
        ops = [f"{GARIS} w {x:.2f} {y:.2f} m {x + lebar:.2f} {y:.2f} l"]
        for (lebar_sel, sel, nama), t in zip(isi, tinggi, strict=True):
            kiri = x
            for n, (w, garis) in enumerate(zip(lebar_sel, sel, strict=True)):
                ops.append(f"{kiri:.2f} {y:.2f} m {kiri:.2f} {y - t:.2f} l")
                k.tulis_baris(
                    kiri + TEPI_X,
                    y - TEPI_Y - SPASI / 2 - UKURAN * 0.35,
                    garis,
                    nama=nama,
                    ukuran=UKURAN,
                    jarak=SPASI,
                    lebar=w - 2 * TEPI_X,
                    rata="tengah" if n in b.tengah and nama == BIASA else "kiri",
                )
                kiri += w
            ops.append(f"{kiri:.2f} {y:.2f} m {kiri:.2f} {y - t:.2f} l")
            y -= t
            ops.append(f"{x:.2f} {y:.2f} m {x + lebar:.2f} {y:.2f} l")
        k.kode(" ".join(ops) + " S")

    return BalokBebas(sum(tinggi), lukis, jarak=ANTARA if b.judul else 0.0, rekat=b.rekat)

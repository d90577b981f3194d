"""Scans of many papers as one PDF, with a bookmark for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from inti.documents.baris import lebar_kata
from inti.documents.huruf import BIASA
from inti.documents.kanvas import Kanvas
from inti.documents.kertas import A4
from inti.documents.teks import bersih

TEPI = 36.0


def satu_pdf(isi: Iterable[tuple[str, bytes, str]]) -> tuple[bytes, list[str]]:
    """Join scans in order. In: (bookmark, content, MIME) of each. Out: the PDF, and the names of those unreadable."""
    tulis, gagal = PdfWriter(), []
    for nama, bita, jenis in isi:
        try:
            sumber = PdfReader(BytesIO(bita if jenis == "application/pdf" else _halaman_gambar(bita)))
            tulis.append(sumber, outline_item=nama, import_outline=False)
        except (PyPdfError, OSError, ValueError, KeyError, TypeError):
            gagal.append(nama)
    if not tulis.pages:
        tulis.add_blank_page(*A4.ukuran)
    tulis.page_mode = "/UseOutlines"
    keluar = BytesIO()
    tulis.write(keluar)
    return keluar.getvalue(), gagal


def _halaman_gambar(bita: bytes) -> bytes:
    """A picture on a page of A4, upright or lying as it is, within margins."""
    gambar = ImageReader(BytesIO(bita))
    lebar, tinggi = gambar.getSize()
    luas = A4.ukuran if tinggi >= lebar else A4.ukuran[::-1]
    skala = min((luas[0] - 2 * TEPI) / lebar, (luas[1] - 2 * TEPI) / tinggi)
    keluar = BytesIO()
    kanvas = Canvas(keluar, pagesize=luas, pageCompression=1)
    x, y = (luas[0] - lebar * skala) / 2, (luas[1] - tinggi * skala) / 2
    kanvas.drawImage(gambar, x, y, lebar * skala, tinggi * skala)
    kanvas.save()
    return keluar.getvalue()


def lembar_contoh(baris: Sequence[str]) -> bytes:
    """One page of A4 with a few centred lines: a stand-in for a scan in the demonstration office."""
    k = Kanvas(judul=bersih(baris[0]), ukuran=A4.ukuran)
    k.halaman(A4.ukuran)
    for n, teks in enumerate(baris):
        aman, ukuran = bersih(teks), 18.0 if n == 0 else 12.0
        k.tulis((A4.ukuran[0] - lebar_kata(aman, BIASA, ukuran)) / 2, 700 - 26 * n, aman, BIASA, ukuran)
    k.tutup_halaman()
    return k.selesai()

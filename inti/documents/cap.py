"""Stamps on a PDF that exists already: the footer of a copy, the BATAL mark; and joining files."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from inti.documents.baris import patah
from inti.documents.huruf import BIASA
from inti.documents.kanvas import Kanvas
from inti.documents.kertas import MM
from inti.documents.teks import bersih
from inti.documents.tutup import KAKI, SPASI_KAKI, gambar_tanda

_GALAT = "Berkas PDF tidak terbaca."


def _baca(pdf: bytes) -> PdfReader:
    try:
        pembaca = PdfReader(BytesIO(pdf))
        if pembaca.is_encrypted:
            raise ValueError("Berkas PDF terkunci.")
        len(pembaca.pages)
    except PyPdfError as galat:
        raise ValueError(_GALAT) from galat
    return pembaca


def cap_salinan(pdf: bytes, *, kaki: str, batal: bool = False) -> bytes:
    """Stamp every page with `kaki` below its own footer and, with `batal`, the diagonal mark BATAL.

    Raises ValueError when the PDF can't be read.
    """
    penulis = PdfWriter(clone_from=_baca(pdf))
    cap: dict[tuple[float, float], PdfReader] = {}
    for halaman in penulis.pages:
        if halaman.rotation:
            halaman.transfer_rotation_to_content()
        kotak = halaman.mediabox
        ukuran = (float(kotak.width), float(kotak.height))
        if ukuran not in cap:
            cap[ukuran] = PdfReader(BytesIO(_lembar_cap(ukuran, kaki, batal)))
        # Over the page, since a scanned page would hide what lies below it.
        halaman.merge_translated_page(cap[ukuran].pages[0], float(kotak.left), float(kotak.bottom))
    return _tulis(penulis)


def gabung_pdf(berkas: Sequence[bytes]) -> bytes:
    """Join PDF files in the order given. Raises ValueError when one can't be read or there is none."""
    if not berkas:
        raise ValueError("Tidak ada berkas untuk digabung.")
    if len(berkas) == 1:
        return berkas[0]
    penulis = PdfWriter()
    for pdf in berkas:
        penulis.append(_baca(pdf), import_outline=False)
    penulis.compress_identical_objects()
    return _tulis(penulis)


def _lembar_cap(ukuran: tuple[float, float], kaki: str, batal: bool) -> bytes:
    lebar = ukuran[0]
    k = Kanvas(judul="Cap", ukuran=ukuran)
    if batal:
        k.cap_tembus()
        gambar_tanda(k, ukuran, "BATAL")
    baris = patah(bersih(kaki), BIASA, KAKI, lebar - 45 * MM)[:2]
    dasar = 6 * MM + SPASI_KAKI * (len(baris) - 1)
    k.tulis_baris(25 * MM, dasar, baris, nama=BIASA, ukuran=KAKI, jarak=SPASI_KAKI, lebar=lebar)
    k.tutup_halaman()
    return k.selesai()


def _tulis(penulis: PdfWriter) -> bytes:
    hasil = BytesIO()
    penulis.write(hasil)
    return hasil.getvalue()

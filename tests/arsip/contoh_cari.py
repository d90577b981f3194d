"""Helpers of the tests of the search: the index brought up to date, what somebody finds, files that bite."""

from __future__ import annotations

import zlib
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from arsip.queries.cari import HalamanCari, Saring, cari
from arsip.services.indeks import indeks_segarkan
from inti.documents.jilid import lembar_contoh
from inti.models import Pengguna


def temukan(pengguna: Pengguna, teks: str, saring: Saring = Saring()) -> list[str]:  # noqa: B008
    """Titles that a user finds after the index was brought up to date."""
    indeks_segarkan()
    return [judul(h) for h in halaman(pengguna, teks, saring).hasil]


def halaman(pengguna: Pengguna, teks: str, saring: Saring = Saring()) -> HalamanCari:  # noqa: B008
    segar = Pengguna.objects.get(pk=pengguna.pk)
    return cari(segar, teks, saring)


def judul(hasil: object) -> str:
    return "".join(t for t, _ in hasil.judul)  # type: ignore[attr-defined]


def pdf_banyak(jumlah: int, lebar: int = 200) -> bytes:
    """A PDF whose page n is `lebar` + n points wide, so that a test can tell pages apart."""
    tulis = PdfWriter()
    for n in range(1, jumlah + 1):
        tulis.add_blank_page(lebar + n, 300)
    keluar = BytesIO()
    tulis.write(keluar)
    return keluar.getvalue()


def pdf_bom(mb: int) -> bytes:
    """A small PDF whose page unpacks to a great many megabytes."""
    tulis = PdfWriter()
    halaman_bom = tulis.add_blank_page(200, 200)
    aliran = StreamObject()
    huruf = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(k): NameObject(v) for k, v in huruf.items()})
    isi_font = DictionaryObject({NameObject("/F1"): font})
    halaman_bom[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): isi_font})
    pemampat = zlib.compressobj(9)
    potong = b"BT (a) Tj ET " * 80_000
    isi = b"".join(pemampat.compress(potong) for _ in range(mb)) + pemampat.flush()
    aliran._data = isi
    aliran[NameObject("/Filter")] = NameObject("/FlateDecode")
    halaman_bom[NameObject("/Contents")] = tulis._add_object(aliran)
    keluar = BytesIO()
    tulis.write(keluar)
    return keluar.getvalue()


def pdf_bertulisan(*baris: str) -> bytes:
    return lembar_contoh(list(baris))

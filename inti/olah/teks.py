"""The text of a file, in the child: PDF, docx, xlsx. What can't be read is named, never guessed."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

TERBANYAK = 100_000  # letters kept of one file
HALAMAN = 2_000
ISI_ZIP = 60 * 1024 * 1024  # bytes that a docx or xlsx may unpack to
TERBACA, KOSONG, TERKUNCI, RUSAK, BESAR, LAIN = "terbaca", "kosong", "terkunci", "rusak", "terlalu_besar", "lain"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
# What parsers raise on a damaged file. Anything else ends the child, and the parent notes the file as damaged.
GALAT = (
    OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, NotImplementedError,
    ArithmeticError, AssertionError, struct.error, zlib.error, zipfile.BadZipFile,
)  # fmt: skip


def baca(jalur: Path, jenis: str, *, per_baris: bool = False) -> tuple[str, str]:
    """State and text of a file. In: its path and kind (MIME), which the store has checked by content.

    Out: all in one line, or with `per_baris` a line for each line of a PDF, paragraph, row of a table or sheet.
    """
    from pypdf.errors import LimitReachedError, PyPdfError

    pembaca = {PDF: _pdf, DOCX: _docx, XLSX: _xlsx}.get(jenis)
    if pembaca is None:
        return (KOSONG if jenis.startswith("image/") else LAIN), ""
    bagian: list[str] = []
    try:
        for teks in pembaca(jalur):
            bagian.append(teks)
            if sum(map(len, bagian[-1:])) and sum(map(len, bagian)) >= TERBANYAK:
                break
    except _Keadaan as keadaan:
        return str(keadaan), ""
    except (MemoryError, LimitReachedError):
        return BESAR, _rapi(bagian, per_baris)
    except (PyPdfError, *GALAT):
        return (TERBACA if _rapi(bagian, per_baris) else RUSAK), _rapi(bagian, per_baris)
    teks = _rapi(bagian, per_baris)
    return (TERBACA if teks else KOSONG), teks


class _Keadaan(Exception):
    """The state is decided before any text is read."""


def _rapi(bagian: list[str], per_baris: bool) -> str:
    """One line, or lines none of which is empty, without what no database takes or no one sees."""
    baris = "\n".join(bagian).splitlines() if per_baris else bagian
    rapi = [" ".join(b.split()) for b in baris]
    teks = ("\n" if per_baris else " ").join(b for b in rapi if b)
    tampak = "".join(c for c in teks if c.isprintable() or c == "\n")
    return tampak.encode("utf-8", "ignore").decode()[:TERBANYAK]


def _pdf(jalur: Path) -> Iterator[str]:
    from pypdf import PasswordType, PdfReader

    pembaca = PdfReader(jalur)
    if pembaca.is_encrypted and pembaca.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise _Keadaan(TERKUNCI)
    for n, halaman in enumerate(pembaca.pages):
        if n >= HALAMAN:
            return
        yield halaman.extract_text()


def _periksa_zip(jalur: Path) -> None:
    with zipfile.ZipFile(jalur) as arsip:
        if sum(a.file_size for a in arsip.infolist()) > ISI_ZIP or len(arsip.infolist()) > 5_000:
            raise _Keadaan(BESAR)


def _docx(jalur: Path) -> Iterator[str]:
    from inti.olah.docx import baris_docx

    _periksa_zip(jalur)
    yield from baris_docx(jalur)


def _xlsx(jalur: Path) -> Iterator[str]:
    from python_calamine import CalamineError, CalamineWorkbook

    _periksa_zip(jalur)
    try:
        buku = CalamineWorkbook.from_path(str(jalur))
        for nama in buku.sheet_names:
            yield nama
            for baris in buku.get_sheet_by_name(nama).iter_rows():
                yield " ".join(str(sel) for sel in baris if sel != "")
    except CalamineError as galat:
        raise ValueError from galat

"""Scans sent many at once: the files of a zip within limits, and how many pages a scan has."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from inti.galat import AturanDilanggar

TERBANYAK = 500
TERBESAR = 200 * 1024 * 1024  # unpacked, all together
SATU = 25 * 1024 * 1024
# What the parsers of damaged bytes raise besides their own errors, as found by mutating them (ArithmeticError, LookupError,
# ValueError and RuntimeError with all that follow from them: OverflowError, KeyError, UnicodeDecodeError, RecursionError).
RUSAK = (struct.error, zlib.error, ArithmeticError, AssertionError, LookupError, ValueError, RuntimeError)


def isi_zip(zip_: bytes) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the files of a zip; folders and hidden files are passed.

    Raises AturanDilanggar: ZIP_RUSAK, ZIP_BERSANDI, ZIP_BANYAK, ZIP_MENGEMBANG.
    """
    try:
        with zipfile.ZipFile(BytesIO(zip_)) as z:
            semua = [i for i in z.infolist() if not i.is_dir() and not _tersembunyi(i.filename)]
            if len(semua) > TERBANYAK:
                raise AturanDilanggar(
                    "ZIP_BANYAK",
                    f"Zip berisi {len(semua)} berkas; paling banyak {TERBANYAK}.",
                    "Bagi menjadi beberapa.",
                )
            if any(i.flag_bits & 1 for i in semua):
                raise AturanDilanggar("ZIP_BERSANDI", "Zip dikunci dengan kata sandi.", "Kirim tanpa kata sandi.")
            if sum(i.file_size for i in semua) > TERBESAR or any(i.file_size > SATU for i in semua):
                raise _mengembang()
            sisa = TERBESAR
            for i in semua:
                with z.open(i) as masukan:
                    isi = masukan.read(min(SATU, sisa) + 1)
                if len(isi) > min(SATU, sisa):
                    raise _mengembang()
                sisa -= len(isi)
                yield i.filename, isi
    except (*RUSAK, zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as galat:
        raise AturanDilanggar("ZIP_RUSAK", "Zip rusak atau tidak terbaca.", "Buat ulang zip lalu unggah.") from galat


def _mengembang() -> AturanDilanggar:
    return AturanDilanggar(
        "ZIP_MENGEMBANG",
        "Isi zip lebih dari 200 MB, atau satu berkasnya lebih dari 25 MB.",
        "Bagi menjadi beberapa zip.",
    )


def _tersembunyi(nama: str) -> bool:
    return any(b.startswith((".", "__MACOSX")) for b in nama.split("/") if b not in {".", ".."})


def jumlah_halaman(isi: bytes, jenis: str) -> int:
    """Pages of a scan; 1 for a picture. Raises AturanDilanggar(PDF_BERSANDI | PDF_RUSAK)."""
    if jenis != "application/pdf":
        return 1
    try:
        pembaca = PdfReader(BytesIO(isi))
        if pembaca.is_encrypted:
            raise AturanDilanggar("PDF_BERSANDI", "PDF dikunci dengan kata sandi.", "Simpan ulang tanpa kata sandi.")
        return max(len(pembaca.pages), 1)
    except (*RUSAK, PyPdfError, TypeError, AttributeError, OSError) as galat:
        raise AturanDilanggar("PDF_RUSAK", "PDF rusak atau tidak terbaca.", "Pindai ulang lalu unggah.") from galat

"""Scans of letters: photographs joined into one PDF; a damaged or locked PDF is kept as it came, and named as such."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from pypdf import PasswordType, PdfReader
from pypdf.errors import PyPdfError

from arsip.models import SuratMasuk
from inti.documents.jilid import satu_pdf
from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan, Pengguna
from inti.services.berkas import PDF_AKTIF, PDF_UNGKAP, berkas_baca, berkas_simpan, siapkan_unggahan

PDF = "application/pdf"
TERBANYAK = 40
TERKUNCI, RUSAK = SuratMasuk.Cacat.TERKUNCI.value, SuratMasuk.Cacat.RUSAK.value


def periksa_pdf(isi: bytes) -> tuple[int, str]:
    """Pages of a PDF and what keeps it from being read: "", "terkunci" (a password is needed) or "rusak"."""
    try:
        pembaca = PdfReader(BytesIO(isi))
        if pembaca.is_encrypted and pembaca.decrypt("") == PasswordType.NOT_DECRYPTED:
            return 0, TERKUNCI
        halaman = len(pembaca.pages)
    except (
        PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError,
        NotImplementedError,
    ):  # fmt: skip
        return 0, RUSAK
    return halaman, "" if halaman else RUSAK


def cacat_pdf(isi: bytes) -> str:
    """What keeps a PDF from being read: "", "terkunci" or "rusak"."""
    return periksa_pdf(isi)[1]


def siapkan_pindaian(mentah: bytes) -> tuple[bytes, str]:
    """An uploaded scan ready for the store, and its kind.

    As `siapkan_unggahan`, but a locked PDF, whose packed objects nobody can look into, is taken as it is: it is only
    ever given out again as an attachment. Raises AturanDilanggar.
    """
    try:
        return siapkan_unggahan(mentah)
    except AturanDilanggar as galat:
        terang = PDF_UNGKAP.sub(lambda m: bytes([int(m[1], 16)]), mentah)
        if galat.kode != "BERKAS_TERKUNCI" or any(t in terang for t in PDF_AKTIF) or cacat_pdf(mentah) != TERKUNCI:
            raise
        return mentah, PDF


def simpan_pindaian(unggahan: Sequence[Any], *, oleh: Pengguna) -> dict[str, BerkasTersimpan]:
    """Put uploads (each with `name`, `isi`, `jenis_isi`) into the store: several become one PDF in their order.

    Those that can't be joined because they are locked or damaged are kept beside it. Out: files by "0", "1", …,
    ready to be an argument of a service; they belong to nobody yet.
    """
    utuh = [u for u in unggahan if u.jenis_isi != PDF or not cacat_pdf(u.isi)]
    lain = [u for u in unggahan if u not in utuh]
    jadi: list[tuple[str, bytes, str]] = [(u.name, u.isi, u.jenis_isi) for u in utuh]
    if len(utuh) > 1:
        satu, gagal = satu_pdf(jadi)
        if not gagal:
            jadi = [("pindaian.pdf", satu, PDF)]
    jadi += [(u.name, u.isi, u.jenis_isi) for u in lain]
    return {
        str(n): berkas_simpan(isi=isi, nama=nama, jenis_isi=jenis, oleh=oleh)
        for n, (nama, isi, jenis) in enumerate(jadi)
    }


def cacat_berkas(berkas: Iterable[BerkasTersimpan]) -> str:
    """The worst that is wrong with stored scans."""
    cacat = {cacat_pdf(berkas_baca(b)) for b in berkas if b.jenis_isi == PDF}
    return RUSAK if RUSAK in cacat else TERKUNCI if TERKUNCI in cacat else ""

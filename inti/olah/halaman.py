"""PDFs merged, split, turned and put in another order, in the child."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PasswordType, PdfReader, PdfWriter
from pypdf.errors import LimitReachedError, PyPdfError

from inti.documents.jilid import satu_pdf
from inti.olah.rentang import RentangSalah, letak, susunan
from inti.olah.teks import GALAT, PDF

ZIP = "application/zip"
Rentang = list[tuple[int, int]]


class Ditolak(Exception):
    """It can't be done: stable code, the field it belongs to, and the sentence for it."""

    def __init__(self, kode: str, pesan: str, bidang: str = "berkas") -> None:
        super().__init__(kode)
        self.kode, self.pesan, self.bidang = kode, pesan, bidang


def kerjakan(
    kerja: str, berkas: list[tuple[str, Path, str]], isian: dict[str, Any], batas_halaman: int
) -> tuple[str, str, bytes, int]:
    """Do one piece of work. In: its name, files (name, path, MIME), what was typed, most pages (0: any number).

    Out: file name, MIME, content, pages. Raises Ditolak.
    """
    try:
        bahan = [(nama, _sumber(nama, jalur, jenis)) for nama, jalur, jenis in berkas]
        halaman = sum(len(s.pages) for _, s in bahan)
        if batas_halaman and halaman > batas_halaman:
            raise Ditolak("BANYAK_HALAMAN", f"{halaman} halaman.")
        return KERJA[kerja](bahan, isian)
    except RentangSalah as galat:
        raise Ditolak("RENTANG_SALAH", galat.pesan, "halaman") from galat
    except (MemoryError, LimitReachedError) as galat:
        raise Ditolak("TERLALU_BESAR", "Isi berkas terlalu besar untuk diolah.") from galat
    except (PyPdfError, *GALAT) as galat:
        raise Ditolak("BERKAS_RUSAK", "Berkas rusak atau tidak lengkap. Pindai atau unduh kembali.") from galat


def _sumber(nama: str, jalur: Path, jenis: str) -> PdfReader:
    """A file as a PDF; a picture becomes a page. Raises Ditolak when it is locked, damaged or empty."""
    if jenis != PDF:
        isi, gagal = satu_pdf([(nama, jalur.read_bytes(), jenis)])
        if gagal:
            raise Ditolak("BERKAS_RUSAK", f"{nama}: gambar tidak terbaca.")
        return PdfReader(BytesIO(isi))
    try:
        pembaca = PdfReader(jalur)
        terkunci = pembaca.is_encrypted and pembaca.decrypt("") == PasswordType.NOT_DECRYPTED
        jumlah = 0 if terkunci else len(pembaca.pages)
    except (PyPdfError, *GALAT) as galat:
        raise Ditolak("BERKAS_RUSAK", f"{nama}: berkas rusak. Pindai atau unduh kembali.") from galat
    if terkunci:
        raise Ditolak("BERKAS_TERKUNCI", f"{nama}: terkunci kata sandi. Simpan dahulu tanpa kata sandi.")
    if not jumlah:
        raise Ditolak("BERKAS_RUSAK", f"{nama}: tidak berhalaman.")
    return pembaca


def _jadi(tulis: PdfWriter, nama: str) -> tuple[str, str, bytes, int]:
    keluar = BytesIO()
    tulis.write(keluar)
    return nama, PDF, keluar.getvalue(), len(tulis.pages)


def _gabung(bahan: list[tuple[str, PdfReader]], isian: dict[str, Any]) -> tuple[str, str, bytes, int]:
    tulis = PdfWriter()
    for nama, sumber in bahan:
        tulis.append(sumber, outline_item=nama, import_outline=False)
    return _jadi(tulis, "gabungan.pdf")


def _pisah(bahan: list[tuple[str, PdfReader]], isian: dict[str, Any]) -> tuple[str, str, bytes, int]:
    """Each range a file of its own in one zip; a single range, or all ranges in one, as one PDF."""
    sumber = bahan[0][1]
    bagian = letak([(r[0], r[1]) for r in isian["rentang"]], len(sumber.pages))
    if isian.get("satu") or len(bagian) == 1:
        return _jadi(_ambil(sumber, [n for b in bagian for n in b]), "halaman terpilih.pdf")
    keluar, halaman = BytesIO(), 0
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for urut, isi in enumerate(bagian, start=1):
            nama, _, bita, jumlah = _jadi(_ambil(sumber, isi), f"bagian {urut}.pdf")
            arsip.writestr(nama, bita)
            halaman += jumlah
    return "bagian.zip", ZIP, keluar.getvalue(), halaman


def _ambil(sumber: PdfReader, letak_halaman: list[int]) -> PdfWriter:
    tulis = PdfWriter()
    for n in letak_halaman:
        tulis.add_page(sumber.pages[n])
    return tulis


def _putar(bahan: list[tuple[str, PdfReader]], isian: dict[str, Any]) -> tuple[str, str, bytes, int]:
    """Pages turned clockwise; without ranges all of them."""
    sumber = bahan[0][1]
    rentang = [(r[0], r[1]) for r in isian["rentang"]] or [(1, len(sumber.pages))]
    diputar = {n for b in letak(rentang, len(sumber.pages)) for n in b}
    tulis = _ambil(sumber, list(range(len(sumber.pages))))
    for n in diputar:
        tulis.pages[n].rotate(int(isian["sudut"]))
    return _jadi(tulis, "diputar.pdf")


def _urut(bahan: list[tuple[str, PdfReader]], isian: dict[str, Any]) -> tuple[str, str, bytes, int]:
    sumber = bahan[0][1]
    return _jadi(_ambil(sumber, susunan([(r[0], r[1]) for r in isian["rentang"]], len(sumber.pages))), "diurutkan.pdf")


KERJA = {"gabung": _gabung, "pisah": _pisah, "putar": _putar, "urut": _urut}

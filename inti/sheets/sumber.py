"""Where rows come from, inside the parsing child: a workbook through calamine, or a csv text, read as it streams."""

from __future__ import annotations

import codecs
import csv
import io
import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from inti.sheets.berkas import ODS, XLSX, BerkasTakTerpakai, bersandi, rusak
from inti.sheets.kolom import BARIS_AWAL, KolomLembar, cari_judul
from inti.sheets.pindai import pindai_daftar, pindai_isi
from inti.sheets.potong import buka_potong

_PEMISAH = (",", ";", "\t", "|")
_BATAS_SEL_TEKS = 65_536  # a spreadsheet's own cell holds 32,767 characters
_CONTOH = 1 << 18
_PINDAI_DULU = 24 * 1024 * 1024  # inflated bytes that are scanned in a moment, before anything is parsed


class SumberLembar(Protocol):
    """A file that is open for reading. Rows are lists of cells, numbered from 1 as the sheet shows them."""

    def nama_lembar(self) -> list[str]:
        """Sheets in the workbook's order."""

    def baris_awal(self, lembar: str, banyak: int) -> list[list[Any]]:
        """The first rows of a sheet."""

    def semua_baris(self, lembar: str) -> Iterator[list[Any]]:
        """All rows of a sheet from the first, blank ones too."""


class _Buku:
    def __init__(self, jalur: Path) -> None:
        import python_calamine

        self._cacat = python_calamine.CalamineError
        try:
            self._buku = python_calamine.CalamineWorkbook.from_path(str(jalur))
        except python_calamine.PasswordError as galat:
            raise bersandi() from galat
        except (self._cacat, OSError, ValueError) as galat:
            raise rusak() from galat
        self._terakhir: tuple[str, Any] = ("", None)

    def nama_lembar(self) -> list[str]:
        return list(self._buku.sheet_names)

    def _lembar(self, nama: str) -> Any:
        """The parsed sheet. Only the last one is kept: a sheet may fill most of the memory limit."""
        if self._terakhir[1] is None or self._terakhir[0] != nama:
            self._terakhir = ("", None)
            try:
                self._terakhir = (nama, self._buku.get_sheet_by_name(nama))
            except self._cacat as galat:
                raise rusak() from galat
        return self._terakhir[1]

    def baris_awal(self, lembar: str, banyak: int) -> list[list[Any]]:
        return list(islice(self.semua_baris(lembar), banyak))

    def semua_baris(self, lembar: str) -> Iterator[list[Any]]:
        isi = self._lembar(lembar)
        return iter(isi.iter_rows()) if isi.start is not None else iter(())


class _Teks:
    def __init__(self, jalur: Path, kolom: Sequence[KolomLembar]) -> None:
        csv.field_size_limit(_BATAS_SEL_TEKS)
        self._jalur, self._sandi = jalur, _sandi_teks(jalur)
        with jalur.open(encoding=self._sandi, newline="") as berkas:
            contoh = berkas.read(_CONTOH)
        self._pemisah = _pilih_pemisah(contoh, kolom)

    def nama_lembar(self) -> list[str]:
        return [""]

    def baris_awal(self, lembar: str, banyak: int) -> list[list[Any]]:
        return list(islice(self.semua_baris(lembar), banyak))

    def semua_baris(self, lembar: str) -> Iterator[list[Any]]:
        with self._jalur.open(encoding=self._sandi, newline="") as berkas:
            try:
                yield from csv.reader(berkas, delimiter=self._pemisah)
            except csv.Error as galat:
                pesan = "Berkas csv ini tidak beraturan. Buka di aplikasi lembar kerja, lalu simpan sebagai xlsx."
                raise BerkasTakTerpakai("CSV_TAK_TERBACA", pesan) from galat


def _sandi_teks(jalur: Path) -> str:
    """The text's encoding: by its mark, else UTF-8 if every byte agrees, else what Windows spreadsheets write."""
    with jalur.open("rb") as berkas:
        awal = berkas.read(4)
        if awal.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if awal.startswith(codecs.BOM_UTF8):
            awal = awal[3:]
        pengurai = codecs.getincrementaldecoder("utf-8")()
        try:
            pengurai.decode(awal)
            while potong := berkas.read(1 << 20):
                pengurai.decode(potong)
            pengurai.decode(b"", final=True)
        except UnicodeDecodeError:
            return "latin-1" if _bukan_cp1252(jalur) else "cp1252"
    return "utf-8-sig"


def _bukan_cp1252(jalur: Path) -> bool:
    with jalur.open("rb") as berkas:
        return any(set(potong) & {0x81, 0x8D, 0x8F, 0x90, 0x9D} for potong in iter(lambda: berkas.read(1 << 20), b""))


def _pilih_pemisah(contoh: str, kolom: Sequence[KolomLembar]) -> str:
    """The delimiter under which the most declared headings are found; of equals the one that gives wider rows."""

    def nilai(pemisah: str) -> tuple[int, int]:
        try:
            baris = list(islice(csv.reader(io.StringIO(contoh, newline=""), delimiter=pemisah), BARIS_AWAL))
        except csv.Error:
            return (0, 0)
        judul = cari_judul(baris, kolom)
        return (judul.cocok if judul else 0, max((len(b) for b in baris), default=0))

    return max(_PEMISAH, key=nilai)


def buka_buku(
    jalur: Path, jenis: str, tolak: Callable[[BerkasTakTerpakai], None]
) -> tuple[SumberLembar, Callable[[], None]]:
    """Open a workbook behind a scan of its zip. Raises BerkasTakTerpakai.

    Every bomb of note is small or shows in the zip's directory: that is scanned first. A large workbook is scanned
    while the parser works (it lets other threads run) under the memory limit; `tolak` is called from the scan's thread
    and must end the process. Out: the source, and a function that waits for the scan: no row leaves before it. A workbook
    that can be cut (`inti.sheets.potong`) is scanned and parsed piece by piece instead.
    """
    if jenis not in (XLSX, ODS):
        return _Buku(jalur), lambda: None
    if pindai_daftar(jalur) <= _PINDAI_DULU:
        pindai_isi(jalur)
        return _Buku(jalur), lambda: None
    if jenis == XLSX and (sumber := buka_potong(jalur)) is not None:
        return sumber, lambda: None

    def pindai() -> None:
        try:
            pindai_isi(jalur)
        except BerkasTakTerpakai as galat:
            tolak(galat)

    utas = threading.Thread(target=pindai)
    utas.start()
    return _Buku(jalur), utas.join


def buka_csv(jalur: Path, kolom: Sequence[KolomLembar]) -> SumberLembar:
    """Open a text of delimited values; encoding and delimiter are found out. Raises BerkasTakTerpakai."""
    try:
        return _Teks(jalur, kolom)
    except UnicodeError as galat:
        raise rusak() from galat

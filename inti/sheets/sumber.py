"""Where rows come from, inside the parsing child: a workbook through calamine, or a csv text, read as it streams."""

from __future__ import annotations

import codecs
import csv
import html
import io
import re
import threading
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from inti.sheets.berkas import ODS, XLSX, BerkasTakTerpakai, bersandi, rusak
from inti.sheets.hilang import buku_jelas, tolak_galat_xls
from inti.sheets.kolom import BARIS_AWAL, KolomLembar, cari_judul
from inti.sheets.pindai import pindai_daftar, pindai_isi
from inti.sheets.potong import Gabungan, _cacat_sebagai_rusak, buka_potong, lembar_tersembunyi

_PEMISAH = (",", ";", "\t", "|")
_BATAS_SEL_TEKS = 65_536  # a spreadsheet's own cell holds 32,767 characters
_CONTOH = 1 << 18
_CIRI = re.compile(r"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")
_TANDA_GALAT = (b't="e"', b"</f>", b'"error"')
_PINDAI_DULU = 24 * 1024 * 1024  # inflated bytes that are scanned in a moment, before anything is parsed


class SumberLembar(Protocol):
    """A file that is open for reading. Rows are lists of cells, numbered from 1 as the sheet shows them."""

    def nama_lembar(self) -> list[str]:
        """Sheets in the workbook's order."""

    def baris_awal(self, lembar: str, banyak: int) -> list[list[Any]]:
        """The first rows of a sheet."""

    def semua_baris(self, lembar: str) -> Iterator[list[Any]]:
        """All rows of a sheet from the first, blank ones too."""

    def tersembunyi(self) -> list[str]:
        """Sheets that the workbook's users don't see."""

    def gabungan(self, lembar: str) -> list[Gabungan]:
        """Merged areas of a sheet."""

    def baris_disembunyikan(self, lembar: str) -> int:
        """How many rows of a sheet are hidden; -1: some."""

    def selesai(self, baris_judul: int) -> None:
        """All rows were read: raises BerkasTakTerpakai for what could not be known before."""


class _Buku:
    def __init__(self, jalur: Path, jelas: BytesIO | None = None, sembunyi: Mapping[str, int] | None = None) -> None:
        import python_calamine

        self._cacat = python_calamine.CalamineError
        self._jalur, self._sembunyi = jalur, sembunyi or {}
        try:
            buku = python_calamine.CalamineWorkbook
            self._buku = buku.from_filelike(jelas) if jelas is not None else buku.from_path(str(jalur))
        except python_calamine.PasswordError as galat:
            raise bersandi() from galat
        except (self._cacat, OSError, ValueError) as galat:
            raise rusak() from galat
        self._terakhir: tuple[str, Any] = ("", None)

    def nama_lembar(self) -> list[str]:
        return list(self._buku.sheet_names)

    def tersembunyi(self) -> list[str]:
        return lembar_tersembunyi(self._buku)

    def gabungan(self, lembar: str) -> list[Gabungan]:
        return list(self._lembar(lembar).merged_cell_ranges or ())

    def baris_disembunyikan(self, lembar: str) -> int:
        return self._sembunyi.get(entri_lembar(self._jalur).get(lembar, ""), 0) if self._sembunyi else 0

    def selesai(self, baris_judul: int) -> None:
        pass

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
        self._dikutip = _sebaris_dikutip(contoh)
        if self._dikutip:
            contoh = "\n".join(b[0].strip() for b in csv.reader(io.StringIO(contoh, newline="")) if b)
        self._pemisah = _pilih_pemisah(contoh, kolom)

    def _urai_lagi(self, luar: Iterable[list[str]]) -> Iterator[list[str]]:
        """Lines that were quoted as a whole: what is between the quotes is the line."""
        for satu in luar:
            yield next(csv.reader([" ".join("".join(satu).split("\n")).strip()], delimiter=self._pemisah), [])

    def nama_lembar(self) -> list[str]:
        return [""]

    def tersembunyi(self) -> list[str]:
        return []

    def gabungan(self, lembar: str) -> list[Gabungan]:
        return []

    def baris_disembunyikan(self, lembar: str) -> int:
        return 0

    def selesai(self, baris_judul: int) -> None:
        pass

    def baris_awal(self, lembar: str, banyak: int) -> list[list[Any]]:
        return list(islice(self.semua_baris(lembar), banyak))

    def semua_baris(self, lembar: str) -> Iterator[list[Any]]:
        with self._jalur.open(encoding=self._sandi, newline="") as berkas:
            try:
                baris = csv.reader(berkas, delimiter=self._pemisah)
                yield from self._urai_lagi(baris) if self._dikutip else baris
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


def _sebaris_dikutip(contoh: str) -> bool:
    """Whether each line is one quoted cell that holds the delimiters: a csv that was pasted or saved as text twice."""
    if not contoh.lstrip().startswith('"'):
        return False
    try:
        isi = csv.reader(io.StringIO(contoh, newline=""), strict=True, quoting=csv.QUOTE_NONNUMERIC)
        baris = [b for b in islice(isi, 20) if any(b)]
    except (csv.Error, ValueError):  # not quoted, or not by these rules
        return False
    return len(baris) > 1 and all(len(b) == 1 and any(p in b[0] for p in _PEMISAH) for b in baris)


def entri_lembar(jalur: Path) -> dict[str, str]:
    """Sheet's name to its entry in the zip of an xlsx; empty for anything else."""
    with zipfile.ZipFile(jalur) as arsip:
        try:
            buku, kaitan = arsip.read("xl/workbook.xml"), arsip.read("xl/_rels/workbook.xml.rels")
        except KeyError:
            return {}
    tujuan = {}
    for satu in re.findall(r"<(?:\w+:)?Relationship\b[^>]*>", kaitan.decode("utf-8", "replace")):
        ciri = dict(_CIRI.findall(satu))
        jauh = ciri.get("Target", "")
        tujuan[ciri.get("Id", "")] = jauh.lstrip("/") if jauh.startswith("/") else f"xl/{jauh}"
    hasil = {}
    for satu in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", buku.decode("utf-8", "replace")):
        ciri = dict(_CIRI.findall(satu))
        kunci = next((v for k, v in ciri.items() if k.endswith(":id")), "")
        hasil[html.unescape(ciri.get("name", ""))] = tujuan.get(kunci, "")
    return hasil


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
        tolak_galat_xls(jalur.read_bytes())
        return _Buku(jalur), lambda: None
    if pindai_daftar(jalur) <= _PINDAI_DULU:
        pindai_isi(jalur)
        return _Buku(jalur, *buku_jelas(jalur)), lambda: None
    if jenis == XLSX and (sumber := buka_potong(jalur)) is not None:
        return sumber, lambda: None

    def pindai() -> None:
        try:
            pindai_isi(jalur)
        except BerkasTakTerpakai as galat:
            tolak(galat)

    utas = threading.Thread(target=pindai)
    utas.start()
    jelas, sembunyi = buku_jelas(jalur) if _ada_galat(jalur) else (None, {})
    return _Buku(jalur, jelas, sembunyi), utas.join


def _ada_galat(jalur: Path) -> bool:
    """Whether a large workbook has anything that must be written out before it is parsed; read as a stream."""
    with _cacat_sebagai_rusak(), zipfile.ZipFile(jalur) as arsip:
        for entri in arsip.infolist():
            nama = entri.filename.lower()
            if "/worksheets/" in nama or nama == "content.xml":
                with arsip.open(entri) as isi:
                    ekor = b""
                    while potong := isi.read(1 << 20):
                        ekor = ekor[-16:] + potong
                        if any(t in ekor for t in _TANDA_GALAT):
                            return True
    return False


def buka_csv(jalur: Path, kolom: Sequence[KolomLembar]) -> SumberLembar:
    """Open a text of delimited values; encoding and delimiter are found out. Raises BerkasTakTerpakai."""
    try:
        return _Teks(jalur, kolom)
    except UnicodeError as galat:
        raise rusak() from galat

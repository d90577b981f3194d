"""What the parser would lose without a word: error cells and formulas without a stored result become blank cells.

They are written into the sheet's text as words (`#N/A`, `#BELUM_DIHITUNG`) before it is parsed, so that every importer
refuses them with their place. Rows that a filter hides are counted. Pure, without Django.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

from inti.formats.sel import BELUM_DIHITUNG
from inti.sheets.berkas import BerkasTakTerpakai

_SEL = rb"<((?:\w+:)?)c\b([^<>]*)>"
_GALAT = re.compile(_SEL + rb"(?:\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>))?\s*<(?:\w+:)?v>([^<]*)</(?:\w+:)?v>")
_RUMUS = re.compile(
    _SEL + rb"\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*"
    rb"</(?:\w+:)?c>"
)
_JENIS = re.compile(rb"\bt\s*=\s*[\"'](\w+)[\"']")
_TERSEMBUNYI = re.compile(rb"<(?:\w+:)?row\b[^<>]*\bhidden\s*=\s*[\"'](?:1|true)[\"']")
_GALAT_ODS = re.compile(rb"<table:table-cell\b[^<>]*\bcalcext:value-type=\"error\"[^<>]*>")
_NILAI_ODS = re.compile(rb"\s(?:office:string-value|office:value|office:value-type)=\"[^\"]*\"")
# BIFF: a cell of an error (BOOLERR), and a formula whose result is one.
_GALAT_XLS = re.compile(
    rb"\x05\x02\x08\x00(..)(..)..[\x00\x07\x0f\x17\x1d\x24\x2a]\x01"
    rb"|\x06\x00.[\x00-\x0f](..)(..)..\x02.[\x00\x07\x0f\x17\x1d\x24\x2a]...\xff\xff",
    re.DOTALL,
)
_ADA_GALAT, _ADA_RUMUS = b"#", (b"</f>", b":f>", b"<f ")


def perjelas(data: bytes, *, berumus: bool | None = None) -> bytes:
    """A sheet's text (whole rows of it) in which no error and no formula without a result passes for a blank cell.

    `berumus`: whether it holds formulas, where that is known: looking for them is what costs most.
    """
    if _ADA_GALAT in data and re.search(rb"\bt\s*=\s*[\"']e[\"']", data):
        data = _GALAT.sub(_sel_galat, data)
    if berumus if berumus is not None else any(tanda in data for tanda in _ADA_RUMUS):
        data = _RUMUS.sub(_sel_rumus, data)
    return data


def _sel_galat(m: re.Match[bytes]) -> bytes:
    jenis = _JENIS.search(m[2])
    if jenis is None or jenis[1] != b"e":
        return m[0]
    return b"<%bc%b><%bv>%b</%bv>" % (m[1], _teks(m[2]), m[1], m[3], m[1])


def _sel_rumus(m: re.Match[bytes]) -> bytes:
    jenis = _JENIS.search(m[2])
    if jenis is not None and jenis[1] == b"str":  # a formula that gave an empty text
        return m[0]
    return b"<%bc%b><%bv>%b</%bv></%bc>" % (m[1], _teks(m[2]), m[1], BELUM_DIHITUNG.encode(), m[1], m[1])


def _teks(ciri: bytes) -> bytes:
    """A cell's attributes, its kind being text."""
    return _JENIS.sub(b"", ciri).rstrip() + b' t="str"'


def perjelas_ods(data: bytes) -> bytes:
    """The same for an ods: an error cell is read by the text that it shows."""

    def sel(m: re.Match[bytes]) -> bytes:
        polos = _NILAI_ODS.sub(b"", m[0])
        return polos.replace(b"<table:table-cell", b'<table:table-cell office:value-type="string"', 1)

    return _GALAT_ODS.sub(sel, data) if b'calcext:value-type="error"' in data else data


def buku_jelas(jalur: Path) -> tuple[BytesIO | None, dict[str, int]]:
    """A scanned xlsx or ods as one without silent losses (None: the file itself has none), and hidden rows by entry."""
    ganti: dict[str, bytes] = {}
    sembunyi: dict[str, int] = {}
    with zipfile.ZipFile(jalur) as arsip:
        for entri in arsip.infolist():
            nama = entri.filename.replace("\\", "/").lower()
            lembar = "/worksheets/" in nama and nama.endswith(".xml")
            if not lembar and nama != "content.xml":
                continue
            semula = arsip.read(entri)
            baru = perjelas(semula) if lembar else perjelas_ods(semula)
            if baru is not semula and baru != semula:
                ganti[entri.filename] = baru
            if lembar and (banyak := baris_tersembunyi(semula)):
                sembunyi[entri.filename.lstrip("/")] = banyak
        return (_susun(arsip, ganti) if ganti else None), sembunyi


def _susun(arsip: zipfile.ZipFile, ganti: dict[str, bytes]) -> BytesIO:
    wadah = BytesIO()
    with zipfile.ZipFile(wadah, "w") as baru:
        for entri in arsip.infolist():
            if not entri.is_dir():
                baru.writestr(entri.filename, ganti[entri.filename] if entri.filename in ganti else arsip.read(entri))
    wadah.seek(0)
    return wadah


def baris_tersembunyi(data: bytes) -> int:
    """How many rows of a sheet's text are hidden, by a filter or by hand."""
    return len(_TERSEMBUNYI.findall(data)) if b"hidden=" in data else 0


def tolak_galat_xls(isi: bytes) -> None:
    """Refuse an old xls with error cells: its parser makes them blank. Raises BerkasTakTerpakai (SEL_GALAT)."""
    if m := _GALAT_XLS.search(isi):
        baris, kolom = (int.from_bytes(m[1] or m[3], "little"), int.from_bytes(m[2] or m[4], "little"))
        if kolom < 256:
            pesan = (
                f"Sel {alamat(baris, kolom)} berisi galat rumus. Perbaiki rumusnya atau hapus isinya; "
                "bila tidak ada, simpan ulang sebagai xlsx. Lalu unggah lagi."
            )
            raise BerkasTakTerpakai("SEL_GALAT", pesan)


def alamat(baris: int, kolom: int) -> str:
    """A cell's name, its row and column counted from 0: (0, 27) is AB1."""
    huruf, sisa = "", kolom + 1
    while sisa:
        sisa, satu = divmod(sisa - 1, 26)
        huruf = chr(65 + satu) + huruf
    return f"{huruf}{baris + 1}"

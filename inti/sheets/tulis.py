"""Spreadsheets out: xlsx and csv with every cell harmless, numbers such as a NIK as text.

A text that a spreadsheet would run (`=…`, `+…`, `-…`, `@…`, also behind a tab or in full width) stays text: in xlsx by
its cell type and quote prefix, in csv by an apostrophe, which the reader takes off again (`polos`).
"""

from __future__ import annotations

import csv
import datetime as dt
import re
import tempfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.kolom import KolomLembar

_BERBAHAYA = "=+-@\uff1d\uff0b\uff0d\uff20"
_KENDALI = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_AWAL_BERBAHAYA = re.compile(rf"^[\s\ufeff\u200b]*[{re.escape(_BERBAHAYA)}]|^[\t\r\n]")
# Where the office's spreadsheet splits at ";" or tab, a text inside a cell would begin a cell of its own.
_SAMBUNGAN = re.compile(rf"([;|\t\r\n]\s*)([{re.escape(_BERBAHAYA)}])")
_APOSTROF = re.compile(rf"^'(?=[\s\ufeff\u200b]*[{re.escape(_BERBAHAYA)}]|[\t\r\n])")
_BARIS_TERBANYAK = 1_048_575  # rows of an xlsx sheet under its heading
_SEL_TERPANJANG = 32_767


def jinak(teks: str) -> str:
    """A text as a csv cell that no spreadsheet runs. In: any text. Out: without control characters, quoted by `'`."""
    bersih = _KENDALI.sub("", teks)
    bersih = _SAMBUNGAN.sub(r"\1'\2", bersih)
    return "'" + bersih if _AWAL_BERBAHAYA.match(bersih) else bersih


def polos(teks: str) -> str:
    """Undo the leading apostrophe of `jinak`, so that an exported file imports as what it was."""
    return _APOSTROF.sub("", teks)


def tulis_tabel(
    ke: Path,
    judul: Sequence[str],
    baris: Iterable[Sequence[Any]],
    *,
    lembar: str = "Data",
    untuk_orang: bool = False,
) -> int:
    """Write a table to `ke`, xlsx or csv by its ending; the file appears whole or not at all.

    `untuk_orang`: a csv that an Indonesian spreadsheet opens in columns, with ";" and the mark of UTF-8; programs get
    commas.

    Cells: str (text), int, float, Decimal (numbers), date, datetime, bool (YA/TIDAK), None (blank). Out: number of
    rows. Raises BerkasTakTerpakai: another ending, or more rows than an xlsx sheet holds.
    """
    ke = Path(ke)
    akhiran = ke.suffix.lower()
    if akhiran not in (".csv", ".xlsx"):
        raise BerkasTakTerpakai("AKHIRAN_TAK_DIKENAL", "Nama berkas tujuan harus berakhiran .xlsx atau .csv.")
    with tempfile.NamedTemporaryFile(dir=ke.parent, prefix=".", suffix=akhiran, delete=False) as sementara:
        jalur = Path(sementara.name)
    try:
        if akhiran == ".csv":
            banyak = _tulis_csv(jalur, judul, baris, untuk_orang)
        else:
            banyak = _tulis_xlsx(jalur, judul, baris, lembar)
        jalur.replace(ke)
    finally:
        jalur.unlink(missing_ok=True)
    return banyak


def tulis_buku(ke: Path, lembar: Sequence[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]) -> int:
    """Write a workbook of several tables, (sheet, headings, rows) each. Out: rows of all. Cells as in `tulis_tabel`."""
    buku = Workbook(write_only=True)
    banyak = 0
    for nama, judul, baris in lembar:
        halaman = buku.create_sheet(nama[:31])
        _siapkan(halaman, judul, [max(12, min(len(j) + 4, 40)) for j in judul])
        for isi in baris:
            halaman.append([_sel_xlsx(halaman, s) for s in isi])
            banyak += 1
    buku.save(ke)
    return banyak


def _tulis_csv(jalur: Path, judul: Sequence[str], baris: Iterable[Sequence[Any]], untuk_orang: bool) -> int:
    banyak = 0
    sandi, pemisah = ("utf-8-sig", ";") if untuk_orang else ("utf-8", ",")
    with jalur.open("w", encoding=sandi, newline="", errors="replace") as berkas:
        penulis = csv.writer(berkas, delimiter=pemisah, lineterminator="\r\n")
        penulis.writerow([jinak(j) for j in judul])
        for isi in baris:
            penulis.writerow([_sel_csv(s) for s in isi])
            banyak += 1
    return banyak


def _sel_csv(sel: Any) -> Any:
    if isinstance(sel, str):
        return jinak(sel)
    if sel is None:
        return ""
    if isinstance(sel, bool):
        return "YA" if sel else "TIDAK"
    if isinstance(sel, int | float | Decimal):
        return sel
    if isinstance(sel, dt.datetime):
        return sel.isoformat(sep=" ", timespec="seconds")
    if isinstance(sel, dt.date | dt.time):
        return sel.isoformat()
    return jinak(str(sel))


def _tulis_xlsx(jalur: Path, judul: Sequence[str], baris: Iterable[Sequence[Any]], nama: str) -> int:
    buku = Workbook(write_only=True)
    lembar = buku.create_sheet(nama[:31])
    _siapkan(lembar, judul, [max(12, min(len(j) + 4, 40)) for j in judul])
    banyak = 0
    for isi in baris:
        banyak += 1
        if banyak > _BARIS_TERBANYAK:
            pesan = "Datanya melebihi satu lembar xlsx. Gunakan nama berkas yang berakhiran .csv."
            raise BerkasTakTerpakai("BARIS_TERLALU_BANYAK", pesan)
        lembar.append([_sel_xlsx(lembar, s) for s in isi])
    buku.save(jalur)
    return banyak


def _siapkan(lembar: Any, judul: Sequence[str], lebar: Sequence[int]) -> None:
    """Heading row: bold on a light ground, frozen, columns wide enough to read."""
    lembar.freeze_panes = "A2"
    for nomor, n in enumerate(lebar, start=1):
        lembar.column_dimensions[get_column_letter(nomor)].width = n
    kepala = []
    for teks in judul:
        sel = _sel_teks(lembar, teks)
        sel.font, sel.fill = Font(bold=True), PatternFill("solid", fgColor="E6E6F0")
        sel.alignment = Alignment(vertical="center", wrap_text=True)
        kepala.append(sel)
    lembar.append(kepala)


def _sel_xlsx(lembar: Any, nilai: Any) -> Any:
    if nilai is None or nilai == "":
        return None
    if isinstance(nilai, bool):
        return "YA" if nilai else "TIDAK"
    if isinstance(nilai, Decimal):  # money: dots between thousands, sen only where there are any
        sel = WriteOnlyCell(lembar, value=nilai)
        sel.number_format = "#,##0" if nilai == nilai.to_integral_value() else "#,##0.00"
        return sel
    if isinstance(nilai, int | float):
        # A sheet keeps 15 digits of a number: a longer whole one survives only as text. A float came from a number
        # cell and stays one: its digits are lost already, and as text it would pass for a whole NIK.
        return _sel_teks(lembar, str(nilai)) if isinstance(nilai, int) and abs(nilai) >= 10**15 else nilai
    if isinstance(nilai, dt.datetime):
        sel = WriteOnlyCell(lembar, value=nilai.replace(tzinfo=None))
        sel.number_format = "dd/mm/yyyy hh:mm"
        return sel
    if isinstance(nilai, dt.date):
        sel = WriteOnlyCell(lembar, value=nilai)
        sel.number_format = "dd/mm/yyyy"
        return sel
    return _sel_teks(lembar, str(nilai))


def _sel_teks(lembar: Any, teks: str) -> Any:
    bersih = _KENDALI.sub("", teks)[:_SEL_TERPANJANG]
    sel = WriteOnlyCell(lembar, value=bersih)
    sel.data_type = "s"  # openpyxl would make a formula of "=…"
    sel.number_format = "@"
    if _AWAL_BERBAHAYA.match(bersih):
        sel._style.quotePrefix = 1  # what a typed apostrophe sets: editing the cell leaves it text
    return sel


def tulis_templat(ke: Path, kolom: Sequence[KolomLembar]) -> None:
    """An empty workbook for an import: its headings on the first sheet, and a sheet that explains each column."""
    buku = Workbook(write_only=True)
    _siapkan(buku.create_sheet("Data"), [k.judul for k in kolom], [max(14, len(k.judul) + 4) for k in kolom])
    petunjuk = buku.create_sheet("Petunjuk")
    _siapkan(petunjuk, ["Kolom", "Wajib", "Contoh"], [32, 10, 40])
    for k in kolom:
        isi = (k.judul, "Ya" if k.wajib else "Tidak", k.contoh)
        petunjuk.append([_sel_teks(petunjuk, teks) for teks in isi])
    buku.save(ke)


def tulis_galat(
    ke: Path, kolom: Sequence[KolomLembar], baris: Iterable[tuple[int, Sequence[Any], Sequence[str]]]
) -> int:
    """The error workbook: just the refused rows as they came, each with its row number and reasons.

    `baris` yields (row in the original sheet, cells in declared order, reasons). Corrected, the file imports as it is.
    """
    judul = ["BARIS ASAL", *[k.judul for k in kolom], "ALASAN"]
    return tulis_tabel(ke, judul, ((str(n), *isi, "; ".join(alasan)) for n, isi, alasan in baris), lembar="Galat")

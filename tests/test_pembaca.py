"""Dates and numbers are read in `inti.formats` alone: two readers of one thing end by reading it differently."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[1]
APLIKASI = ("inti", "kepegawaian", "absensi", "arsip", "klaim", "dtks", "lkip", "syaratkerja", "umum")
MEMBACA = {"isdigit", "isnumeric", "isdecimal", "fromisoformat", "strptime"}
# The wire between a process and its own child, and between a stored call and its replay, in formats of their own.
SENDIRI = {"inti/sheets/baca.py", "inti/panggilan.py"}


def _pembaca(sumber: str) -> list[tuple[int, str]]:
    """Lines of a source on which something is read by hand."""
    return [
        (n.lineno, n.attr) for n in ast.walk(ast.parse(sumber)) if isinstance(n, ast.Attribute) and n.attr in MEMBACA
    ]


@pytest.mark.parametrize("app", [a for a in APLIKASI if (AKAR / a).is_dir()])
def test_no_app_reads_dates_or_numbers_by_itself(app: str) -> None:
    ditemukan = [
        f"{b.relative_to(AKAR)}:{baris} {apa}"
        for b in sorted((AKAR / app).rglob("*.py"))
        if "formats" not in b.parts and str(b.relative_to(AKAR)) not in SENDIRI
        for baris, apa in _pembaca(b.read_text())
    ]
    assert ditemukan == []


KATA_SENDIRI = {"ya", "tidak", "y", "tdk", "perempuan", "laki-laki", "lakilaki"}  # keys of a reader of yes/no and sex


def _kamus(sumber: str) -> list[int]:
    """Lines with a table or set of words that reads yes/no or sex."""
    hasil = []
    for n in ast.walk(ast.parse(sumber)):
        isi = n.keys if isinstance(n, ast.Dict) else n.elts if isinstance(n, ast.Set) else []
        kata = {str(k.value).casefold() for k in isi if isinstance(k, ast.Constant)}
        if len(kata & KATA_SENDIRI) > 1:
            hasil.append(n.lineno)
    return hasil


def _pola_tanggal(sumber: str) -> list[int]:
    """Lines with a pattern that takes day, month and year apart."""
    return [
        n.lineno
        for n in ast.walk(ast.parse(sumber))
        if isinstance(n, ast.Constant)
        and isinstance(n.value, str)
        and ("(\\d{1,2})[-/" in n.value or "(\\d{1,2})[./" in n.value)
    ]


@pytest.mark.parametrize("app", [a for a in APLIKASI if (AKAR / a).is_dir()])
def test_no_app_reads_yes_no_sex_or_dates_by_words_of_its_own(app: str) -> None:
    ditemukan = [
        f"{b.relative_to(AKAR)}:{baris}"
        for b in sorted((AKAR / app).rglob("*.py"))
        if "formats" not in b.parts
        for baris in (*_kamus(b.read_text()), *_pola_tanggal(b.read_text()))
    ]
    assert ditemukan == []


def test_the_look_out_sees_words_and_patterns() -> None:
    assert _kamus("YA = {'Ya': True, 'tidak': False}") == [1]
    assert _pola_tanggal("import re\nP = re.compile(r'(\\d{1,2})[-/.](\\d{1,2})')") == [2]


def test_the_look_out_sees_a_reader() -> None:
    assert _pembaca("import datetime as dt\nx = dt.date.fromisoformat('2026-01-01')\ny = 'a'.isdigit()") == [
        (2, "fromisoformat"),
        (3, "isdigit"),
    ]

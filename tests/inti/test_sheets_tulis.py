"""Spreadsheets out: nothing that a spreadsheet would run, numbers as text, the same bytes for the same data."""

import csv
import datetime as dt
import zipfile
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from inti.sheets.baca import Pembaca
from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.kolom import KolomLembar
from inti.sheets.tulis import jinak, polos, tulis_galat, tulis_tabel, tulis_templat

RUMUS = [
    "=1+1",
    "+62811",
    "-1+2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\0=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    " =1",
    "\ufeff=1",
]
BAHAYA = "=+-@＝＋－＠"


@pytest.mark.parametrize("teks", RUMUS)
def test_no_csv_cell_begins_what_a_spreadsheet_runs(tmp_path, teks):
    tulis_tabel(tmp_path / "x.csv", ["A"], [[teks]])
    with (tmp_path / "x.csv").open(newline="") as f:
        sel = list(csv.reader(f))[1][0]
    assert sel.startswith("'") and "\0" not in sel


@pytest.mark.parametrize("teks", RUMUS)
def test_no_xlsx_cell_is_a_formula_and_its_text_is_whole(tmp_path, teks):
    tulis_tabel(tmp_path / "x.xlsx", ["A"], [[teks]])
    sel = load_workbook(tmp_path / "x.xlsx").active["A2"]
    assert sel.data_type != "f" and sel.number_format == "@" and sel.quotePrefix
    assert sel.value.strip("\r\n\t ") == teks.replace("\0", "").strip("\r\n\t ")


def test_a_text_joined_into_a_cell_starts_no_cell_of_its_own():
    for pemisah in ";|\t\n":
        assert f"{pemisah}=" not in jinak(f"aman{pemisah}=1+1")
    assert jinak("RT 1, -") == "RT 1, -"


@given(st.text(max_size=40))
def test_harmless_text_never_begins_dangerously_and_comes_back(teks):
    hasil = jinak(teks)
    assert not hasil.lstrip(" \ufeff\u200b")[:1] or hasil.lstrip(" \ufeff\u200b")[0] not in BAHAYA
    assert jinak(polos(hasil)) == hasil


def test_numbers_typed_as_numbers_stay_numbers_and_long_ones_become_text(tmp_path):
    baris = [[-5, Decimal("1.50"), 3317010101010001, "3317010101010001", dt.date(2026, 7, 1), True, None]]
    judul = list("ABCDEFG")
    tulis_tabel(tmp_path / "x.csv", judul, baris)
    assert (tmp_path / "x.csv").read_bytes() == (
        b"A,B,C,D,E,F,G\r\n-5,1.50,3317010101010001,3317010101010001,2026-07-01,YA,\r\n"
    )
    tulis_tabel(tmp_path / "x.xlsx", judul, baris)
    sel = next(load_workbook(tmp_path / "x.xlsx").active.iter_rows(min_row=2))
    assert [s.value for s in sel[:4]] == [-5, 1.5, "3317010101010001", "3317010101010001"]
    assert (sel[3].number_format, sel[4].number_format) == ("@", "dd/mm/yyyy")


def test_the_same_data_gives_the_same_csv_bytes(tmp_path):
    for nama in "ab":
        tulis_tabel(tmp_path / f"{nama}.csv", ["NIK", "NAMA"], [["1", 'É, dan "kutip"'], ["2", "b"]])
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_a_failure_leaves_neither_half_a_file_nor_the_old_one_changed(tmp_path):
    (tmp_path / "x.csv").write_text("lama")

    def baris():
        yield ["1"]
        raise RuntimeError("putus")

    with pytest.raises(RuntimeError):
        tulis_tabel(tmp_path / "x.csv", ["A"], baris())
    assert (tmp_path / "x.csv").read_text() == "lama"
    assert [p.name for p in tmp_path.iterdir()] == ["x.csv"]


def test_an_unknown_ending_is_refused(tmp_path):
    with pytest.raises(BerkasTakTerpakai, match="xlsx"):
        tulis_tabel(tmp_path / "x.pdf", ["A"], [])


def test_heading_is_frozen_and_wide(tmp_path):
    tulis_tabel(tmp_path / "x.xlsx", ["NIK", "NAMA"], [["1", "A"]])
    lembar = load_workbook(tmp_path / "x.xlsx").active
    assert lembar.freeze_panes == "A2" and lembar["A1"].font.bold and lembar.column_dimensions["A"].width >= 12


KOLOM = [KolomLembar("nik", "NIK", contoh="3317010101010001"), KolomLembar("nama", "NAMA", wajib=False, contoh="=A")]


def test_a_template_imports_as_an_empty_table(tmp_path):
    tulis_templat(tmp_path / "t.xlsx", KOLOM)
    with Pembaca(tmp_path / "t.xlsx", KOLOM) as p:
        assert p.kepala.lembar == "Data"
        assert list(p.potongan()) == []


def test_the_error_workbook_holds_the_rows_as_they_came(tmp_path):
    tulis_galat(tmp_path / "g.xlsx", KOLOM, [(7, [3317010101010000.0, "=x"], ["NIK sel angka.", "Lagi."])])
    with Pembaca(tmp_path / "g.xlsx", KOLOM) as p:
        assert p.kepala.asing == ["BARIS ASAL", "ALASAN"]
        assert next(p.potongan())[1] == [(3317010101010000.0, "=x")]  # a number cell stays one: still refused
    with zipfile.ZipFile(tmp_path / "g.xlsx") as arsip:
        assert b"NIK sel angka.; Lagi." in arsip.read("xl/worksheets/sheet1.xml")

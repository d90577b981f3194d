"""The one reader of cells: what an office writes, what is empty, what says nothing."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inti.formats import rupiah, tanggal_panjang, tanggal_pendek
from inti.formats.sel import (
    SelSalah,
    baca_bulat,
    baca_desimal,
    baca_hari,
    baca_kelamin,
    baca_teks,
    baca_uang,
    baca_ya,
    kosong,
)

PEMBACA = (baca_bulat, baca_desimal, baca_hari, baca_kelamin, baca_teks, baca_uang, baca_ya)


@pytest.mark.parametrize("baca", PEMBACA)
@pytest.mark.parametrize("sel", ["", "  ", "-", "--", "\N{EN DASH}", "Nihil", None])
def test_an_empty_cell_is_nothing(baca: Any, sel: Any) -> None:
    assert baca(sel) is None


@pytest.mark.parametrize("baca", PEMBACA)
@pytest.mark.parametrize("sel", ["#N/A", "#REF!", " #DIV/0! ", "#value!"])
def test_an_error_of_the_sheet_is_refused_and_not_taken_for_nothing(baca: Any, sel: str) -> None:
    assert not kosong(sel)
    with pytest.raises(SelSalah) as galat:
        baca(sel)
    assert galat.value.kode == "SEL_GALAT"


@pytest.mark.parametrize(
    ("sel", "nilai"),
    [
        ("Rp 1.250.000", 1_250_000),
        ("Rp1.250.000,-", 1_250_000),
        ("1.250.000,00", 1_250_000),
        ("1,250,000.00", 1_250_000),
        ("1250000", 1_250_000),
        (1_250_000.0, 1_250_000),
        ("-1.000", -1000),
        ("Rp -1.000", -1000),
        ("0", 0),
    ],
)
def test_money_is_whole_rupiah(sel: Any, nilai: int) -> None:
    assert baca_uang(sel) == nilai


@pytest.mark.parametrize(
    ("sel", "kode"),
    [("1.250,50", "UANG_BERSEN"), (10.5, "UANG_BERSEN"), ("satu juta", "UANG_SALAH"), ("1.2.3", "UANG_SALAH"), (True, "UANG_SALAH"),
     ("12.34.567", "UANG_SALAH"), ("1,2,3.4", "UANG_SALAH")],
)  # fmt: skip
def test_money_that_is_not_is_refused(sel: Any, kode: str) -> None:
    with pytest.raises(SelSalah) as galat:
        baca_uang(sel)
    assert galat.value.kode == kode


@pytest.mark.parametrize(
    ("sel", "nilai"),
    [("1.250,5", "1250.5"), ("1250.5", "1250.5"), ("12,5", "12.5"), ("1.250", "1250"), (3.25, "3.25"), ("-7", "-7")],
)
def test_a_number_as_the_office_writes_it(sel: Any, nilai: str) -> None:
    assert baca_desimal(sel) == Decimal(nilai)


@pytest.mark.parametrize("sel", ["12,5", 12.5, "dua", dt.date(2026, 1, 1), True, "٣"])
def test_a_whole_number_is_whole(sel: Any) -> None:
    with pytest.raises(SelSalah) as galat:
        baca_bulat(sel)
    assert galat.value.kode == "ANGKA_SALAH"


@pytest.mark.parametrize(
    ("sel", "nilai"),
    [("Ya", True), ("y", True), (1.0, True), (True, True), ("TIDAK", False), ("0", False), ("tdk", False)],
)
def test_yes_and_no(sel: Any, nilai: bool) -> None:
    assert baca_ya(sel) is nilai


def test_what_is_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(SelSalah):
        baca_ya("mungkin")


@pytest.mark.parametrize(("sel", "nilai"), [("Laki-laki", "L"), ("P", "P"), ("perempuan", "P")])
def test_sex(sel: str, nilai: str) -> None:
    assert baca_kelamin(sel) == nilai


def test_a_number_cell_is_its_digits_and_a_date_its_day() -> None:
    assert baca_teks(12.0) == "12"
    assert baca_teks(dt.date(2026, 8, 17)) == "17-08-2026"
    assert baca_teks("  dua   kata ") == "dua kata"


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_what_the_house_writes_as_money_it_reads_again(nilai: int) -> None:
    assert baca_uang(rupiah(nilai)) == nilai


@given(st.dates(min_value=dt.date(1900, 1, 1)))
def test_what_the_house_writes_as_a_date_it_reads_again(hari: dt.date) -> None:
    assert baca_hari(tanggal_pendek(hari)) == baca_hari(tanggal_panjang(hari)) == hari


@given(st.text(max_size=40) | st.floats() | st.booleans() | st.dates())
def test_any_cell_gives_a_value_or_a_sentence(sel: Any) -> None:
    for baca in PEMBACA:
        try:
            nilai = baca(sel)
        except SelSalah as galat:
            assert galat.kode
            assert galat.pesan.endswith(".")
        else:
            assert nilai is None or isinstance(nilai, str | bool | int | Decimal | dt.date)

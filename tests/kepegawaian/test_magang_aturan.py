"""Rules of interns as tables: marks, scale, placements, days."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inti.galat import AturanDilanggar
from kepegawaian.rules.magang import (
    Rentang,
    angka,
    minggu_ke,
    nilai_akhir,
    periksa_aturan,
    periksa_hari,
    periksa_penempatan,
    periksa_tertampung,
    predikat,
    rentang_skala,
    senin,
    tempat_akun,
)

BOBOT = [D(20), D(25), D(10), D(30), D(15)]
SKALA = [
    (D(81), "Istimewa"),
    (D(71), "Baik sekali"),
    (D(66), "Baik"),
    (D(61), "Cukup Baik"),
    (D(56), "Cukup"),
    (D(0), "Kurang"),
]
MASA = Rentang("masa magang", dt.date(2026, 9, 1), dt.date(2026, 11, 30))


def hari(bulan: int, tanggal: int) -> dt.date:
    return dt.date(2026, bulan, tanggal)


def tempat(nama: str, a: dt.date, b: dt.date) -> Rentang:
    return Rentang(nama, a, b)


def test_the_published_sheet_gives_95_55_and_not_477() -> None:
    jumlah, akhir = nilai_akhir([(b, D(n)) for b, n in zip(BOBOT, (95, 96, 95, 96, 95), strict=True)])
    assert (jumlah, akhir) == (D("477.00"), D("95.55"))
    assert predikat(SKALA, akhir) == "Istimewa"
    assert angka(akhir) == "95,55" and angka(jumlah) == "477"


@pytest.mark.parametrize(
    ("nilai", "harus"),
    [
        ("100", "Istimewa"),
        ("81", "Istimewa"),
        ("80.99", "Baik sekali"),
        ("71", "Baik sekali"),
        ("70.50", "Baik"),
        ("66", "Baik"),
        ("65.99", "Cukup Baik"),
        ("61", "Cukup Baik"),
        ("60.5", "Cukup"),
        ("56", "Cukup"),
        ("55.99", "Kurang"),
        ("0", "Kurang"),
    ],
)
def test_a_mark_belongs_to_the_band_whose_lower_bound_it_reached(nilai: str, harus: str) -> None:
    assert predikat(SKALA, D(nilai)) == harus


@given(st.lists(st.decimals(0, 100, places=2), min_size=5, max_size=5))
def test_a_weighted_mark_lies_between_the_lowest_and_the_highest(nilai: list[D]) -> None:
    _, akhir = nilai_akhir(list(zip(BOBOT, nilai, strict=True)))
    assert min(nilai) - D("0.01") <= akhir <= max(nilai) + D("0.01")
    assert predikat(SKALA, akhir)


def test_bands_are_printed_as_in_the_report() -> None:
    assert [r for r, _ in rentang_skala(SKALA)] == ["81–100", "71–80", "66–70", "61–65", "56–60", "0–55"]


@pytest.mark.parametrize(
    ("komponen", "skala", "kode", "kata"),
    [
        ([("A", D(20)), ("B", D(79))], SKALA, "BOBOT_TIDAK_100", "99"),
        ([("A", D("60.5")), ("B", D(40))], SKALA, "BOBOT_TIDAK_100", "100,50"),
        ([], SKALA, "KOMPONEN_KOSONG", ""),
        ([("A", D(50)), (" a ", D(50))], SKALA, "KOMPONEN_GANDA", ""),
        ([("A", D(100))], SKALA[:-1], "SKALA_TIDAK_DARI_NOL", ""),
        ([("A", D(100))], [*SKALA, (D(81), "Lain")], "SKALA_GANDA", ""),
    ],
)
def test_a_rule_that_does_not_add_up_is_refused(
    komponen: list[tuple[str, D]], skala: list[tuple[D, str]], kode: str, kata: str
) -> None:
    with pytest.raises(AturanDilanggar) as galat:
        periksa_aturan(komponen, skala)
    assert galat.value.kode == kode and kata in galat.value.pesan


def test_a_mark_outside_the_scale_is_refused() -> None:
    for n in (D(-1), D("100.01")):
        with pytest.raises(AturanDilanggar, match="NILAI_DI_LUAR_SKALA"):
            nilai_akhir([(D(100), n)])


@pytest.mark.parametrize(
    ("semua", "kode"),
    [
        ([tempat("A", hari(9, 1), hari(9, 30)), tempat("B", hari(10, 1), hari(11, 30))], ""),
        ([tempat("A", hari(9, 1), hari(9, 30)), tempat("B", hari(9, 30), hari(11, 30))], "PENEMPATAN_TUMPANG"),
        ([tempat("B", hari(9, 10), hari(9, 20)), tempat("A", hari(9, 1), hari(11, 30))], "PENEMPATAN_TUMPANG"),
        ([tempat("A", hari(8, 31), hari(9, 30))], "PENEMPATAN_DI_LUAR_MASA"),
        ([tempat("A", hari(9, 1), hari(12, 1))], "PENEMPATAN_DI_LUAR_MASA"),
        ([tempat("A", hari(9, 30), hari(9, 1))], "MASA_TERBALIK"),
    ],
)
def test_placements_lie_within_the_period_and_never_overlap(semua: list[Rentang], kode: str) -> None:
    if not kode:
        periksa_penempatan(MASA, semua)
        return
    with pytest.raises(AturanDilanggar) as galat:
        periksa_penempatan(MASA, semua)
    assert galat.value.kode == kode
    if kode == "PENEMPATAN_TUMPANG":
        assert all(str(r) in galat.value.pesan for r in semua), "both entries are named"


@pytest.mark.parametrize(
    ("tanggal", "kode"),
    [
        (hari(9, 1), ""),
        (hari(9, 5), ""),  # a Saturday: flagged, not refused
        (hari(10, 5), "BELUM_DITEMPATKAN"),
        (hari(11, 20), ""),
        (hari(11, 21), "HARI_DEPAN"),
        (hari(8, 31), "HARI_DI_LUAR_MASA"),
    ],
)
def test_days_that_may_be_written(tanggal: dt.date, kode: str) -> None:
    semua = [tempat("A", hari(9, 1), hari(9, 30)), tempat("B", hari(11, 1), hari(11, 30))]
    if not kode:
        periksa_hari(tanggal, hari(11, 20), MASA, semua)
        return
    with pytest.raises(AturanDilanggar, match=kode):
        periksa_hari(tanggal, hari(11, 20), MASA, semua)


def test_a_written_day_keeps_its_unit() -> None:
    periksa_tertampung([(hari(9, 2), "A")], [tempat("A", hari(9, 1), hari(9, 30))])
    for semua in ([], [tempat("B", hari(9, 1), hari(9, 30))], [tempat("A", hari(9, 3), hari(9, 30))]):
        with pytest.raises(AturanDilanggar, match="2 September 2026"):
            periksa_tertampung([(hari(9, 2), "A")], semua)


def test_an_account_follows_today_else_the_next_else_the_last() -> None:
    a, b = tempat("A", hari(9, 1), hari(9, 30)), tempat("B", hari(11, 1), hari(11, 30))
    assert [tempat_akun([b, a], h) for h in (hari(8, 1), hari(9, 9), hari(10, 9), hari(12, 9))] == [a, a, b, b]
    assert tempat_akun([], hari(9, 9)) is None


def test_weeks_are_counted_from_the_first_monday() -> None:
    assert senin(hari(9, 1)) == hari(8, 31)
    assert [minggu_ke(MASA, h) for h in (hari(9, 1), hari(9, 6), hari(9, 7))] == [1, 1, 2]

"""Daily performance by itself: the predikat matrix, limits, and what waits too long."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inti.galat import AturanDilanggar
from inti.rules import kalender as kalender
from kepegawaian.rules.kinerja import (
    SEHARI,
    BatasKinerja,
    akhir_bulan,
    batas_pada,
    batas_putus,
    batas_terlambat,
    hari_kerja,
    periksa_batas_isi,
    periksa_hari,
    periksa_menit,
    predikat,
    terlambat,
)
from kepegawaian.rules.nilai import BarisNilai, Nilai

B = BatasKinerja()
SENIN = dt.date(2026, 11, 16)


@pytest.mark.parametrize(
    ("hasil", "perilaku", "seharusnya"),
    [
        ("atas", "atas", "sangat_baik"),
        ("atas", "sesuai", "baik"),
        ("atas", "bawah", "kurang"),
        ("sesuai", "atas", "baik"),
        ("sesuai", "sesuai", "baik"),
        ("sesuai", "bawah", "kurang"),
        ("bawah", "atas", "butuh_perbaikan"),
        ("bawah", "sesuai", "butuh_perbaikan"),
        ("bawah", "bawah", "sangat_kurang"),
    ],
)
def test_the_predikat_matrix(hasil: str, perilaku: str, seharusnya: str) -> None:
    assert predikat(hasil, perilaku) == seharusnya


def test_a_rating_that_is_none_has_no_predikat() -> None:
    with pytest.raises(ValueError):
        predikat("tinggi", "atas")


@pytest.mark.parametrize(
    ("menit", "kode"),
    [([], ""), ([450], ""), ([700, 20], ""), ([700, 21], "MENIT_BERLEBIH"), ([60, 0], "MENIT_KOSONG")],
)
def test_minutes_of_a_day(menit: list[int], kode: str) -> None:
    assert _kode(lambda: periksa_menit(menit, B)) == kode


@pytest.mark.parametrize(
    ("tanggal", "bekerja", "kode"),
    [
        (SENIN, True, ""),
        (SENIN + SEHARI, True, "TANGGAL_DEPAN"),
        (SENIN - 400 * SEHARI, False, "BELUM_BEKERJA"),
    ],
)
def test_days_that_may_be_filled(tanggal: dt.date, bekerja: bool, kode: str) -> None:
    assert _kode(lambda: periksa_hari(tanggal, SENIN, bekerja=bekerja)) == kode


@pytest.mark.parametrize(
    ("lalu", "dikembalikan", "kode"),
    [(0, None, ""), (7, None, ""), (8, None, "LEWAT_BATAS_ISI"), (30, 7, ""), (30, 8, "LEWAT_BATAS_ISI")],
)
def test_how_long_a_day_may_be_written_and_a_returned_one_mended(
    lalu: int, dikembalikan: int | None, kode: str
) -> None:
    kembali = SENIN - dikembalikan * SEHARI if dikembalikan is not None else None
    assert _kode(lambda: periksa_batas_isi(SENIN - lalu * SEHARI, SENIN, B, kembali)) == kode


@pytest.mark.parametrize(
    ("diajukan", "hari", "libur", "telat"),
    [
        (SENIN, SENIN, [], False),
        (SENIN, dt.date(2026, 11, 19), [], False),  # Thursday: three working days
        (SENIN, dt.date(2026, 11, 20), [], True),
        (dt.date(2026, 11, 13), dt.date(2026, 11, 18), [], False),  # over a weekend
        (dt.date(2026, 11, 13), dt.date(2026, 11, 19), [], True),
        (SENIN, dt.date(2026, 11, 20), [dt.date(2026, 11, 18)], False),  # a holiday doesn't count
    ],
)
def test_more_than_three_working_days_is_late(
    diajukan: dt.date, hari: dt.date, libur: list[dt.date], telat: bool
) -> None:
    assert terlambat(diajukan, hari, 3, libur) is telat


@given(
    st.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31)), st.integers(1, 10), st.lists(st.integers(0, 40), max_size=5)
)
def test_the_limit_is_the_last_working_day_on_which_it_is_not_late(
    diajukan: dt.date, batas: int, hari_libur: list[int]
) -> None:
    libur = [diajukan + n * SEHARI for n in hari_libur]
    akhir = batas_putus(diajukan, batas, libur)
    assert hari_kerja(akhir, libur) and not terlambat(diajukan, akhir, batas, libur)
    besok = akhir + SEHARI
    while not hari_kerja(besok, libur):
        besok += SEHARI
    assert terlambat(diajukan, besok, batas, libur)


HARI = st.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31))


@given(HARI, st.integers(0, 40), st.integers(0, 10), st.lists(st.integers(0, 40), max_size=5))
def test_the_threshold_for_the_database_says_the_same_as_the_rule(
    hari: dt.date, lalu: int, batas: int, hari_libur: list[int]
) -> None:
    libur = [hari - n * SEHARI for n in hari_libur]
    diajukan = hari - lalu * SEHARI
    assert (diajukan <= batas_terlambat(hari, batas, libur)) is terlambat(diajukan, hari, batas, libur)


@given(HARI)
def test_a_month_ends_before_the_next_begins_and_has_twenty_to_twenty_three_working_days(hari: dt.date) -> None:
    akhir = akhir_bulan(hari)
    assert akhir.month == hari.month and (akhir + SEHARI).day == 1
    assert 20 <= kalender.hari_kerja(hari.replace(day=1), akhir, ()) <= 23


def test_limits_follow_the_row_in_force() -> None:
    nilai = Nilai(
        [
            BarisNilai("kinerja.batas_hari", "14", dt.date(2026, 1, 1), dt.date(2026, 6, 30)),
            BarisNilai("kinerja.batas_hari", "5", dt.date(2026, 7, 1)),
        ]
    )
    assert [batas_pada(nilai, dt.date(t, b, 1)).hari_isi for t, b in ((2025, 1), (2026, 3), (2026, 8))] == [7, 14, 5]
    assert batas_pada(nilai, SENIN).norma == 450


def _kode(periksa: object) -> str:
    try:
        periksa()  # type: ignore[operator]
    except AturanDilanggar as galat:
        return galat.kode
    return ""

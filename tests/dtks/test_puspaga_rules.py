"""PUSPAGA: ages, couples, sessions and results, as pure rules."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dtks.rules.puspaga import di_bawah_umur, periksa_hasil, periksa_pasangan, periksa_sesi, umur
from inti.galat import AturanDilanggar

HARI = dt.date(2026, 11, 20)
TANGGAL = st.dates(dt.date(1940, 1, 1), dt.date(2040, 12, 31))


@pytest.mark.parametrize(
    ("lahir", "pada", "harus"),
    [
        (dt.date(2007, 11, 20), HARI, 19),
        (dt.date(2007, 11, 21), HARI, 18),
        (dt.date(2008, 2, 29), dt.date(2027, 2, 28), 18),
        (dt.date(2008, 2, 29), dt.date(2027, 3, 1), 19),
        (dt.date(2008, 2, 29), dt.date(2028, 2, 29), 20),
        (HARI, HARI, 0),
    ],
)
def test_an_age_is_full_years(lahir: dt.date, pada: dt.date, harus: int) -> None:
    assert umur(lahir, pada) == harus
    assert di_bawah_umur(lahir, pada) is (harus < 19)


@given(TANGGAL, TANGGAL)
def test_an_age_grows_by_one_a_year_and_never_shrinks(a: dt.date, b: dt.date) -> None:
    lahir, pada = min(a, b), max(a, b)
    n = umur(lahir, pada)
    assert pada.year - lahir.year - 1 <= n <= pada.year - lahir.year
    assert 0 <= umur(lahir, pada + dt.timedelta(days=1)) - n <= 1
    assert umur(lahir, dt.date(pada.year + 1, pada.month, min(pada.day, 28))) in {n, n + 1}


def test_nobody_has_an_age_before_birth() -> None:
    with pytest.raises(ValueError, match="sebelum lahir"):
        umur(HARI, HARI - dt.timedelta(days=1))


@pytest.mark.parametrize(
    ("pria", "wanita", "nik", "pada", "kode"),
    [
        ((2000, 1, 1), (2000, 1, 1), None, HARI, "CUKUP_UMUR"),
        ((2000, 1, 1), (2007, 11, 20), None, HARI, "CUKUP_UMUR"),
        ((2000, 1, 1), (2007, 11, 21), None, HARI, ""),
        ((2010, 1, 1), (2010, 1, 1), None, HARI, ""),
        ((2027, 1, 1), (2007, 1, 1), None, HARI, "LAHIR_DI_DEPAN"),
        ((2000, 1, 1), (2010, 1, 1), None, HARI + dt.timedelta(days=1), "TANGGAL_DI_DEPAN"),
        ((2000, 1, 1), (2010, 1, 1), "9971010101060001", HARI, "NIK_SAMA"),
        ((2000, 1, 1), (2010, 1, 1), "12", HARI, "NIK_PANJANG"),
    ],
)
def test_which_couples_belong_into_the_register(
    pria: tuple[int, int, int], wanita: tuple[int, int, int], nik: str | None, pada: dt.date, kode: str
) -> None:
    lahir = {"pria": dt.date(*pria), "wanita": dt.date(*wanita)}
    nomor = {"pria": "9971010101060001", "wanita": nik or "9971014101100002"}
    if not kode:
        periksa_pasangan(lahir, nomor, pada, HARI)
        return
    with pytest.raises(AturanDilanggar) as galat:
        periksa_pasangan(lahir, nomor, pada, HARI)
    assert galat.value.kode == kode


@pytest.mark.parametrize(
    ("tanggal", "hadir", "kode"),
    [(-1, 1, "TANGGAL_SESI"), (11, 1, "TANGGAL_SESI"), (0, 0, "TANPA_HADIR"), (0, 1, ""), (10, 4, "")],
)
def test_a_session_lies_within_the_case(tanggal: int, hadir: int, kode: str) -> None:
    daftar = HARI - dt.timedelta(days=10)
    try:
        periksa_sesi(daftar + dt.timedelta(days=tanggal), hadir, daftar, HARI)
    except AturanDilanggar as galat:
        assert galat.kode == kode
    else:
        assert not kode


@pytest.mark.parametrize(
    ("n", "hasil", "rujukan", "kode"),
    [
        (0, "siap", "", "BELUM_ADA_SESI"),
        (1, "dirujuk", " ", "RUJUKAN_KOSONG"),
        (1, "dirujuk", "Puskesmas", ""),
        (1, "menunda", "", ""),
    ],
)
def test_a_result_rests_on_a_session(n: int, hasil: str, rujukan: str, kode: str) -> None:
    try:
        periksa_hasil(n, hasil, rujukan)
    except AturanDilanggar as galat:
        assert galat.kode == kode
    else:
        assert not kode

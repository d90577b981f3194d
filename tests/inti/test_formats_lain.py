"""Masks, dates, money and numbers in words."""

import re
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inti.formats import (
    baca_tanggal,
    bulan_romawi,
    bulan_tahun,
    hari_tanggal,
    jam,
    ribuan,
    rupiah,
    samar_angka_panjang,
    samar_nama,
    samar_nik,
    tanggal_panjang,
    tanggal_pendek,
    terbilang,
    terbilang_rupiah,
    umur,
)
from inti.formats.tanggal import TAHUN_TERTUA

ANGKA_16 = st.text("0123456789", min_size=16, max_size=16)


@pytest.mark.parametrize(
    ("nik", "samar"),
    [
        ("9971015204870412", "9971 •••• •••• 0412"),
        ("9971 0152 0487 0412", "9971 •••• •••• 0412"),
        ("12345", "1•••5"),
        ("", ""),
        (None, ""),
    ],
)
def test_nik_mask(nik, samar):
    assert samar_nik(nik) == samar


def test_name_mask():
    assert samar_nama("Sri Handayani") == "S•• H••••••••"
    assert samar_nama("") == ""


@pytest.mark.parametrize(
    ("teks", "samar"),
    [
        ("NIK 9971015204870412 ganda", "NIK 9971••••••••0412 ganda"),
        ("NIK 9971 0152 0487 0412", "NIK 9971 •••• •••• 0412"),
        ("9971.0152.0487.0412;", "9971.••••.••••.0412;"),
        ("tanggal 17 9971015204870412", "tanggal 17 9971••••••••0412"),
        ("9971015204870412 9971010806150007", "9971••••••••0412 9971••••••••0007"),
        ("nomor 400.9/1187/2026 tetap", "nomor 400.9/1187/2026 tetap"),
    ],
)
def test_long_digits_in_text(teks, samar):
    assert samar_angka_panjang(teks) == samar


@given(
    st.text("ab :;\n", max_size=5),
    ANGKA_16,
    st.lists(st.sampled_from(["", " ", ".", "-", "--"]), min_size=15, max_size=15),
)
def test_a_mask_never_leaves_more_than_eight_digits(awal, nik, sela):
    tulisan = awal + nik[0] + "".join(s + a for s, a in zip(sela, nik[1:], strict=True)) + awal
    assert len(re.findall(r"\d", samar_angka_panjang(tulisan))) == 8
    assert len(re.findall(r"\d", samar_nik(nik))) == 8


def test_dates_as_an_office_writes_them():
    hari = date(2026, 11, 20)
    assert tanggal_pendek(hari) == "20-11-2026"
    assert tanggal_panjang(hari) == "20 November 2026"
    assert hari_tanggal(hari) == "Jumat, 20 November 2026"
    assert bulan_tahun(hari) == "November 2026"
    assert (bulan_romawi(hari), bulan_romawi(2)) == ("XI", "II")
    assert (jam(time(9, 12)), jam(datetime(2026, 11, 20, 16, 5))) == ("09.12", "16.05")
    assert tanggal_pendek(None) == tanggal_panjang(None) == hari_tanggal(None) == jam(None) == ""
    with pytest.raises(ValueError, match="Bulan"):
        bulan_romawi(13)


@pytest.mark.parametrize(
    "nilai",
    [
        date(1990, 8, 17),
        datetime(1990, 8, 17, 5),
        "1990-08-17",
        "1990-08-17 00:00:00",
        "1990-08-17T00:00:00.000",
        "17-08-1990",
        "17/08/1990",
        "17/8/1990",
        "17.08.1990",
        "'17-08-1990 ",
        "17 Agustus 1990",
        "17 AGUSTUS 1990",
        "17 Agt 1990",
        "17-Aug-1990",
        "Jumat, 17 Agustus 1990",
    ],
)
def test_dates_are_read_in_every_usual_form(nilai):
    assert baca_tanggal(nilai) == date(1990, 8, 17)


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        ("31/02/1988", "tidak ada pada kalender"),
        ("1988-02-31", "tidak ada pada kalender"),
        ("0000-00-00", "tidak ada pada kalender"),
        ("17-08-90", "harus 4 angka"),
        ("", "belum diisi"),
        (None, "belum diisi"),
        ("kemarin", "tidak terbaca"),
        ("17 Foo 1990", "tidak terbaca"),
        (33102, "bukan tanggal"),
    ],
)
def test_a_bad_date_says_what_to_do(nilai, kata):
    with pytest.raises(ValueError, match=kata):
        baca_tanggal(nilai)


@given(st.dates(min_value=date(TAHUN_TERTUA, 1, 1)))
def test_what_is_written_can_be_read(hari):
    for tulis in (tanggal_pendek, tanggal_panjang, hari_tanggal, date.isoformat):
        assert baca_tanggal(tulis(hari)) == hari


@given(st.text())
def test_reading_a_date_raises_nothing_but_a_sentence(teks):
    try:
        baca_tanggal(teks)
    except ValueError as galat:
        assert str(galat).endswith(".")


@pytest.mark.parametrize(
    ("lahir", "hari", "tahun"),
    [
        (date(2000, 2, 29), date(2026, 2, 28), 25),
        (date(2000, 2, 29), date(2026, 3, 1), 26),
        (date(1990, 8, 17), date(1990, 8, 17), 0),
    ],
)
def test_age(lahir, hari, tahun):
    assert umur(lahir, hari) == tahun


def test_money():
    assert rupiah(30519428) == "Rp 30.519.428"
    assert rupiah(0) == "Rp 0"
    assert rupiah(-1500) == "-Rp 1.500"
    assert rupiah(Decimal("1000.50")) == "Rp 1.000,50"
    assert rupiah(Decimal("2000.00")) == "Rp 2.000"
    assert rupiah(None) == ribuan(None) == ""
    assert ribuan(1787) == "1.787"
    assert ribuan(Decimal("1234.5")) == "1.234,5"
    with pytest.raises(TypeError):
        ribuan(0.1)


@pytest.mark.parametrize(
    ("angka", "kata"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (15, "lima belas"),
        (20, "dua puluh"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (2000, "dua ribu"),
        (11000, "sebelas ribu"),
        (100000, "seratus ribu"),
        (1_000_000, "satu juta"),
        (12_001_052, "dua belas juta seribu lima puluh dua"),
        (10**9, "satu miliar"),
        (10**12, "satu triliun"),
        (-30, "minus tiga puluh"),
        (Decimal("2.50"), "dua koma lima"),
        (Decimal("5E+1"), "lima puluh"),
    ],
)
def test_numbers_in_words(angka, kata):
    assert terbilang(angka) == kata


def test_rupiah_in_words():
    assert terbilang_rupiah(5_000_000) == "Lima Juta Rupiah"
    assert terbilang_rupiah(Decimal("1000.50")) == "Seribu Rupiah Lima Puluh Sen"
    assert terbilang_rupiah(Decimal("-0.05")) == "Minus Nol Rupiah Lima Sen"
    with pytest.raises(ValueError, match="triliun"):
        terbilang(10**15)
    with pytest.raises(TypeError):
        terbilang(1.5)


_NILAI = {"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9}
_KALI = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def baca_terbilang(kata):
    """An independent reader: words to number, by a rule per word."""
    if kata == "nol":
        return 0
    jumlah = ratus = satuan = 0
    for k in (
        kata.replace("sepuluh", "satu puluh").replace("sebelas", "satu belas").replace("seratus", "satu ratus").split()
    ):
        if k in _NILAI:
            satuan = _NILAI[k]
        elif k == "belas":
            ratus, satuan = ratus + 10 + satuan, 0
        elif k == "puluh":
            ratus, satuan = ratus + satuan * 10, 0
        elif k == "ratus":
            ratus, satuan = ratus + satuan * 100, 0
        elif k == "seribu":
            jumlah += 1000
        else:
            jumlah, ratus, satuan = jumlah + (ratus + satuan) * _KALI[k], 0, 0
    return jumlah + ratus + satuan


@given(st.one_of(st.integers(0, 10**15 - 1), st.integers(0, 20_000)))
def test_words_read_back_as_the_same_number(n):
    assert baca_terbilang(terbilang(n)) == n

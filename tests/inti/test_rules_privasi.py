"""The clock of 3 x 24 hours and what counts as reading too much: tables."""

from __future__ import annotations

import datetime as dt

import pytest

from inti.rules.privasi import AMBANG_BAWAAN, Bacaan, batas_waktu, di_luar_jam, lama, nilai_bacaan, sisa_waktu

MULAI = dt.datetime(2026, 11, 20, 9, 30, tzinfo=dt.UTC)  # a Friday: days off count
BATAS = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)


def test_the_deadline_is_72_hours_by_the_clock_whatever_day() -> None:
    assert batas_waktu(MULAI) == BATAS


@pytest.mark.parametrize(
    ("sebelum_batas", "label", "teks"),
    [
        (dt.timedelta(hours=72), "", "3 hari lagi"),
        (dt.timedelta(hours=51, minutes=20), "", "2 hari 3 jam lagi"),
        (dt.timedelta(hours=24), "", "1 hari lagi"),
        (dt.timedelta(hours=23, minutes=59), "awas", "23 jam 59 menit lagi"),
        (dt.timedelta(minutes=5), "awas", "5 menit lagi"),
        (dt.timedelta(), "awas", "0 menit lagi"),
        (dt.timedelta(seconds=-1), "salah", "Lewat 0 menit"),
        (dt.timedelta(hours=-25), "salah", "Lewat 1 hari 1 jam"),
    ],
)
def test_the_running_clock_warns_under_24_hours_and_is_red_after_the_deadline(
    sebelum_batas: dt.timedelta, label: str, teks: str
) -> None:
    sisa = sisa_waktu(BATAS, BATAS - sebelum_batas)
    assert (sisa.label, sisa.teks, sisa.lewat) == (label, teks, label == "salah")


def test_a_stopped_clock_says_whether_it_was_in_time() -> None:
    assert sisa_waktu(BATAS, BATAS, selesai=True).teks == "Tepat waktu"
    terlambat = sisa_waktu(BATAS, BATAS + dt.timedelta(hours=2), selesai=True)
    assert (terlambat.label, terlambat.teks) == ("salah", "Lewat 2 jam")


@pytest.mark.parametrize(
    ("menit", "teks"), [(0, "0 menit"), (59, "59 menit"), (60, "1 jam"), (310, "5 jam 10 menit"), (1440, "1 hari")]
)
def test_a_length_of_time_in_words(menit: int, teks: str) -> None:
    assert lama(dt.timedelta(minutes=menit)) == teks


@pytest.mark.parametrize(("jam", "luar"), [(4, True), (5, False), (8, False), (19, False), (20, True), (0, True)])
def test_office_hours_end_at_20_and_begin_at_5(jam: int, luar: bool) -> None:
    assert di_luar_jam(jam) is luar


def _baca(jenis: str, banyak: int, jam: int = 10, *, sama: bool = False) -> list[Bacaan]:
    return [Bacaan(jenis, "dtks.individu 1" if sama else f"dtks.individu {n}", jam) for n in range(banyak)]


@pytest.mark.parametrize(
    ("bacaan", "alarm"),
    [
        ([], {}),
        (_baca("buka", 120), {}),
        (_baca("buka", 121), {"buka": 121}),
        (_baca("buka", 500, sama=True), {}),  # one person, opened again and again
        (_baca("tampil", 30), {}),
        (_baca("tampil", 31), {"tampil": 31}),
        (_baca("ekspor", 3, sama=True), {}),
        (_baca("ekspor", 4, sama=True), {"ekspor": 4}),
        (_baca("buka", 10, jam=22), {}),
        (_baca("buka", 11, jam=22), {"luar_jam": 11}),
        (_baca("buka", 11, jam=3, sama=True), {"luar_jam": 11}),
        (_baca("buka", 11, jam=5), {}),
        (_baca("cari", 900, jam=23), {}),
        (_baca("buka", 121) + _baca("ekspor", 4), {"buka": 121, "ekspor": 4}),
    ],
)
def test_an_alarm_is_raised_over_the_threshold_only(bacaan: list[Bacaan], alarm: dict[str, int]) -> None:
    assert nilai_bacaan(bacaan, AMBANG_BAWAAN) == alarm

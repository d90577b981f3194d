"""Rules of the monthly report: sums, percentiles, spans of months, sentences."""

from __future__ import annotations

import datetime as dt
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dtks.rules.alasan import PENOLAKAN
from dtks.rules.bulanan import (
    CEGAH,
    RINGKAS,
    arti,
    arti_ramai,
    arti_waktu,
    bulan_berikut,
    deret_bulan,
    persen,
    persentil,
    rentang_bawaan,
    sebut_rentang,
    silang,
)
from inti.rules.bagan import LEBAR, Bagan, Batang, Kelompok, susun


def bulan(teks: str) -> dt.date:
    return dt.date.fromisoformat(f"{teks}-01")


def test_cross_table_sums_and_leaves_strangers_out() -> None:
    t = silang([("a", 1, 2), ("a", 1, 3), ("b", 2, 4), ("x", 1, 9), ("a", 9, 9)], baris=["a", "b", "c"], kolom=[1, 2])
    assert (t["a", 1], t["a", 2], t["c", 1]) == (5, 0, 0)
    assert (t.jumlah_baris("a"), t.jumlah_kolom(2), t.jumlah) == (5, 4, 9)
    assert t.terisi == [1, 2]


@pytest.mark.parametrize(
    ("histogram", "p", "hasil"),
    [
        ({}, 50, None),
        ({3: 0}, 50, None),
        ({7: 1}, 50, 7),
        ({1: 1, 2: 1}, 50, 1),
        ({1: 1, 2: 1, 3: 1}, 50, 2),
        ({1: 9, 40: 1}, 90, 1),
        ({1: 8, 40: 2}, 90, 40),
        ({5: 1, 2: 1}, 100, 5),
    ],
)
def test_nearest_rank_percentile(histogram: dict[int, int], p: int, hasil: int | None) -> None:
    assert persentil(histogram, p) == hasil


@given(st.lists(st.integers(0, 90), min_size=1, max_size=60), st.integers(1, 100))
def test_percentile_covers_its_share_and_no_smaller_value_does(nilai: list[int], p: int) -> None:
    hasil = persentil({n: nilai.count(n) for n in set(nilai)}, p)
    assert hasil in nilai
    assert sum(n <= hasil for n in nilai) * 100 >= p * len(nilai)
    assert sum(n < hasil for n in nilai) * 100 < p * len(nilai)
    assert persentil({n: nilai.count(n) for n in set(nilai)}, 50) == statistics.median_low(nilai)


@pytest.mark.parametrize("p", [0, 101, -1])
def test_a_percentile_outside_one_to_hundred_is_refused(p: int) -> None:
    with pytest.raises(ValueError, match="1 sampai 100"):
        persentil({1: 1}, p)


def test_months_run_over_the_year() -> None:
    assert [f"{b:%Y-%m}" for b in deret_bulan(bulan("2025-11"), dt.date(2026, 2, 14))] == [
        "2025-11", "2025-12", "2026-01", "2026-02",
    ]  # fmt: skip
    assert bulan_berikut(bulan("2025-12")) == bulan("2026-01")


@pytest.mark.parametrize(
    ("ada", "hari", "awal", "akhir"),
    [
        ([], "2026-11-22", "2026-11", "2026-11"),
        (["2026-11"], "2026-11-22", "2026-11", "2026-11"),
        (["2026-10", "2026-11"], "2026-11-22", "2026-11", "2026-11"),
        (["2022-02", "2022-03", "2022-06"], "2026-11-22", "2022-06", "2022-06"),
        (["2022-02", "2022-06", "2026-11"], "2026-11-22", "2026-11", "2026-11"),
        (["2026-04", "2026-06"], "2026-05-01", "2026-04", "2026-04"),
    ],
)
def test_the_span_shown_unasked(ada: list[str], hari: str, awal: str, akhir: str) -> None:
    assert rentang_bawaan([bulan(b) for b in ada], dt.date.fromisoformat(hari)) == (bulan(awal), bulan(akhir))


def test_spans_in_words() -> None:
    assert sebut_rentang(bulan("2022-02"), bulan("2022-06")) == "Februari sampai Juni 2022"
    assert sebut_rentang(bulan("2022-06"), bulan("2022-06")) == "Juni 2022"
    assert sebut_rentang(bulan("2025-12"), bulan("2026-01")) == "Desember 2025 sampai Januari 2026"


@pytest.mark.parametrize(
    ("bagian", "jumlah", "hasil"),
    [(0, 0, 0), (0, 9, 0), (1, 1000, 1), (999, 1000, 99), (1, 2, 50), (1, 8, 13), (3, 3, 100)],
)
def test_shares_never_hide_a_part_or_a_rest(bagian: int, jumlah: int, hasil: int) -> None:
    assert persen(bagian, jumlah) == hasil


def test_every_reason_has_a_short_name() -> None:
    assert set(RINGKAS) == set(PENOLAKAN)
    assert set(CEGAH) <= set(PENOLAKAN)


def test_what_the_figures_mean() -> None:
    assert arti(0, {}) == ["Belum ada permohonan yang diputus pada bulan ini."]
    assert arti(5, {}) == ["Dari 5 permohonan yang diputus, 5 dilayani dan 0 (0%) ditolak."]
    kalimat = arti(7, {"SUDAH_TERDAFTAR": 2, "DATA_TIDAK_COCOK": 1, "PERIODE_BELUM_DIBUKA": 0})
    assert kalimat[1] == (
        "2 penolakan (67%) dapat dicegah sebelum warga berangkat: 2 sudah terdaftar, sehingga cukup diurus di desa."
    )
    assert arti_waktu((None, None), (None, None)) == []
    assert arti_waktu((4, 20), (9, 15)) == [
        "Separuh warga menunggu paling lama 4 menit, sembilan dari sepuluh paling lama 20 menit.",
        "Pelayanannya sendiri separuhnya selesai paling lama dalam 9 menit.",
    ]
    assert arti_ramai(silang([], baris=[0], kolom=[8])) == []
    assert arti_ramai(silang([(3, 8, 12), (0, 8, 12)], baris=[0, 3], kolom=[8])) == [
        "Paling ramai Senin pukul 08.00 sampai 09.00 (12 kunjungan)."
    ]


@pytest.mark.parametrize("datar", [False, True])
@pytest.mark.parametrize("banyak", [0, 1, 5, 12])
def test_a_chart_stays_in_its_box(banyak: int, datar: bool) -> None:
    kelompok = tuple(Kelompok(f"K{i}", (Batang((("b1", i * 150), ("b2", 3))),)) for i in range(banyak))
    g = susun(Bagan("Judul", "Kalimat.", kelompok, datar=datar))
    assert all(k.x >= 0 and k.y >= 0 and k.x + k.lebar <= LEBAR and k.y + k.tinggi <= g.tinggi for k in g.kotak)
    assert all(0 <= t.x <= LEBAR and 0 <= t.y <= g.tinggi for t in g.tulisan)

"""Courses, pure: who may act when, days of each holder, limits with pauses, papers, and what may be sent back again."""

from __future__ import annotations

import datetime as dt
import itertools
from types import SimpleNamespace
from typing import Any

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from inti.rules.alur import (
    KEMBALIKAN,
    PENGAJU,
    SETUJUI,
    TERUSKAN,
    TOLAK,
    Alur,
    Jeda,
    Kekurangan,
    Langkah,
    Pemegang,
    Tahap,
    batas_tahap,
    hari_dipegang,
    nilai_pengembalian,
    nilai_perbuatan,
)
from inti.rules.kalender import hari_kerja, mundur_hari_kerja, tambah_hari_kerja
from inti.rules.kelengkapan import Syarat, berlaku_pada, periksa_berkas

ALUR = Alur(
    (
        Tahap("periksa", "Pemeriksaan", boleh=frozenset({TERUSKAN, KEMBALIKAN})),
        Tahap("putus", "Putusan"),
        Tahap("bayar", "Pembayaran", boleh=frozenset({SETUJUI}), memutus=False),
    ),
    pembuat=lambda kasus: Pemegang(kasus.pembuat),
)
BUDI, SARI, RANI = 1, 2, 3  # maker, checker, somebody else


def putaran(kini: str, milik: bool, oleh_periksa: int | None = None) -> list[Langkah]:
    return [
        Langkah(PENGAJU, False, False, BUDI, BUDI),
        *(Langkah(t.kode, t.kode == kini, milik, oleh_periksa if t.kode == "periksa" else None) for t in ALUR.tahap),
    ]


@pytest.mark.parametrize(
    ("kini", "milik", "tahap", "verba", "orang", "catatan", "kode"),
    [
        ("periksa", True, "periksa", TERUSKAN, SARI, "", None),
        ("periksa", False, "periksa", TERUSKAN, RANI, "", "BUKAN_PEMEGANG"),
        ("periksa", True, "periksa", TERUSKAN, BUDI, "", "PERKARA_SENDIRI"),
        ("periksa", True, "periksa", KEMBALIKAN, BUDI, "salah isi", None),  # sending one's own back decides nothing
        ("periksa", True, "periksa", TOLAK, SARI, "tidak sah", "BUKAN_PERBUATAN_TAHAP"),
        ("periksa", True, "periksa", KEMBALIKAN, SARI, " ", "ALASAN_KOSONG"),
        ("periksa", True, "putus", SETUJUI, SARI, "", "KEADAAN_TIDAK_SESUAI"),
        ("putus", True, "putus", SETUJUI, RANI, "", None),
        ("putus", True, "putus", SETUJUI, SARI, "", "SUDAH_MEMUTUS"),
        ("putus", True, "putus", KEMBALIKAN, SARI, "kurang", None),
        ("putus", True, "putus", TOLAK, RANI, "", "ALASAN_KOSONG"),
        ("putus", True, "periksa", TERUSKAN, RANI, "", "KEADAAN_TIDAK_SESUAI"),
        ("bayar", True, "bayar", SETUJUI, BUDI, "", None),  # carries out, decides nothing
        ("", True, "putus", SETUJUI, RANI, "", "KEADAAN_TIDAK_SESUAI"),
    ],
)
def test_who_may_act_on_a_stage(
    kini: str, milik: bool, tahap: str, verba: str, orang: int, catatan: str, kode: str | None
) -> None:
    semua = putaran(kini, milik, SARI if kini in {"putus", "bayar", ""} else None)
    sebab = nilai_perbuatan(ALUR, semua, tahap=tahap, verba=verba, orang=orang, catatan=catatan)
    assert (sebab.kode if sebab else None) == kode


def test_a_stage_may_allow_who_acted_before() -> None:
    dua = Alur((ALUR.tahap[0], Tahap("putus", "Putusan", boleh_ulang=True)), ALUR.pembuat)
    semua = [
        Langkah(PENGAJU, False, False, BUDI, BUDI),
        Langkah("periksa", False, True, SARI),
        Langkah("putus", True, True),
    ]
    assert nilai_perbuatan(dua, semua, tahap="putus", verba=SETUJUI, orang=SARI) is None


SENIN = dt.date(2026, 3, 2)


def hari(n: int) -> dt.date:
    return SENIN + dt.timedelta(days=n)


@pytest.mark.parametrize(
    ("mulai", "sampai", "jeda", "libur", "jumlah"),
    [
        (0, 0, [], [], 0),  # passed on the day it came
        (0, 1, [], [], 1),
        (0, 7, [], [], 5),  # over a weekend
        (0, 4, [], [2], 3),  # Wednesday off
        (0, 4, [(1, 3)], [], 2),  # stopped Tuesday, went on Thursday: Wednesday and Thursday don't count
        (0, 4, [(1, 1)], [], 4),  # stopped and went on the same day
        (0, 4, [(1, None)], [], 1),  # still standing
        (0, 9, [(0, 2), (3, 4)], [], 4),
        (5, 6, [], [], 0),  # a weekend
    ],
)
def test_working_days_in_one_hand(
    mulai: int, sampai: int, jeda: list[tuple[int, int | None]], libur: list[int], jumlah: int
) -> None:
    berhenti = [Jeda(hari(a), None if b is None else hari(b)) for a, b in jeda]
    assert hari_dipegang(hari(mulai), hari(sampai), berhenti, {hari(n) for n in libur}) == jumlah


@pytest.mark.parametrize(
    ("jumlah", "jeda", "batas"),
    [
        (0, [], None),  # no limit
        (3, [], 3),
        (5, [], 7),  # the next Monday
        (3, [(1, 3)], 7),  # two days later, over the weekend
        (3, [(1, None)], None),  # while the clock stands nothing is due
    ],
)
def test_the_limit_moves_by_the_days_that_the_clock_stood(
    jumlah: int, jeda: list[tuple[int, int | None]], batas: int | None
) -> None:
    berhenti = [Jeda(hari(a), None if b is None else hari(b)) for a, b in jeda]
    assert batas_tahap(SENIN, jumlah, berhenti, ()) == (None if batas is None else hari(batas))


jarak = st.integers(0, 40)
libur_acak = st.sets(st.integers(0, 200)).map(lambda s: {hari(n) for n in s})


@given(st.lists(jarak, min_size=2, max_size=8), libur_acak, st.lists(st.tuples(jarak, jarak), max_size=3))
def test_the_days_of_all_holders_are_the_days_of_the_course(
    langkah: list[int], libur: set[dt.date], jeda: list[tuple[int, int]]
) -> None:
    titik = [hari(sum(langkah[: n + 1])) for n in range(len(langkah))]
    berhenti = [Jeda(hari(a), hari(a + n)) for a, n in jeda]
    satu_per_satu = [hari_dipegang(a, b, berhenti, libur) for a, b in itertools.pairwise(titik)]
    seluruh = hari_dipegang(titik[0], titik[-1], berhenti, libur)
    assert sum(satu_per_satu) == seluruh
    assert seluruh <= hari_kerja(titik[0] + dt.timedelta(days=1), titik[-1], libur)


@given(st.integers(1, 30), libur_acak, jarak, jarak)
def test_whoever_acts_on_the_limit_had_it_for_that_many_days(n: int, libur: set[dt.date], a: int, b: int) -> None:
    jeda = [Jeda(hari(a), hari(a + b))]
    batas = batas_tahap(SENIN, n, jeda, libur)
    assert batas is not None
    assert hari_dipegang(SENIN, batas, jeda, libur) == n


@given(st.integers(0, 60), st.integers(0, 120), libur_acak)
def test_n_working_days_before_and_after_are_each_others_way_back(n: int, jauh: int, libur: set[dt.date]) -> None:
    akhir = tambah_hari_kerja(hari(jauh), 0, libur)
    awal = mundur_hari_kerja(akhir, n, libur)
    assert tambah_hari_kerja(awal, n, libur) == akhir
    assert hari_kerja(awal, akhir - dt.timedelta(days=1), libur) == n


def test_before_a_day_off_and_what_cannot_be_counted() -> None:
    minggu = dt.date(2026, 3, 8)
    assert mundur_hari_kerja(minggu, 0, ()) == dt.date(2026, 3, 6)
    assert mundur_hari_kerja(minggu, 1, ()) == dt.date(2026, 3, 6)
    assert mundur_hari_kerja(dt.date(2026, 3, 31), 14, {dt.date(2026, 3, 20)}) == dt.date(2026, 3, 10)
    with pytest.raises(ValueError, match="kurang dari nol"):
        mundur_hari_kerja(minggu, -1, ())


KTP, KK, SURAT = Syarat("ktp", "KTP"), Syarat("kk", "Kartu keluarga"), Syarat("surat", "Surat kuasa", wajib=False)


@pytest.mark.parametrize(
    ("ada", "kurang", "persen"),
    [
        ({}, ["KTP", "Kartu keluarga"], 0),
        ({"ktp": [None]}, ["Kartu keluarga"], 50),
        ({"ktp": [hari(-1)], "kk": [None]}, ["KTP"], 50),  # expired
        ({"ktp": [hari(-1), hari(0)], "kk": [None]}, [], 100),  # one of two is valid on its last day
    ],
)
def test_what_lacks_on_a_day(ada: dict[Any, Any], kurang: list[str], persen: int) -> None:
    berkas = {k: [SimpleNamespace(berlaku_sampai=s) for s in semua] for k, semua in ada.items()}
    daftar = periksa_berkas([KTP, KK, SURAT], berkas, SENIN)
    assert ([s.nama for s in daftar.kurang], daftar.persen, daftar.wajib) == (kurang, persen, 2)
    assert dict(daftar.kekurangan().diberitahu) == {s.kode: s.nama for s in daftar.kurang}
    assert daftar.kekurangan().terlihat == {"ktp", "kk", "surat"}


def test_nothing_asked_is_complete() -> None:
    assert periksa_berkas([], {}, SENIN).persen == 100
    isi = render_to_string(
        "inti/_kelengkapan.html", {"daftar": periksa_berkas([KTP, KK, SURAT], {"kk": ["ada"]}, SENIN)}
    )
    assert [isi.count(kata) for kata in ("Belum ada", "Ada<", "Tidak wajib")] == [1, 1, 1]


def test_requirements_of_the_day_come_from_any_dated_rows() -> None:
    lama = SimpleNamespace(nama="lama", berlaku_mulai=hari(-30), berlaku_sampai=hari(-1))
    baru = SimpleNamespace(nama="baru", berlaku_mulai=hari(0), berlaku_sampai=None)
    assert [b.nama for b in berlaku_pada([lama, baru], hari(-1))] == ["lama"]
    assert [b.nama for b in berlaku_pada([lama, baru], hari(0))] == ["baru"]


@pytest.mark.parametrize(
    ("baru", "lalu", "pengecualian", "boleh"),
    [
        ({"ktp": "KTP"}, [], "", True),
        ({"ktp": "KTP"}, [({"ktp": "KTP"}, {"ktp", "kk"})], "", True),  # told, still lacking
        ({"kk": "KK"}, [({"ktp": "KTP"}, {"ktp", "kk"})], "", False),  # could have been told at once
        ({"kk": "KK"}, [({"ktp": "KTP"}, {"ktp", "kk"})], "Aturan berganti", True),
        ({"kk": "KK"}, [({"ktp": "KTP"}, {"ktp", "kk"})], "  ", False),
        ({"rekening": "Rekening"}, [({"ktp": "KTP"}, {"ktp", "kk"})], "", True),  # only came with the answer
        ({"kk": "KK"}, [({"ktp": "KTP"}, {"ktp", "kk"}), ({"kk": "KK"}, {"ktp", "kk"})], "", True),
    ],
)
def test_what_could_have_been_told_the_first_time_is_not_told_the_second(
    baru: dict[str, str], lalu: list[Any], pengecualian: str, boleh: bool
) -> None:
    terdahulu = [Kekurangan(d, frozenset(t)) for d, t in lalu]
    sebab = nilai_pengembalian(Kekurangan(baru), terdahulu, pengecualian)
    assert (sebab is None) is boleh
    if sebab is not None:
        assert sebab.kode == "KEMBALI_SEKALI" and "KK" in sebab.pesan

"""Intervention plans: money and what a plan may say, as pure rules."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dtks.rules.intervensi import boleh_menambah, periksa_anggaran, periksa_rencana, rupiah_bulat
from inti.galat import AturanDilanggar

UANG = st.integers(0, 10**12).map(Decimal)


@pytest.mark.parametrize(
    ("nilai", "kode"),
    [
        ("0", ""),
        ("1500000", ""),
        ("1.00", ""),
        ("0.5", "RUPIAH_PECAHAN"),
        ("-1", "RUPIAH_NEGATIF"),
        ("NaN", "RUPIAH_PECAHAN"),
    ],
)
def test_money_is_whole_rupiah(nilai: str, kode: str) -> None:
    try:
        rupiah_bulat(Decimal(nilai))
    except AturanDilanggar as galat:
        assert galat.kode == kode
    else:
        assert not kode


@pytest.mark.parametrize(
    ("mulai", "sampai", "desil", "desa", "kode"),
    [
        ("2026-01-01", "2026-12-31", (1, 10), "a", ""),
        ("2026-05-01", "2026-05-01", (2, 2), "a", ""),
        ("2026-05-02", "2026-05-01", (1, 2), "a", "JADWAL"),
        ("2025-12-31", "2026-05-01", (1, 2), "a", "JADWAL"),
        ("2026-01-01", "2027-01-01", (1, 2), "a", "JADWAL"),
        ("2026-01-01", "2026-02-01", (3, 2), "a", "RENTANG_DESIL"),
        ("2026-01-01", "2026-02-01", (0, 2), "a", "RENTANG_DESIL"),
        ("2026-01-01", "2026-02-01", (1, 11), "a", "RENTANG_DESIL"),
        ("2026-01-01", "2026-02-01", (1, 2), "", "TANPA_DESA"),
    ],
)
def test_what_a_plan_may_say(mulai: str, sampai: str, desil: tuple[int, int], desa: str, kode: str) -> None:
    try:
        periksa_rencana(2026, dt.date.fromisoformat(mulai), dt.date.fromisoformat(sampai), desil, list(desa))
    except AturanDilanggar as galat:
        assert galat.kode == kode
    else:
        assert not kode


@given(UANG, UANG, UANG)
def test_a_budget_is_never_passed_without_a_code(anggaran: Decimal, terpakai: Decimal, perlu: Decimal) -> None:
    kode = [t.kode for t in periksa_anggaran(anggaran, terpakai, perlu)]
    assert ("ANGGARAN_TERLAMPAUI" in kode) is (terpakai > anggaran)
    assert bool(kode) is (max(terpakai, perlu) > anggaran)


@given(UANG, UANG, UANG, st.booleans())
def test_an_amount_past_the_budget_needs_a_word(
    anggaran: Decimal, terpakai: Decimal, tambah: Decimal, diakui: bool
) -> None:
    try:
        boleh_menambah(anggaran, terpakai, tambah, diakui)
    except AturanDilanggar as galat:
        assert galat.kode == "ANGGARAN_TERLAMPAUI"
        assert not diakui
        assert terpakai + tambah > anggaran
    else:
        assert diakui or tambah == 0 or terpakai + tambah <= anggaran

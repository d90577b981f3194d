"""Rules of leave by table and by property: days, balances, limits."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kepegawaian.rules.cuti import AturanHak, PermintaanCuti, batas_akhir, hitung, masa_kerja, mulai_kerja, nilai
from kepegawaian.rules.saldo_cuti import AturanTahunan, CatatanTahun, Saldo, hitung_saldo

D = dt.date
PNS, PPPK = AturanTahunan(12, 18, 24), AturanTahunan(12, 12, 12)
TAHUNAN = AturanHak(12, "hari_kerja", masa_kerja=12, simpan=18, simpan_tertunda=24)
SAKIT = AturanHak(12, "bulan", surat_mulai=1, surat_pemerintah_mulai=15)
LAHIR = AturanHak(3, "bulan", kelahiran=3)
BESAR = AturanHak(3, "bulan", masa_kerja=60, jeda=60)
C = CatatanTahun
LIBUR = {D(2026, 12, 24): "Cuti bersama: Natal", D(2026, 12, 25): "Natal", D(2027, 1, 1): "Tahun Baru Masehi"}


def test_a_leave_across_years_is_split_and_says_what_does_not_count() -> None:
    h = hitung(D(2026, 12, 21), D(2027, 1, 5), "hari_kerja", LIBUR)
    assert dict(h.per_tahun) == {2026: 7, 2027: 2} and h.hari == 9
    assert dict(h.tidak_dihitung)["Natal"] == [D(2026, 12, 25)]
    assert list(dict(h.tidak_dihitung)) == ["Cuti bersama: Natal", "Natal", "Sabtu", "Minggu", "Tahun Baru Masehi"]
    assert hitung(D(2026, 12, 21), D(2027, 1, 5), "bulan", LIBUR).hari == 16


@pytest.mark.parametrize(
    ("buku", "aturan", "jumlah"),
    [
        ({2025: C(terpakai=12)}, PNS, 12),
        ({2025: C(terpakai=9)}, PNS, 15),
        ({2025: C(terpakai=6)}, PNS, 18),
        ({2025: C(terpakai=1)}, PNS, 18),
        ({2025: C()}, PNS, 18),  # one year unused
        ({2024: C(), 2025: C()}, PNS, 24),  # two years unused
        ({2024: C(terpakai=1), 2025: C()}, PNS, 18),
        ({2024: C(), 2025: C(menunggu=1)}, PNS, 18),
        ({2025: C(ditangguhkan=12)}, PNS, 24),  # put off by the officer
        ({2025: C(ditangguhkan=3)}, PNS, 21),
        ({2025: C(terpakai=10, ditangguhkan=5)}, PNS, 14),
        ({2025: C(besar=True)}, PNS, 12),  # big leave: nothing is kept of that year
        ({2026: C(awal=(6, 6))}, PNS, 24),
        ({2026: C(awal=(4, 0))}, PNS, 16),
        ({2024: C(), 2025: C()}, PPPK, 12),
    ],
)
def test_what_is_kept_from_the_years_before(buku: dict[int, Any], aturan: AturanTahunan, jumlah: int) -> None:
    awal = min(buku)
    assert hitung_saldo(awal, 2026, buku, lambda t: aturan)[2026].jumlah == jumlah


def test_big_leave_ends_the_rest_of_that_years_right() -> None:
    s = hitung_saldo(2026, 2026, {2026: C(terpakai=5, besar=True)}, lambda t: PNS)[2026]
    assert (s.hak, s.sisa, s.lebih) == (5, 0, 0)


def test_nothing_before_a_years_service() -> None:
    assert hitung_saldo(2025, 2026, {}, lambda t: None if t == 2025 else PNS)[2026].jumlah == 12


TAHUN = st.builds(
    CatatanTahun,
    terpakai=st.integers(0, 24),
    menunggu=st.integers(0, 12),
    ditangguhkan=st.integers(0, 24),
    besar=st.booleans(),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.integers(2020, 2026), TAHUN))
def test_no_balance_is_negative_and_none_exceeds_the_ceiling(buku: dict[int, CatatanTahun]) -> None:
    for s in hitung_saldo(2020, 2027, buku, lambda t: PNS).values():
        assert s.sisa >= 0 and s.n1 >= 0 and s.n2 >= 0
        assert s.jumlah <= 24


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(2024, 2027), st.integers(1, 20), st.booleans()), max_size=14))
def test_what_the_rules_accept_never_overdraws_any_year(permintaan: list[tuple[int, int, bool]]) -> None:
    """Applications in any order, some recalled afterwards: each accepted one leaves every year at nothing or more."""
    buku: dict[int, CatatanTahun] = {}
    for tahun, n, ditarik in permintaan:
        coba = buku | {tahun: replace(buku.get(tahun, C()), menunggu=buku.get(tahun, C()).menunggu + n)}
        if any(s.lebih for s in hitung_saldo(2024, 2027, coba, lambda t: PNS).values()):
            continue
        c = buku.get(tahun, C())
        buku[tahun] = replace(c, terpakai=c.terpakai + (n // 2 if ditarik else n))
        assert not any(s.lebih for s in hitung_saldo(2024, 2027, buku, lambda t: PNS).values())


def ajukan(jenis: str, mulai: dt.date, sampai: dt.date, **ganti: Any) -> PermintaanCuti:
    return replace(PermintaanCuti(jenis, mulai, sampai, D(2026, 11, 2), masa_kerja=120), **ganti)


def kode(p: PermintaanCuti, a: AturanHak | None) -> set[str]:
    h = hitung(p.mulai, p.sampai, a.satuan, LIBUR) if a is not None else None
    return {t.kode for t in nilai(p, a, "Cuti ini", h)}


@pytest.mark.parametrize(
    ("p", "a", "harus"),
    [
        (ajukan("tahunan", D(2026, 11, 16), D(2026, 11, 20)), TAHUNAN, set()),
        (ajukan("tahunan", D(2026, 11, 20), D(2026, 11, 16)), TAHUNAN, {"TANGGAL_TERBALIK"}),
        (ajukan("tahunan", D(2026, 10, 1), D(2026, 10, 2)), TAHUNAN, {"TANGGAL_LEWAT"}),
        (ajukan("tahunan", D(2026, 11, 21), D(2026, 11, 22)), TAHUNAN, {"TANPA_HARI_KERJA"}),
        (ajukan("tahunan", D(2026, 11, 16), D(2026, 11, 20), masa_kerja=11), TAHUNAN, {"MASA_KERJA_KURANG"}),
        (ajukan("tahunan", D(2026, 11, 16), D(2026, 11, 20), masa_kerja=None), TAHUNAN, {"MASA_KERJA_BELUM_TERCATAT"}),
        (ajukan("tahunan", D(2026, 12, 28), D(2027, 1, 5)), TAHUNAN, {"LINTAS_TAHUN"}),
        (ajukan("tahunan", D(2026, 11, 16), D(2026, 11, 20), bertindih=("cuti sakit",)), TAHUNAN, {"BERTINDIH"}),
        (
            ajukan("tahunan", D(2026, 11, 16), D(2026, 11, 20), saldo={2026: Saldo(2026, 12, terpakai=10, menunggu=5)}),
            TAHUNAN,
            {"KUOTA_LEWAT"},
        ),
        (
            ajukan("tahunan", D(2026, 11, 16), D(2026, 11, 20), saldo={2027: Saldo(2027, 12, menunggu=15)}),
            TAHUNAN,
            {"KUOTA_TAHUN_BERIKUT"},
        ),
        (ajukan("besar", D(2026, 12, 1), D(2027, 2, 28)), None, {"JENIS_TIDAK_BERHAK"}),  # PPPK
        (ajukan("sakit", D(2026, 10, 1), D(2026, 10, 1)), SAKIT, {"SURAT_DOKTER"}),
        (ajukan("sakit", D(2026, 10, 1), D(2026, 10, 14), surat="dokter"), SAKIT, set()),
        (ajukan("sakit", D(2026, 10, 1), D(2026, 10, 15), surat="dokter"), SAKIT, {"SURAT_DOKTER_PEMERINTAH"}),
        (ajukan("sakit", D(2026, 10, 1), D(2026, 10, 15), surat="pemerintah"), SAKIT, set()),
        (ajukan("sakit", D(2026, 1, 1), D(2027, 1, 1), surat="pemerintah"), SAKIT, {"TERLALU_LAMA", "LINTAS_TAHUN"}),
        (ajukan("melahirkan", D(2026, 9, 1), D(2026, 11, 30), kelahiran_ke=3), LAHIR, set()),
        (ajukan("melahirkan", D(2026, 9, 1), D(2026, 12, 1), kelahiran_ke=1), LAHIR, {"TERLALU_LAMA"}),
        (ajukan("melahirkan", D(2026, 9, 1), D(2026, 11, 30), kelahiran_ke=4), LAHIR, {"KELAHIRAN_LEWAT"}),
        (ajukan("melahirkan", D(2026, 9, 1), D(2026, 11, 30)), LAHIR, {"KELAHIRAN_KOSONG"}),
        (ajukan("penting", D(2026, 11, 3), D(2026, 12, 3)), AturanHak(1, "bulan"), {"TERLALU_LAMA"}),
        (ajukan("besar", D(2027, 1, 1), D(2027, 3, 31)), BESAR, {"BESAR_MENGHAPUS_TAHUNAN"}),
        (ajukan("besar", D(2027, 1, 1), D(2027, 3, 31), tahunan_terpakai=1), BESAR, {"BESAR_MENGHAPUS_TAHUNAN", "TERLALU_LAMA"}),
        (ajukan("besar", D(2027, 1, 1), D(2027, 3, 31), masa_kerja=59), BESAR, {"BESAR_MENGHAPUS_TAHUNAN", "MASA_KERJA_KURANG"}),
        (
            ajukan("besar", D(2027, 1, 1), D(2027, 3, 31), besar_terakhir=D(2022, 3, 1)),
            BESAR,
            {"BESAR_MENGHAPUS_TAHUNAN", "BESAR_TERLALU_DEKAT"},
        ),
        (ajukan("cltn", D(2027, 1, 1), D(2029, 12, 31)), AturanHak(36, "bulan", masa_kerja=60), {"LINTAS_TAHUN"}),
    ],
)  # fmt: skip
def test_what_speaks_against_an_application(p: PermintaanCuti, a: AturanHak | None, harus: set[str]) -> None:
    assert kode(p, a) == harus


def test_a_refused_quota_says_how_many_days_would_do() -> None:
    p = ajukan("tahunan", D(2026, 11, 16), D(2026, 11, 20), saldo={2026: Saldo(2026, 12, terpakai=10, menunggu=5)})
    (t,) = nilai(p, TAHUNAN, "Cuti tahunan", hitung(p.mulai, p.sampai, "hari_kerja", {}))
    assert t.kalimat == "Sisa cuti tahunan 2026 2 hari; yang diajukan 5 hari kerja."
    assert t.langkah == "Kurangi menjadi 2 hari kerja."


def test_big_leave_is_shortened_by_the_annual_days_already_used() -> None:
    p = ajukan("besar", D(2027, 1, 1), D(2027, 3, 31), tahunan_terpakai=4)
    assert batas_akhir(p, BESAR) == D(2027, 3, 27)


def test_service_is_read_from_the_number_of_staff() -> None:
    assert mulai_kerja("PNS", "199006172015032003") == D(2015, 3, 1)
    assert mulai_kerja("PPPK", "199204282023212018") == D(2023, 12, 1)
    assert mulai_kerja("NON_PNS", "") is None and mulai_kerja("PNS", "") is None
    assert masa_kerja(D(2015, 3, 1), D(2026, 11, 22)) == 140
    assert masa_kerja(None, D(2026, 11, 22)) is None

"""The recommendations: a table covers every line of the rules."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dtks.rules.alasan import PENOLAKAN, SEMUA
from dtks.rules.putusan import (
    Aturan,
    DataPengajuan,
    DataWarga,
    Periode,
    Putusan,
    nilai_pengajuan_baru,
    nilai_reaktivasi,
)

HARI = dt.date(2026, 11, 20)
BUKA = Periode(dt.date(2026, 11, 1), dt.date(2026, 11, 30))
ATURAN = Aturan(1, 5)
TERDAFTAR = DataWarga(terdaftar=True, desil=3, id_dtks="990001", sumber="DTSEN", periode="2026-TW3")
TIDAK = DataWarga(terdaftar=False)
LENGKAP = DataPengajuan(pengantar=True, id_pengantar=True)


def ganti(dasar: Any, **isian: Any) -> Any:
    from dataclasses import replace

    return replace(dasar, **isian)


@pytest.mark.parametrize(
    ("warga", "berkas", "saran", "kode"),
    [
        (TERDAFTAR, None, "terima", {"TERDAFTAR", "DESIL_SASARAN", "TIDAK_DIKECUALIKAN"}),
        (TERDAFTAR, LENGKAP, "terima", {"PENGANTAR_ADA", "BERKAS_LENGKAP"}),
        (TIDAK, LENGKAP, "tolak", {"TIDAK_TERDAFTAR"}),
        (ganti(TERDAFTAR, desil=6), LENGKAP, "tolak", {"DESIL_DI_LUAR_SASARAN"}),
        (ganti(TERDAFTAR, desil=1), LENGKAP, "terima", {"DESIL_SASARAN"}),
        (ganti(TERDAFTAR, desil=5), LENGKAP, "terima", {"DESIL_SASARAN"}),
        (ganti(TERDAFTAR, desil=None), LENGKAP, "lengkapi", {"DESIL_TIDAK_DIKETAHUI"}),
        (ganti(TERDAFTAR, dikecualikan=True), LENGKAP, "tolak", {"DIKECUALIKAN"}),
        (ganti(TERDAFTAR, cocok=False), LENGKAP, "tolak", {"DATA_TIDAK_COCOK"}),
        (TERDAFTAR, ganti(LENGKAP, pengantar=False), "lengkapi", {"PENGANTAR_BELUM_ADA"}),
        (TERDAFTAR, ganti(LENGKAP, faskes_kurang=True), "lengkapi", {"SURAT_FASKES_BELUM_ADA"}),
        (TERDAFTAR, ganti(LENGKAP, berkas_kurang=("KTP",)), "lengkapi", {"BERKAS_BELUM_LENGKAP"}),
        (TERDAFTAR, ganti(LENGKAP, wajib_id=True, id_pengantar=False), "lengkapi", {"ID_DTKS_TIDAK_DICANTUMKAN"}),
        (TERDAFTAR, ganti(LENGKAP, wajib_id=False, id_pengantar=False), "terima", {"BERKAS_LENGKAP"}),
        (TERDAFTAR, ganti(LENGKAP, wajib_id=True), "terima", {"ID_DTKS_ADA"}),
    ],
)
def test_reactivation(warga: DataWarga, berkas: DataPengajuan | None, saran: str, kode: set[str]) -> None:
    putusan = nilai_reaktivasi(warga, berkas, ATURAN)
    assert putusan.saran == saran
    assert kode <= {t.kode for t in putusan.temuan}


@pytest.mark.parametrize(
    ("warga", "periode", "hari", "saran", "kode"),
    [
        (TIDAK, BUKA, HARI, "terima", {"PERIODE_DIBUKA", "BELUM_TERDAFTAR"}),
        (TIDAK, None, HARI, "tolak", {"PERIODE_BELUM_DIBUKA"}),
        (TIDAK, BUKA, dt.date(2026, 11, 1), "terima", {"PERIODE_DIBUKA"}),
        (TIDAK, BUKA, dt.date(2026, 11, 30), "terima", {"PERIODE_DIBUKA"}),
        (TIDAK, BUKA, dt.date(2026, 12, 1), "tolak", {"PERIODE_BELUM_DIBUKA"}),
        (TERDAFTAR, BUKA, HARI, "tolak", {"SUDAH_TERDAFTAR"}),
        (TERDAFTAR, None, HARI, "tolak", {"SUDAH_TERDAFTAR", "PERIODE_BELUM_DIBUKA"}),
        (ganti(TIDAK, cocok=False), BUKA, HARI, "lengkapi", {"DATA_TIDAK_COCOK"}),
    ],
)
def test_new_entry(warga: DataWarga, periode: Periode | None, hari: dt.date, saran: str, kode: set[str]) -> None:
    putusan = nilai_pengajuan_baru(warga, LENGKAP if saran != "tolak" else None, periode, hari)
    assert putusan.saran == saran
    assert kode <= {t.kode for t in putusan.temuan}


def test_registered_refuses_a_new_entry_and_is_the_precondition_of_a_reactivation() -> None:
    assert nilai_pengajuan_baru(TERDAFTAR, None, BUKA, HARI).utama.kode == "SUDAH_TERDAFTAR"  # type: ignore[union-attr]
    assert nilai_reaktivasi(TERDAFTAR, None, ATURAN).saran == "terima"
    assert nilai_reaktivasi(TIDAK, None, ATURAN).utama.kode == "TIDAK_TERDAFTAR"  # type: ignore[union-attr]


@given(
    st.builds(
        DataWarga,
        terdaftar=st.booleans(),
        cocok=st.booleans(),
        desil=st.none() | st.integers(1, 10),
        dikecualikan=st.booleans(),
    ),
    st.none()
    | st.builds(
        DataPengajuan,
        pengantar=st.booleans(),
        id_pengantar=st.booleans(),
        wajib_id=st.booleans(),
        faskes_kurang=st.booleans(),
    ),
)
def test_every_finding_against_says_what_to_do_and_where(warga: DataWarga, berkas: DataPengajuan | None) -> None:
    for putusan in (nilai_reaktivasi(warga, berkas, ATURAN), nilai_pengajuan_baru(warga, berkas, None, HARI)):
        assert isinstance(putusan, Putusan)
        for t in putusan.temuan:
            assert t.kalimat
            if t.sifat != "ya":
                assert t.langkah
                assert t.tempat
        if putusan.saran == "tolak":
            assert putusan.utama is not None
            assert putusan.utama.kode in PENOLAKAN


def test_codes_never_change() -> None:
    assert {
        "SUDAH_TERDAFTAR",
        "ID_DTKS_TIDAK_DICANTUMKAN",
        "PERIODE_BELUM_DIBUKA",
        "DESIL_DI_LUAR_SASARAN",
        "DATA_TIDAK_COCOK",
    } <= set(SEMUA)
    assert {"SURAT_FASKES_BELUM_ADA", "DIKECUALIKAN", "BERKAS_BELUM_LENGKAP"} <= set(PENOLAKAN)

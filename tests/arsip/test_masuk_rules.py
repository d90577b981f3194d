"""What makes two entries one letter, which dates can't be, how long a letter may wait; rows of an old book."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsip.rules.baris_masuk import penilai_surat_masuk
from arsip.rules.masuk import kunci_surat, membawahi, nilai_tanggal, sifat_umur

HARI = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("a", "b", "sama"),
    [
        (("Kec. Lembayung", "400/1", "Undangan"), ("KEC LEMBAYUNG", " 400 / 1 ", "Lain"), True),
        (("Kec. Lembayung", "400/1", "Undangan"), ("Kec. Lembayung", "400/11", "Undangan"), False),
        (("Kec. Lembayung", "", "Undangan"), ("Kec. Lembayung", "-", "undangan"), True),
        (("Kec. Lembayung", "", "Undangan"), ("Kec. Lembayung", "", "Laporan"), False),
        (("Kec. Lembayung", "400/1", "Undangan"), ("Desa Lembayung", "400/1", "Undangan"), False),
    ],
)
def test_the_same_letter_has_the_same_key(a: tuple[str, ...], b: tuple[str, ...], sama: bool) -> None:
    assert (kunci_surat(a[0], a[1], HARI, a[2]) == kunci_surat(b[0], b[1], HARI, b[2])) is sama


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=40))
def test_a_key_fits_its_column_and_knows_no_case_of_plain_letters(pengirim: str, nomor: str, hal: str) -> None:
    kunci = kunci_surat(pengirim, nomor, HARI, hal)
    assert len(kunci) == 40
    assert kunci == kunci_surat(f" {pengirim} ", nomor, HARI, hal)
    assert kunci != kunci_surat(pengirim, nomor, HARI + dt.timedelta(days=1), hal)


@pytest.mark.parametrize(
    ("diterima", "surat", "kode"),
    [
        (HARI, HARI, []),
        (HARI + dt.timedelta(days=1), HARI, ["DITERIMA_DEPAN"]),
        (HARI, HARI + dt.timedelta(days=1), ["SURAT_SESUDAH_TERIMA"]),
        (dt.date(1926, 1, 1), dt.date(1925, 1, 1), ["DITERIMA_LAMA"]),
    ],
)
def test_dates_that_can_not_be(diterima: dt.date, surat: dt.date, kode: list[str]) -> None:
    assert [c.kode for c in nilai_tanggal(diterima, surat, HARI)] == kode


@pytest.mark.parametrize(
    ("hari", "kecepatan", "sifat"),
    [(0, "biasa", ""), (2, "biasa", ""), (3, "biasa", "awas"), (7, "biasa", "salah"), (1, "segera", "awas"),
     (3, "segera", "salah"), (2, "sangat", "salah")],
)  # fmt: skip
def test_a_letter_that_waits_warns_then_is_late(hari: int, kecepatan: str, sifat: str) -> None:
    assert sifat_umur(hari, kecepatan) == sifat


def test_a_unit_stands_above_itself_and_its_own_alone() -> None:
    assert membawahi("dinsos/", "dinsos/rehsos/") and membawahi("dinsos/", "dinsos/")
    assert not membawahi("dinsos/rehsos/", "dinsos/") and not membawahi("", "dinsos/")


BAIK = (
    "117",
    "20-11-2026",
    "Kecamatan Lembayung",
    "400/1",
    "18/11/2026",
    "Undangan",
    "Segera",
    "000.1.2",
    "1 berkas",
    "",
)


@pytest.mark.parametrize(
    ("tempat", "isi", "kode"),
    [
        (1, "kemarin", "TANGGAL_SALAH"),
        (1, "21-11-2026", "DITERIMA_DEPAN"),
        (2, " ", "ISIAN_KOSONG"),
        (4, "", "TANGGAL_SALAH"),
        (4, "22-11-2026", "SURAT_SESUDAH_TERIMA"),
        (5, "", "ISIAN_KOSONG"),
        (5, "x" * 301, "ISIAN_PANJANG"),
        (6, "Gawat", "SIFAT_TAK_DIKENAL"),
        (7, "400 9", "KODE_BENTUK"),
    ],
)
def test_each_bad_cell_of_a_book_is_named(tempat: int, isi: str, kode: str) -> None:
    nilai = penilai_surat_masuk({"hari": HARI.isoformat()})
    assert nilai(BAIK)[0] is not None and nilai(BAIK)[1] == []
    baris = list(BAIK)
    baris[tempat] = isi
    hasil, temuan = nilai(baris)
    assert hasil is None and kode in {t[2] for t in temuan}


def test_a_row_gives_what_the_stage_takes() -> None:
    hasil, _ = penilai_surat_masuk({"hari": HARI.isoformat()})((117.0, *BAIK[1:]))
    assert hasil is not None
    assert hasil[1:] == (
        "2026-11-20", "Kecamatan Lembayung", "400/1", "2026-11-18", "Undangan", "biasa", "segera", "000.1.2", "1 berkas", "", "117",
        "", "", "",
    )  # fmt: skip

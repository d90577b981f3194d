"""What stands below a table: totals over many columns, a signature without a gap; and rows that only begin like one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from inti.models import UnitKerja
from inti.sheets.impor import impor_berkas
from tests.inti.kasus_impor import JUDUL_DTKS, JUDUL_SURAT, buku, surat, warga

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
TEMPAT = [""] * 10


@pytest.mark.parametrize(
    ("bawah", "dilewati"),
    [
        ([["JUMLAH", *[""] * 12, 5, 3, "2", "1.250", "Rp 3,-", 4]], "(jumlah): baris 4."),
        ([["", "Grand Total", *[5] * 12]], "(jumlah): baris 4."),
        (
            [[*TEMPAT, "Wanasari, 31 Desember 2026"], [*TEMPAT, "Kepala Dinas"], [*TEMPAT, "NIP. 1968"]],
            "(catatan di bawah tabel): baris 4, 5, 6.",
        ),
    ],
)
def test_a_footer_is_no_data_however_wide_or_near(
    bawah: Sequence[Sequence[Any]], dilewati: str, tmp_path: Path, dinas: UnitKerja
) -> None:
    hasil = impor_berkas("dtks", buku(tmp_path / "x.xlsx", {"S": [JUDUL_DTKS, warga(1), warga(2), *bawah]}))
    assert (hasil.dibaca, hasil.ditolak) == (2, 0)
    assert len(hasil.dilewati) == 1 and hasil.dilewati[0].endswith(dilewati)


def test_a_total_among_the_rows_of_a_long_sheet_is_found(tmp_path: Path, dinas: UnitKerja) -> None:
    isi = [warga(n) for n in range(700)]
    isi[500] = ["SUBTOTAL", *[7] * (len(JUDUL_DTKS) - 1)]
    hasil = impor_berkas("dtks", buku(tmp_path / "x.xlsx", {"S": [JUDUL_DTKS, *isi]}))
    assert (hasil.dibaca, hasil.ditolak) == (699, 0)
    assert [d.rpartition(":")[2] for d in hasil.dilewati] == [" baris 502."]


def test_a_row_that_begins_like_a_total_is_data(tmp_path: Path, dinas: UnitKerja) -> None:
    """Half of its required cells are filled: it is told what it lacks, and not left out."""
    isi = [surat(1), ["", "", "Total Bangun", "005/7", "", "Penawaran"], surat(2, pengirim="Jumlah Sakti")]
    hasil = impor_berkas("surat-masuk", buku(tmp_path / "x.xlsx", {"S": [JUDUL_SURAT, *isi]}))
    assert (hasil.dibaca, hasil.baru) == (3, 2)
    assert {(g["baris"], g["kode"]) for g in hasil.galat} == {(3, "TANGGAL_SALAH")}

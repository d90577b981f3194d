"""What goes out comes back: for every kind with an export and an import, the filled office gives 0 new, changed, refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from inti import registry
from inti.sheets.impor import impor_berkas
from inti.sheets.tulis import tulis_tabel


@pytest.mark.django_db
def test_every_export_comes_back_unchanged(kantor_demo: str, tmp_path: Path) -> None:
    jenis_jenis = sorted(registry.semua_importir().keys() & registry.semua_ekspor().keys())
    assert len(jenis_jenis) > 7
    beda = {}
    for jenis in jenis_jenis:
        for nama, untuk_orang in (("a.xlsx", False), ("a.csv", False), ("b.csv", True)):
            judul, baris = registry.ekspor(jenis)(None)
            banyak = tulis_tabel(tmp_path / nama, judul, baris, untuk_orang=untuk_orang)
            hasil = impor_berkas(jenis, tmp_path / nama)
            angka = (hasil.dibaca, hasil.baru, hasil.berubah, hasil.ditolak)
            if angka != (banyak, 0, 0, 0) or not banyak:
                beda[jenis, nama] = (*angka, hasil.galat[:3])
    assert beda == {}


@pytest.mark.django_db
def test_the_sheet_for_srikandi_comes_back_too(kantor_demo: str, tmp_path: Path) -> None:
    banyak = tulis_tabel(tmp_path / "s.xlsx", *registry.ekspor("srikandi-masuk")(None))
    hasil = impor_berkas("surat-masuk", tmp_path / "s.xlsx")
    assert banyak and (hasil.dibaca, hasil.baru, hasil.ditolak) == (banyak, 0, 0)

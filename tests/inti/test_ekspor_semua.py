"""Every list that a page exports has a kind for the command, which gives the same file twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils.text import slugify

from inti import registry
from inti.access import semua_rute
from inti.pages import Daftar


def _semua_daftar(kelas: type = Daftar) -> list[type[Daftar]]:
    return [d for k in kelas.__subclasses__() for d in (k, *_semua_daftar(k))]


# Kinds whose name is not simply the words of their records.
NAMA_LAIN = {
    "individu": "dtks",
    "pemeriksaan-sekaligus": "sekaligus",
    "keluarga-sasaran": "sasaran-intervensi",
    "kegiatan-harian": "kinerja-harian",
    "peserta-magang": "magang",
    "sekolah": "magang-sekolah",
    "hari-libur": "libur",
}


def test_every_exported_list_has_a_kind() -> None:
    assert semua_rute(), "asking for them loads every page"
    berekspor = {slugify(str(d.model._meta.verbose_name)) for d in _semua_daftar() if d.ekspor_izin}
    assert len(berekspor) > 12
    assert {NAMA_LAIN.get(n, n) for n in berekspor} <= set(registry.semua_ekspor())


@pytest.mark.django_db
def test_every_kind_exports_and_csv_is_the_same_twice(kantor_demo: str, tmp_path: Path) -> None:
    for jenis in registry.semua_ekspor():
        if jenis == "jejak-baca":
            continue  # the export itself is a line of it
        for berkas in ("a.csv", "b.csv", "a.xlsx"):
            call_command("ekspor", jenis, ke=tmp_path / f"{jenis}-{berkas}")
        satu, dua = (tmp_path / f"{jenis}-a.csv").read_bytes(), (tmp_path / f"{jenis}-b.csv").read_bytes()
        assert satu == dua
        assert satu.count(b"\r\n") > 1, jenis

"""Declared papers, on the papers of an app that exists for it: `tests/percobaan/uji_kertas.py`, in its own process."""

from __future__ import annotations

import pytest

from inti import registry
from inti.documents.resmi import KertasResmi
from tests.percobaan import jalankan

pytestmark = pytest.mark.keduanya


def test_a_paper_of_a_new_app_lives_by_its_declaration() -> None:
    assert "18 passed" in jalankan("uji_kertas.py")


def test_the_house_s_papers_are_whole() -> None:
    semua = registry.semua_kertas()
    assert len(semua) >= 3
    for kode, kertas in semua.items():
        assert issubclass(kertas, KertasResmi) and kode.startswith(f"{kertas.model._meta.app_label}."), kode
        assert kertas.sebutan[0].isupper() and 0 < len(kertas.tata_letak) <= 20, kode
        assert set(kertas.izin) <= {"terbit", "cetak", "batal"}, kode
        if kertas.bidang:
            assert kertas.model._meta.get_field(kertas.bidang).null, f"{kode}: a cancelled paper leaves its field empty"

"""Axe finds nothing on any page of letters out, the classification, the search and the PDF tools, light and dark, desk and phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from arsip.models import Klasifikasi, Naskah, PolaNomor, SuratKeluar, SuratMassal, TemplatSurat, VersiKlasifikasi
from tests.peramban.pemeriksa_aksesibel import cacat_halaman


def alamat(pengguna: str) -> list[str]:
    """Pages of one login."""
    kembali = Naskah.objects.filter(status="konsep", lampiran_set__isnull=False).first()
    siap, surat = (
        Naskah.objects.filter(status="disetujui").first(),
        SuratKeluar.objects.filter(naskah__isnull=False).first(),
    )
    t, k, v, p = (
        TemplatSurat.objects.first(),
        Klasifikasi.objects.first(),
        VersiKlasifikasi.objects.first(),
        PolaNomor.objects.first(),
    )
    m = SuratMassal.objects.filter(status="terbit").first()
    assert kembali and siap and surat and t and k and v and p and m
    return {
        "staf": [
            "konsep/", "konsep/baru/", f"konsep/baru/{t.pk}/", f"konsep/{kembali.pk}/", f"konsep/{kembali.pk}/versi/",
            f"konsep/{kembali.pk}/lampiran/", f"konsep/{kembali.pk}/ubah/", f"konsep/{kembali.pk}/ajukan/", "massal/", "massal/baru/",
            f"massal/{m.pk}/", "surat-keluar/", "templat/", "cari/", "alat-pdf/",
        ],
        "arsiparis": [
            f"surat-keluar/{surat.pk}/", f"surat-keluar/{surat.pk}/ekspedisi/", f"surat-keluar/{surat.pk}/kirim/", "surat-keluar/nomor/",
            "ekspedisi/", "ekspedisi/buku.pdf", "konsep/siap/", f"konsep/{siap.pk}/nomor/", f"templat/{t.pk}/", f"templat/{t.pk}/ubah/",
            "templat/awal/", "pola-nomor/", f"pola-nomor/{p.pk}/", "pola-nomor/baru/", "klasifikasi/", f"klasifikasi/{k.pk}/",
            "klasifikasi/versi/", f"klasifikasi/versi/{v.pk}/", "klasifikasi/baru/",
        ],
        "pimpinan": ["konsep/antrean/", "/"],
    }[pengguna]  # fmt: skip


@pytest.mark.parametrize("pengguna", ["staf", "arsiparis", "pimpinan"])
@pytest.mark.parametrize(("luas", "tema"), [("meja", "light"), ("telepon", "dark")])
def test_no_violation_on_any_page_of_letters_out(
    kantor: Any, buka: Callable[..., Page], pengguna: str, luas: str, tema: str
) -> None:
    halaman = buka(pengguna, luas, tema)
    cacat = []
    for jalur in alamat(pengguna):
        cacat += cacat_halaman(halaman, jalur if jalur.startswith("/") else f"/arsip/{jalur}")
    assert cacat == []

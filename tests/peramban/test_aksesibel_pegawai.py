"""Axe finds nothing on any page of the staff files, light and dark, desk and phone; nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from kepegawaian.models import (
    AturanCuti,
    BerkasPegawai,
    KategoriBerkas,
    KegiatanHarian,
    Pegawai,
    PengajuanCuti,
    PesertaMagang,
)
from tests.peramban.pemeriksa_aksesibel import cacat_halaman

DEPAN = "/kepegawaian/"


def alamat(pengguna: str) -> list[str]:
    """Pages of one login, without their common beginning."""
    p = Pegawai.objects.filter(unit__kode="linjamsos", jabatan__startswith="Pengelola").first()
    b = BerkasPegawai.objects.filter(pegawai=p).first()
    k, a = KategoriBerkas.objects.first(), AturanCuti.objects.first()
    c = PengajuanCuti.objects.filter(pegawai=p).first()
    m = PesertaMagang.objects.filter(akun__username="magang").first()
    h = KegiatanHarian.objects.filter(pegawai=p).first()
    assert p and b and k and a and c and m and h
    return {
        "personalia": [
            "pegawai/",
            "pegawai/baru/",
            f"pegawai/{p.pk}/",
            f"pegawai/{p.pk}/?pada=2022-05-01",
            f"pegawai/{p.pk}/karier/",
            f"pegawai/{p.pk}/berkas/",
            f"pegawai/{p.pk}/keluarga/",
            f"pegawai/{p.pk}/riwayat/",
            f"pegawai/{p.pk}/ubah/",
            f"pegawai/{p.pk}/atasan/",
            f"pegawai/{p.pk}/jabatan/baru/",
            f"pegawai/{p.pk}/berkas/baru/",
            f"pegawai/{p.pk}/keluarga/baru/",
            f"berkas/{b.pk}/",
            "berkas/massal/",
            "berkas/kurang/",
            "berkas/kelengkapan/",
            "berkas/kategori/",
            f"berkas/kategori/{k.pk}/ubah/",
            "kgb/",
            "kenaikan-pangkat/",
            "pensiun/",
            "kontrak/",
            "duk/",
            "nominatif/",
            "bezetting/",
            "statistik/",
            "bagan/",
            "surat/",
            "aturan/",
            "aturan/awal/",
            "formasi/",
            "formasi/baru/",
            "cuti/",
            "magang/",
            "/kantor/tempat/",
            "/kantor/tempat/baru/",
            "/kantor/kalender/",
        ],
        "staf": [
            "/",
            "saya/",
            "saya/ubah/",
            "cuti/saya/",
            f"cuti/{c.pk}/",
            "kinerja/",
            "kinerja/target/",
            "kinerja/bulan/",
            "kinerja/kegiatan/",
            f"kinerja/kegiatan/{h.pk}/",
        ],
        "penyelia": [
            "/",
            "cuti/antrean/",
            "cuti/",
            "kinerja/antrean/",
            "kinerja/rekap/",
            "magang/",
            f"magang/{m.pk}/",
            "magang/paraf/",
            "magang/aturan/",
            "magang/sekolah/",
        ],
        "magang": ["/", "magang/buku/"],
    }[pengguna]


@pytest.mark.parametrize("pengguna", [pytest.param("personalia", marks=pytest.mark.lama), "staf", "penyelia", "magang"])
@pytest.mark.parametrize(("luas", "tema"), [("meja", "light"), ("telepon", "dark")])
def test_no_violation_on_any_page_of_the_staff_files(
    kantor: Any, buka: Callable[..., Page], pengguna: str, luas: str, tema: str
) -> None:
    halaman = buka(pengguna, luas, tema)
    cacat = []
    for jalur in alamat(pengguna):
        cacat += cacat_halaman(halaman, jalur if jalur.startswith("/") else DEPAN + jalur)
    assert cacat == []

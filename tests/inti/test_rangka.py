"""The way in: rail, short menu, index of pages; for every role, in an office without a single case."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from inti.access import PERAN
from inti.models import Pengguna
from inti.registry import semua_aplikasi, semua_menu
from tests.conftest import buat_pengguna

pytestmark = pytest.mark.django_db

Masuk = Callable[[Pengguna], Client]


def _tautan(isi: str, kelas: str) -> list[str]:
    bagian = re.search(rf'<nav class="{kelas}".*?</nav>', isi, re.DOTALL)
    return re.findall(r'<a href="([^"#]+)"', bagian[0]) if bagian else []


def test_each_role_meets_few_places_and_none_of_them_is_a_dead_end(
    peran: dict[str, Pengguna], instansi: Any, masuk_sebagai: Masuk
) -> None:
    for nama in PERAN:
        klien = masuk_sebagai(peran[nama])
        isi = klien.get("/").content.decode()
        rel = _tautan(isi, "tu-rel") or ["/"]
        assert len(rel) <= 12, nama
        for alamat in {*rel, *_tautan(isi, "tu-tampilan")}:
            halaman = klien.get(alamat)
            assert halaman.status_code == 200, (nama, alamat)
            menu = _tautan(halaman.content.decode(), "tu-nav tu-menu") or _tautan(
                halaman.content.decode(), "tu-tampilan"
            )
            assert len(menu) <= 9, (nama, alamat, menu)
            for satu in menu:
                assert klien.get(satu).status_code == 200, (nama, satu)


def test_every_line_stands_under_a_heading_and_seven_at_most_stand_open(
    peran: dict[str, Pengguna], instansi: Any
) -> None:
    for app in semua_aplikasi():
        for siapa in peran.values():
            utama = [m for m in semua_menu() if m.app == app and m.utama and siapa.has_perm(m.izin)]
            assert len(utama) <= 7, (app, siapa.username, [m.teks for m in utama])
    assert all(m.kelompok for m in semua_menu())


def test_who_has_one_app_needs_no_rail(admin_desa: Pengguna, instansi: Any, masuk_sebagai: Masuk) -> None:
    isi = masuk_sebagai(admin_desa).get("/").content.decode()
    assert "tu-rel" not in isi
    assert "tu-bawah" not in isi
    assert "data-palet" not in isi
    assert "/dtks/permohonan/" in _tautan(isi, "tu-tampilan")
    assert isi.count("<h1>") == 1


def test_an_account_without_a_role_is_told_so(unit: Any, instansi: Any, masuk_sebagai: Masuk) -> None:
    baru = buat_pengguna("baru", "staf", nama="Baru Saja", unit=unit)
    baru.groups.clear()
    balasan = masuk_sebagai(baru).get("/")
    assert balasan.status_code == 200
    assert "belum mempunyai peran" in balasan.content.decode()


def test_a_role_whose_app_is_not_used_is_told_so(perusahaan: Pengguna, instansi: Any, masuk_sebagai: Masuk) -> None:
    isi = masuk_sebagai(perusahaan).get("/").content.decode()
    assert "Belum ada halaman untuk peran Anda" in isi
    assert "tu-tampilan" not in isi


def test_the_page_and_its_app_are_marked(penyelia: Pengguna, instansi: Any, masuk_sebagai: Masuk) -> None:
    isi = masuk_sebagai(penyelia).get("/arsip/surat-masuk/").content.decode()
    assert re.search(r'<a href="[^"]+" aria-current="true">.*?Surat\b', isi, re.DOTALL)
    assert isi.count('aria-current="page"') >= 1
    assert "Semua halaman surat" in isi


def test_a_superuser_without_unit_meets_no_panel_of_others(dinas: Any, instansi: Any, masuk_sebagai: Masuk) -> None:
    darurat = Pengguna.objects.create_superuser("darurat", "sandi-darurat-kantor", nama="Darurat")
    balasan = masuk_sebagai(darurat).get("/")
    assert balasan.status_code == 200
    isi = balasan.content.decode()
    assert "tu-kosong" not in isi or "Meja Anda kosong" in isi


def test_the_frame_costs_the_same_whatever_the_menu_holds(
    peran: dict[str, Pengguna], instansi: Any, masuk_sebagai: Masuk
) -> None:
    """One statement counts what waits in every app."""
    banyak = {}
    for nama in ("penyelia", "pimpinan", "staf", "loket"):
        klien = masuk_sebagai(peran[nama])
        klien.get("/pemberitahuan/")
        with CaptureQueriesContext(
            connection,
        ) as q:
            klien.get("/pemberitahuan/")
        banyak[nama] = len(q)
    assert max(banyak.values()) - min(banyak.values()) <= 1, banyak
    assert Group.objects.count() == len(PERAN)


def test_letters_as_keys_are_switched_off_for_oneself_alone(
    staf: Pengguna, penyelia: Pengguna, instansi: Any, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(staf)
    assert "data-tanpa-huruf" not in klien.get("/akun/").content.decode()
    klien.post("/akun/tombol/", {"hidup": "0"})
    assert "data-tanpa-huruf" in klien.get("/akun/").content.decode()
    assert "data-tanpa-huruf" not in masuk_sebagai(penyelia).get("/akun/").content.decode()
    klien.post("/akun/tombol/", {"hidup": "1"})
    assert "data-tanpa-huruf" not in klien.get("/akun/").content.decode()

"""What a writer reads of his draft: days and money as they are written, the day of a change, two versions side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from arsip.models import Naskah
from arsip.services import naskah as services
from inti.models import Pengguna
from tests.arsip.contoh_keluar import naskah, templat

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


@pytest.fixture(autouse=True)
def kantor(instansi: Any) -> None:
    """An office with its letterhead."""
    from arsip.services.klasifikasi import versi_klasifikasi_muat

    versi_klasifikasi_muat(
        versi=None,
        nama="uji",
        mulai="2023-01-01",
        dasar="",
        kode=[("000", "Umum"), ("000.1", "Ketatausahaan")],
        oleh=None,
    )


def test_a_day_brings_its_weekday_and_money_its_dots(staf: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk) -> None:
    bidang = [
        {"nama": "hari", "label": "Hari dan tanggal", "jenis": "hari", "wajib": True},
        {"nama": "biaya", "label": "Biaya", "jenis": "uang", "wajib": False},
    ]
    t = templat(hal="Undangan", isi="Hari, tanggal : {hari}\nBiaya : {biaya}", bidang=bidang)
    pegawai = pimpinan.pegawai.pk  # type: ignore[attr-defined]
    isian = {"tujuan": "Camat", "klasifikasi": "000.1", "penandatangan": pegawai, "b_hari": "30-11-2026"}
    halaman = masuk_sebagai(staf).post(f"/arsip/konsep/baru/{t.pk}/", {**isian, "b_biaya": "Rp banyak"})
    assert "Tulis angka bulat, misalnya 1.500.000." in halaman.content.decode()
    masuk_sebagai(staf).post(f"/arsip/konsep/baru/{t.pk}/", {**isian, "b_biaya": "Rp 1.500.000"})
    assert Naskah.objects.get().isi == "Hari, tanggal : Senin, 30 November 2026\nBiaya : Rp 1.500.000"


def test_the_list_of_drafts_tells_the_day_of_the_office(
    staf: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    n = naskah(staf, pimpinan)
    malam = dt.datetime(2026, 11, 22, 22, 0, tzinfo=dt.UTC)  # the next morning in the office
    Naskah.objects.filter(pk=n.pk).update(diubah_pada=malam)
    assert "23-11-2026" in masuk_sebagai(staf).get("/arsip/konsep/").content.decode()


def test_a_difference_names_choices_and_an_equal_pair_is_no_first_version(
    staf: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    n = naskah(staf, pimpinan)
    services.naskah_ubah(naskah=n, isian={"kecepatan": "sangat", "sebutan": "plh", "atas_nama": "Camat"}, oleh=staf)
    klien = masuk_sebagai(staf)
    halaman = klien.get(f"/arsip/konsep/{n.pk}/versi/").content.decode()
    assert "Sangat Segera" in halaman
    assert "<ins>Plh. (pelaksana harian)</ins>" in halaman
    halaman = klien.get(f"/arsip/konsep/{n.pk}/versi/?dari=2&ke=2").content.decode()
    assert "Ini versi pertama" not in halaman
    assert "Isinya sama." in halaman

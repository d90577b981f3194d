"""Working the desk off in order: the finished leads to the next, what is passed over waits, the end goes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from inti.models import Pengguna
from inti.queries.meja import hitung_menunggu, kerja_saya
from inti.rules.mendesak import golongan

pytestmark = pytest.mark.django_db

Masuk = Callable[[Pengguna], Client]


def _meja(pengguna: Pengguna) -> list[Any]:
    segar = Pengguna.objects.get(pk=pengguna.pk)
    return kerja_saya(segar, hitung_menunggu(segar))


@pytest.fixture
def kepala(kantor_demo: str) -> Pengguna:
    return Pengguna.objects.get(username="pimpinan")


def test_it_begins_with_the_most_urgent_and_passes_over_what_is_left(kepala: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(kepala)
    baris = _meja(kepala)
    assert len(baris) >= 3
    assert klien.post("/meja/mulai/", {"app": ""}).url == baris[0].alamat
    halaman = klien.get(baris[0].alamat)
    assert halaman.status_code == 200
    assert "Kerjakan berurutan." in halaman.content.decode()
    for berikut in baris[1:]:
        assert klien.post("/meja/lewati/").url == berikut.alamat
    akhir = klien.post("/meja/lewati/", follow=True)
    assert akhir.request["PATH_INFO"] == "/"
    assert f"{sum(b.banyak for b in baris)} yang Anda lewati masih menunggu" in akhir.content.decode()
    assert "Kerjakan berurutan." not in akhir.content.decode()


def test_an_act_that_finishes_the_thing_leads_to_the_next(kepala: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(kepala)
    klien.post("/meja/mulai/", {"app": "kepegawaian"})
    kunci = klien.session["berurutan"]["kini"]
    satu = next(b for b in _meja(kepala) if b.tanda == kunci)
    assert satu.langkah == "Nilai kinerja"
    isi = klien.get(satu.alamat).content.decode()
    import re

    kegiatan = re.findall(r'name="pilih" value="(\d+)"', isi) or re.findall(r'name="kegiatan" value="(\d+)"', isi)
    assert kegiatan, satu.alamat
    setuju = re.search(r'action="([^"]*setujui[^"]*)"', isi)
    assert setuju is not None
    balasan = klien.post(setuju[1], {"pilih": kegiatan, "kegiatan": kegiatan})
    assert balasan.status_code == 302
    sisa = [b for b in _meja(kepala) if b.app == "kepegawaian"]
    assert kunci not in {b.tanda for b in sisa}
    assert balasan.url == (sisa[0].alamat if sisa else "/?app=kepegawaian")


def test_an_act_elsewhere_goes_its_own_way(kepala: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(kepala)
    klien.post("/meja/mulai/", {"app": ""})
    assert klien.post("/akun/tombol/", {"hidup": "1"}).url == "/akun/"
    assert klien.post("/meja/selesai/").url == "/"
    assert "berurutan" not in klien.session
    assert klien.post("/meja/lewati/").url == "/", "a stale button leads to the desk"


def test_an_empty_desk_and_a_foreign_app_lead_back(
    administrator: Pengguna, instansi: Any, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(administrator)
    balasan = klien.post("/meja/mulai/", {"app": "tidak-ada"}, follow=True)
    assert balasan.status_code == 200
    assert "meja kosong" in balasan.content.decode()
    assert klien.get("/meja/mulai/").status_code == 405


def test_the_desk_of_a_full_office_asks_little_of_the_database(
    kepala: Pengguna, masuk_sebagai: Masuk, django_assert_max_num_queries: Any
) -> None:
    """Bar of the issue: at most 20 for a penyelia (49 before)."""
    for nama in ("penyelia", "pimpinan", "staf", "loket", "personalia"):
        klien = masuk_sebagai(Pengguna.objects.get(username=nama))
        klien.get("/")
        with django_assert_max_num_queries(20):
            assert klien.get("/").status_code == 200


def test_rows_stand_in_the_order_of_their_groups(kepala: Pengguna) -> None:
    from django.utils import timezone

    kini = timezone.localtime()
    urut = [golongan(b.batas, kini) for b in _meja(kepala)]
    assert urut == sorted(urut)

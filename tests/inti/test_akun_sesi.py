"""Sessions end: by silence, by age, by their owner elsewhere, by the administrator, and never come back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from inti.models import Pengguna, Sesi, Tugas
from inti.services import pengguna as layanan
from tests.inti.pembuat_akun import keadaan, masuk


def mundurkan(klien: Client, kunci: str, detik: int) -> None:
    """Make the session's clock stand `detik` seconds earlier."""
    sesi = klien.session
    sesi[kunci] -= detik
    sesi.save()


@pytest.mark.parametrize(
    ("kunci", "detik", "akhir"),
    [
        ("terakhir", settings.SESI_DIAM - 60, "masuk"),
        ("terakhir", settings.SESI_DIAM + 5, "/masuk/"),
        ("terakhir", -365 * 86400, "/masuk/"),  # opened while the server's clock was a year ahead
        ("mulai", settings.SESI_PALING_LAMA - 60, "masuk"),
        ("mulai", settings.SESI_PALING_LAMA + 5, "/masuk/"),
    ],
)
def test_silence_and_age_end_a_session(kunci: str, detik: int, akhir: str, staf: Pengguna) -> None:
    klien = masuk(staf)
    mundurkan(klien, kunci, detik)
    assert keadaan(klien) == akhir
    assert Sesi.objects.filter(pengguna=staf).exists() is (akhir == "masuk")


def test_the_page_says_that_the_session_ended(staf: Pengguna) -> None:
    klien = masuk(staf)
    mundurkan(klien, "terakhir", settings.SESI_DIAM + 5)
    assert "Sesi Anda berakhir" in klien.get("/akun/", follow=True).content.decode()


def test_work_keeps_a_session_alive_but_a_page_that_asks_by_itself_does_not(staf: Pengguna) -> None:
    tugas = Tugas.objects.create(jenis="uji", judul="Uji", oleh=staf, keadaan="berjalan")
    klien = masuk(staf)
    mundurkan(klien, "terakhir", 600)
    lama = klien.session["terakhir"]
    assert klien.get(f"/tugas/{tugas.pk}/kemajuan/").status_code == 200
    assert klien.session["terakhir"] == lama
    klien.get("/akun/")
    assert klien.session["terakhir"] >= lama + 590


def nonaktif(admin: Pengguna, siapa: Pengguna) -> None:
    layanan.pengguna_nonaktifkan(pengguna=siapa, oleh=admin, sebab="uji")


def lepas_peran(admin: Pengguna, siapa: Pengguna) -> None:
    layanan.pengguna_atur_peran(pengguna=siapa, peran=["loket"], oleh=admin)


def setel_sandi(admin: Pengguna, siapa: Pengguna) -> None:
    layanan.pengguna_setel_sandi(pengguna=siapa, oleh=admin, sebab="uji")


def keluarkan(admin: Pengguna, siapa: Pengguna) -> None:
    layanan.pengguna_keluarkan(pengguna=siapa, oleh=admin)


def masa_lewat(admin: Pengguna, siapa: Pengguna) -> None:
    kemarin = timezone.localdate() - dt.timedelta(days=1)
    layanan.pengguna_ubah(pengguna=siapa, isian={"berlaku_sampai": kemarin}, oleh=admin)


@pytest.mark.parametrize("perbuatan", [nonaktif, lepas_peran, setel_sandi, keluarkan, masa_lewat])
def test_what_the_administrator_does_ends_the_session_at_the_next_request(
    perbuatan: Callable[[Pengguna, Pengguna], None], administrator: Pengguna, staf: Pengguna
) -> None:
    klien = masuk(staf)
    assert keadaan(klien) == "masuk"
    perbuatan(administrator, staf)
    assert not Sesi.objects.filter(pengguna=staf).exists() and not klien.session.keys()
    assert keadaan(klien) == "/masuk/"


def test_a_period_that_ends_by_itself_ends_the_session_and_it_never_comes_back(staf: Pengguna) -> None:
    klien = masuk(staf)
    kunci = klien.session.session_key
    Pengguna.objects.filter(pk=staf.pk).update(berlaku_sampai=timezone.localdate() - dt.timedelta(days=1))
    assert keadaan(klien) == "/masuk/"
    Pengguna.objects.filter(pk=staf.pk).update(berlaku_sampai=None)
    lama = Client()
    lama.cookies["sessionid"] = kunci
    assert keadaan(lama) == "/masuk/"


def test_an_account_that_is_opened_again_does_not_revive_old_cookies(administrator: Pengguna, staf: Pengguna) -> None:
    klien = masuk(staf)
    layanan.pengguna_nonaktifkan(pengguna=staf, oleh=administrator, sebab="uji")
    staf.refresh_from_db()
    layanan.pengguna_aktifkan(pengguna=staf, oleh=administrator, sebab="uji")
    assert keadaan(klien) == "/masuk/"


def test_the_user_ends_one_session_elsewhere_and_all_others(staf: Pengguna) -> None:
    ini, itu, lain = masuk(staf), masuk(staf), masuk(staf)
    sesi_itu = Sesi.objects.get(kunci_sesi=itu.session.session_key)
    ini.post(f"/akun/sesi/{sesi_itu.pk}/keluarkan/")
    assert (keadaan(itu), keadaan(lain), keadaan(ini)) == ("/masuk/", "masuk", "masuk")
    ini.post("/akun/sesi/keluarkan-lain/")
    assert (keadaan(lain), keadaan(ini)) == ("/masuk/", "masuk")


def test_nobody_ends_another_users_session(staf: Pengguna, loket: Pengguna) -> None:
    korban = masuk(staf)
    sesi = Sesi.objects.get(pengguna=staf)
    assert masuk(loket).post(f"/akun/sesi/{sesi.pk}/keluarkan/").status_code == 404
    assert keadaan(korban) == "masuk"


def test_a_row_taken_away_ends_its_session_even_if_the_cookie_data_is_left(staf: Pengguna) -> None:
    klien = masuk(staf)
    Sesi.objects.all().delete()
    assert keadaan(klien) == "/masuk/"


def test_a_page_costs_one_query_for_its_session(staf: Pengguna, django_assert_max_num_queries: Callable) -> None:
    klien = masuk(staf)
    klien.get("/akun/tema/")  # warm: addresses, menu
    with django_assert_max_num_queries(3) as q:  # session, user, session's row
        klien.get("/akun/tema/")
    assert sum("inti_sesi" in k["sql"] for k in q.captured_queries) == 1

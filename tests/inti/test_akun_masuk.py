"""Signing in: lock-out by account, the same answer for known and unknown names, and no way off the site."""

from __future__ import annotations

import re
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client
from django.utils import timezone

from inti.gerbang.batas import hitung_coba_oleh
from inti.models import Pengguna, Percobaan, Sesi
from tests.conftest import SANDI
from tests.inti.pembuat_akun import keadaan, masuk


def coba(nama: str, sandi: str = "keliru-sama-sekali", **kepala: Any) -> Any:
    return Client(headers=kepala or None).post("/masuk/", {"username": nama, "password": sandi})


def polos(isi: bytes, nama: str) -> str:
    """A page without its token and without the name that was typed."""
    return re.sub(r'value="[^"]{20,}"', "", isi.decode().replace(nama, "NAMA"))


def test_a_right_password_opens_a_session_with_its_row(staf: Pengguna) -> None:
    klien = Client(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"})
    balasan = klien.post("/masuk/", {"username": " STAF ", "password": SANDI}, REMOTE_ADDR="10.1.2.3")
    assert balasan.status_code == 302 and balasan.headers["Location"] == "/"
    sesi = Sesi.objects.get(pengguna=staf)
    assert (sesi.kunci_sesi, sesi.alamat) == (klien.session.session_key, "10.1.2.3")
    assert "Firefox di Windows" in klien.get("/akun/").content.decode()


def test_the_session_key_changes_at_sign_in(staf: Pengguna) -> None:
    klien = Client()
    klien.get("/masuk/")
    sesi = klien.session
    sesi["umpan"] = "1"
    sesi.save()
    sebelum = sesi.session_key
    masuk(staf, klien=klien)
    assert klien.session.session_key != sebelum


def test_ten_tries_lock_the_account_and_a_right_password_no_longer_helps(staf: Pengguna) -> None:
    status = [coba("staf").status_code for _ in range(10)]
    assert status[:9] == [200] * 9 and status[9] == 429
    balasan = coba("staf", SANDI)
    assert balasan.status_code == 429 and "Tunggu 15 menit" in balasan.content.decode()


def test_case_blanks_and_wide_letters_are_one_account(staf: Pengguna) -> None:
    for nama in ("staf", "STAF", " staf", "staf ", "Staf", "\uff53taf", "sTAF", "staf\u3000", "\tstaf", "stAF"):
        coba(nama)
    assert coba("staf", SANDI).status_code == 429


def test_a_forwarded_header_is_not_believed(staf: Pengguna) -> None:
    for i in range(10):
        coba("staf", **{"x-forwarded-for": f"203.0.113.{i}", "user-agent": f"peramban {i}"})
    assert coba("staf", SANDI, **{"x-forwarded-for": "203.0.113.200"}).status_code == 429


def test_another_account_from_the_same_address_is_not_locked(staf: Pengguna, loket: Pengguna) -> None:
    for _ in range(10):
        coba("staf")
    assert coba("loket", SANDI).status_code == 302


def test_tries_side_by_side_are_counted_before_the_password_is_looked_at(staf: Pengguna) -> None:
    for _ in range(10):  # ten requests that have not yet failed
        hitung_coba_oleh("staf", "masuk", paling_banyak=10, detik=900)
    with patch.object(MD5PasswordHasher, "verify") as periksa:
        assert coba("staf", SANDI).status_code == 429
    periksa.assert_not_called()


def test_a_sign_in_forgets_the_tries_before_it(staf: Pengguna) -> None:
    for _ in range(3):
        for _ in range(9):
            coba("staf")
        assert coba("staf", SANDI).status_code == 302
    assert not Percobaan.objects.exists()


@pytest.mark.parametrize("nama", ["staf", "nonaktif", "masalampau", "sampah", "tidak-ada-sama-sekali"])
def test_known_and_unknown_names_get_the_same_page_after_the_same_work(nama: str, staf: Pengguna, unit: Any) -> None:
    kemarin = timezone.localdate().replace(year=2020)
    Pengguna.objects.create_user("nonaktif", SANDI, nama="N", unit=unit, is_active=False)
    Pengguna.objects.create_user("masalampau", SANDI, nama="L", unit=unit, berlaku_sampai=kemarin)
    Pengguna.objects.create_user("sampah", SANDI, nama="S", unit=unit, dibuang_pada=timezone.now())
    acuan = polos(coba("nama-yang-lain").content, "nama-yang-lain")
    with patch.object(MD5PasswordHasher, "encode", autospec=True, side_effect=MD5PasswordHasher.encode) as hitung:
        balasan = coba(nama)
    assert hitung.call_count == 1  # one hash, whether or not there is somebody to compare with
    assert (balasan.status_code, polos(balasan.content, nama)) == (200, acuan)


def test_an_unknown_name_is_locked_like_a_known_one(staf: Pengguna) -> None:
    satu = [coba("staf").status_code for _ in range(11)]
    dua = [coba("tidak-ada").status_code for _ in range(11)]
    assert satu == dua


@pytest.mark.parametrize(
    ("next_", "ke"),
    [
        ("/akun/", "/akun/"),
        ("//jahat.example/", "/"),
        ("https://jahat.example/", "/"),
        ("/\\jahat.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/masuk/", "/"),
        ("/keluar/", "/"),
        ("bukan-alamat", "/"),
        ("", "/"),
    ],
)
def test_signing_in_never_leads_off_the_site(next_: str, ke: str, staf: Pengguna) -> None:
    balasan = Client().post("/masuk/", {"username": "staf", "password": SANDI, "next": next_})
    assert (balasan.status_code, balasan.headers["Location"]) == (302, ke)


def test_who_is_signed_in_goes_on_without_a_loop(staf: Pengguna) -> None:
    klien = masuk(staf)
    assert klien.get("/masuk/?next=/masuk/").headers["Location"] == "/"
    assert klien.get("/masuk/?next=//jahat.example").headers["Location"] == "/"


@pytest.mark.parametrize(
    "isian", [{"is_active": False}, {"berlaku_sampai": "2020-01-01"}, {"berlaku_mulai": "2999-01-01"}]
)
def test_an_account_outside_its_period_does_not_come_in(isian: dict[str, Any], staf: Pengguna) -> None:
    Pengguna.objects.filter(pk=staf.pk).update(**isian)
    assert keadaan(masuk(staf)) == "/masuk/"


def test_signing_in_needs_the_forms_token(staf: Pengguna) -> None:
    balasan = Client(enforce_csrf_checks=True).post("/masuk/", {"username": "staf", "password": SANDI})
    assert balasan.status_code == 403 and not Sesi.objects.exists()


def test_signing_out_is_a_post_and_kills_the_cookie(staf: Pengguna) -> None:
    klien = masuk(staf)
    kunci = klien.session.session_key
    assert klien.get("/keluar/").status_code == 405
    assert klien.post("/keluar/").headers["Location"] == "/masuk/"
    assert not Sesi.objects.exists()
    lama = Client()
    lama.cookies["sessionid"] = kunci
    assert keadaan(lama) == "/masuk/"

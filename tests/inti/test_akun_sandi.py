"""Passwords: long is strong, common is refused, the old one is asked for, and none is ever written down."""

from __future__ import annotations

import datetime as dt
from io import StringIO
from typing import Any
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from inti.models import Pengguna, Perubahan
from inti.services import pengguna as layanan
from tests.conftest import SANDI
from tests.inti.pembuat_akun import keadaan, masuk


class MockTTY:
    def isatty(self) -> bool:
        return True


BARU = "kuda betul baterai stapler"


def ganti(klien: Client, kini: str = SANDI, baru: str = BARU, ulang: str | None = None) -> Any:
    isian = {"sandi_kini": kini, "sandi_baru": baru, "sandi_ulang": baru if ulang is None else ulang}
    return klien.post("/akun/kata-sandi/", isian)


def test_a_changed_password_ends_every_other_session(staf: Pengguna) -> None:
    ini, lain = masuk(staf), masuk(staf)
    sebelum = ini.session.session_key
    assert ganti(ini).status_code == 302
    assert (keadaan(ini), keadaan(lain)) == ("masuk", "/masuk/")
    assert ini.session.session_key != sebelum
    assert keadaan(masuk(staf)) == "/masuk/" and keadaan(masuk(staf, BARU)) == "masuk"


@pytest.mark.parametrize(
    ("kini", "baru", "ulang"),
    [
        ("keliru", BARU, BARU),
        ("", BARU, BARU),
        (SANDI, "pendek-saja", "pendek-saja"),  # 11 characters
        (SANDI, "P@ssw0rd123!", "P@ssw0rd123!"),  # common
        (SANDI, "laras wulandari", "laras wulandari"),  # his own name
        (SANDI, BARU, "lain dari yang baru"),
        (SANDI, SANDI, SANDI),
        (SANDI, "", ""),
    ],
)
def test_what_is_no_good_password_is_refused(kini: str, baru: str, ulang: str, staf: Pengguna) -> None:
    assert ganti(masuk(staf), kini, baru, ulang).status_code == 422
    staf.refresh_from_db()
    assert staf.check_password(SANDI)


def test_the_emergency_account_of_the_command_line_keeps_the_same_rule(db: None) -> None:
    with patch("getpass.getpass", side_effect=["Dinsos-2026!", "Dinsos-2026!", BARU, BARU]), patch("builtins.input"):
        keluar, galat = StringIO(), StringIO()
        call_command(
            "createsuperuser", username="darurat", nama="Darurat", stdin=MockTTY(), stdout=keluar, stderr=galat
        )
    assert "mudah ditebak" in galat.getvalue()
    assert Pengguna.objects.get(username="darurat").check_password(BARU)


@pytest.mark.parametrize(
    "baru",
    [
        "x" * 6 + " kata 語 ñ",
        "kQ7-" + "awan-biru-di-atas-bukit-" * 2 + "pagi-senyap!",
        "kata sandi panjang " * 6,
        "  spasi di tepi  ",
    ],
)
def test_length_and_any_letters_are_enough(baru: str, staf: Pengguna) -> None:
    assert ganti(masuk(staf), baru=baru).status_code == 302
    staf.refresh_from_db()
    assert staf.check_password(baru)


def test_the_current_password_cannot_be_guessed_without_end(staf: Pengguna) -> None:
    klien = masuk(staf)
    for _ in range(10):
        assert ganti(klien, "keliru").status_code == 422
    assert ganti(klien).status_code == 429


def test_no_password_stands_in_the_record_of_acts(administrator: Pengguna, staf: Pengguna) -> None:
    ganti(masuk(staf))
    staf.refresh_from_db()
    setel = layanan.pengguna_setel_sandi(pengguna=staf, oleh=administrator, sebab="lupa")
    semua = " ".join(f"{p.argumen} {p.sebab}" for p in Perubahan.objects.all())
    assert [p.sebutan for p in Perubahan.objects.order_by("pk")] == ["Kata sandi diganti", "Kata sandi disetel ulang"]
    for rahasia in (SANDI, BARU, setel.sandi_sekali, setel.password):
        assert rahasia not in semua
    assert not any("password" in f.name for f in Pengguna.riwayat.model._meta.concrete_fields)


def test_a_one_time_password_opens_nothing_but_its_own_change(administrator: Pengguna, staf: Pengguna) -> None:
    sandi = layanan.pengguna_setel_sandi(pengguna=staf, oleh=administrator, sebab="lupa").sandi_sekali
    klien = masuk(staf, sandi)
    assert keadaan(klien) == "/akun/kata-sandi/"
    for alamat in ("/akun/", "/akun/faktor-kedua/", "/dtks/loket/", "/cari/"):
        assert klien.get(alamat).headers["Location"].startswith("/akun/kata-sandi/")
    assert klien.get("/akun/kata-sandi/").status_code == 200
    assert ganti(klien, sandi, sandi).status_code == 422
    assert ganti(klien, sandi).status_code == 302 and keadaan(klien) == "masuk"


def test_a_one_time_password_goes_stale(administrator: Pengguna, staf: Pengguna) -> None:
    sandi = layanan.pengguna_setel_sandi(pengguna=staf, oleh=administrator, sebab="lupa").sandi_sekali
    Pengguna.objects.filter(pk=staf.pk).update(sandi_sekali_sampai=timezone.now() - dt.timedelta(seconds=1))
    assert keadaan(masuk(staf, sandi)) == "/masuk/"


def test_one_time_passwords_are_long_and_never_the_same(administrator: Pengguna, staf: Pengguna) -> None:
    sandi = set()
    for _ in range(5):
        staf.refresh_from_db()
        sandi.add(layanan.pengguna_setel_sandi(pengguna=staf, oleh=administrator, sebab="uji").sandi_sekali)
    assert len(sandi) == 5 and all(len(s) == 19 for s in sandi)


def test_the_look_is_the_users_choice_and_nothing_else_comes_with_it(staf: Pengguna) -> None:
    klien = masuk(staf)
    klien.post("/akun/tema/", {"tema": "dark", "is_superuser": "on", "nama": "Lain", "versi": "99"})
    staf.refresh_from_db()
    assert (staf.tema, staf.is_superuser, staf.nama, staf.versi) == ("dark", False, "Laras Wulandari", 1)
    klien.post("/akun/tema/", {"tema": "<script>"})
    staf.refresh_from_db()
    assert staf.tema == ""

"""The second factor: between password and code nothing opens, a code works once and for its owner only."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from inti.access import PUBLIK, semua_rute
from inti.models import Pengguna, Perubahan, Sesi
from inti.services import pengguna as layanan
from inti.services.faktor import faktor_periksa
from tests.conftest import SANDI
from tests.inti.pembuat_akun import keadaan, kode_kini, masuk, pasang_faktor


def tulis_kode(klien: Client, kode: str | None) -> Any:
    return klien.post("/masuk/kode/", {} if kode is None else {"kode": kode})


def alamat_contoh(jalur: str) -> str:
    """A path of the resolver with something in place of its arguments."""
    isi = {"uuid": str(uuid.UUID(int=7)), "int": "1", "path": "1"}
    jalur = re.sub(r"<(?:(\w+):)?\w+>", lambda m: isi.get(m[1] or "str", "contoh"), jalur)
    return jalur.replace("(?P<app_label>", "").replace("(?P<url>.*)", "")


def test_setting_up_shows_the_secret_once_and_needs_a_code_of_it(staf: Pengguna) -> None:
    klien, lain = masuk(staf), masuk(staf)
    isi = klien.get("/akun/faktor-kedua/").content.decode()
    kunci = klien.session["faktor_calon"]
    assert "tu-qr" in isi and "style=" not in isi.split("<main")[1]
    assert klien.post("/akun/faktor-kedua/", {"kode": "000000"}).status_code == 422
    assert not TOTPDevice.objects.exists()
    balasan = klien.post("/akun/faktor-kedua/", {"kode": kode_kini(kunci)})
    kode = re.findall(r"<li>([0-9A-Z]{5}-[0-9A-Z]{5})</li>", balasan.content.decode())
    assert len(set(kode)) == 10
    assert (keadaan(klien), keadaan(lain)) == ("masuk", "/masuk/")  # this session knows the code; others end
    lagi = klien.get("/akun/faktor-kedua/").content.decode()
    assert not any(k in lagi for k in kode) and "tu-qr" not in lagi


def test_the_code_that_confirms_cannot_be_used_to_come_in(staf: Pengguna) -> None:
    klien = masuk(staf)
    klien.get("/akun/faktor-kedua/")
    kode = kode_kini(klien.session["faktor_calon"])
    klien.post("/akun/faktor-kedua/", {"kode": kode})
    baru = masuk(staf)
    assert tulis_kode(baru, kode).status_code == 422 and keadaan(baru) == "/masuk/kode/"


def test_no_secret_and_no_code_is_kept_in_the_history(staf: Pengguna) -> None:
    klien = masuk(staf)
    klien.get("/akun/faktor-kedua/")
    kunci = klien.session["faktor_calon"]
    isi = klien.post("/akun/faktor-kedua/", {"kode": kode_kini(kunci)}).content.decode()
    catatan = " ".join(f"{p.argumen} {p.sebab}" for p in Perubahan.objects.all())
    assert "Faktor kedua dipasang" in [p.sebutan for p in Perubahan.objects.all()]
    assert kunci not in catatan
    polos = {k.replace("-", "") for k in re.findall(r"<li>([0-9A-Z]{5}-[0-9A-Z]{5})</li>", isi)}
    assert not polos & {t.token for t in StaticToken.objects.all()}


@pytest.mark.parametrize("metode", ["get", "post"])
def test_between_password_and_code_every_route_leads_to_the_code(
    metode: str, administrator: Pengguna, instansi: Any
) -> None:
    pasang_faktor(administrator)
    klien = masuk(administrator)
    diperiksa = 0
    for rute in semua_rute():
        if (rute.izin == PUBLIK and not rute.jalur.startswith("/admin/")) or rute.nama in {"masuk_kode", "keluar"}:
            continue
        if "(?P" in rute.jalur or rute.nama == "admin:":
            continue  # patterns by expression: the index of an app, the catch-all; asked for below by hand
        balasan = getattr(klien, metode)(alamat_contoh(rute.jalur), HTTP_HX_REQUEST="true" if diperiksa % 2 else "")
        assert balasan.status_code == 302, (rute, balasan.status_code)
        assert balasan.headers["Location"].startswith("/masuk/kode/?"), (rute, balasan.headers["Location"])
        diperiksa += 1
    assert diperiksa > 60
    for alamat in ("/admin/", "/admin/inti/", "/admin/login/", "/admin/tidak-ada/", "/masuk/"):
        assert klien.get(alamat).status_code == 302
    assert klien.get("/masuk/kode/").status_code == 200


@pytest.mark.parametrize(
    "kode", [None, "", "      ", "000000", "abcdef", "12345", "1234567", "-12345", "１２３４５６", "null"]
)
def test_an_omitted_empty_or_wrong_code_is_refused(kode: str | None, staf: Pengguna) -> None:
    pasang_faktor(staf)
    klien = masuk(staf)
    assert tulis_kode(klien, kode).status_code == 422
    assert keadaan(klien) == "/masuk/kode/"


def test_a_code_opens_once_and_gives_the_session_a_new_key(staf: Pengguna) -> None:
    kunci, _ = pasang_faktor(staf)
    klien, kedua = masuk(staf), masuk(staf)
    sebelum, kode = klien.session.session_key, kode_kini(kunci)
    assert tulis_kode(klien, kode).headers["Location"] == "/"
    assert klien.session.session_key != sebelum and keadaan(klien) == "masuk"
    assert Sesi.objects.filter(kunci_sesi=klien.session.session_key).exists()
    assert tulis_kode(kedua, kode).status_code == 422 and keadaan(kedua) == "/masuk/kode/"


def test_an_earlier_code_is_dead_once_a_later_one_was_used(staf: Pengguna) -> None:
    kunci, _ = pasang_faktor(staf)
    assert faktor_periksa(pengguna=staf, kode=kode_kini(kunci)).perangkat
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert faktor_periksa(pengguna=staf, kode=kode_kini(kunci, -1)).perangkat is None


def test_a_code_too_old_or_too_early_is_refused(staf: Pengguna) -> None:
    kunci, _ = pasang_faktor(staf)
    for geser in (-3, 3):
        TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
        assert faktor_periksa(pengguna=staf, kode=kode_kini(kunci, geser)).perangkat is None


def test_another_users_code_and_recovery_code_are_refused(staf: Pengguna, loket: Pengguna) -> None:
    pasang_faktor(staf)
    kunci, pemulihan = pasang_faktor(loket)
    for kode in (kode_kini(kunci), pemulihan[0]):
        klien = masuk(staf)
        assert tulis_kode(klien, kode).status_code == 422 and keadaan(klien) == "/masuk/kode/"
    assert StaticToken.objects.filter(device__user=loket).count() == 10


def test_a_device_of_another_user_in_the_session_is_not_believed(staf: Pengguna, loket: Pengguna) -> None:
    pasang_faktor(staf)
    pasang_faktor(loket)
    klien = masuk(staf)
    sesi = klien.session
    sesi["otp_device_id"] = TOTPDevice.objects.get(user=loket).persistent_id
    sesi.save()
    assert keadaan(klien) == "/masuk/kode/"


def test_wrong_codes_slow_the_next_try_down_even_with_the_right_one(staf: Pengguna) -> None:
    kunci, _ = pasang_faktor(staf)
    klien = masuk(staf)
    for _ in range(3):
        tulis_kode(klien, "000000")
    balasan = tulis_kode(klien, kode_kini(kunci))
    assert balasan.status_code == 422 and re.search(r"Tunggu \d+ detik", balasan.content.decode())
    assert keadaan(klien) == "/masuk/kode/"
    TOTPDevice.objects.update(throttling_failure_timestamp=timezone.now().replace(year=2020))
    assert tulis_kode(klien, kode_kini(kunci)).status_code == 302


def test_a_recovery_code_opens_once(staf: Pengguna) -> None:
    _, pemulihan = pasang_faktor(staf)
    klien = masuk(staf)
    assert tulis_kode(klien, pemulihan[3].lower()).status_code == 302 and keadaan(klien) == "masuk"
    assert StaticToken.objects.count() == 9
    assert tulis_kode(masuk(staf), pemulihan[3]).status_code == 422


def test_a_reset_password_does_not_go_round_the_code(administrator: Pengguna, staf: Pengguna) -> None:
    pasang_faktor(staf)
    staf.refresh_from_db()
    sandi = layanan.pengguna_setel_sandi(pengguna=staf, oleh=administrator, sebab="lupa").sandi_sekali
    assert keadaan(masuk(staf, sandi)) == "/masuk/kode/"


def test_admin_pages_ask_for_the_code_and_their_own_door_is_shut(administrator: Pengguna, staf: Pengguna) -> None:
    kunci, _ = pasang_faktor(administrator)
    klien = masuk(administrator)
    assert klien.get("/admin/inti/pengguna/").headers["Location"].startswith("/masuk/kode/")
    tulis_kode(klien, kode_kini(kunci))
    assert klien.get("/admin/inti/pengguna/").status_code == 200
    assert Client().get("/admin/login/").headers["Location"].startswith("/masuk/")
    tanpa = Client().post("/admin/login/", {"username": "staf", "password": SANDI})
    assert tanpa.status_code == 302 and not Sesi.objects.filter(pengguna=staf).exists()
    assert klien.post("/admin/logout/").headers["Location"] == "/masuk/" and keadaan(klien) == "/masuk/"


def test_turning_off_needs_password_and_code(staf: Pengguna) -> None:
    kunci, _ = pasang_faktor(staf)
    klien = masuk(staf)
    tulis_kode(klien, kode_kini(kunci, -1))
    for isian in (
        {"sandi": "keliru", "kode": kode_kini(kunci)},
        {"sandi": SANDI, "kode": "000000"},
        {"sandi": SANDI},
        {},
    ):
        assert klien.post("/akun/faktor-kedua/lepas/", isian).status_code == 422
        TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert klien.post("/akun/faktor-kedua/lepas/", {"sandi": SANDI, "kode": kode_kini(kunci)}).status_code == 302
    assert not TOTPDevice.objects.exists() and not StaticToken.objects.exists()
    assert keadaan(masuk(staf)) == "masuk"


def test_new_recovery_codes_kill_the_old_ones(staf: Pengguna) -> None:
    kunci, lama = pasang_faktor(staf)
    klien = masuk(staf)
    tulis_kode(klien, kode_kini(kunci, -1))
    isian = {"sandi": SANDI, "kode": kode_kini(kunci)}
    assert klien.post("/akun/faktor-kedua/kode-pemulihan/", isian).status_code == 200
    assert StaticToken.objects.count() == 10
    assert tulis_kode(masuk(staf), lama[0]).status_code == 422


@pytest.mark.parametrize("nama", ["administrator", "pimpinan"])
def test_roles_that_need_a_factor_are_led_to_set_it_up_before_anything_else(
    nama: str, request: pytest.FixtureRequest, settings: Any, loket: Pengguna
) -> None:
    settings.WAJIB_FAKTOR_KEDUA = True
    klien = masuk(request.getfixturevalue(nama))
    assert keadaan(klien) == "/akun/faktor-kedua/"
    for alamat in ("/admin/", "/akun/", "/kantor/jejak/"):
        assert klien.get(alamat).headers["Location"].startswith("/akun/faktor-kedua/")
    klien.get("/akun/faktor-kedua/")
    klien.post("/akun/faktor-kedua/", {"kode": kode_kini(klien.session["faktor_calon"])})
    assert keadaan(klien) == "masuk"
    assert keadaan(masuk(loket)) == "masuk"


def test_a_second_set_up_does_not_replace_a_factor_silently(staf: Pengguna) -> None:
    klien = masuk(staf)
    klien.get("/akun/faktor-kedua/")
    calon = klien.session["faktor_calon"]
    pasang_faktor(staf)
    balasan = klien.post("/akun/faktor-kedua/", {"kode": kode_kini(calon)})
    assert balasan.status_code == 302  # a factor exists now: this session must give its code first
    assert TOTPDevice.objects.count() == 1 and TOTPDevice.objects.get().key != calon

"""Accounts by their services: rules of roles and places, nobody manages himself, and a history that reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from inti.galat import AturanDilanggar, VersiBerubah
from inti.models import Pemberitahuan, Pengguna, UnitKerja, Wilayah
from inti.queries.riwayat import riwayat_objek
from inti.rules.akun import DataAkun, periksa_akun, rasio_kontras, sandi_lazim
from inti.services import pengguna as layanan
from inti.services.faktor import punya_faktor
from tests.inti.pembuat_akun import pasang_faktor

HARI = dt.date(2026, 11, 20)
MAGANG = {"peran": ["magang"], "unit": True, "atasan": True, "mulai": HARI, "sampai": HARI}


@pytest.mark.parametrize(
    ("akun", "kode"),
    [
        (DataAkun(["staf"], unit=True), []),
        (DataAkun(["staf", "penyelia", "admin"], unit=True), []),
        (DataAkun(["desa"], desa=True), []),
        (DataAkun(["perusahaan"], perusahaan=True), []),
        (DataAkun(**MAGANG), []),
        (DataAkun([], unit=True), ["PERAN_KOSONG"]),
        (DataAkun(["staf"]), ["PENEMPATAN_KURANG"]),
        (DataAkun(["desa"]), ["PENEMPATAN_KURANG"]),
        (DataAkun(["perusahaan"], unit=True), ["PENEMPATAN_KURANG", "PENEMPATAN_LEBIH"]),
        (DataAkun(["desa"], desa=True, unit=True), ["PENEMPATAN_LEBIH"]),
        (DataAkun(["staf"], unit=True, perusahaan=True), ["PENEMPATAN_LEBIH"]),
        (DataAkun(["desa", "staf"], desa=True, unit=True), ["PERAN_TUNGGAL"]),
        (DataAkun(["konselor"], unit=True), ["PERAN_TAMBAHAN"]),
        (DataAkun(["konselor", "staf"], unit=True), []),
        (DataAkun(**{**MAGANG, "peran": ["magang", "staf"]}), ["PERAN_TUNGGAL"]),
        (DataAkun(**{**MAGANG, "mulai": None}), ["MASA_MAGANG"]),
        (DataAkun(**{**MAGANG, "sampai": None}), ["MASA_MAGANG"]),
        (DataAkun(**{**MAGANG, "atasan": False}), ["PEMBIMBING_MAGANG"]),
    ],
)
def test_roles_and_places_fit_together(akun: DataAkun, kode: list[str]) -> None:
    assert [t.kode for t in periksa_akun(akun)] == kode


@pytest.mark.parametrize(
    ("sandi", "lazim"),
    [
        ("password1234", True),
        ("P@ssw0rd2026", True),
        ("Dinsos-2026!", True),
        ("tatausaha 123", True),
        ("ketenagakerjaan", True),
        ("198103052006041007", True),
        ("abcdefghijkl", True),
        ("lkjhgfdsapoiuytrewq", True),
        ("abababababab", True),
        ("hujan1hujan1", True),
        ("aaaaaaaaaaaa", True),
        ("kuda betul baterai stapler", False),
        ("sungai di bawah jembatan", False),
        ("T7#kk2!wq0Zp", False),
        ("k7qm-9t2x-4hvd-p3rs", False),
    ],
)
def test_what_guessers_try_first_is_no_password(sandi: str, lazim: bool) -> None:
    assert sandi_lazim(sandi, {"password", "qwertyuiop"}) is lazim


def test_contrast_is_measured_as_wcag_says() -> None:
    assert rasio_kontras("#000000", "#ffffff") == pytest.approx(21)
    assert rasio_kontras("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_new_user_gets_roles_and_a_password_for_once(administrator: Pengguna, unit: UnitKerja) -> None:
    baru = layanan.pengguna_tambah(
        username=" Sari.Dewi ", isian={"nama": "Sari Dewi", "unit": unit}, peran=["staf", "loket"], oleh=administrator
    )
    assert (baru.username, baru.wajib_ganti_sandi, baru.is_staff) == ("sari.dewi", True, False)
    assert baru.check_password(baru.sandi_sekali)
    assert layanan.peran_pengguna(baru) == ["staf", "loket"]
    (pertama,) = riwayat_objek(baru)
    assert (pertama.sebutan, pertama.oleh, pertama.sebab) == ("Akun dibuat", "Bima Prakasa", "Peran: Staf, Loket.")


@pytest.mark.parametrize(
    "asing", ["is_superuser", "is_staff", "password", "akun_demo", "versi", "is_active", "username"]
)
def test_no_field_outside_the_list_reaches_an_account(asing: str, administrator: Pengguna, staf: Pengguna) -> None:
    with pytest.raises(ValueError, match="bukan isian akun"):
        layanan.pengguna_ubah(pengguna=staf, isian={asing: True}, oleh=administrator)


def test_a_placement_that_does_not_fit_is_refused_at_its_field(administrator: Pengguna, staf: Pengguna) -> None:
    with pytest.raises(ValidationError) as galat:
        layanan.pengguna_ubah(pengguna=staf, isian={"unit": None}, oleh=administrator)
    assert galat.value.error_dict["unit"][0].code == "PENEMPATAN_KURANG"


def test_an_intern_cannot_guide_himself(administrator: Pengguna, magang: Pengguna) -> None:
    with pytest.raises(ValidationError):
        layanan.pengguna_ubah(pengguna=magang, isian={"atasan": magang}, oleh=administrator)


def test_roles_are_set_with_a_line_that_says_from_what_to_what(administrator: Pengguna, staf: Pengguna) -> None:
    layanan.pengguna_atur_peran(pengguna=staf, peran=["staf", "admin"], oleh=administrator, dasar="SK 12/2026")
    staf.refresh_from_db()
    assert staf.is_staff and staf.has_perm("inti.view_pengguna")
    peristiwa = riwayat_objek(staf)[0]
    assert peristiwa.sebab == "Semula Staf; menjadi Admin, Staf. SK 12/2026"
    layanan.pengguna_atur_peran(pengguna=staf, peran=["staf"], oleh=administrator)
    assert not Pengguna.objects.get(pk=staf.pk).is_staff


def test_a_role_that_is_none_is_refused(administrator: Pengguna, staf: Pengguna) -> None:
    with pytest.raises(ValueError, match="bukan peran"):
        layanan.pengguna_atur_peran(pengguna=staf, peran=["staf", "dewa"], oleh=administrator)


def peran(p: Pengguna, oleh: Pengguna) -> None:
    layanan.pengguna_atur_peran(pengguna=p, peran=["admin", "staf"], oleh=oleh)


def nonaktif(p: Pengguna, oleh: Pengguna) -> None:
    layanan.pengguna_nonaktifkan(pengguna=p, oleh=oleh, sebab="uji")


def sandi(p: Pengguna, oleh: Pengguna) -> None:
    layanan.pengguna_setel_sandi(pengguna=p, oleh=oleh, sebab="uji")


def faktor(p: Pengguna, oleh: Pengguna) -> None:
    layanan.pengguna_lepas_faktor(pengguna=p, oleh=oleh, sebab="uji")


def masa(p: Pengguna, oleh: Pengguna) -> None:
    layanan.pengguna_ubah(pengguna=p, isian={"berlaku_sampai": dt.date(2020, 1, 1)}, oleh=oleh)


@pytest.mark.parametrize("perbuatan", [peran, nonaktif, sandi, faktor, masa])
def test_nobody_does_these_to_his_own_account(
    perbuatan: Callable[[Pengguna, Pengguna], None], administrator: Pengguna
) -> None:
    pasang_faktor(administrator)
    administrator.refresh_from_db()
    with pytest.raises(AturanDilanggar) as galat:
        perbuatan(administrator, administrator)
    assert galat.value.kode == "DIRI_SENDIRI"
    administrator.refresh_from_db()
    assert administrator.boleh_masuk() and punya_faktor(administrator)


def test_the_role_admin_does_not_reach_an_emergency_account(administrator: Pengguna, dinas: UnitKerja) -> None:
    darurat = Pengguna.objects.create_superuser("darurat", "sandi-darurat-panjang", nama="Darurat", unit=dinas)
    for perbuatan in (peran, nonaktif, sandi, faktor, masa):
        with pytest.raises(AturanDilanggar) as galat:
            perbuatan(darurat, administrator)
        assert galat.value.kode == "AKUN_DARURAT"
    with pytest.raises(AturanDilanggar):
        layanan.pengguna_keluarkan(pengguna=darurat, oleh=administrator)


def test_taking_a_factor_away_tells_its_owner_and_keeps_the_reason(administrator: Pengguna, staf: Pengguna) -> None:
    pasang_faktor(staf)
    staf.refresh_from_db()
    layanan.pengguna_lepas_faktor(pengguna=staf, oleh=administrator, sebab="telepon hilang")
    assert not punya_faktor(staf)
    assert Pemberitahuan.objects.get(pengguna=staf).tautan == "/akun/"
    peristiwa = riwayat_objek(staf)[0]
    assert (peristiwa.sebutan, peristiwa.sebab) == ("Faktor kedua dilepas administrator", "telepon hilang")


def test_a_stale_version_is_refused(administrator: Pengguna, staf: Pengguna) -> None:
    lama = Pengguna.objects.get(pk=staf.pk)
    layanan.pengguna_ubah(pengguna=staf, isian={"nama": "Laras W."}, oleh=administrator)
    with pytest.raises(VersiBerubah):
        layanan.pengguna_ubah(pengguna=lama, isian={"nama": "Lain"}, oleh=administrator)


def test_a_village_needs_a_village(administrator: Pengguna, desa: Wilayah) -> None:
    isian: dict[str, Any] = {"nama": "Operator Desa", "desa": desa}
    assert layanan.pengguna_tambah(username="op1", isian=isian, peran=["desa"], oleh=administrator).desa == desa
    with pytest.raises(ValidationError):
        layanan.pengguna_tambah(username="op2", isian={"nama": "Tanpa"}, peran=["desa"], oleh=administrator)
    assert not Pengguna.objects.filter(username="op2").exists()

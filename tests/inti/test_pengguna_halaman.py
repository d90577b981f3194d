"""Account pages: what the form declares and nothing more, the password shown once, and the administrator only."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from inti.models import Pengguna, UnitKerja, Wilayah

SELUNDUPAN = {
    "is_superuser": "on",
    "is_staff": "on",
    "is_active": "",
    "akun_demo": "on",
    "password": "md5$x$y",
    "wajib_ganti_sandi": "",
    "sandi_sekali_sampai": "",
    "tema": "dark",
    "dibuang_pada": "2020-01-01",
    "dibuat_pada": "2020-01-01",
    "groups": "1",
    "user_permissions": "1",
    "id": "999",
    "pk": "999",
    "peran_lain": "admin",
}


@pytest.fixture
def klien(administrator: Pengguna, instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]) -> Client:
    return masuk_sebagai(administrator)


def isian_baru(unit: UnitKerja, /, **ganti: Any) -> dict[str, Any]:
    return {"nama": "Sari Dewi", "username": "sari", "peran": ["staf"], "unit": unit.pk, **ganti}


def test_the_list_shows_who_where_and_until_when(
    klien: Client, peran: dict[str, Pengguna], django_assert_max_num_queries: Callable
) -> None:
    isi = klien.get("/kantor/pengguna/?semua=1").content.decode()
    for p in peran.values():
        assert p.nama in isi
    assert "Bidang Linjamsos" in isi and "PT Samudra" in isi and "Desa Sumberjo" in isi
    with django_assert_max_num_queries(14):
        klien.get("/kantor/pengguna/?semua=1")
    magang = klien.get("/kantor/pengguna/?peran=magang").content.decode()
    assert "Arif Gunawan" in magang and "Rina Puspita" not in magang


def test_a_new_account_shows_its_password_once(klien: Client, unit: UnitKerja) -> None:
    balasan = klien.post("/kantor/pengguna/baru/", isian_baru(unit, kunci_kirim="k1"))
    sandi = re.search(r'tu-sandi-sekali">([^<]+)<', balasan.content.decode())
    baru = Pengguna.objects.get(username="sari")
    assert sandi and baru.check_password(sandi[1])
    assert balasan.headers["Cache-Control"].startswith("no-store")
    lagi = klien.post("/kantor/pengguna/baru/", isian_baru(unit, kunci_kirim="k1", username="sari2"), follow=True)
    assert sandi[1] not in lagi.content.decode() and Pengguna.objects.filter(username__startswith="sari").count() == 1
    assert sandi[1] not in klien.get(f"/kantor/pengguna/{baru.pk}/").content.decode()


@pytest.mark.parametrize(
    "keliru",
    [
        {"username": "a b"},
        {"username": "\u0430dmin"},  # Cyrillic a
        {"username": "admin"},
        {"username": "ADMIN"},
        {"peran": []},
        {"peran": ["dewa"]},
        {"unit": ""},
        {"unit": "999999"},
        {"peran": ["desa"]},
        {"peran": ["magang"]},
        {"desa": "99.99.99.9999"},
        {"nama": ""},
        {"berlaku_mulai": "20-11-2026", "berlaku_sampai": "19-11-2026"},
    ],
)
def test_a_form_that_does_not_fit_makes_no_account(keliru: dict[str, Any], klien: Client, unit: UnitKerja) -> None:
    sebelum = Pengguna.objects.count()
    balasan = klien.post("/kantor/pengguna/baru/", isian_baru(unit, **keliru))
    assert balasan.status_code == 422 and Pengguna.objects.count() == sebelum
    assert "Belum tersimpan" in balasan.content.decode()


def test_a_village_is_chosen_by_its_code(klien: Client, desa: Wilayah, unit: UnitKerja) -> None:
    klien.post("/kantor/pengguna/baru/", isian_baru(unit, peran=["desa"], unit="", desa=f" {desa.kode} "))
    akun = Pengguna.objects.get(username="sari")
    assert akun.desa == desa
    assert f'value="{desa.kode}"' in klien.get(f"/kantor/pengguna/{akun.pk}/ubah/").content.decode()


def test_creating_takes_nothing_that_the_form_does_not_declare(klien: Client, unit: UnitKerja) -> None:
    Group.objects.get(name="admin")
    klien.post("/kantor/pengguna/baru/", {**SELUNDUPAN, **isian_baru(unit)})
    p = Pengguna.objects.get(username="sari")
    assert (p.is_superuser, p.is_staff, p.is_active, p.akun_demo, p.tema, p.versi) == (False, False, True, False, "", 1)
    assert p.wajib_ganti_sandi and p.sandi_sekali_sampai and p.dibuang_pada is None and p.pk != 999
    assert [g.name for g in p.groups.all()] == ["staf"] and not p.user_permissions.exists()


def test_changing_takes_nothing_that_the_form_does_not_declare(klien: Client, staf: Pengguna) -> None:
    sebelum = Pengguna.objects.filter(pk=staf.pk).values().get()
    isian = {**SELUNDUPAN, "username": "lain", "peran": ["admin"], "nama": "Laras W.", "unit": staf.unit_id, "versi": 1}
    assert klien.post(f"/kantor/pengguna/{staf.pk}/ubah/", isian).status_code == 302
    sesudah = Pengguna.objects.filter(pk=staf.pk).values().get()
    berubah = {k for k in sebelum if sebelum[k] != sesudah[k]}
    assert berubah == {"nama", "versi", "diubah_pada"}
    assert [g.name for g in staf.groups.all()] == ["staf"]


@pytest.mark.parametrize("rute", ["peran", "nonaktifkan", "aktifkan", "kata-sandi", "faktor-kedua", "keluarkan"])
def test_verbs_take_nothing_that_they_do_not_declare(rute: str, klien: Client, staf: Pengguna) -> None:
    sebelum = Pengguna.objects.filter(pk=staf.pk).values().get()
    klien.post(
        f"/kantor/pengguna/{staf.pk}/{rute}/",
        {**SELUNDUPAN, "nama": "X", "alasan": "uji", "peran": ["staf"], "versi": 1},
    )
    sesudah = Pengguna.objects.filter(pk=staf.pk).values().get()
    boleh = {"versi", "diubah_pada"}
    sandi = {"password", "wajib_ganti_sandi", "sandi_sekali_sampai", "sandi_oleh_id", "sandi_oleh_pada"}
    boleh |= {"nonaktifkan": {"is_active"}, "kata-sandi": sandi}.get(rute, set())
    assert {k for k in sebelum if sebelum[k] != sesudah[k]} <= boleh


def test_an_administrator_changes_neither_his_own_roles_nor_shuts_himself(
    klien: Client, administrator: Pengguna
) -> None:
    for rute, isian in (
        ("peran", {"peran": ["admin", "pimpinan"]}),
        ("nonaktifkan", {"alasan": "x"}),
        ("kata-sandi", {"alasan": "x"}),
    ):
        balasan = klien.post(f"/kantor/pengguna/{administrator.pk}/{rute}/", {**isian, "versi": administrator.versi})
        assert balasan.status_code == 409 and "Anda sendiri" in balasan.content.decode()
    administrator.refresh_from_db()
    assert administrator.is_active and [g.name for g in administrator.groups.all()] == ["admin"]
    assert "Nonaktifkan" not in klien.get(f"/kantor/pengguna/{administrator.pk}/").content.decode()


def test_a_verb_on_a_stale_version_shows_what_happened(klien: Client, staf: Pengguna) -> None:
    klien.post(f"/kantor/pengguna/{staf.pk}/ubah/", {"nama": "Laras W.", "unit": staf.unit_id, "versi": 1})
    balasan = klien.post(f"/kantor/pengguna/{staf.pk}/nonaktifkan/", {"alasan": "uji", "versi": 1})
    assert balasan.status_code == 409 and "Data sudah berubah" in balasan.content.decode()
    staf.refresh_from_db()
    assert staf.is_active


def test_the_history_tab_reads(klien: Client, staf: Pengguna) -> None:
    klien.post(f"/kantor/pengguna/{staf.pk}/peran/", {"peran": ["staf", "penyelia"], "dasar": "SK 7", "versi": 1})
    klien.post(f"/kantor/pengguna/{staf.pk}/nonaktifkan/", {"alasan": "cuti", "versi": 2})
    isi = klien.get(f"/kantor/pengguna/{staf.pk}/riwayat/").content.decode()
    for teks in (
        "Peran diatur",
        "Semula Staf; menjadi Penyelia, Staf. SK 7",
        "Akun dinonaktifkan",
        "cuti",
        "Bima Prakasa",
    ):
        assert teks in isi
    assert "md5$" not in isi

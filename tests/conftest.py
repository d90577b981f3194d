"""The cast of the tests: one user per role, two units, two villages, two companies; and the demonstration office."""

from __future__ import annotations

import datetime as dt
import logging
import os
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client, TransactionTestCase
from django.utils import timezone
from hypothesis import HealthCheck
from hypothesis import settings as sifat

from inti.demo.kantor import sandi_demo
from inti.models import Instansi, Pengguna, Perusahaan, UnitKerja, Wilayah
from kepegawaian.models import Pegawai
from tests import basis

settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
logging.getLogger("django.request").setLevel(logging.ERROR)  # a refusal is what most tests ask for, not news
SANDI = "sandi-uji-yang-panjang"
SISTEM_SENDIRI = {"pabrik", "sistem", "server_nomor"}  # fixtures that start systems of their own


# A busy machine is no failure of a property: examples are counted, not timed.
sifat.register_profile("kantor", deadline=None, suppress_health_check=[HealthCheck.too_slow])
sifat.load_profile("kantor")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With HANYA_BASIS_DATA set, only what the kind of database can change: CI's second run, on PostgreSQL.

    Those are the modules and tests marked `keduanya` (SQL of our own, locks, constraints, imports, search, one walk) and
    every test that commits; the whole second run is a matter of `make test-lama`.
    """
    if not os.environ.get("HANYA_BASIS_DATA"):
        return
    lewat = [i for i in items if not (i.get_closest_marker("keduanya") or _menyimpan(i)) or not _memakai_basis_data(i)]
    config.hook.pytest_deselected(items=lewat)
    items[:] = [i for i in items if i not in set(lewat)]


def _menyimpan(item: pytest.Item) -> bool:
    tanda = item.get_closest_marker("django_db")
    sungguh = bool(tanda and tanda.kwargs.get("transaction"))
    return sungguh or bool(set(getattr(item, "fixturenames", ())) & {"transactional_db", "sistem", "server_nomor"})


def _memakai_basis_data(item: pytest.Item) -> bool:
    fixture = set(getattr(item, "fixturenames", ()))
    return bool(
        item.get_closest_marker("django_db") or fixture & {"db", "transactional_db", "live_server", *SISTEM_SENDIRI}
    )


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before any fixture: the copy of the template that the test asks for."""
    if _memakai_basis_data(item):
        basis.pakai(basis.ISI if "kantor_demo" in getattr(item, "fixturenames", ()) else basis.KOSONG)


@pytest.fixture(scope="session")
def django_db_setup() -> None:
    """Nothing to make: see pytest_runtest_setup."""


def _tanpa_mengosongkan(self: TransactionTestCase) -> None:
    """After a test that commits: its copy of the database is thrown away, not emptied table by table."""
    basis.kotorkan()


TransactionTestCase._fixture_teardown = _tanpa_mengosongkan  # type: ignore[method-assign]


def buat_pengguna(username: str, peran: str, **isian: Any) -> Pengguna:
    """A user with a role and the tests' password."""
    pengguna = Pengguna.objects.create_user(username, SANDI, nama=isian.pop("nama", username.title()), **isian)
    pengguna.groups.set([Group.objects.get(name=peran)] if peran else [])
    return pengguna


@pytest.fixture
def instansi(db: None) -> Instansi:
    return Instansi.objects.create(
        nama="Dinas Sosial",
        nama_pendek="Dinsos",
        pemerintah="Pemerintah Kabupaten Wanasari",
        alamat="Jalan Melati 8",
        kota="Wanasari",
    )


@pytest.fixture
def unit(db: None) -> UnitKerja:
    return UnitKerja.objects.get_or_create(
        kode="linjamsos", defaults={"nama": "Bidang Linjamsos", "jalur": "dinsos/linjamsos/"}
    )[0]


@pytest.fixture
def unit_lain(db: None) -> UnitKerja:
    return UnitKerja.objects.get_or_create(
        kode="rehsos", defaults={"nama": "Bidang Rehsos", "jalur": "dinsos/rehsos/"}
    )[0]


@pytest.fixture
def dinas(db: None) -> UnitKerja:
    return UnitKerja.objects.get_or_create(kode="dinsos", defaults={"nama": "Dinas Sosial", "jalur": "dinsos/"})[0]


@pytest.fixture
def kecamatan(db: None) -> Wilayah:
    return Wilayah.objects.create(kode="99.71.01", nama="WANASARI BARAT", tingkat="KECAMATAN")


@pytest.fixture
def desa(kecamatan: Wilayah) -> Wilayah:
    return Wilayah.objects.create(kode="99.71.01.2001", nama="DESA SUMBERJO", tingkat="DESA", induk=kecamatan)


@pytest.fixture
def desa_lain(kecamatan: Wilayah) -> Wilayah:
    return Wilayah.objects.create(kode="99.71.01.2002", nama="DESA KARANGANYAR", tingkat="DESA", induk=kecamatan)


@pytest.fixture
def loket(unit: UnitKerja) -> Pengguna:
    return buat_pengguna("loket", "loket", unit=unit, nama="Rina Puspita")


@pytest.fixture
def loket_2(unit: UnitKerja) -> Pengguna:
    return buat_pengguna("loket2", "loket", unit=unit, nama="Bagas Pramono")


@pytest.fixture
def staf(unit: UnitKerja) -> Pengguna:
    return buat_pengguna("staf", "staf", unit=unit, nama="Laras Wulandari")


@pytest.fixture
def konselor(unit_lain: UnitKerja) -> Pengguna:
    """The additional role by itself, so that the matrix shows what it alone opens."""
    return buat_pengguna("konselor", "konselor", unit=unit_lain, nama="Wening Lestari")


@pytest.fixture
def personalia(unit_lain: UnitKerja) -> Pengguna:
    """The personnel desk: an additional role too, which keeps the whole office's staff files."""
    return buat_pengguna("personalia", "personalia", unit=unit_lain, nama="Endang Lestari")


@pytest.fixture
def arsiparis(unit_lain: UnitKerja) -> Pengguna:
    """The letter desk and archive: an additional role, which registers letters and keeps records of the whole office."""
    return buat_pengguna("arsiparis", "arsiparis", unit=unit_lain, nama="Siti Rahmawati")


@pytest.fixture
def staf_lain(unit_lain: UnitKerja) -> Pengguna:
    return buat_pengguna("staf2", "staf", unit=unit_lain, nama="Yoga Pratama")


@pytest.fixture
def magang(unit: UnitKerja, penyelia: Pengguna) -> Pengguna:
    hari = timezone.localdate()
    return buat_pengguna(
        "magang",
        "magang",
        unit=unit,
        nama="Arif Gunawan",
        atasan=penyelia,
        berlaku_mulai=hari - dt.timedelta(days=3),
        berlaku_sampai=hari + dt.timedelta(days=30),
    )


@pytest.fixture
def penyelia(unit: UnitKerja) -> Pengguna:
    pengguna = buat_pengguna("penyelia", "penyelia", unit=unit, nama="Hendra Saputra")
    Pegawai.objects.create(
        nama="Hendra Saputra, S.Sos.",
        nip="198103052006041007",
        pangkat="III/d",
        jabatan="Kepala Bidang",
        unit=unit,
        pengguna=pengguna,
        boleh_menandatangani=True,
        atas_nama="a.n. Kepala Dinas Sosial",
    )
    return pengguna


@pytest.fixture
def pimpinan(dinas: UnitKerja) -> Pengguna:
    pengguna = buat_pengguna("pimpinan", "pimpinan", unit=dinas, nama="Ratna Kusumawati")
    Pegawai.objects.create(
        nama="Dra. Ratna Kusumawati, M.Si.",
        nip="197209141998032004",
        pangkat="IV/c",
        jabatan="Kepala Dinas Sosial",
        unit=dinas,
        pengguna=pengguna,
        boleh_menandatangani=True,
    )
    return pengguna


@pytest.fixture
def administrator(dinas: UnitKerja) -> Pengguna:
    return buat_pengguna("admin", "admin", unit=dinas, nama="Bima Prakasa", is_staff=True)


@pytest.fixture
def admin_desa(desa: Wilayah) -> Pengguna:
    return buat_pengguna("desa", "desa", desa=desa, nama="Admin Desa Sumberjo")


@pytest.fixture
def perusahaan(db: None) -> Pengguna:
    return buat_pengguna(
        "perusahaan",
        "perusahaan",
        perusahaan=Perusahaan.objects.create(npp="99000001", nama="PT Samudra"),
        nama="HRD Samudra",
    )


@pytest.fixture
def peran(
    administrator: Pengguna,
    pimpinan: Pengguna,
    penyelia: Pengguna,
    staf: Pengguna,
    loket: Pengguna,
    konselor: Pengguna,
    personalia: Pengguna,
    arsiparis: Pengguna,
    magang: Pengguna,
    admin_desa: Pengguna,
    perusahaan: Pengguna,
) -> dict[str, Pengguna]:
    """One user of every role."""
    return {
        "admin": administrator,
        "pimpinan": pimpinan,
        "penyelia": penyelia,
        "staf": staf,
        "loket": loket,
        "konselor": konselor,
        "personalia": personalia,
        "arsiparis": arsiparis,
        "magang": magang,
        "desa": admin_desa,
        "perusahaan": perusahaan,
    }


@pytest.fixture
def masuk_sebagai() -> Callable[[Pengguna], Client]:
    """A client signed in as a user."""

    def masuk(pengguna: Pengguna) -> Client:
        klien = Client()
        klien.force_login(pengguna, backend="inti.gerbang.auth.PenggunaBackend")
        return klien

    return masuk


@pytest.fixture
def kantor_demo(db: None) -> str:
    """The demonstration office, as it was built on this day; gives its password."""
    basis.taruh_berkas()
    return sandi_demo()

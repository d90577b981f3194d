"""A system set up carelessly refuses to serve, or is told so; one set up well has nothing to be told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from inti import checks
from inti.models import Pengguna

AKAR = Path(__file__).resolve().parents[2]
KUNCI = "Zq7-" + "aB3_xY9kLm2Rt5Vw8" * 4


def proses(tmp_path: Path, kode: str, **lingkungan: str | None) -> subprocess.CompletedProcess[str]:
    """Python in a system of its own with DEBUG off; a name given as None is not set."""
    (tmp_path / "berkas").mkdir(mode=0o700, exist_ok=True)
    (tmp_path / "segel").mkdir(mode=0o700, exist_ok=True)
    dasar: dict[str, str | None] = {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DEBUG": "0",
        "SECRET_KEY": KUNCI,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'd.sqlite3'}",
        "BERKAS_DIR": str(tmp_path / "berkas"),
        "SEGEL_DIR": str(tmp_path / "segel"),
        "ALLOWED_HOSTS": "kantor.example",
        "PROXY_TEPERCAYA": "127.0.0.1",
        "CSRF_TRUSTED_ORIGINS": "https://kantor.example",
    }
    isi = {k: v for k, v in (dasar | lingkungan).items() if v is not None}
    bersih = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG", "PYTHONPATH", "VIRTUAL_ENV"}}
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(kode)], cwd=AKAR, env=bersih | isi, capture_output=True, text=True
    )


@pytest.mark.parametrize(
    "kunci",
    [
        "x",
        "a" * 49,
        *(pytest.param(k, marks=pytest.mark.lama) for k in (None, "", " " * 60)),
    ],
)
def test_no_serving_with_debug_off_and_a_weak_key(kunci: str | None, tmp_path: Path) -> None:
    hasil = proses(tmp_path, "import config.wsgi", SECRET_KEY=kunci)
    assert hasil.returncode != 0 and "SECRET_KEY" in hasil.stderr


@pytest.mark.parametrize("kunci", ["a" * 60, "django-insecure-" + "x7Kp2" * 12, "ganti-kunci-ini-" * 5])
def test_no_serving_with_a_key_that_only_looks_long(kunci: str) -> None:
    """Long is not enough: one letter sixty times, Django's own mark of a throw-away key, the words of an example."""
    from config.kunci import kunci_lemah

    assert kunci_lemah(kunci)
    assert not kunci_lemah(KUNCI)


def test_debug_is_off_unless_asked_for(tmp_path: Path) -> None:
    hasil = proses(tmp_path, "from django.conf import settings as s; print(s.DEBUG, s.ALLOWED_HOSTS)", DEBUG=None)
    assert hasil.stdout.strip() == "False ['kantor.example']"


SELURUH = """
    import json, django
    django.setup()
    from django.apps import apps
    from django.core.checks import run_checks
    from django.core.management import call_command
    from django.conf import settings
    settings.MIGRATION_MODULES = {a.label: None for a in apps.get_app_configs()}  # tables at once, not step by step
    call_command("migrate", run_syncdb=True, verbosity=0)
    settings.MIGRATION_MODULES = {}
    temuan = [f"{t.id} {t.msg}" for t in run_checks(include_deployment_checks=True) if not t.is_silenced()]
    polos = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": polos}  # a checkout has collected none
    from django.test import Client
    k = Client()
    biasa = k.get("/masuk/", HTTP_HOST="kantor.example")
    b = k.get("/masuk/", secure=True, HTTP_HOST="kantor.example")
    hilang = Client(raise_request_exception=False).get("/tidak-ada/", secure=True, HTTP_HOST="kantor.example")
    palsu = Client(raise_request_exception=False).get("/masuk/", secure=True, HTTP_HOST="evil.example")
    print(json.dumps({
        "temuan": temuan, "kepala": dict(b.headers), "cookie": {n: dict(m) for n, m in k.cookies.items()},
        "pindah": [biasa.status_code, biasa.headers.get("Location", "")],
        "hilang": [hilang.status_code, dict(hilang.headers), hilang.content.decode()],
        "palsu": [palsu.status_code, palsu.content.decode()],
        "sesi": settings.SESSION_COOKIE_NAME, "aman": settings.SESSION_COOKIE_SECURE,
        "diam": settings.SILENCED_SYSTEM_CHECKS, "faktor": settings.WAJIB_FAKTOR_KEDUA,
    }))
"""


@pytest.fixture(scope="module")
def hidup(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A system with DEBUG off, as an office serves it: what it says of itself and what its replies carry."""
    hasil = proses(tmp_path_factory.mktemp("setelan"), SELURUH, DATABASE_URL="sqlite:///:memory:")
    assert hasil.returncode == 0, hasil.stderr[-2000:]
    return dict(json.loads(hasil.stdout.strip().splitlines()[-1]))


def test_a_well_set_up_system_has_nothing_to_be_told(hidup: dict[str, Any]) -> None:
    assert hidup["temuan"] == []
    assert hidup["diam"] == ["axes.W006"], "no check of Django's is silenced"
    assert hidup["faktor"] is True


def test_its_replies_are_for_tls_only(hidup: dict[str, Any]) -> None:
    assert hidup["pindah"] == [301, "https://kantor.example/masuk/"]
    for kepala in (hidup["kepala"], hidup["hilang"][1]):
        umur = int(kepala["Strict-Transport-Security"].split("max-age=")[1].split(";")[0])
        assert umur >= 31536000 and "includeSubDomains" in kepala["Strict-Transport-Security"]
        assert "unsafe" not in kepala["Content-Security-Policy"]


def test_its_cookies_belong_to_this_host_alone(hidup: dict[str, Any]) -> None:
    assert hidup["sesi"] == "__Host-sesi" and hidup["aman"]
    assert set(hidup["cookie"]) == {"__Host-csrf"}
    c = hidup["cookie"]["__Host-csrf"]
    assert c["secure"] and c["httponly"] and c["path"] == "/" and not c["domain"] and c["samesite"] == "Lax"


def test_its_errors_tell_nothing(hidup: dict[str, Any]) -> None:
    assert hidup["hilang"][0] == 404 and hidup["palsu"][0] == 400
    for isi in (hidup["hilang"][2], hidup["palsu"][1]):
        assert 'lang="id"' in isi and "Traceback" not in isi and "DEBUG" not in isi and "evil" not in isi


@pytest.mark.django_db
def test_demonstration_accounts_are_an_error_until_they_are_shut() -> None:
    akun = Pengguna.objects.create_user("contoh", "x" * 20, akun_demo=True)
    assert [t.id for t in checks.akun_demo(None)] == ["inti.E001"]
    akun.is_active = False
    akun.save()
    assert checks.akun_demo(None) == []


def test_the_example_key_and_a_weak_one_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    for kunci in ("", "x" * 49, "a" * 60, "django-insecure-" + "x7Kp2" * 12):
        monkeypatch.setenv("SECRET_KEY", kunci)
        assert [t.id for t in checks.kunci_sendiri(None)] == ["inti.E002"], kunci
    monkeypatch.setenv("SECRET_KEY", KUNCI)
    assert checks.kunci_sendiri(None) == []


@pytest.mark.parametrize(("apa", "mode"), [("BERKAS_DIR", 0o755), ("SEGEL_DIR", 0o710), ("basis", 0o640)])
def test_files_that_others_can_read_are_an_error(apa: str, mode: int, settings: Any, tmp_path: Path) -> None:
    for nama in ("BERKAS_DIR", "SEGEL_DIR"):
        (tmp_path / nama).mkdir(mode=0o700)
        setattr(settings, nama, tmp_path / nama)
    basis = tmp_path / "basis"
    basis.touch(mode=0o600)
    settings.DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(basis)}}
    assert checks.berkas_tertutup(None) == []
    (tmp_path / apa).chmod(mode)
    assert [t.id for t in checks.berkas_tertutup(None)] == ["inti.E003"]


@pytest.mark.parametrize("akhir", ["-wal", "-shm"])
def test_what_sqlite_keeps_beside_the_database_is_looked_at_too(akhir: str, settings: Any, tmp_path: Path) -> None:
    """The write-ahead file holds the newest rows in clear."""
    settings.BERKAS_DIR = settings.SEGEL_DIR = tmp_path / "tidak-ada"
    basis = tmp_path / "basis"
    basis.touch(mode=0o600)
    Path(f"{basis}{akhir}").touch()
    Path(f"{basis}{akhir}").chmod(0o644)
    settings.DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(basis)}}
    assert [t.id for t in checks.berkas_tertutup(None)] == ["inti.E003"]


@pytest.mark.django_db
def test_demo_makes_marked_accounts_only(kantor_demo: str) -> None:
    assert not Pengguna.objects.filter(akun_demo=False).exists()
    assert [t.id for t in checks.akun_demo(None)] == ["inti.E001"]

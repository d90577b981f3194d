"""T54: serving refuses an open door and says what to do; a proxy that nobody named is told to the administrator."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from inti import checks
from inti.models import Pemberitahuan, Pengguna
from tests.kepercayaan.test_setelan import KUNCI, proses

SIAPKAN = """
import os
os.umask(0o077)
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.conf import settings
for folder in (settings.BERKAS_DIR, settings.SEGEL_DIR):
    folder.mkdir(mode=0o700, exist_ok=True)
"""
CONTOH = "from inti.models import Pengguna\nPengguna.objects.create_user('contoh', 'x' * 20, akun_demo=True)"


def test_the_process_refuses_to_start_with_the_door_open(tmp_path: Path) -> None:
    """One system after another: sound, readable by others, with a demonstration login."""
    assert proses(tmp_path, SIAPKAN, SECRET_KEY=KUNCI).returncode == 0
    sehat = proses(tmp_path, "import config.wsgi", SECRET_KEY=KUNCI)
    assert sehat.returncode == 0, sehat.stderr
    (tmp_path / "d.sqlite3").chmod(0o644)
    terbuka = proses(tmp_path, "import config.wsgi", SECRET_KEY=KUNCI)
    assert terbuka.returncode != 0 and "d.sqlite3 dapat dibaca" in terbuka.stderr and "mode 600" in terbuka.stderr
    assert proses(tmp_path, "import config.wsgi", SECRET_KEY=KUNCI, DEBUG="1").returncode == 0
    (tmp_path / "d.sqlite3").chmod(0o600)
    isi = (
        "import os\nos.environ['DJANGO_SETTINGS_MODULE'] = 'config.settings'\nimport django\ndjango.setup()\n" + CONTOH
    )
    assert proses(tmp_path, isi, SECRET_KEY=KUNCI).returncode == 0
    contoh = proses(tmp_path, "import config.wsgi", SECRET_KEY=KUNCI)
    assert contoh.returncode != 0 and "akun contoh" in contoh.stderr and "Nonaktifkan" in contoh.stderr


def test_https_without_a_named_proxy_is_an_error(settings: Any) -> None:
    settings.HTTPS, settings.PROXY_TEPERCAYA = True, []
    (galat,) = checks.perantara_disebut(None)
    assert galat.id == "inti.E004" and "PROXY_TEPERCAYA=127.0.0.1" in str(galat.hint)
    settings.PROXY_TEPERCAYA = ["127.0.0.1"]
    assert checks.perantara_disebut(None) == []
    settings.HTTPS, settings.PROXY_TEPERCAYA = False, []
    assert checks.perantara_disebut(None) == []


@pytest.mark.django_db
def test_an_unnamed_proxy_is_told_to_the_administrator_once_a_day(
    administrator: Pengguna, staf: Pengguna, settings: Any
) -> None:
    def masuk(alamat: str, **kepala: str) -> int:
        isi = {"username": "tidak-ada", "password": "x"}
        Client().post("/masuk/", isi, REMOTE_ADDR=alamat, headers=kepala)
        return Pemberitahuan.objects.filter(pengguna=administrator).count()

    assert masuk("127.0.0.1") == 0
    assert masuk("8.8.8.8", **{"x-forwarded-for": "203.0.113.7"}) == 0, "from elsewhere anybody may write that header"
    assert masuk("127.0.0.1", **{"x-forwarded-for": "203.0.113.7"}) == 1
    assert masuk("127.0.0.1", **{"x-forwarded-for": "203.0.113.8"}) == 1
    assert "PROXY_TEPERCAYA" in Pemberitahuan.objects.get().teks and not staf.has_perm("inti.view_tugas")
    settings.PROXY_TEPERCAYA = ["10.0.0.5"]
    assert masuk("10.0.0.5", **{"x-forwarded-for": "203.0.113.7"}) == 1

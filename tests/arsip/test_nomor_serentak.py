"""Twenty clerks number at once: consecutive numbers, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from inti.models import Nomor
from tests.inti.test_nomor import salin_basis

AKAR = Path(__file__).resolve().parents[2]
SIAP = """
from django.conf import settings
from inti.models import Pengguna, UnitKerja
from kepegawaian.models import Pegawai
u = UnitKerja.objects.create(kode="uji", nama="Unit Uji", jalur="uji/")
Pengguna.objects.create_user("uji", "sandi-uji-yang-panjang", nama="Uji", unit=u)
Pegawai.objects.create(nama="Kepala Uji", jabatan="Kepala", unit=u, boleh_menandatangani=True)
"""


@pytest.fixture
def alamat_db(tmp_path: Path, transactional_db: None) -> Iterator[str]:
    """A real database for other processes: the test database on PostgreSQL, a migrated file on SQLite."""
    if connection.vendor == "postgresql":
        s = connection.settings_dict
        url = f"postgres://{s['USER']}:{s['PASSWORD']}@{s['HOST']}:{s['PORT']}/{s['NAME']}"
    else:
        url = f"sqlite:///{tmp_path / 'nomor.sqlite3'}"
        salin_basis(tmp_path / "nomor.sqlite3")
    assert jalankan(url, "manage.py", "shell", "-v", "0", "-c", SIAP).wait() == 0
    yield url


def jalankan(url: str, *argumen: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, *argumen], cwd=AKAR, env=os.environ | {"DATABASE_URL": url, "DB_POOL": "0"}
    )


def test_twenty_clerks_at_once_get_consecutive_numbers(alamat_db: str, tmp_path: Path) -> None:
    aba = tmp_path / "mulai"
    proses = [jalankan(alamat_db, "-m", "tests.arsip.pengambil_nomor", "1", str(aba)) for _ in range(20)]
    aba.write_text("ya")
    assert [p.wait(timeout=240) for p in proses] == [0] * 20
    if alamat_db.startswith("sqlite"):
        berkas = alamat_db.removeprefix("sqlite:///")
        urut = [u for (u,) in sqlite3.connect(berkas).execute("SELECT urut FROM inti_nomor ORDER BY urut")]
    else:
        urut = list(Nomor.objects.order_by("urut").values_list("urut", flat=True))
    assert urut == list(range(1, 21))

"""The databases of the tests: copies of two templates that are built once, an empty office and the demonstration's.

A fresh database costs seconds of migrations, the demonstration office half a minute; a copy costs a blink. A template
is named after what makes it (migrations and rights; for the demonstration all source code and the day), lies in a
folder of the user that all workers and runs share (SQLite) or on the server (PostgreSQL), and is built by whoever
comes first. A test takes a template's copy by the fixtures that it names; one that commits has its copy made anew.
"""

from __future__ import annotations

import atexit
import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from inti.migrasi.lipat import aplikasi_kita

KOSONG, ISI = "kosong", "isi"
AKAR = Path(__file__).resolve().parents[1]
_kini: dict[str, str] = {}  # template -> this process's copy of it
_asal: list[str] = []  # the database that the settings name: never touched
_kotor: set[str] = set()  # copies that a test has committed to
_urut = iter(range(1_000_000))


def bersama() -> Path:
    """The folder of templates: this user's alone."""
    folder = Path(tempfile.gettempdir()) / f"tata-usaha-uji-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise PermissionError(folder)
    return folder


def _hanya_halaman(berkas: Path) -> bool:
    """Whether no row of the demonstration can come from this file: pages, and what they alone use."""
    bagian = berkas.relative_to(AKAR).with_suffix("").parts[1:]
    return bool({"views", "pages", "admin", "middleware", "checks", "templatetags"} & set(bagian)) or bagian[
        -1
    ].startswith(("urls", "columns", "filters", "forms"))


@lru_cache
def kunci(jenis: str) -> str:
    """Name of a template: what its rows come from, hashed."""
    isi = hashlib.sha256(f"{sys.version}{time.strftime('%F') if jenis == ISI else ''}".encode())
    pola = ("**/*.py", "**/*.csv") if jenis == ISI else ("migrations/*.py", "models/indeks_*.py", "permissions.py")
    kita = [a for a in aplikasi_kita() if Path(a.path).parent == AKAR]  # not an app that a test brings
    berkas = [b for app in kita for p in pola for b in Path(app.path).glob(p) if not _hanya_halaman(b)]
    for b in sorted(
        [*berkas, AKAR / "requirements.txt", *(AKAR / "inti/migrasi").glob("*.py"), AKAR / "inti/access.py"]
    ):
        isi.update(b.relative_to(AKAR).as_posix().encode() + b"\0" + b.read_bytes())
    return f"tu_{jenis}_{isi.hexdigest()[:16]}"


@contextlib.contextmanager
def _sendirian(nama: str) -> Iterator[None]:
    with (bersama() / f"{nama}.kunci").open("w") as f:
        fcntl.flock(f, fcntl.LOCK_EX)
        yield


def templat(jenis: str) -> str:
    """Name of the template: a file (SQLite) or a database (PostgreSQL); built when it is not there yet."""
    nama = kunci(jenis)
    with _sendirian(f"{nama}-{connection.vendor}"):
        if connection.vendor == "sqlite":
            berkas = bersama() / f"{nama}.sqlite3"
            if not berkas.exists():
                sementara = berkas.with_suffix(".baru")
                sementara.unlink(missing_ok=True)
                if jenis == ISI:
                    shutil.copy(templat(KOSONG), sementara)
                _buat(jenis, f"sqlite:///{sementara}")
                sementara.rename(berkas)
            return str(berkas)
        if not _ada(nama):
            sementara = f"{nama}_baru"
            perintah_pg(f"DROP DATABASE IF EXISTS {sementara}")
            perintah_pg(f"CREATE DATABASE {sementara}" + (f" TEMPLATE {templat(KOSONG)}" if jenis == ISI else ""))
            _buat(jenis, alamat_pg(sementara))
            perintah_pg(f"ALTER DATABASE {sementara} RENAME TO {nama}")
    return nama


def berkas_isi() -> Path:
    """The demonstration office's files, as they were made with its template."""
    return bersama() / f"{kunci(ISI)}-{connection.vendor}-berkas"


def _buat(jenis: str, url: str) -> None:
    folder = berkas_isi()
    if jenis == ISI:
        shutil.rmtree(folder, ignore_errors=True)
    lingkungan = os.environ | {"DATABASE_URL": url, "BERKAS_DIR": str(folder if jenis == ISI else bersama() / "-")}
    perintah = ["-m", "tests.contoh"] if jenis == ISI else ["manage.py", "migrate", "-v", "0", "--skip-checks"]
    hasil = subprocess.run([sys.executable, *perintah], cwd=AKAR, env=lingkungan, capture_output=True, text=True)
    if hasil.returncode:
        raise RuntimeError(hasil.stderr)


def alamat_pg(nama: str) -> str:
    """Address of a database on the tests' server."""
    s = connection.settings_dict
    return f"postgres://{s['USER']}:{s['PASSWORD']}@{s['HOST']}:{s['PORT']}/{nama}"


def perintah_pg(perintah: str) -> list[tuple[object, ...]]:
    """A statement that allows no transaction, at the server's own database. Out: its rows."""
    import psycopg

    with psycopg.connect(alamat_pg("postgres"), autocommit=True) as hubungan:
        kursor = hubungan.execute(perintah)
        return kursor.fetchall() if kursor.description else []


def _ada(nama: str) -> bool:
    return bool(perintah_pg(f"SELECT 1 FROM pg_database WHERE datname = '{nama}'"))


@lru_cache
def _folder() -> Path:
    """This process's databases: in memory where the system offers that."""
    folder = Path(tempfile.mkdtemp(prefix="basis-uji-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def salin(jenis: str) -> str:
    """A new copy of a template, whose name it gives."""
    dari = templat(jenis)
    if connection.vendor == "sqlite":
        return shutil.copy(dari, _folder() / f"{jenis}-{next(_urut)}.sqlite3")
    nama = f"uji_{os.getpid()}_{next(_urut)}"
    perintah_pg(f"CREATE DATABASE {nama} TEMPLATE {dari}")
    return nama


def buang(nama: str) -> None:
    """Do away with a copy."""
    if connection.vendor == "sqlite":
        for akhir in ("", "-wal", "-shm", "-journal"):
            Path(f"{nama}{akhir}").unlink(missing_ok=True)
    else:
        perintah_pg(f"DROP DATABASE IF EXISTS {nama} WITH (FORCE)")


def pakai(jenis: str) -> None:
    """Let the test that follows work on a template's copy."""
    nama = _kini.get(jenis)
    if nama is None or jenis in _kotor:
        if nama is not None:
            connection.close()
            buang(nama)
        nama = _kini[jenis] = salin(jenis)
        _kotor.discard(jenis)
    if not _asal:
        _asal.append(connection.settings_dict["NAME"])
        atexit.register(selesai)
    if connection.settings_dict["NAME"] != nama:
        connection.close()
        connection.settings_dict["NAME"] = nama
        ContentType.objects.clear_cache()


def taruh_berkas() -> None:
    """Put the demonstration office's files into this test's store."""
    shutil.copytree(berkas_isi(), settings.BERKAS_DIR, dirs_exist_ok=True)


def kotorkan() -> None:
    """The copy in use holds what a test committed: the next test gets another."""
    _kotor.update(j for j, n in _kini.items() if n == connection.settings_dict["NAME"])


def selesai() -> None:
    """Do away with this process's copies."""
    connection.close()
    connection.settings_dict["NAME"] = _asal[0]
    for nama in _kini.values():
        buang(nama)
    _kini.clear()

"""A throwaway database for a benchmark: SQLite in a temporary folder, or a PostgreSQL server of its own on loopback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PG_BIN = Path("/usr/lib/postgresql/15/bin")


def ada_postgresql() -> bool:
    """Whether a server can be started here."""
    return (PG_BIN / "initdb").exists()


@contextmanager
def url_sqlite() -> Iterator[str]:
    """DATABASE_URL of a fresh SQLite file."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield f"sqlite:///{folder}/bench.sqlite3"


@contextmanager
def url_postgresql() -> Iterator[str]:
    """DATABASE_URL of a fresh server with default settings; it is stopped and removed on leaving."""
    folder = Path(tempfile.mkdtemp(prefix="bench-pg-"))
    sebagai = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if sebagai:
        shutil.chown(folder, "postgres")
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    data, log = folder / "data", folder / "log"
    diam = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
    subprocess.run([*sebagai, str(PG_BIN / "initdb"), "-D", str(data), "-U", "tu", "-A", "trust", "-E", "UTF8"], **diam)
    opsi = f"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories={folder}"
    subprocess.run(
        [*sebagai, str(PG_BIN / "pg_ctl"), "-D", str(data), "-l", str(log), "-w", "-o", opsi, "start"], **diam
    )
    try:
        yield f"postgres://tu@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*sebagai, str(PG_BIN / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop"], **diam)
        shutil.rmtree(folder, ignore_errors=True)


def jalankan_terpisah(modul: str, url: str, *argumen: str) -> str:
    """Run `python -m modul argumen…` with this database in a process of its own; out: its stdout."""
    lingkungan = os.environ | {"DATABASE_URL": url, "DEBUG": "0", "SECRET_KEY": "bN3xY9kLm2Rt5Vw8" * 4, "DB_POOL": "0"}
    akar = Path(__file__).resolve().parent.parent
    hasil = subprocess.run(
        [sys.executable, "-m", modul, *argumen], env=lingkungan, cwd=akar, stdout=subprocess.PIPE, text=True, check=True
    )
    return hasil.stdout


def siapkan_django() -> None:
    """Set Django up on DATABASE_URL and make the tables."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)

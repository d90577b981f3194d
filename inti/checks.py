"""Checks that a system is fit to serve: no demonstration accounts, a key of its own, files that only it reads."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.db import DatabaseError


@register(deploy=True)
def akun_demo(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """Refuse a system that still has the demonstration logins."""
    from inti.models import Pengguna

    try:
        ada = Pengguna.objects.filter(akun_demo=True, is_active=True).exists()
    except DatabaseError:  # not migrated yet: there can be no such account
        return []
    if not ada:
        return []
    return [Error("Masih ada akun contoh.", hint="Nonaktifkan semua akun contoh sebelum melayani.", id="inti.E001")]


@register(deploy=True)
def kunci_sendiri(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """Refuse a missing, short or example secret key."""
    if not settings.KUNCI_LEMAH(os.environ.get("SECRET_KEY", "")):
        return []
    return [
        Error(
            f"SECRET_KEY belum diberikan, kurang dari {settings.PANJANG_KUNCI} karakter, atau kunci contoh.",
            id="inti.E002",
        )
    ]


@register(deploy=True)
def berkas_tertutup(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """Refuse a file store or a SQLite database that other users of the machine can read."""
    calon = [settings.BERKAS_DIR, settings.SEGEL_DIR]
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        basis = str(settings.DATABASES["default"]["NAME"])
        calon += [Path(f"{basis}{akhir}") for akhir in ("", "-wal", "-shm")]
    return [
        Error(
            f"{p.name} dapat dibaca pengguna lain di mesin ini.",
            hint="Beri mode 600 (berkas) atau 700 (folder).",
            id="inti.E003",
        )
        for p in calon
        if os.name == "posix" and p.exists() and stat.S_IMODE(p.stat().st_mode) & 0o077
    ]

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
    return [
        Error(
            "Masih ada akun contoh.",
            hint="Nonaktifkan semua akun contoh, atau mulai dengan basis data kosong, sebelum melayani.",
            id="inti.E001",
        )
    ]


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


@register(deploy=True)
def perantara_disebut(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """Refuse HTTPS without a named proxy: gunicorn speaks none itself, so one stands before it. Unnamed, every citizen
    has its address and all share one limit of tries."""
    if not getattr(settings, "HTTPS", False) or settings.PROXY_TEPERCAYA:
        return []
    return [
        Error(
            "PROXY_TEPERCAYA belum diisi: semua pengunjung tampak beralamat sama, dan batas percobaan mengenai semuanya.",
            hint="Isi dengan alamat peladen HTTPS di depan aplikasi, misalnya PROXY_TEPERCAYA=127.0.0.1.",
            id="inti.E004",
        )
    ]


def alasan_menolak_melayani() -> list[str]:
    """Why this process must not serve with DEBUG off, each with what to do: files that others read, demonstration logins."""
    temuan = [*berkas_tertutup(None), *akun_demo(None)]
    return [f"{t.msg} {t.hint or ''}".strip() for t in temuan]

"""Accounts: who may come in, with which roles, until when."""

from __future__ import annotations

from inti.models import Pengguna


def tema_pilih(*, pengguna: Pengguna, tema: str) -> None:
    """Keep a user's own choice of "light", "dark" or "" (follow the device); anything else is as the last."""
    Pengguna.objects.filter(pk=pengguna.pk).update(tema=tema if tema in {"light", "dark"} else "")

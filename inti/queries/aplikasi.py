"""Which apps are in use, and which can't be switched off because another needs them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from inti.models import AplikasiAktif
from inti.registry import Aplikasi, semua_aplikasi


def mati() -> QuerySet[AplikasiAktif]:
    """Switches that are off."""
    return AplikasiAktif.objects.hidup().filter(aktif=False)


def aplikasi_mati() -> set[str]:
    """Labels of the apps that this office doesn't use. One query."""
    return set(mati().values_list("kode", flat=True))


def aplikasi_rute(view: Callable[..., Any]) -> str:
    """Label of the app whose page a resolved view is; empty for the kernel's and for what is no app of ours."""
    modul = getattr(getattr(view, "view_class", view), "__module__", "").partition(".")[0]
    return modul if modul in semua_aplikasi() and modul != "inti" else ""


@dataclass(frozen=True)
class Saklar:
    """A switch as the page shows it: `dikunci` says why it can't be switched off now."""

    kode: str
    aplikasi: Aplikasi
    aktif: bool
    dikunci: str


def pemakai(kode: str, aktif: set[str]) -> list[str]:
    """Names (on the rail) of the apps in use that can't do without this one."""
    return [a.singkat for n, a in semua_aplikasi().items() if n in aktif and kode in a.memakai.split()]


def semua_saklar(aktif: set[str]) -> list[Saklar]:
    """Every app that an office may or must use, without the kernel, as it stands with these in use."""
    hasil = []
    for kode, a in semua_aplikasi().items():
        if kode == "inti":
            continue
        oleh = pemakai(kode, aktif)
        dikunci = "Selalu dipakai." if a.tetap else f"Dipakai {', '.join(oleh)}." if oleh else ""
        hasil.append(Saklar(kode, a, a.tetap or kode in aktif, dikunci))
    return hasil

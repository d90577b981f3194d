"""Deny by default: every route declares who may come in; roles are groups kept in step with `permissions.py`.

A view carries `izin`: PUBLIK, MASUK (any signed-in user), ADMIN_DJANGO, or the name of one permission.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from django.apps import AppConfig
from django.urls import URLPattern, URLResolver, get_resolver

if TYPE_CHECKING:
    from inti.models import Pengguna

PUBLIK = "publik"
MASUK = "masuk"
ADMIN_DJANGO = "admin-django"
PERAN = (
    "admin",
    "pimpinan",
    "penyelia",
    "staf",
    "loket",
    "konselor",
    "personalia",
    "arsiparis",
    "magang",
    "desa",
    "perusahaan",
)


@dataclass(frozen=True)
class Rute:
    """One route of the resolver: its name, path as written, methods and the permission it needs."""

    nama: str
    jalur: str
    metode: tuple[str, ...]
    izin: str
    hanya_usul: bool = False


def dengan_izin(izin: str, *, metode: tuple[str, ...] = ("GET",)) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declare what a function view needs and which methods it takes."""

    def hias(view: Callable[..., Any]) -> Callable[..., Any]:
        view.izin, view.metode = izin, metode  # type: ignore[attr-defined]
        return view

    return hias


FITUR_PERANGKAT = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")


def izin_perangkat(*fitur: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Let one function view's page ask for the camera, the place or the microphone; every other page may not.

    A class view says `perangkat = ("camera",)`. Raises ValueError for a feature that the house doesn't know.
    """
    if asing := set(fitur) - set(FITUR_PERANGKAT):
        raise ValueError(f"fitur perangkat tidak dikenal: {', '.join(sorted(asing))}")

    def hias(view: Callable[..., Any]) -> Callable[..., Any]:
        view.perangkat = fitur  # type: ignore[attr-defined]
        return view

    return hias


def perangkat_view(view: Callable[..., Any] | None) -> tuple[str, ...]:
    """What a resolved view lets its page ask for; nothing unless it says so."""
    return tuple(getattr(getattr(view, "view_class", view), "perangkat", ()))


def kebijakan_perangkat(boleh_pakai: tuple[str, ...]) -> str:
    """The header Permissions-Policy: these features for the page itself, nothing else for anybody."""
    return ", ".join(f"{f}=({'self' if f in boleh_pakai else ''})" for f in FITUR_PERANGKAT)


def izin_view(view: Callable[..., Any]) -> str | None:
    """What a resolved view declares; None when it declares nothing, which means nobody may come in."""
    kelas = getattr(view, "view_class", None)
    if kelas is not None:
        return getattr(kelas, "izin", None) or getattr(kelas, "permission", None) or None
    if getattr(view, "admin_site", None) is not None or getattr(view, "model_admin", None) is not None:
        return ADMIN_DJANGO
    return getattr(view, "izin", None)


def metode_view(view: Callable[..., Any]) -> tuple[str, ...]:
    """Methods that a view takes (besides HEAD and OPTIONS)."""
    kelas = getattr(view, "view_class", None)
    if kelas is not None:
        return tuple(m.upper() for m in ("get", "post") if hasattr(kelas, m))
    return getattr(view, "metode", ("GET", "POST"))


def hanya_usul(view: Callable[..., Any]) -> bool:
    """Whether what is sent here is about its sender, so that it waits for somebody else even if he holds the right."""
    return bool(getattr(getattr(view, "view_class", view), "hanya_usul", False))


def boleh(pengguna: Pengguna, izin: str) -> bool:
    """Whether this signed-in user holds what a route or menu line declares."""
    if izin in {PUBLIK, MASUK}:
        return True
    if izin == ADMIN_DJANGO:
        return pengguna.is_staff
    return pengguna.has_perm(izin)


def izin_usul(izin: str) -> str:
    """The permission to propose what `izin` allows: dtks.usul_putuskan_permohonan for dtks.putuskan_permohonan."""
    app, _, kode = izin.partition(".")
    return f"{app}.usul_{kode}"


def boleh_atau_usul(pengguna: Pengguna, izin: str) -> bool:
    """Whether a page offers this act: the user may do it, or propose it."""
    return boleh(pengguna, izin) or ("." in izin and pengguna.has_perm(izin_usul(izin)))


def semua_rute() -> list[Rute]:
    """Every route of the real resolver, in its order."""
    return list(_telusur(get_resolver().url_patterns, ""))


def _telusur(pola: list[URLPattern | URLResolver], awalan: str) -> Iterator[Rute]:
    for p in pola:
        jalur = awalan + str(p.pattern).removeprefix("^").removesuffix("$").removesuffix("\\Z")
        if isinstance(p, URLResolver):
            if p.app_name == "admin":
                yield from (
                    Rute(f"admin:{r.nama}", r.jalur, r.metode, PUBLIK if r.nama == "login" else ADMIN_DJANGO)
                    for r in _telusur(p.url_patterns, jalur)
                )
            else:
                yield from _telusur(p.url_patterns, jalur)
        else:
            yield Rute(
                p.name or "", "/" + jalur, metode_view(p.callback), izin_view(p.callback) or "", hanya_usul(p.callback)
            )


def hak_peran() -> dict[str, set[str]]:
    """Role -> permissions, out of every installed app's `permissions.py`."""
    from django.apps import apps

    hasil: dict[str, set[str]] = {peran: set() for peran in PERAN}
    for app in apps.get_app_configs():
        for izin, peran_peran in hak_app(app).items():
            for peran in peran_peran.split():
                hasil[peran].add(izin)
    return hasil


def hak_app(app: AppConfig) -> dict[str, str]:
    """The table of one app: permission -> roles separated by spaces."""
    modul = f"{app.name}.permissions"
    if find_spec(modul) is None:
        return {}
    return dict(importlib.import_module(modul).HAK)


def selaraskan_hak(app_config: AppConfig, using: str = "default", **_: Any) -> None:
    """Make the role groups hold exactly this app's table. Runs after each app's migration; safe to repeat."""
    from django.contrib.auth.models import Group, Permission

    tabel = hak_app(app_config)
    if not tabel:
        return
    _buat_izin_usul(tabel, app_config, using)
    ada = {
        f"{p.content_type.app_label}.{p.codename}": p
        for p in Permission.objects.using(using)
        .select_related("content_type")
        .filter(content_type__app_label=app_config.label)
    }
    asing = sorted(set(tabel) - set(ada))
    if asing:
        raise LookupError(f"{app_config.label}/permissions.py menyebut izin yang tidak ada: {', '.join(asing)}")
    for peran in PERAN:
        grup, _baru = Group.objects.using(using).get_or_create(name=peran)
        seharusnya = {ada[izin] for izin, siapa in tabel.items() if peran in siapa.split()}
        kini = set(grup.permissions.filter(content_type__app_label=app_config.label))
        if lebih := kini - seharusnya:
            grup.permissions.remove(*lebih)
        if kurang := seharusnya - kini:
            grup.permissions.add(*kurang)


def _buat_izin_usul(tabel: dict[str, str], app_config: AppConfig, using: str) -> None:
    """Permissions to propose exist as soon as an app's table names them; each stands beside the right it stands for."""
    from django.contrib.auth.models import Permission

    for izin in tabel:
        app, _, kode = izin.partition(".")
        if not kode.startswith("usul_"):
            continue
        asal = (
            Permission.objects.using(using)
            .filter(content_type__app_label=app, codename=kode.removeprefix("usul_"))
            .first()
        )
        if asal is not None:
            Permission.objects.using(using).get_or_create(
                content_type=asal.content_type, codename=kode, defaults={"name": f"Mengusulkan: {asal.name}"[:255]}
            )

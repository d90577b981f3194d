"""Read an app's `isi.py`: refuse what the kernel doesn't know, and write out the names that it says in short."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Any, get_args, get_origin, get_type_hints

from django.apps import AppConfig
from django.core.exceptions import ImproperlyConfigured

from inti.access import ADMIN_DJANGO, MASUK, PUBLIK
from inti.pendaftaran.macam import Isi

_ASING = re.compile(r"(\w+)\.__init__\(\) got an unexpected keyword argument '(\w+)'")


def baca_isi(app: AppConfig) -> Isi:
    """What an app gives, with full names. Raises ImproperlyConfigured, naming the app and the key that is not known."""
    berkas = f"{app.label}/isi.py"
    try:
        isi = getattr(import_module(f"{app.name}.isi"), "ISI", None)
    except TypeError as galat:
        if cocok := _ASING.search(str(galat)):
            raise ImproperlyConfigured(f"{berkas} menyebut '{cocok[2]}', yang tidak dikenal {cocok[1]}.") from galat
        raise
    if not isinstance(isi, Isi):
        raise ImproperlyConfigured(f"{berkas} tidak berisi ISI = Isi(...).")
    for kunci, kelas in bagian().items():
        nilai = getattr(isi, kunci)
        if not (isinstance(nilai, tuple) and all(isinstance(n, kelas) for n in nilai)):
            raise ImproperlyConfigured(f"{berkas}: '{kunci}' harus berupa tuple berisi {kelas.__name__}.")
    return lengkapi(isi, app)


@cache
def bagian() -> dict[str, type]:
    """Parts of an `Isi` that hold several things, each with the class of these (str: dotted paths)."""
    return {n: get_args(t)[0] for n, t in get_type_hints(Isi).items() if get_origin(t) is tuple}


def macam(satu: Any) -> dict[str, str]:
    """Fields of a declaration that name something, each with what it names (see the aliases in `macam.py`)."""
    return _macam(satu.__class__)


@cache
def _macam(kelas: type) -> dict[str, str]:
    semua = get_type_hints(kelas, include_extras=True).items()
    return {n: t.__metadata__[0] for n, t in semua if hasattr(t, "__metadata__")}


def lengkapi(isi: Isi, app: AppConfig) -> Isi:
    """The same with every name written out in full."""
    ruang = app.label if isi.ruang is None else isi.ruang
    cara: dict[str, Callable[[Any], Any]] = {
        "jalur": lambda n: f"{app.name}{n}" if n.startswith(".") else n,
        "rute": lambda n: n if ":" in n or not ruang else f"{ruang}:{n}",
        "izin": lambda n: n if "." in n or n in {MASUK, PUBLIK, ADMIN_DJANGO} else f"{app.label}.{n}",
        "kode": lambda n: n,
        "kode_app": lambda n: f"{app.label}.{n}" if n else app.label,
        "label": lambda n: n if "." in n else f"{app.label}.{n}",
        "app": lambda _: app.label,
        "kelompok": lambda n: isi.aplikasi.nama if n is None else n,
    }

    def penuh(satu: Any) -> Any:
        if isinstance(satu, str):
            return cara["jalur"](satu)
        return replace(satu, **{n: cara[apa](getattr(satu, n)) for n, apa in macam(satu).items()})

    semua: dict[str, Any] = {kunci: tuple(penuh(n) for n in getattr(isi, kunci)) for kunci in bagian()}
    return replace(isi, **semua)

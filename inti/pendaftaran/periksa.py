"""System checks: what the apps' `isi.py` name exists, and nothing is given twice. Nothing is imported for it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.auth import get_permission_codename
from django.core.checks import CheckMessage, Error, register
from django.urls import URLResolver, get_resolver

from inti import registry
from inti.access import ADMIN_DJANGO, MASUK, PUBLIK, hak_app
from inti.pendaftaran.baca import bagian, macam
from inti.pendaftaran.macam import Bersegel, Isi

Pernyataan = tuple[str, str, Any]  # label of the app, part of its `isi.py`, the declaration


@register()
def isi_aplikasi(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """All that every app declares; once their nouns are found, also what these declare of themselves."""
    semua = registry.semua_isi()
    return list(periksa_isi(pernyataan(semua))) or list(periksa_isi(pernyataan(registry.dengan_sumber(semua))))


def pernyataan(semua: dict[str, Isi]) -> Iterator[Pernyataan]:
    """Each declaration of each app with its place."""
    return ((label, b, p) for label, isi in semua.items() for b in bagian() for p in getattr(isi, b))


def periksa_isi(semua: Iterable[Pernyataan]) -> Iterator[CheckMessage]:
    """One error for each name that doesn't exist and each that is given twice, with its app, part and name."""
    pemilik: dict[tuple[str, str], str] = {}
    for label, kunci, p in semua:
        for apa, nama in _nama(p):
            if nama and apa in _ADA and not _ADA[apa][1](nama):
                yield Error(f"{label}/isi.py, {kunci}: {_ADA[apa][0]} '{nama}' tidak ada.", id=f"inti.isi.{apa}")
            if apa in {"rute", "kode", "kode_app", "label"} or isinstance(p, str):
                tanda = (kunci, "" if kunci in {"penerbit_surat", "pembatal_surat"} else nama)
                if tanda in pemilik:
                    pesan = f"{label}/isi.py, {kunci}: '{nama}' sudah dinyatakan {pemilik[tanda]}/isi.py."
                    yield Error(pesan, id="inti.isi.ganda")
                pemilik[tanda] = label
        if isinstance(p, Bersegel) and _ada_label(p.model):
            bidang = {f.attname for f in apps.get_model(p.model)._meta.concrete_fields}
            for nama in (k for k in p.kolom.split() if k not in bidang):
                yield Error(f"{label}/isi.py, {kunci}: {p.model} tidak berkolom '{nama}'.", id="inti.isi.kolom")


def _nama(p: Any) -> list[tuple[str, str]]:
    """What a declaration names: kind and name."""
    return [("jalur", p)] if isinstance(p, str) else [(apa, getattr(p, n)) for n, apa in macam(p).items()]


@cache
def _rute() -> frozenset[str]:
    """Full names of the routes that need no argument. Read off the patterns: `reverse` would compile every one of them."""
    return frozenset(_telusur(get_resolver().url_patterns, ""))


def _telusur(pola: Iterable[Any], ruang: str) -> Iterator[str]:
    for p in pola:
        if "<" in str(p.pattern):
            continue
        if isinstance(p, URLResolver):
            yield from _telusur(p.url_patterns, f"{ruang}{p.namespace}:" if p.namespace else ruang)
        elif p.name:
            yield ruang + p.name


def _ada_label(label: str) -> bool:
    try:
        return bool(apps.get_model(label))
    except LookupError:
        return False


@cache
def _izin() -> frozenset[str]:
    """Permissions that migrations make: of the models, and to propose."""
    hasil = {MASUK, PUBLIK, ADMIN_DJANGO}
    for model in apps.get_models():
        o = model._meta
        kode = [get_permission_codename(apa, o) for apa in o.default_permissions] + [k for k, _ in o.permissions]
        hasil |= {f"{o.app_label}.{k}" for k in kode}
    return frozenset(hasil | {i for a in apps.get_app_configs() for i in hak_app(a) if ".usul_" in i})


@cache
def _berkas(modul: str) -> str | None:
    """File of a module, found without importing it or its packages; None when there is none."""
    if modul in sys.modules:
        return sys.modules[modul].__file__
    tempat, spec = None, None
    bagian_nama = modul.split(".")
    for n in range(len(bagian_nama)):
        spec = PathFinder.find_spec(".".join(bagian_nama[: n + 1]), tempat)
        if spec is None:
            return None
        tempat = spec.submodule_search_locations
    return spec.origin if spec else None


@cache
def _kata(berkas: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", Path(berkas).read_text(encoding="utf-8")))


def _ada_jalur(jalur: str) -> bool:
    """Whether the module exists and its source holds the name. That it is what is wanted, a test says."""
    modul, _, nama = jalur.rpartition(".")
    berkas = _berkas(modul)
    return berkas is not None and (nama in _kata(berkas) or _berkas(jalur) is not None)


_ADA: dict[str, tuple[str, Callable[[str], bool]]] = {
    "jalur": ("jalur", _ada_jalur),
    "rute": ("rute", lambda rute: rute in _rute()),
    "izin": ("izin", lambda izin: izin in _izin()),
    "label": ("model", _ada_label),
}

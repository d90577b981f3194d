"""Fold an app's migrations into its first one, as long as no office has data (docs/keputusan/0009)."""

from __future__ import annotations

import sysconfig
from pathlib import Path

from django.apps import AppConfig, apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import CreateModel
from django.db.migrations.state import ModelState
from django.db.migrations.writer import MigrationWriter

from inti.migrasi.operasi import Sekaligus

KEPALA = '"""All tables of this app, made at once. Written by `manage.py lipat_migrasi`, not by hand."""\n\n'
AWAL, SISA = "0001_initial", "0002_tabel"


def aplikasi_kita() -> list[AppConfig]:
    """Apps whose code lies in this project, and not among what is installed for it."""
    akar = Path(settings.BASE_DIR)
    luar = Path(sysconfig.get_paths()["purelib"])
    return [a for a in apps.get_app_configs() if akar in Path(a.path).parents and luar not in Path(a.path).parents]


def berkas_migrasi(app: AppConfig, *, tetap: bool) -> list[Path]:
    """An app's migration files: those written by hand, which say `tetap = True` in their class and stay, or the rest."""
    semua = sorted((Path(app.path) / "migrations").glob("[0-9]*.py"))
    return [b for b in semua if ("    tetap = True\n" in b.read_text(encoding="utf-8")) is tetap]


def tulisan_awal() -> dict[Path, str]:
    """The first migrations of each of our apps, as its models are now: path -> source. Nothing is written.

    The user's table and what it points to come first, then the tables of other people's apps, then the rest of ours:
    each field that such an app adds draws up anew every model that hangs together with the user.
    """
    kita = aplikasi_kita()
    kelas_pengguna = get_user_model()
    inti = kelas_pengguna._meta.app_config
    luar = dict(MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes())
    for app in kita:
        luar.pop(app.label, None)
    hasil = {}
    for app in kita:
        semua = list(app.get_models(include_auto_created=False))
        bawah = [(a.label, SISA if a is inti else AWAL) for a in kita if a.label in _tujuan(app)]
        if app is inti:
            dulu = _bergantung(kelas_pengguna, semua)
            hasil[_berkas(app, AWAL)] = _tulis(app, AWAL, dulu, [("auth", luar["auth"])])
            semua = [m for m in semua if m not in dulu]
            hasil[_berkas(app, SISA)] = _tulis(app, SISA, semua, [(app.label, AWAL), *sorted(luar.items())])
        else:
            hasil[_berkas(app, AWAL)] = _tulis(app, AWAL, semua, bawah)
    return hasil


def _berkas(app: AppConfig, nama: str) -> Path:
    return Path(app.path) / "migrations" / f"{nama}.py"


def _tulis(app: AppConfig, nama: str, model: list[type[models.Model]], butuh: list[tuple[str, str]]) -> str:
    migrasi = Migration(nama, app.label)
    migrasi.initial = nama == AWAL
    migrasi.dependencies = butuh
    rupa = [ModelState.from_model(m) for m in model]
    buat = [CreateModel(m.name, list(m.fields.items()), m.options, m.bases, m.managers) for m in rupa]
    migrasi.operations = [Sekaligus(buat)]
    return KEPALA + MigrationWriter(migrasi, include_header=False).as_string()


def _kunci(model: type[models.Model]) -> set[type[models.Model]]:
    """What a table points to, by keys and by what it is made from."""
    bidang = (f for f in model._meta.get_fields() if getattr(f, "remote_field", None) and not f.auto_created)
    return {f.related_model for f in bidang if isinstance(f.related_model, type)} | set(model._meta.get_parent_list())


def _bergantung(awal: type[models.Model], semua: list[type[models.Model]]) -> list[type[models.Model]]:
    """A model and whatever of the same app it points to, directly or not, in the app's order."""
    jumpa, antre = set(), [awal]
    while antre:
        kini = antre.pop()
        if kini in semua and kini not in jumpa:
            jumpa.add(kini)
            antre += _kunci(kini)
    return [m for m in semua if m in jumpa]


def _tujuan(app: AppConfig) -> set[str]:
    """Labels of the other apps that this app's tables point to."""
    return {k._meta.app_label for m in app.get_models(include_auto_created=True) for k in _kunci(m)} - {app.label}

"""Every state machine of every app: from each state, each act that reaches its records. Nothing here names a model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.test import Client
from django_fsm import FSMField

from inti.access import Rute
from inti.pages.formulir import Tambah
from tests.kepercayaan.jalan import dari_alamat
from tests.kepercayaan.penyerang import alamat_kosong, fungsi, model_rute, rute_biasa

# What acts commonly ask for; whatever else a form wants keeps its act from being done, which is no leap either.
ISIAN = {
    "alasan": "SUDAH_TERDAFTAR",
    "catatan": "alasan tertulis",
    "kepada": "Warga",
    "sebab": "uji",
    "pengantar_nomor": "1",
    "pengantar_tanggal": "18-11-2026",
    "faskes_nama": "RSUD",
    "ada_ktp": "on",
    "hasil": "selesai",
    "tanggal": "20-11-2026",
    "nomor": "1/uji",
}


def berkeadaan() -> list[type[models.Model]]:
    """Every model with a state; versions of it are not records."""
    return [m for m in apps.get_models() if bidang(m) is not None and not hasattr(m, "history_object")]


def bidang(model: type[models.Model]) -> FSMField | None:
    """The model's state field."""
    return next((f for f in model._meta.concrete_fields if isinstance(f, FSMField)), None)


def keadaan(model: type[models.Model]) -> list[str]:
    """The states that the model's field knows."""
    b = bidang(model)
    return [str(k) for k, _ in b.flatchoices] if b is not None else []


def digambar(model: type[models.Model]) -> set[tuple[str, str]]:
    """(from, to) of every drawn transition; one from anywhere is drawn from each state."""
    b = bidang(model)
    assert b is not None
    semua = [(str(t.source), str(t.target)) for t in b.get_all_transitions(model) if t.target is not None]
    return {(dari, ke) for s, ke in semua for dari in (keadaan(model) if s in {"*", "+"} else [s])}


def perbuatan(model: type[models.Model]) -> list[Rute]:
    """Routes that take an act on one record of the model."""
    hasil = []
    for r in rute_biasa():
        if "POST" not in r.metode or not re.search(r"<(int|uuid):pk>", r.jalur):
            continue
        if issubclass(getattr(fungsi(r), "view_class", object), Tambah):
            continue
        if (model_rute(r) or dari_alamat().get(r.jalur.split("<", 1)[0])) is model:
            hasil.append(r)
    return hasil


def lompatan(klien: Client, model: type[models.Model]) -> Iterator[tuple[str, str, str]]:
    """Acts that moved a record where nothing is drawn: (state, route, state afterwards).

    A record in each state comes from the office, else one is put there if the table's constraints let it.
    """
    b = bidang(model)
    assert b is not None
    boleh, semua = digambar(model), model._base_manager
    for dari in keadaan(model):
        objek = semua.filter(**{b.name: dari}).order_by("pk").first() or semua.order_by("pk").first()
        if objek is None or not taruh(objek, b.name, dari):
            continue
        for r in perbuatan(model):
            with transaction.atomic():
                taruh(objek, b.name, dari)
                jalur = alamat_kosong(re.sub(r"<(int|uuid):pk>", str(objek.pk), r.jalur))
                klien.post(jalur, ISIAN | {"versi": getattr(objek, "versi", "")})
                kini = semua.filter(pk=objek.pk).values_list(b.name, flat=True).first()
                transaction.set_rollback(True)
            if kini is not None and str(kini) != dari and (dari, str(kini)) not in boleh:
                yield dari, r.nama, str(kini)


def taruh(objek: Any, nama: str, keadaan: str) -> bool:
    """Put a record into a state past every service; False where the table's constraints refuse."""
    try:
        with transaction.atomic():
            type(objek)._base_manager.filter(pk=objek.pk).update(**{nama: keadaan})
    except IntegrityError:
        return False
    return True

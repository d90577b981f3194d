"""T08: no state is skipped. T09: a form takes what it declares and nothing else. In the filled office, every app."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import models, transaction

from dtks.models import NikBermasalah
from inti.access import semua_rute
from inti.models import Pengguna, UnitKerja
from inti.pages.formulir import Tambah, Ubah
from tests.kepercayaan.keadaan import berkeadaan, digambar, keadaan, lompatan, perbuatan
from tests.kepercayaan.penyerang import klien_peran

pytestmark = pytest.mark.django_db


@pytest.fixture
def berkuasa(kantor_demo: str) -> Pengguna:
    """Somebody at the head of the office with every right of it, so that only a record's state can stop him."""
    p = Pengguna.objects.create_user("berkuasa", "sandi-uji-yang-panjang", nama="Berkuasa")
    p.unit = UnitKerja.objects.order_by("jalur").first()
    p.save()
    p.groups.set(Group.objects.exclude(name__in=["magang", "desa", "perusahaan"]))
    return p


@pytest.mark.parametrize("model", berkeadaan(), ids=lambda m: m._meta.label)
def test_only_drawn_transitions_change_a_state(model: type[models.Model], berkuasa: Pengguna) -> None:
    assert list(lompatan(klien_peran(berkuasa, raise_request_exception=False), model)) == []


def test_the_walk_reaches_the_states_of_every_app() -> None:
    """So that the test above can fail: acts are found, and there are leaps that nobody has drawn."""
    assert {m._meta.app_label for m in berkeadaan()} >= {"inti", "kepegawaian", "arsip", "dtks"}
    assert sum(bool(perbuatan(m)) for m in berkeadaan()) >= 12
    terlarang = [m for m in berkeadaan() if set(itertools.permutations(keadaan(m), 2)) - digambar(m)]
    assert len(terlarang) >= len(berkeadaan()) - 1  # a box opens and closes, and has no third state
    assert ("benar", "dijawab") not in digambar(NikBermasalah)


TURUNAN = {"jalur"}  # computed from the declared fields at every save


def _nilai_liar(bidang: models.Field) -> str:
    if isinstance(bidang, models.BooleanField):
        return "on"
    if isinstance(bidang, (models.DateTimeField, models.DateField)):
        return "2001-01-01"
    if bidang.is_relation or isinstance(bidang, (models.IntegerField, models.DecimalField)):
        return "1"
    return "liar"


def _formulir() -> list[tuple[str, type[Any], type[models.Model], bool]]:
    from django.urls import get_resolver

    hasil = []
    for r in semua_rute():
        cocok = (
            get_resolver().resolve(r.jalur.replace("<int:pk>", "1"))
            if "<" not in r.jalur.replace("<int:pk>", "")
            else None
        )
        kelas = getattr(cocok.func, "view_class", None) if cocok else None
        if kelas is not None and issubclass(kelas, (Tambah, Ubah)):
            hasil.append((r.jalur, kelas, kelas.model, issubclass(kelas, Ubah)))
    return hasil


def test_fields_that_a_form_does_not_declare_cannot_be_sent(berkuasa: Pengguna) -> None:
    """Every change form, with every field of its model added to what is sent."""
    klien = klien_peran(berkuasa, raise_request_exception=False)
    dicoba: set[Any] = set()
    for jalur, kelas, model, ubah in _formulir():
        objek = model._base_manager.order_by("pk").first() if ubah and hasattr(kelas, "form") else None
        if objek is None:
            continue
        sah = set(getattr(kelas.form, "base_fields", {}))
        bidang = [f for f in model._meta.concrete_fields if f.name not in sah and f.attname not in sah]
        sebelum = {f.attname: getattr(objek, f.attname) for f in bidang}
        kirim = {f.name: _nilai_liar(f) for f in bidang} | {f.attname: _nilai_liar(f) for f in bidang}
        kirim |= {n: str(getattr(objek, n, "") or "") for n in sah} | {"versi": getattr(objek, "versi", "")}
        with transaction.atomic():
            klien.post(jalur.replace("<int:pk>", str(objek.pk)), kirim)
            segar = model._base_manager.get(pk=objek.pk)
            transaction.set_rollback(True)
        tetap = set(sebelum) - {"versi", "diubah_pada"} - TURUNAN
        for n in TURUNAN & set(sebelum):
            assert str(getattr(segar, n)) != kirim[n], (jalur, n)
        assert {n: getattr(segar, n) for n in tetap} == {n: sebelum[n] for n in tetap}, (jalur, model)
        dicoba.add(model)
    assert len(dicoba) >= 25

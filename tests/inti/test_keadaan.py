"""States: every model with guarded states says its marks and its open ones; column and filter follow from that."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from inti.models import BerKeadaan, Bertanda, PermintaanSubjek, Usulan
from inti.pages import Status
from inti.pages.saring import pilihan_status
from inti.pages.sumber import K
from tests.kepercayaan.keadaan import berkeadaan

MARKS = {"konsep", "25", "50", "75", "selesai", "perlu", "tolak", "batal"}
BERTANDA = [m for m in apps.get_models() if issubclass(m, Bertanda)]


def test_every_state_machine_of_the_house_is_declared() -> None:
    assert [m._meta.label for m in berkeadaan() if not issubclass(m, BerKeadaan)] == []


@pytest.mark.parametrize("model", BERTANDA, ids=lambda m: m._meta.label)
def test_each_state_has_a_mark_and_some_are_open(model: Any) -> None:
    keadaan = {str(nilai) for nilai, _ in model._meta.get_field(model.bidang_keadaan).choices}
    assert set(model.TANDA) == keadaan
    assert set(model.TANDA.values()) <= MARKS
    if issubclass(model, BerKeadaan):
        assert set() < {str(s) for s in model.TERBUKA} < keadaan


def test_a_record_says_its_mark_its_word_and_whether_it_is_open() -> None:
    usulan = Usulan(status="dikembalikan")
    assert (usulan.status_tampil, usulan.terbuka) == (("perlu", "Dikembalikan"), True)
    assert Usulan(status="ditarik").terbuka is False


def test_a_declared_state_column_draws_the_mark_and_exports_the_word() -> None:
    kolom, usulan = K("status").kolom(Usulan), Usulan(status="menunggu")
    assert isinstance(kolom, Status) and kolom.judul == "Status"
    assert kolom.pembaca()(usulan) == '<span class="tu-status tu-status-25">Menunggu persetujuan</span>'
    assert kolom.pembaca_ekspor()(usulan) == "Menunggu persetujuan"
    assert K("status", ekspor="").kolom(Usulan).ekspor == ""


def test_the_filter_offers_the_states_and_where_asked_all_open_ones() -> None:
    semua: models.QuerySet = PermintaanSubjek._default_manager.all()
    saring: Any = pilihan_status(PermintaanSubjek, terbuka="Belum dijawab")
    assert [n for n, _ in saring.extra["choices"]] == ["terbuka", "diterima", "dijawab", "ditolak"]
    assert '"status" IN (diterima)' in str(saring.method(semua, "status", "terbuka").query)
    assert '"status" = ditolak' in str(saring.method(semua, "status", "ditolak").query)

"""The counts beside the menu: one statement for all of them, the same numbers as one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Q
from django.test import Client

from inti.models import Pengguna, UnitKerja
from inti.queries.hitung import hitung_sekaligus
from inti.registry import semua_menu

pytestmark = pytest.mark.django_db


def test_many_counts_are_one_query(staf: Pengguna, unit_lain: UnitKerja, django_assert_num_queries: Any) -> None:
    kueri = [
        Pengguna.objects.all(),
        Pengguna.objects.filter(pk__in=[]),
        UnitKerja.objects.filter(Q(kode="rehsos") | Q(kode="O'neil")).order_by("-nama"),
        Pengguna.objects.filter(username="staf").select_related("unit"),
    ]
    satu_satu = [k.count() for k in kueri]
    with django_assert_num_queries(1):
        assert hitung_sekaligus(kueri) == satu_satu
    assert satu_satu == [1, 0, 1, 1]


def test_nothing_to_count_asks_nothing(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert hitung_sekaligus([]) == []
        assert hitung_sekaligus([Pengguna.objects.none()]) == [0]


def test_every_count_of_the_menu_can_be_asked_by_every_role(
    peran: dict[str, Pengguna], instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    assert sum(bool(m.hitung) for m in semua_menu()) >= 5
    for pengguna in peran.values():
        assert masuk_sebagai(pengguna).get("/pemberitahuan/").status_code == 200

"""What the frame of every page needs: the office, the user's navigation with its counts, and his notices."""

from __future__ import annotations

import functools
from typing import Any, cast

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

from inti.access import boleh
from inti.models import Instansi, Pemberitahuan
from inti.permintaan import Permintaan
from inti.queries.hitung import hitung_sekaligus
from inti.registry import Menu, semua_menu


@functools.cache
def _alamat(rute: str) -> str:
    return reverse(rute)


def rangka(request: HttpRequest) -> dict[str, Any]:
    """Context for templates/base.html; queries run only when a page uses the frame."""
    pengguna = getattr(request, "user", None)
    isi: dict[str, Any] = {"instansi": SimpleLazyObject(Instansi.kini)}
    if pengguna is not None and pengguna.is_authenticated:
        isi["menu"] = SimpleLazyObject(lambda: _menu(cast(Permintaan, request)))
        isi["belum_dibaca"] = SimpleLazyObject(
            lambda: Pemberitahuan.objects.filter(pengguna=pengguna, dibaca_pada__isnull=True).count()
        )
        isi["sebutan_peran"] = SimpleLazyObject(lambda: _sebutan(pengguna))
        isi["tema"] = pengguna.tema
    return isi


def _sebutan(pengguna: Any) -> str:
    return ", ".join(g.name.capitalize() for g in pengguna.groups.all()) or "Tanpa peran"


def _menu(request: Permintaan) -> list[tuple[str, list[dict[str, Any]], int]]:
    """Groups of navigation lines that this user may follow, the current one marked, and what waits in each group."""
    milik = [m for m in semua_menu() if boleh(request.user, m.izin)]
    kini = _kini(request.path, milik)
    hasil: dict[str, list[dict[str, Any]]] = {}
    berhitung = [m for m in milik if m.hitung]
    banyak = dict(
        zip(berhitung, hitung_sekaligus([import_string(m.hitung)(request.user) for m in berhitung]), strict=True)
    )
    for m in milik:
        hasil.setdefault(m.kelompok or "", []).append(
            {"teks": m.teks, "ikon": m.ikon, "alamat": _alamat(m.rute), "kini": m is kini, "hitung": banyak.get(m, 0)}
        )
    return [(grup, baris, sum(b["hitung"] for b in baris)) for grup, baris in hasil.items()]


def _kini(jalur: str, menu: list[Menu]) -> Menu | None:
    cocok = [
        m for m in menu if jalur == _alamat(m.rute) or (_alamat(m.rute) != "/" and jalur.startswith(_alamat(m.rute)))
    ]
    return max(cocok, key=lambda m: len(_alamat(m.rute)), default=None)

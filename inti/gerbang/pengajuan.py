"""How a request becomes a proposal, or the mending of one: decided at the gate, before its view runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import QueryDict

from inti.access import ADMIN_DJANGO, MASUK, PUBLIK, izin_usul, metode_view
from inti.formats import baca_bilangan, baca_versi
from inti.konteks import mulai_mengusulkan, mulai_sesudah
from inti.models import Usulan
from inti.permintaan import Permintaan

BUKAN_ISIAN = {"csrfmiddlewaretoken", "kunci_kirim", "versi", "usulan", "usulan_versi", "lanjut", "lagi"}
TERPANJANG = 2000  # of one field as kept for mending


def dapat_mengusulkan(request: Permintaan, view: Callable[..., Any], izin: str) -> bool:
    """Whether this user may propose here what he may not do: an act (not a mere page) whose proposing he holds."""
    if izin in {PUBLIK, MASUK, ADMIN_DJANGO} or "." not in izin or "POST" not in metode_view(view):
        return False
    return request.user.has_perm(izin_usul(izin))


def mulai_usulan(request: Permintaan, izin: str) -> None:
    """From here on the outermost service call of this request is kept as a proposal."""
    from inti.services.usulan import Pengajuan

    request.mengusul = True
    request.usulan = _usulan(request, izin, milik=True)
    if request.method == "POST":
        mulai_mengusulkan(Pengajuan(request.user, izin, request.path, _kiriman(request), request.usulan).simpan)


def mulai_sunting(request: Permintaan, izin: str) -> None:
    """The holder of the right opened a proposal's form: the act he sends closes that proposal."""
    request.usulan = _usulan(request, izin, milik=False)
    if request.usulan is not None and request.method == "POST":
        from inti.services.usulan import penutup

        mulai_sesudah(penutup(request.usulan, request.user, disunting=True))


def isian_usulan(request: Permintaan) -> QueryDict | None:
    """What was typed in the proposal that is being mended, to fill its form again; None otherwise."""
    if request.method == "POST" or request.usulan is None:
        return None
    isian = QueryDict(mutable=True)
    for nama, nilai in request.usulan.kiriman:
        isian.appendlist(nama, nilai)
    return isian


def _usulan(request: Permintaan, izin: str, *, milik: bool) -> Usulan | None:
    asal = request.POST if request.method == "POST" else request.GET
    pk = asal.get("usulan", "")
    if baca_bilangan(pk) is None:
        return None
    terbuka = [Usulan.Status.MENUNGGU, Usulan.Status.DIKEMBALIKAN] if milik else [Usulan.Status.MENUNGGU]
    usulan = (
        Usulan.objects.untuk(request.user)
        .select_related("pengusul")
        .filter(pk=pk, izin=izin, alamat=request.path, status__in=terbuka)
        .first()
    )
    if usulan is None or (usulan.pengusul_id == request.user.pk) is not milik:
        return None
    versi = request.POST.get("usulan_versi", "")
    if request.method == "POST":
        usulan.versi = baca_versi(versi, usulan.versi)
    return usulan


def _kiriman(request: Permintaan) -> list[list[str]]:
    return [
        [nama, nilai[:TERPANJANG]]
        for nama, semua in request.POST.lists()
        if nama not in BUKAN_ISIAN and "sandi" not in nama
        for nilai in semua
    ]

"""Working the desk off in order: begin, pass over, end."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect

from inti.access import MASUK, dengan_izin
from inti.gerbang.berurutan import KUNCI, berurutan_mulai, berurutan_selesai, ke_berikut
from inti.permintaan import Permintaan
from inti.registry import semua_aplikasi


@dengan_izin(MASUK, metode=("POST",))
def mulai(request: Permintaan) -> HttpResponse:
    """Begin with the most urgent thing, of one app when it is named."""
    app = request.POST.get("app", "")
    return berurutan_mulai(request, app if app in semua_aplikasi() else "")


@dengan_izin(MASUK, metode=("POST",))
def lewati(request: Permintaan) -> HttpResponse:
    """Leave the present thing for later and go on."""
    return ke_berikut(request, lewati=True) if KUNCI in request.session else redirect("beranda")


@dengan_izin(MASUK, metode=("POST",))
def selesai(request: Permintaan) -> HttpResponse:
    """Back to the desk."""
    return redirect(berurutan_selesai(request))

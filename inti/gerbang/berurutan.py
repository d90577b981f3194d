"""Working one's desk off in order: what is finished leads to the next thing that waits, by urgency."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from inti.permintaan import Permintaan
from inti.queries.meja import Kerja, hitung_menunggu, kerja_saya

KUNCI = "berurutan"  # in the session: app (empty: all), kini (mark of the present thing), lewat (marks passed over)


def berurutan_mulai(request: Permintaan, app: str) -> HttpResponse:
    """Begin with the most urgent thing of one app or of all; back to the desk when nothing waits."""
    request.session[KUNCI] = {"app": app, "kini": "", "lewat": []}
    return ke_berikut(request)


def berurutan_selesai(request: Permintaan) -> str:
    """End it. Out: the address of the desk from which it began."""
    keadaan: dict[str, Any] = request.session.pop(KUNCI, {})
    return f"/?app={keadaan['app']}" if keadaan.get("app") else "/"


def ke_berikut(request: Permintaan, *, lewati: bool = False) -> HttpResponse:
    """To the next thing that was not passed over; `lewati`: pass the present one over."""
    keadaan: dict[str, Any] = request.session[KUNCI]
    if lewati and keadaan["kini"]:
        keadaan["lewat"].append(keadaan["kini"])
    return _buka(request, _menunggu(request, keadaan))


def sesudah_kiriman(request: Permintaan, balasan: HttpResponse) -> HttpResponse:
    """In place of an act's own redirect the next thing, when the act finished the present one; else what it was."""
    keadaan = request.session.get(KUNCI)
    if keadaan is None or not isinstance(balasan, HttpResponseRedirect) or request.method != "POST":
        return balasan
    baris = _menunggu(request, keadaan)
    if not keadaan["kini"] or any(b.tanda == keadaan["kini"] for b in baris):
        return balasan
    return _buka(request, baris)


def _menunggu(request: Permintaan, keadaan: dict[str, Any]) -> list[Kerja]:
    return kerja_saya(request.user, hitung_menunggu(request.user), keadaan["app"])


def _buka(request: Permintaan, baris: list[Kerja]) -> HttpResponse:
    keadaan = request.session[KUNCI]
    berikut = next((b for b in baris if b.tanda not in keadaan["lewat"]), None)
    if berikut is None:
        sisa = sum(b.banyak for b in baris)
        messages.info(request, f"Selesai. {sisa} yang Anda lewati masih menunggu." if sisa else "Selesai, meja kosong.")
        return redirect(berurutan_selesai(request))
    keadaan["kini"] = berikut.tanda
    request.session.modified = True
    return redirect(berikut.alamat)

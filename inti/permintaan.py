"""The request as views see it behind the gate: somebody is signed in, and HTMX has left its mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

if TYPE_CHECKING:
    from inti.models import Pengguna, Sesi, Usulan


class Permintaan(HttpRequest):
    """Type of `request` in every view that is not public (HakMiddleware lets nobody else through)."""

    user: Pengguna
    htmx: HtmxDetails
    sesi: Sesi  # this browser's session, with what its owner owes first (inti.services.sesi.sesi_kini)
    mengusul: bool  # what is sent here becomes a proposal (inti.gerbang.pengajuan)
    tercatat: bool  # a line of the read log was written for this request (inti.services.jejak)
    dibaca: set[tuple[str, Any]]  # records whose reading it was
    usulan: Usulan | None  # the proposal that this form mends

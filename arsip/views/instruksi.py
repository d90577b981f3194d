"""The common sentences of the disposition sheet, at once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from arsip.services import disposisi as services
from inti.access import dengan_izin
from inti.galat import SudahDikirim
from inti.pages.dasar import sudah_dikirim
from inti.permintaan import Permintaan


@dengan_izin("arsip.add_instruksidisposisi", metode=("POST",))
def instruksi_isi(request: Permintaan) -> HttpResponse:
    """Add the common sentences that are not there."""
    try:
        banyak = services.instruksi_isi(oleh=request.user)
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    messages.success(request, f"{banyak} instruksi ditambahkan.")
    return redirect("arsip:instruksidisposisi_daftar")

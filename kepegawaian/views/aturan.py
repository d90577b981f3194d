"""Filling in the rules in force, for an office that begins."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from inti.access import dengan_izin
from inti.galat import SudahDikirim
from inti.pages.dasar import selesai, sudah_dikirim
from inti.permintaan import Permintaan
from kepegawaian.services import aturan_awal as services
from kepegawaian.services.aturan_awal import baris_awal


@dengan_izin("kepegawaian.add_aturankepegawaian", metode=("GET", "POST"))
def aturan_awal(request: Permintaan) -> HttpResponse:
    """Fill the rules in force and the usual categories of papers: for an office that begins."""
    if request.method == "POST":
        try:
            services.aturan_awal_isi(oleh=request.user)
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        return selesai(
            request, "kepegawaian:aturan_daftar", "Aturan dan kategori berkas terisi. Yang sudah ada tidak diubah."
        )
    return render(request, "kepegawaian/aturan_awal.html", {"judul": "Isi aturan yang berlaku", "baris": baris_awal()})

"""`/v/KODE/`: anyone checks a printed document. What it is, number, date, signer, valid or not; nothing personal."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from inti.access import PUBLIK, dengan_izin
from inti.gerbang.batas import BatasTerlampaui, hitung_coba
from inti.models import Dokumen
from inti.services.dokumen import baca_kode
from inti.views.galat import terkunci


@dengan_izin(PUBLIK)
def periksa(request: HttpRequest, kode: str = "") -> HttpResponse:
    """The page for one code, or the field to type one. Unknown codes all get the same answer."""
    diketik = request.GET.get("kode", "")
    if diketik and not kode:
        return redirect("periksa_kode", kode=baca_kode(diketik) or "tidak-dikenal")
    if not kode:
        return render(request, "inti/periksa_dokumen.html", {"judul": "Periksa keaslian dokumen"})
    try:
        hitung_coba(request, "periksa-dokumen", paling_banyak=60, detik=3600)
    except BatasTerlampaui:
        return terkunci(request)
    bersih = baca_kode(kode)
    dokumen = Dokumen.objects.select_related("berkas").filter(kode=bersih).first() if bersih else None
    return render(
        request,
        "inti/periksa_dokumen.html",
        {"judul": "Periksa keaslian dokumen", "diperiksa": True, "dokumen": dokumen},
        status=200 if dokumen else 404,
    )

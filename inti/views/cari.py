"""One search over acts, records and pages: the palette's answers, and the page that does the same without scripts."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from inti.access import MASUK, dengan_izin
from inti.models import JejakBaca
from inti.permintaan import Permintaan
from inti.queries.palet import KelompokJawaban, cukup, halaman, jawab
from inti.services.jejak import jejak_catat

TERPANJANG = 120
DI_PALET, DI_HALAMAN = 5, 20


@dengan_izin(MASUK, metode=("GET", "POST"))
def cari(request: Permintaan) -> HttpResponse:
    """The page; what is sought comes by POST and appears neither in the address nor in the page."""
    teks = _dicari(request)
    isi = {
        "judul": "Cari",
        "dicari": bool(teks),
        "cukup": cukup(teks),
        "kelompok": _jawab(request, teks, DI_HALAMAN),
    }
    return render(request, "inti/cari.html", isi)


@dengan_izin(MASUK, metode=("POST",))
def palet(request: Permintaan) -> HttpResponse:
    """The palette's list: answers to what is typed, or with nothing typed all pages, of which the browser keeps a few."""
    teks = _dicari(request)
    if teks:
        kelompok = _jawab(request, teks, DI_PALET)
    else:
        kelompok = [KelompokJawaban("sering", "Sering dibuka", halaman(request.user))]
    return render(request, "inti/_palet_isi.html", {"kelompok": kelompok})


def _dicari(request: Permintaan) -> str:
    return request.POST.get("q", "").strip()[:TERPANJANG] if request.method == "POST" else ""


def _jawab(request: Permintaan, teks: str, batas: int) -> list[KelompokJawaban]:
    """Answers; each search that asked the sources of records is logged, without its text."""
    kelompok = jawab(request.user, teks, batas=batas)
    if cukup(teks):
        banyak = sum(len(k.isi) for k in kelompok if k.kode == "data")
        jejak_catat(request, JejakBaca.Jenis.CARI, keterangan=f"{banyak} hasil")
    return kelompok

"""Apps: which of them this office uses, and everything of one app that its user may open."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.module_loading import import_string

from inti.access import MASUK, boleh, dengan_izin
from inti.galat import AturanDilanggar
from inti.models import AplikasiAktif
from inti.pages.rangka import Navigasi
from inti.permintaan import Permintaan
from inti.queries.aplikasi import aplikasi_mati, semua_saklar
from inti.queries.hitung import hitung_sekaligus
from inti.registry import alamat_rute, semua_aplikasi
from inti.services.aplikasi import aplikasi_atur


@dengan_izin("inti.view_aplikasiaktif", metode=("GET", "POST"))
def aplikasi(request: Permintaan) -> HttpResponse:
    """All switches; POST stores them."""
    boleh_ubah = boleh(request.user, "inti.change_aplikasiaktif")
    aktif, galat = set(semua_aplikasi()) - aplikasi_mati(), None
    if request.method == "POST" and boleh_ubah:
        aktif = set(request.POST.getlist("aktif")) | {k for k, a in semua_aplikasi().items() if a.tetap}
        try:
            berubah = aplikasi_atur(aktif=sorted(aktif), oleh=request.user)
        except AturanDilanggar as g:
            galat = g
        else:
            messages.success(request, "Aplikasi yang dipakai disimpan." if berubah else "Tidak ada yang berubah.")
            return redirect("aplikasi")
    terakhir = AplikasiAktif.riwayat.select_related("history_user").order_by("-history_date").first()
    isi = {
        "judul": "Aplikasi yang dipakai kantor ini",
        "saklar": semua_saklar(aktif),
        "boleh_ubah": boleh_ubah,
        "galat": galat,
        "terakhir": terakhir,
    }
    return render(request, "inti/aplikasi.html", isi, status=422 if galat else 200)


@dengan_izin(MASUK)
def halaman(request: Permintaan, app: str) -> HttpResponse:
    """Index of all pages of one app that this user may open, in groups, with what waits in each. 404: none of them."""
    nav = Navigasi.milik(request)
    baris = nav.baris.get(app)
    if not baris:
        raise Http404
    berhitung = [m for m in baris if m.hitung]
    banyak = dict(
        zip(berhitung, hitung_sekaligus([import_string(m.hitung)(request.user) for m in berhitung]), strict=True)
    )
    kelompok: dict[str, list[tuple[str, str, int]]] = {}
    for m in baris:
        kelompok.setdefault(m.kelompok or "", []).append((m.teks, alamat_rute(m.rute), banyak.get(m, 0)))
    isi = {
        "judul": f"Semua halaman {semua_aplikasi()[app].singkat.lower()}",
        "banyak": len(baris),
        "kelompok": kelompok,
        "app_singkat": semua_aplikasi()[app].singkat,
    }
    return render(request, "inti/halaman.html", isi)

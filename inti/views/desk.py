"""The user's own desk: his queues, one search over everything he may see, his notices."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.module_loading import import_string

from inti.access import MASUK, boleh, dengan_izin
from inti.formats import hari_tanggal
from inti.models import JejakBaca, Pemberitahuan
from inti.permintaan import Permintaan
from inti.registry import semua_kartu, semua_pencari
from inti.services.jejak import jejak_catat


@dengan_izin(MASUK)
def beranda(request: Permintaan) -> HttpResponse:
    """Panels that the apps registered and this user may see."""
    kartu = []
    for k in semua_kartu():
        if boleh(request.user, k.izin):
            isi = import_string(k.isi)(request.user)
            if isi is not None:
                kartu.append({"template": k.template, "isi": isi})
    return render(
        request, "inti/beranda.html", {"judul": f"Pekerjaan saya, {hari_tanggal(timezone.localdate())}", "kartu": kartu}
    )


@dengan_izin(MASUK, metode=("GET", "POST"))
def cari(request: Permintaan) -> HttpResponse:
    """One search; what is sought comes by POST and appears in no address. Each search is logged without its text."""
    teks = request.POST.get("q", "").strip()[:120] if request.method == "POST" else ""
    kelompok = []
    if teks:
        for p in semua_pencari():
            if boleh(request.user, p.izin):
                hasil = import_string(p.cari)(request.user, teks)
                if hasil:
                    kelompok.append((p.judul, hasil))
        jejak_catat(request, JejakBaca.Jenis.CARI, keterangan=f"{sum(len(h) for _, h in kelompok)} hasil")
    return render(request, "inti/cari.html", {"judul": "Cari", "dicari": bool(teks), "kelompok": kelompok})


@dengan_izin(MASUK, metode=("GET", "POST"))
def pemberitahuan(request: Permintaan) -> HttpResponse:
    """Own notices, newest first; POST marks all as read."""
    milik = Pemberitahuan.objects.filter(pengguna=request.user)
    if request.method == "POST":
        milik.filter(dibaca_pada__isnull=True).update(dibaca_pada=timezone.now())
        return redirect("pemberitahuan")
    return render(request, "inti/pemberitahuan.html", {"judul": "Pemberitahuan", "isi": milik[:100]})

"""The user's own desk: his work over all apps, one search over everything he may see, his notices."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.module_loading import import_string

from inti.access import MASUK, boleh, dengan_izin
from inti.formats import hari_tanggal
from inti.models import JejakBaca, Pemberitahuan
from inti.permintaan import Permintaan
from inti.queries.meja import fakta_meja, hitung_menunggu, jadwal_meja, kelompokkan, kerja_saya
from inti.registry import semua_pencari
from inti.services.jejak import jejak_catat


@dengan_izin(MASUK)
def beranda(request: Permintaan) -> HttpResponse:
    """What waits for this user over all apps, or in one (`?app=`), most urgent first."""
    app = request.GET.get("app", "")
    baris = kerja_saya(request.user, hitung_menunggu(request.user), app)
    isi = {
        "judul": "Pekerjaan saya",
        "hari": hari_tanggal(timezone.localdate()),
        "kelompok": kelompokkan(baris),
        "fakta": fakta_meja(request.user),
        "jadwal": jadwal_meja(request.user),
    }
    return render(request, "inti/beranda.html", isi)


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

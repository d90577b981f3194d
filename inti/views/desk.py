"""The user's own desk: his work over all apps, his notices."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from inti.access import MASUK, dengan_izin
from inti.formats import hari_tanggal
from inti.models import Pemberitahuan
from inti.permintaan import Permintaan
from inti.queries.meja import fakta_meja, hitung_menunggu, jadwal_meja, kelompokkan, kerja_saya


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
def pemberitahuan(request: Permintaan) -> HttpResponse:
    """Own notices, newest first; POST marks all as read."""
    milik = Pemberitahuan.objects.filter(pengguna=request.user)
    if request.method == "POST":
        milik.filter(dibaca_pada__isnull=True).update(dibaca_pada=timezone.now())
        return redirect("pemberitahuan")
    return render(request, "inti/pemberitahuan.html", {"judul": "Pemberitahuan", "isi": milik[:100]})

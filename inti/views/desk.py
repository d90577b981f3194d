"""The user's own desk: his work over all apps, his notices."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from inti.access import MASUK, boleh, dengan_izin
from inti.formats import hari_tanggal
from inti.models import Pemberitahuan
from inti.pages.rangka import Navigasi, Tautan
from inti.permintaan import Permintaan
from inti.queries.meja import fakta_meja, jadwal_meja, kelompokkan, kerja_saya
from inti.registry import alamat_rute, semua_aplikasi, semua_tindakan

MULAI_TERBANYAK = 4  # acts offered on an empty desk, and on that of a user with one app
KABAR_TERBARU = 3


@dengan_izin(MASUK)
def beranda(request: Permintaan) -> HttpResponse:
    """What waits for this user over all apps, or in one (`?app=`), most urgent first."""
    nav = Navigasi.milik(request)
    saring = nav.app
    baris = kerja_saya(request.user, nav.hitungan, saring)
    isi: dict[str, Any] = {
        "judul": f"Menunggu saya: {nav.nama}" if saring and not nav.tunggal else "Pekerjaan saya",
        "hari": hari_tanggal(timezone.localdate()),
        "saring": saring,
        "kelompok": kelompokkan(baris),
        "tab": _tab(nav),
        "mulai": _mulai(request, saring) if nav.tunggal or not baris else [],
    }
    if not saring or nav.tunggal:
        isi |= {
            "fakta": fakta_meja(request.user),
            "jadwal": jadwal_meja(request.user),
            "kabar": Pemberitahuan.objects.filter(pengguna=request.user).order_by("-pk")[:KABAR_TERBARU],
        }
    return render(request, "inti/beranda.html", isi)


def _tab(nav: Navigasi) -> list[Tautan]:
    semua = semua_aplikasi()
    isi = [(n, b) for n, b in nav.per_app.items() if b]
    return [
        Tautan("Semua", "", "/", not nav.app, nav.jumlah),
        *(Tautan(semua[n].singkat, "", f"/?app={n}", n == nav.app, b) for n, b in isi),
    ]


def _mulai(request: Permintaan, app: str) -> list[Tautan]:
    """Acts with which this user may begin; of each app in turn."""
    milik = [t for t in semua_tindakan() if boleh(request.user, t.izin) and app in {"", t.app}]
    urut = sorted(enumerate(milik), key=lambda p: (sum(t.app == p[1].app for t in milik[: p[0]]), p[0]))
    return [Tautan(t.teks, t.ikon, alamat_rute(t.rute)) for _, t in urut[:MULAI_TERBANYAK]]


@dengan_izin(MASUK, metode=("GET", "POST"))
def pemberitahuan(request: Permintaan) -> HttpResponse:
    """Own notices, newest first; POST marks all as read."""
    milik = Pemberitahuan.objects.filter(pengguna=request.user)
    if request.method == "POST":
        milik.filter(dibaca_pada__isnull=True).update(dibaca_pada=timezone.now())
        return redirect("pemberitahuan")
    return render(request, "inti/pemberitahuan.html", {"judul": "Pemberitahuan", "isi": milik[:100]})

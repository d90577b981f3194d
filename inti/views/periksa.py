"""The newest result of `periksa`, and starting another."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render

from inti.access import dengan_izin
from inti.formats.tanggal import saat_iso
from inti.jobs import tugas_antrekan
from inti.permintaan import Permintaan
from inti.queries.sistem import periksa_berjalan, periksa_terakhir

IZIN = "inti.periksa_sistem"


@dengan_izin(IZIN, metode=("GET", "POST"))
def periksa_sistem(request: Permintaan) -> HttpResponse:
    """Last result with every finding; POST queues a check unless one is under way."""
    if request.method == "POST":
        with transaction.atomic():
            if periksa_berjalan() is None:
                tugas_antrekan(jenis="periksa", judul="Periksa seluruh data", argumen={}, oleh=request.user)
        messages.success(request, "Pemeriksaan berjalan di latar. Hasilnya tampil di halaman ini.")
        return redirect("periksa_sistem")
    tugas = periksa_terakhir()
    hasil = tugas.hasil if tugas else None
    return render(
        request,
        "inti/periksa.html",
        {
            "judul": "Pemeriksaan sistem",
            "hasil": hasil,
            "waktu": saat_iso(hasil["waktu"]) if hasil else None,
            "berjalan": periksa_berjalan(),
        },
    )

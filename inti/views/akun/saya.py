"""The user's own account: who he is here, his password, his sessions, his look."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from inti.access import MASUK, dengan_izin
from inti.forms.akun import GantiSandiForm
from inti.gerbang.batas import BatasTerlampaui, hitung_coba_oleh, lupakan_coba
from inti.models import Sesi
from inti.permintaan import Permintaan
from inti.services.faktor import punya_faktor, sisa_pemulihan
from inti.services.pengguna import sandi_ganti, tema_pilih, tombol_huruf_pilih
from inti.services.sesi import sebut_peramban, sesi_akhiri, sesi_akhiri_satu, sesi_perbarui
from inti.views.akun.masuk import COBA_DETIK, COBA_TERBANYAK, diri, lanjut_aman
from inti.views.galat import terkunci

TEMA = (("", "Ikut perangkat"), ("light", "Terang"), ("dark", "Gelap"))


@dengan_izin(MASUK)
def akun(request: Permintaan) -> HttpResponse:
    """Own data, sessions, look and second factor."""
    sesi = [
        {"sesi": s, "peramban": sebut_peramban(s.peramban), "ini": s.pk == request.sesi.pk}
        for s in Sesi.objects.filter(pengguna=request.user)
    ]
    isi = {
        "judul": "Akun saya",
        "sesi": sesi,
        "faktor": punya_faktor(request.user),
        "sisa": sisa_pemulihan(request.user),
        "pilihan_tema": TEMA,
    }
    return render(request, "inti/akun.html", isi)


@dengan_izin(MASUK, metode=("GET", "POST"))
def sandi(request: Permintaan) -> HttpResponse:
    """Change the own password; every other session ends."""
    form = GantiSandiForm(request.POST if request.method == "POST" else None, pengguna=request.user)
    if request.method == "POST":
        siapa = str(request.user.pk)
        try:
            hitung_coba_oleh(siapa, "sandi", paling_banyak=COBA_TERBANYAK, detik=COBA_DETIK)
        except BatasTerlampaui:
            return terkunci(request)
        if not request.user.check_password(request.POST.get("sandi_kini", "")):
            form.add_error("sandi_kini", "Kata sandi sekarang tidak cocok.")
        else:
            lupakan_coba(siapa, "sandi", detik=COBA_DETIK)
        if form.is_valid():
            pengguna = sandi_ganti(
                pengguna=diri(request), sandi=form.cleaned_data["sandi_baru"], kunci_sesi=request.session.session_key
            )
            sesi_perbarui(request, pengguna)
            messages.success(request, "Kata sandi diganti. Sesi Anda di perangkat lain sudah diakhiri.")
            return redirect(lanjut_aman(request))
    isi = {
        "judul": "Ganti kata sandi",
        "form": form,
        "tombol": "Ganti kata sandi",
        "wajib": request.user.wajib_ganti_sandi,
    }
    return render(request, "inti/akun_form.html", isi, status=422 if request.method == "POST" else 200)


@dengan_izin(MASUK, metode=("POST",))
def sesi_keluarkan(request: Permintaan, pk: int) -> HttpResponse:
    """End one of the user's own sessions."""
    sesi_akhiri_satu(sesi=get_object_or_404(Sesi, pk=pk, pengguna=request.user))
    messages.success(request, "Sesi itu sudah diakhiri.")
    return redirect("akun")


@dengan_izin(MASUK, metode=("POST",))
def sesi_keluarkan_lain(request: Permintaan) -> HttpResponse:
    """End all own sessions but this."""
    banyak = sesi_akhiri(pengguna=request.user, kecuali=request.session.session_key)
    messages.success(request, f"{banyak} sesi lain sudah diakhiri." if banyak else "Tidak ada sesi lain.")
    return redirect("akun")


@dengan_izin(MASUK, metode=("POST",))
def tema(request: Permintaan) -> HttpResponse:
    """Keep the user's choice of light or dark."""
    tema_pilih(pengguna=request.user, tema=request.POST.get("tema", ""))
    return redirect(lanjut_aman(request))


@dengan_izin(MASUK, metode=("POST",))
def tombol(request: Permintaan) -> HttpResponse:
    """Switch the keys of one letter on or off for oneself."""
    tombol_huruf_pilih(pengguna=request.user, hidup=request.POST.get("hidup") == "1")
    messages.success(request, "Pilihan tombol disimpan.")
    return redirect("akun")

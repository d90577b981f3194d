"""Signing in by name and password, then by the code of the second factor; signing out."""

from __future__ import annotations

import unicodedata
from typing import Any
from urllib.parse import urlencode

import django_otp
from django.contrib.auth import login
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from inti.access import MASUK, PUBLIK, dengan_izin
from inti.forms.akun import KodeForm
from inti.forms.dasar import MasukForm
from inti.gerbang.auth import nama_untuk_axes
from inti.gerbang.batas import BatasTerlampaui, hitung_coba_oleh, lupakan_coba
from inti.gerbang.perantara import perantara_laporkan
from inti.models import Pengguna
from inti.permintaan import Permintaan
from inti.services.faktor import faktor_periksa, punya_faktor
from inti.services.sesi import sesi_buka, sesi_ganti_kunci, sesi_tutup
from inti.views.galat import terkunci

COBA_TERBANYAK, COBA_DETIK = 10, 15 * 60


def lanjut_aman(request: HttpRequest) -> str:
    """Where to go after signing in: an address of this site out of `next`, else the desk. Never back to signing in."""
    lanjut = request.POST.get("next") or request.GET.get("next") or ""
    aman = url_has_allowed_host_and_scheme(
        lanjut, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    pintu = (reverse("masuk"), reverse("keluar"))
    return lanjut if aman and lanjut.startswith("/") and not lanjut.startswith(pintu) else resolve_url("beranda")


def diri(request: Permintaan) -> Pengguna:
    """The user's own record, for a service that changes it."""
    return Pengguna.objects.get(pk=request.user.pk)


class Masuk(LoginView):
    """Sign in by name and password. Tries are counted by account, before the password is looked at."""

    izin = PUBLIK
    template_name = "inti/masuk.html"
    authentication_form = MasukForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Who is signed in already goes on."""
        if request.user.is_authenticated:
            return redirect(lanjut_aman(request))
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Count the try, then check it. Tries side by side can't slip past the count of failures."""
        perantara_laporkan(request)
        if nama := _nama(request):
            try:
                hitung_coba_oleh(nama, "masuk", paling_banyak=COBA_TERBANYAK, detik=COBA_DETIK)
            except BatasTerlampaui:
                return terkunci(request)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        """Open the session; with a second factor it is only half open until the code."""
        login(self.request, form.get_user())
        sesi_buka(self.request)
        lupakan_coba(_nama(self.request), "masuk", detik=COBA_DETIK)
        lanjut = lanjut_aman(self.request)
        if punya_faktor(form.get_user()):
            return redirect(f"{reverse('masuk_kode')}?{urlencode({'next': lanjut})}")
        return redirect(lanjut)


def _nama(request: HttpRequest) -> str:
    """The account that a try is for: case, blanks and look-alike letters make no second one."""
    return baku_nama(nama_untuk_axes(request))


def baku_nama(nama: str) -> str:
    """A name as tries are counted by."""
    return unicodedata.normalize("NFKC", nama).strip().lower()[:150]


@dengan_izin(MASUK, metode=("GET", "POST"))
def masuk_kode(request: Permintaan) -> HttpResponse:
    """The code of the second factor, or a recovery code. Until then no other page opens."""
    lanjut = lanjut_aman(request)
    if request.user.is_verified() or not punya_faktor(request.user):
        return redirect(lanjut)
    form = KodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        hasil = faktor_periksa(pengguna=request.user, kode=form.cleaned_data["kode"])
        if hasil.perangkat is not None:
            sesi_ganti_kunci(request)
            django_otp.login(request, hasil.perangkat)
            return redirect(lanjut)
        form.tolak(hasil)
    if "pemulihan" not in request.GET:
        form.fields["kode"].widget.attrs["inputmode"] = "numeric"
    status = 422 if request.method == "POST" else 200
    isi = {"judul": "Kode masuk", "form": form, "next": lanjut, "pemulihan": "pemulihan" in request.GET}
    return render(request, "inti/masuk_kode.html", isi, status=status)


@dengan_izin(MASUK, metode=("POST",))
def keluar(request: Permintaan) -> HttpResponse:
    """Sign out and forget the session."""
    sesi_tutup(request)
    return redirect("masuk")

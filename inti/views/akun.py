"""Coming in and going out, and the user's own account."""

from __future__ import annotations

from django.contrib.auth import logout
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from inti.access import MASUK, PUBLIK, dengan_izin
from inti.forms import MasukForm


class Masuk(LoginView):
    """Sign in by name and password."""

    izin = PUBLIK
    template_name = "inti/masuk.html"
    authentication_form = MasukForm
    redirect_authenticated_user = True


@dengan_izin(MASUK, metode=("POST",))
def keluar(request: HttpRequest) -> HttpResponse:
    """Sign out and forget the session."""
    logout(request)
    return redirect("masuk")


@dengan_izin(MASUK)
def akun(request: HttpRequest) -> HttpResponse:
    """The user's own account."""
    return render(request, "inti/akun.html", {"judul": "Akun saya"})


@dengan_izin(MASUK, metode=("POST",))
def tema(request: HttpRequest) -> HttpResponse:
    """Keep the user's choice of light or dark."""
    from inti.services.pengguna import tema_pilih

    tema_pilih(pengguna=request.user, tema=request.POST.get("tema", ""))
    return redirect("beranda")

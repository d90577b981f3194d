"""What stands between every request and its view: the session's end, the right to come in, and safe replies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import timezone

from inti.access import PUBLIK, boleh, izin_view
from inti.galat import VersiBerubah
from inti.perubahan import kiriman

Balasan = Callable[[HttpRequest], HttpResponse]


class SesiMiddleware:
    """End a session after 30 minutes of silence or 12 hours in all, and when its owner ended it elsewhere."""

    def __init__(self, get_response: Balasan) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and not self._masih(request):
            logout(request)
        return self.get_response(request)

    def _masih(self, request: HttpRequest) -> bool:
        kini = int(timezone.now().timestamp())
        mulai, terakhir = request.session.get("mulai"), request.session.get("terakhir")
        if mulai is None or terakhir is None:  # signed in by another door (Django admin, a test client)
            request.session["mulai"] = request.session["terakhir"] = kini
            return True
        if kini - terakhir > settings.SESI_DIAM or kini - mulai > settings.SESI_PALING_LAMA:
            return False
        if kini - terakhir >= 60:  # one write a minute is enough to know that somebody is there
            request.session["terakhir"] = kini
        return True


class HakMiddleware:
    """Let a request through to its view only if the view declares who may come in and this user does."""

    def __init__(self, get_response: Balasan) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Decide before the view runs. Nothing declared: nobody. Not signed in: to the sign-in page."""
        if request.resolver_match and request.resolver_match.app_name == "admin":
            return None  # Django admin asks for itself at every view
        izin = izin_view(view)
        if izin == PUBLIK:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        if izin is None or not boleh(request.user, izin):
            raise PermissionDenied
        metode = getattr(view, "metode", None)
        if metode and request.method not in {*metode, "HEAD", "OPTIONS"}:
            return HttpResponseNotAllowed(metode)
        return None


class KirimanMiddleware:
    """Bind the key of a form being sent, so that the same form sent twice is done once."""

    def __init__(self, get_response: Balasan) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        kunci = request.POST.get("kunci_kirim", "")[:64] if request.method == "POST" else None
        with kiriman(kunci):
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, galat: Exception) -> HttpResponse | None:
        """Answer the two outcomes that any page can meet with a page of their own."""
        from inti.views.galat import halaman_versi_berubah

        if isinstance(galat, VersiBerubah):
            return halaman_versi_berubah(request, galat)
        return None


class TanpaSimpanMiddleware:
    """Pages of signed-in users are never kept by a browser or a proxy: Back after signing out shows nothing."""

    def __init__(self, get_response: Balasan) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        balasan = self.get_response(request)
        if "Cache-Control" not in balasan.headers:
            balasan.headers["Cache-Control"] = "no-store, private"
        balasan.headers.setdefault("Permissions-Policy", "geolocation=(), microphone=(), payment=()")
        return balasan

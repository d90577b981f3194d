"""What stands between every request and its view: the session's end, the right to come in, and safe replies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from inti.access import ADMIN_DJANGO, PUBLIK, boleh, hanya_usul, izin_view, kebijakan_perangkat, perangkat_view
from inti.galat import AplikasiMati, DataTetap, Diusulkan, VersiBerubah
from inti.gerbang.baca import memuat_nomor
from inti.gerbang.berurutan import KUNCI, sesudah_kiriman
from inti.gerbang.pengajuan import dapat_mengusulkan, mulai_sunting, mulai_usulan
from inti.konteks import kiriman, mengusulkan, sesudah_perbuatan
from inti.models import JejakBaca, Sesi
from inti.queries.aplikasi import aplikasi_mati, aplikasi_rute
from inti.services.jejak import jejak_catat
from inti.services.sesi import sesi_buka, sesi_kini, sesi_lewat, sesi_tandai, sesi_tutup
from inti.views.galat import cara_lain

Balasan = Callable[[HttpRequest], HttpResponse]

METODE_RUMAH = {"GET", "HEAD", "OPTIONS", "POST"}
# Pages of Django admin that the house has itself: signing in and out and passwords go through its own door.
PENGGANTI_ADMIN = {
    "login": "beranda",
    "password_change": "akun_sandi",
    "password_change_done": "akun",
}


def _halaman_asal(request: HttpRequest) -> str:
    """The page of ours whose form was sent, to go back to after signing in again; else the desk."""
    asal = urlsplit(request.headers.get("Referer", ""))
    sendiri = asal.netloc == request.get_host() and asal.scheme == request.scheme
    return asal.path if sendiri and asal.path.startswith("/") and not asal.path.startswith("//") else "/"


class SesiMiddleware:
    """End a session after 30 minutes of silence or 12 hours in all, and when its owner ended it elsewhere.

    Leaves `request.sesi`: the session's row with what its owner owes (`inti.services.sesi.sesi_kini`), or None.
    """

    def __init__(self, get_response: Balasan) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.sesi = None  # type: ignore[attr-defined]
        if request.user.is_authenticated:
            request.sesi = self._sesi(request)  # type: ignore[attr-defined]
            if request.sesi is None:  # type: ignore[attr-defined]
                sesi_tutup(request)
                hilang = "Yang baru Anda kirim belum tersimpan. " if request.method == "POST" else ""
                messages.info(request, f"Sesi Anda berakhir. {hilang}Masuk kembali untuk melanjutkan.")
        elif SESSION_KEY in request.session:  # an account shut or out of its period: this cookie never comes back
            sesi_tutup(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any) -> None:
        """Note a sign of life, but not from a page that asks by itself (`diam`)."""
        if request.sesi is not None and not getattr(view, "diam", False):  # type: ignore[attr-defined]
            sesi_tandai(request, request.sesi)  # type: ignore[attr-defined]

    @staticmethod
    def _sesi(request: HttpRequest) -> Sesi | None:
        if "mulai" not in request.session or "terakhir" not in request.session:
            sesi_buka(request)  # signed in by another door than the page (a command, a test client)
        return None if sesi_lewat(request) else sesi_kini(request)


class HakMiddleware:
    """Let a request through to its view only if the view declares who may come in and this user does.

    Django admin stands behind the same door. What a user owes first (the code of his second factor, a password of his
    own, setting up a factor that his role needs) comes before everything but signing out.
    """

    def __init__(self, get_response: Balasan) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.mengusul, request.usulan = False, None  # type: ignore[attr-defined]
        with mengusulkan(None), sesudah_perbuatan(None):  # what the gate binds for one request ends with it
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Decide before the view runs. Nothing declared: nobody. Not signed in: to the sign-in page."""
        rute = request.resolver_match
        di_admin = rute is not None and rute.app_name == "admin"
        izin = ADMIN_DJANGO if di_admin else izin_view(view)
        if izin == PUBLIK:
            if (app := aplikasi_rute(view)) and app in aplikasi_mati():
                raise Http404  # as if it had never been there
            return self._metode_lain(request, view)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path() if request.method == "GET" else _halaman_asal(request))
        nama = (rute.url_name or "") if rute is not None else ""
        if (dahulu := self._dahulu(request)) and (di_admin or nama not in {dahulu, "keluar"}):
            lanjut = request.get_full_path() if request.method == "GET" else "/"
            return redirect(f"{reverse(dahulu)}?{urlencode({'next': lanjut})}")
        if di_admin and nama == "logout" and request.method == "POST":
            sesi_tutup(request)
            return redirect("masuk")
        if di_admin and nama in PENGGANTI_ADMIN:
            return redirect(PENGGANTI_ADMIN[nama])
        boleh_sendiri = izin is not None and boleh(request.user, izin)
        if izin is None or not (boleh_sendiri or dapat_mengusulkan(request, view, izin)):  # type: ignore[arg-type]
            jejak_catat(request, JejakBaca.Jenis.DITOLAK, keterangan=request.path)  # type: ignore[arg-type]
            if izin is not None and izin.partition(".")[0] in aplikasi_mati():
                raise AplikasiMati
            raise PermissionDenied
        if (salah := self._metode_lain(request, view)) is not None:
            return salah
        if boleh_sendiri:
            mulai_sunting(request, izin)  # type: ignore[arg-type]
        if not boleh_sendiri or (hanya_usul(view) and request.usulan is None):  # type: ignore[attr-defined]
            mulai_usulan(request, izin)  # type: ignore[arg-type]
        return None

    @staticmethod
    def _metode_lain(request: HttpRequest, view: Callable[..., Any]) -> HttpResponse | None:
        """405 for a method that the view does not declare (HEAD goes with GET)."""
        metode = getattr(view, "metode", None)
        if metode and request.method not in metode and not (request.method == "HEAD" and "GET" in metode):
            return cara_lain(request, sorted(metode))
        if request.method not in METODE_RUMAH:  # a page that looks for its record first would answer 404
            return cara_lain(request, sorted(METODE_RUMAH))
        return None

    @staticmethod
    def _dahulu(request: HttpRequest) -> str:
        """Name of the route that this user must go to first, or an empty string."""
        sesi: Any = request.sesi  # type: ignore[attr-defined]
        pengguna: Any = request.user
        if sesi.punya_faktor and not pengguna.is_verified():
            return "masuk_kode"
        if pengguna.wajib_ganti_sandi:
            return "akun_sandi"
        if settings.WAJIB_FAKTOR_KEDUA and not sesi.punya_faktor and (sesi.peran_wajib or pengguna.is_superuser):
            return "akun_faktor"
        return ""


class KirimanMiddleware:
    """Bind the key of a form being sent, so that the same form sent twice is done once."""

    def __init__(self, get_response: Balasan) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._bernol(request):
            raise SuspiciousOperation("Isian memuat huruf nol.")
        kunci = request.POST.get("kunci_kirim", "")[:64] if request.method == "POST" else None
        with kiriman(kunci):
            return self.get_response(request)

    @staticmethod
    def _bernol(request: HttpRequest) -> bool:
        """Whether a name or value holds NUL. No keyboard writes it, and PostgreSQL takes no text with it."""
        asal = [request.GET, request.POST] if request.method == "POST" else [request.GET]
        return any("\0" in teks for q in asal for nama, semua in q.lists() for teks in (nama, *semua))

    def process_exception(self, request: HttpRequest, galat: Exception) -> HttpResponse | None:
        """Answer the outcomes that any page can meet: a stale version, a record past editing, a proposal."""
        from inti.views.galat import halaman_data_tetap, halaman_versi_berubah

        if isinstance(galat, VersiBerubah):
            return halaman_versi_berubah(request, galat)
        if isinstance(galat, DataTetap):
            return halaman_data_tetap(request, galat)
        if isinstance(galat, Diusulkan):
            messages.success(request, "Usulan dikirim. Penyelia akan memeriksanya.")
            return redirect(galat.usulan)
        return None


class BerurutanMiddleware:
    """While a desk is worked off in order, an act that finished its thing leads to the next one."""

    def __init__(self, get_response: Balasan) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        balasan = self.get_response(request)
        if request.method == "POST" and request.user.is_authenticated and KUNCI in request.session:
            return sesudah_kiriman(request, balasan)  # type: ignore[arg-type]
        return balasan


class BacaMiddleware:
    """No whole personal number leaves the server without a line in the read log, whichever page forgot to write it."""

    def __init__(self, get_response: Balasan) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        balasan = self.get_response(request)
        if request.user.is_authenticated and not getattr(request, "tercatat", False) and memuat_nomor(balasan):
            jejak_catat(request, JejakBaca.Jenis.BUKA, keterangan=f"nomor lengkap pada {request.path}")  # type: ignore[arg-type]
        return balasan


class TanpaSimpanMiddleware:
    """Pages of signed-in users are never kept by a browser or a proxy: Back after signing out shows nothing.

    And no page may use a device's camera, place or microphone unless its view says so (`izin_perangkat`)."""

    def __init__(self, get_response: Balasan) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        balasan = self.get_response(request)
        if "Cache-Control" not in balasan.headers:
            balasan.headers["Cache-Control"] = "no-store, private"
        rute = request.resolver_match
        balasan.headers["Permissions-Policy"] = kebijakan_perangkat(perangkat_view(rute.func if rute else None))
        return balasan


class GalatMiddleware:
    """With DEBUG on Django answers 404 with a page for programmers, in English; the office's own page comes instead."""

    def __init__(self, get_response: Balasan) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        balasan = self.get_response(request)
        if settings.DEBUG and balasan.status_code == 404 and b"URLconf" in getattr(balasan, "content", b""):
            from inti.views.galat import tidak_ditemukan

            return tidak_ditemukan(request)
        return balasan

"""A page that works without a network brings a service worker of its own, served at the page's path: `<path>sw.js`.

    urlpatterns += [skrip_luring("absensi/telepon/", "absensi/telepon-sw.js", izin="absensi.pindai", nama="telepon_sw")]

The page's own script registers it: `navigator.serviceWorker.register("sw.js", {scope: "./"})`. Nothing is registered
by the house, and no worker rules more than its page: its scope ends at the page's path.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from inti.access import dengan_izin


def skrip_luring(jalur: str, berkas: str, *, izin: str, nama: str) -> URLPattern:
    """The route of a page's service worker.

    In: the page's path below this list of routes (never the root, ends with "/"), a script in static/, the permission
    that the page itself needs, the route's name. Raises ImproperlyConfigured when the script is not there.
    """
    if not jalur.endswith("/") or jalur.startswith("/") or jalur == "/" or "<" in jalur:
        raise ImproperlyConfigured(f"jalur pekerja luring harus jalur satu halaman yang berakhir dengan /: {jalur!r}")
    asal = finders.find(berkas) if berkas.endswith(".js") else None
    if not isinstance(asal, str):
        raise ImproperlyConfigured(f"skrip {berkas} tidak ada di static/")
    letak = Path(asal)

    @dengan_izin(izin)
    def skrip(request: HttpRequest, **_: Any) -> HttpResponse:
        return HttpResponse(
            letak.read_bytes(),
            content_type="text/javascript; charset=utf-8",
            headers={
                "Cache-Control": "no-cache",  # an old worker must not outlive a new version of the page
                "Service-Worker-Allowed": request.path.removesuffix("sw.js"),
                "X-Content-Type-Options": "nosniff",
            },
        )

    return path(f"{jalur}sw.js", skrip, name=nama)

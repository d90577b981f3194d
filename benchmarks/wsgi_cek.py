"""The application of the `cek` benchmark: ours as in production, and beside it a view that does nothing.

Two things differ from an office's server: no HTTPS on loopback (HTTPS=0), and style sheets are named without their
hashes, so that no `collectstatic` is needed. The limits of `/cek/` are lifted by their settings (CEK_BATAS_…), else
the run would meet the question after 20 answers; the tries are counted and stored all the same.
"""

from __future__ import annotations

import os
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
application = get_wsgi_application()

from django.http import HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402

import config.urls  # noqa: E402
from inti.access import PUBLIK, dengan_izin  # noqa: E402


@dengan_izin(PUBLIK, metode=("GET", "POST"))
def kosong(request: Any) -> HttpResponse:
    """The floor: every middleware, the form's token checked, an empty reply."""
    return HttpResponse(b"", content_type="text/plain")


config.urls.urlpatterns.append(path("kosong/", kosong))

"""WSGI entry. It refuses to serve with DEBUG off unless a long secret key was given on purpose."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from config.kunci import PANJANG_TERKECIL, kunci_lemah

if not settings.DEBUG and kunci_lemah(os.environ.get("SECRET_KEY", "")):
    raise ImproperlyConfigured(
        f"SECRET_KEY wajib diisi, paling sedikit {PANJANG_TERKECIL} karakter acak, untuk melayani dengan DEBUG mati."
    )

application = get_wsgi_application()

"""WSGI entry. It refuses to serve with DEBUG off without a long secret key given on purpose, with demonstration
accounts, or with a database or files that other users of the machine can read: the sentence names what to do."""

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

if not settings.DEBUG:
    from django.db import connection

    from inti.checks import alasan_menolak_melayani

    alasan = alasan_menolak_melayani()
    connection.close()  # what serves opens its own
    if alasan:
        raise ImproperlyConfigured(" ".join(alasan))

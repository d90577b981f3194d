"""`python -m tests.contoh`: fill the database of DATABASE_URL with the demonstration office (tests/basis.py keeps it)."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from inti.management.commands.demo import isi_akun_dan_bagian  # noqa: E402

settings.PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher"
]  # as the tests sign in (tests/conftest.py)
with transaction.atomic():
    isi_akun_dan_bagian(0)
if connection.vendor == "postgresql":
    with connection.cursor() as kursor:
        kursor.execute("ANALYZE")  # the planner would take every table for empty

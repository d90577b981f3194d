"""Environment of the test run, set before Django reads its settings (loaded by `-p tests.lingkungan`)."""

import os
import tempfile

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("DB_POOL", "0")
os.environ.setdefault("SECRET_KEY", "kunci-untuk-uji-saja-" + "x" * 40)
os.environ.setdefault("BERKAS_DIR", tempfile.mkdtemp(prefix="berkas-uji-"))
os.environ.setdefault("LOG_LEVEL", "ERROR")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

"""The house with one more app, which exists for the tests of the walks alone."""

from config.settings import *  # noqa: F403

INSTALLED_APPS = [*INSTALLED_APPS, "tests.percobaan"]  # noqa: F405
STATICFILES_DIRS = [*STATICFILES_DIRS, BASE_DIR / "tests/percobaan/static"]  # noqa: F405
ROOT_URLCONF = "tests.percobaan.urls"

"""Settings of Tata Usaha, all of them by environment (names and defaults: docs/operasi.md)."""

import sys
from pathlib import Path

import environ
from csp.constants import NONE, SELF

from config.kunci import PANJANG_TERKECIL, kunci_lemah, kunci_rahasia

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = kunci_rahasia(env.str("SECRET_KEY", default=""), BASE_DIR / ".kunci")
PANJANG_KUNCI = PANJANG_TERKECIL
KUNCI_LEMAH = kunci_lemah  # for the check of a system that serves (inti/checks.py)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
PROXY_TEPERCAYA = env.list("PROXY_TEPERCAYA", default=[])
BERKAS_DIR = Path(env.str("BERKAS_DIR", default=str(BASE_DIR / "berkas")))
# Key and head of the seal on history, outside the database (inti/services/segel_kepala.py).
SEGEL_DIR = Path(env.str("SEGEL_DIR", default=str(BERKAS_DIR.with_name(f"{BERKAS_DIR.name}-segel"))))
ALAMAT_UMUM = env.str("ALAMAT_UMUM", default="http://127.0.0.1:8000")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "inti",
    "kepegawaian",
    "arsip",
    "dtks",
    "django.contrib.admin",
    "django.contrib.postgres",
    "django.forms",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_include_bootstrap",
    "django_filters",
    "django_htmx",
    "heroicons",
    "simple_history",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "csp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "inti.middleware.SesiMiddleware",
    "inti.middleware.HakMiddleware",
    "inti.middleware.BacaMiddleware",
    "inti.middleware.BerurutanMiddleware",
    "inti.middleware.KirimanMiddleware",
    "inti.middleware.TanpaSimpanMiddleware",
    "inti.middleware.GalatMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "inti.pages.rangka.rangka",
            ],
            "builtins": ["inti.templatetags.tu"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL lets readers go on while one writes; IMMEDIATE takes the lock at the start, so no writer fails halfway;
    # synchronous=FULL because an acknowledged act must survive a power cut.
    # Opening a connection costs more than most pages (functions, pragmas, a checkpoint at the last close), so a server
    # keeps it; not the development server, where each request is a thread of its own.
    DATABASES["default"]["CONN_MAX_AGE"] = 0 if DEBUG else 600
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-64000; "
        "PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;",
    }
else:
    # What the index of names has not sorted in yet is read by each search: 5 ms a word with the default of 4 MB.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c gin_pending_list_limit=128kB")
    if env.bool("DB_POOL", default=not DEBUG and "runserver" not in sys.argv):
        DATABASES["default"]["OPTIONS"]["pool"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "id"
TIME_ZONE = env.str("TIME_ZONE", default="Asia/Jakarta")
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/statis/"
STATIC_ROOT = BASE_DIR / "statis"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": BERKAS_DIR}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

AUTH_USER_MODEL = "inti.Pengguna"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "inti.gerbang.auth.PenggunaBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "inti.gerbang.auth.SandiLazimValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "nama", "email")},
    },
]
LOGIN_URL = "masuk"
LOGIN_REDIRECT_URL = "beranda"
LOGOUT_REDIRECT_URL = "masuk"
SESI_DIAM = 30 * 60  # seconds without a request before the session ends
SESI_PALING_LAMA = 12 * 60 * 60  # seconds from sign-in, whatever is done
SESSION_COOKIE_AGE = SESI_PALING_LAMA
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "inti.views.galat.csrf_gagal"

AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "inti.views.galat.terkunci"
AXES_IPWARE_PROXY_COUNT = None
AXES_CLIENT_IP_CALLABLE = "inti.gerbang.alamat.alamat_klien"
AXES_USERNAME_CALLABLE = "inti.gerbang.auth.nama_untuk_axes"
AXES_SENSITIVE_PARAMETERS: list[str] = []
SILENCED_SYSTEM_CHECKS = [
    "axes.W006"
]  # counted by account: an office shares one address, and cookies do not enter the count
AXES_VERBOSE = False

OTP_TOTP_ISSUER = "Tata Usaha"
WAJIB_FAKTOR_KEDUA = env.bool("WAJIB_FAKTOR_KEDUA", default=not DEBUG)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
        "object-src": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if not DEBUG:
    HTTPS = env.bool("HTTPS", default=True)
    SECURE_SSL_REDIRECT = HTTPS
    SECURE_REDIRECT_EXEMPT = [r"^-/"]
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
    SESSION_COOKIE_NAME = "__Host-sesi" if HTTPS else "sesi"
    CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
    SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
    if PROXY_TEPERCAYA:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
SIMPLE_HISTORY_REVERT_DISABLED = True

# Outgoing mail (inti/services/pos.py). Off without EMAIL_URL: what would be sent is kept and the page says so.
POS_MENYALA = bool(env.str("EMAIL_URL", default=""))
_surel = (
    env.email_url("EMAIL_URL") if POS_MENYALA else {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
)
EMAIL_BACKEND = _surel["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _surel.get("EMAIL_HOST") or "localhost", _surel.get("EMAIL_PORT") or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _surel.get("EMAIL_HOST_USER") or "", _surel.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS, EMAIL_USE_SSL = bool(_surel.get("EMAIL_USE_TLS")), bool(_surel.get("EMAIL_USE_SSL"))
EMAIL_FILE_PATH = _surel.get("EMAIL_FILE_PATH") or None
EMAIL_TIMEOUT = 20  # seconds

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
SEWA_TUGAS = env.int("SEWA_TUGAS", default=60)  # seconds a worker may be silent before its job is taken over
# What one user may read within an hour before his supervisor is told: persons opened, numbers unmasked, exports, and
# readings of any kind between 20.00 and 05.00.
AMBANG_BACA = {
    "buka": env.int("AMBANG_BUKA", default=120),
    "tampil": env.int("AMBANG_TAMPIL", default=30),
    "ekspor": env.int("AMBANG_EKSPOR", default=3),
    "luar_jam": env.int("AMBANG_LUAR_JAM", default=10),
}
BATAS_MEMORI_LEMBAR = 512 * 1024 * 1024  # bytes for the child that parses a spreadsheet

# /cek/: free answers an hour for one address and for all together (beyond: a question in words first), answers on one
# number an hour and a day whoever asks, and answers an hour after such a question for all together (beyond: 429).
CEK_BATAS_ALAMAT = env.int("CEK_BATAS_ALAMAT", default=20)
CEK_BATAS_UMUM = env.int("CEK_BATAS_UMUM", default=600)
CEK_BATAS_ORANG = env.int("CEK_BATAS_ORANG", default=5)
CEK_BATAS_ORANG_HARI = env.int("CEK_BATAS_ORANG_HARI", default=10)
CEK_BATAS_KERAS = env.int("CEK_BATAS_KERAS", default=3000)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"samar": {"()": "inti.gerbang.log.SaringanPribadi"}},
    "formatters": {"baris": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "baris", "filters": ["samar"]}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "axes": {"level": "WARNING"},
    },
}

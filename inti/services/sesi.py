"""Sessions of a user: opened at sign-in, seen in his account, ended by himself, by his administrator or by time."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.sessions.backends.db import SessionStore
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from inti.gerbang.alamat import alamat_klien
from inti.models import Pengguna, Sesi

PERAN_WAJIB_FAKTOR = ("admin", "pimpinan")
JEDA_TANDA = 60  # seconds: one write a minute is enough to know that somebody is there


def sesi_buka(request: HttpRequest) -> Sesi:
    """Record the session of a user who has just signed in, and forget his sessions that time has ended."""
    if not request.session.session_key:
        request.session.save()
    kini = timezone.now()
    request.session["mulai"] = request.session["terakhir"] = int(kini.timestamp())
    lama = kini - dt.timedelta(seconds=settings.SESI_PALING_LAMA)
    Sesi.objects.filter(pengguna=request.user, mulai__lt=lama).delete()
    return Sesi.objects.update_or_create(
        kunci_sesi=request.session.session_key,
        defaults={
            "pengguna": request.user,
            "alamat": alamat_klien(request),
            "peramban": request.headers.get("User-Agent", "")[:200],
        },
    )[0]


def sesi_kini(request: HttpRequest) -> Sesi | None:
    """The row of this request's session with what its owner owes, in one query; None when it was ended elsewhere.

    `punya_faktor`: a second factor is set up. `peran_wajib`: a role of his needs one.
    """
    perangkat = TOTPDevice.objects.filter(user_id=OuterRef("pengguna_id"), confirmed=True)
    peran = Pengguna.groups.through.objects.filter(
        pengguna_id=OuterRef("pengguna_id"), group__name__in=PERAN_WAJIB_FAKTOR
    )
    return (
        Sesi.objects.filter(kunci_sesi=request.session.session_key, pengguna=request.user)
        .annotate(punya_faktor=Exists(perangkat), peran_wajib=Exists(peran))
        .first()
    )


def sesi_lewat(request: HttpRequest) -> bool:
    """Whether time has ended this session: silent too long, or too old whatever was done.

    One that was used in a time still to come was opened while the clock was ahead: it would never grow old."""
    kini = int(timezone.now().timestamp())
    diam, umur = kini - request.session["terakhir"], kini - request.session["mulai"]
    return abs(diam) > settings.SESI_DIAM or umur > settings.SESI_PALING_LAMA


def sesi_tandai(request: HttpRequest, sesi: Sesi) -> None:
    """Note that its user did something just now."""
    kini = timezone.now()
    if int(kini.timestamp()) - request.session["terakhir"] >= JEDA_TANDA:
        request.session["terakhir"] = int(kini.timestamp())
        Sesi.objects.filter(pk=sesi.pk).update(terakhir=kini)


def sesi_ganti_kunci(request: HttpRequest) -> None:
    """Give the session a fresh key when it gains rights, so that a key known before is worth nothing."""
    lama = request.session.session_key
    request.session.cycle_key()
    Sesi.objects.filter(kunci_sesi=lama).update(kunci_sesi=request.session.session_key)


def sesi_perbarui(request: HttpRequest, pengguna: Pengguna) -> None:
    """Carry this session over its owner's change of password, under a fresh key."""
    lama = request.session.session_key
    update_session_auth_hash(request, pengguna)
    Sesi.objects.filter(kunci_sesi=lama).update(kunci_sesi=request.session.session_key)


def sesi_tutup(request: HttpRequest) -> None:
    """Sign out: the row and the session are gone, so the old cookie opens nothing."""
    if request.session.session_key:
        Sesi.objects.filter(kunci_sesi=request.session.session_key).delete()
    logout(request)


def sesi_akhiri(*, pengguna: Pengguna, kecuali: str | None = None) -> int:
    """End a user's sessions everywhere but at the session key `kecuali`. Returns how many ended."""
    return _akhiri(Sesi.objects.filter(pengguna=pengguna).exclude(kunci_sesi=kecuali or ""))


def sesi_akhiri_satu(*, sesi: Sesi) -> None:
    """End one session."""
    _akhiri(Sesi.objects.filter(pk=sesi.pk))


def _akhiri(sesi: QuerySet[Sesi]) -> int:
    kunci = list(sesi.values_list("kunci_sesi", flat=True))
    for satu in kunci:
        SessionStore(satu).delete()
    return Sesi.objects.filter(kunci_sesi__in=kunci).delete()[0]


_PERAMBAN = (("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SISTEM = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def sebut_peramban(peramban: str) -> str:
    """How a browser's own line reads to a person: "Firefox di Windows"."""
    nama = next((sebut for tanda, sebut in _PERAMBAN if tanda in peramban), "Peramban lain")
    sistem = next((sebut for tanda, sebut in _SISTEM if tanda in peramban), "")
    return f"{nama} di {sistem}" if sistem else nama

"""Helpers of the account tests: signing in by the page, and codes of a second factor."""

from __future__ import annotations

import time
from typing import Any

from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from inti.models import Pengguna
from inti.services.faktor import faktor_pasang, kunci_faktor_baru
from tests.conftest import SANDI


def masuk(pengguna: Pengguna | str, sandi: str = SANDI, klien: Client | None = None, **lain: Any) -> Client:
    """A client that signed in by the page."""
    klien = klien or Client()
    nama = pengguna if isinstance(pengguna, str) else pengguna.username
    klien.post("/masuk/", {"username": nama, "password": sandi}, **lain)
    return klien


def kode_kini(kunci: str, geser: int = 0) -> str:
    """The code that an app with this secret (hex) shows now, or `geser` steps of 30 seconds away."""
    totp = TOTP(bytes.fromhex(kunci))
    totp.time = time.time() + 30 * geser
    return f"{totp.token():06d}"


def pasang_faktor(pengguna: Pengguna) -> tuple[str, list[str]]:
    """Set up a second factor; gives its secret and recovery codes. The codes of the next minute are still unused."""
    kunci = kunci_faktor_baru()
    _perangkat, kode = faktor_pasang(pengguna=pengguna, kunci=kunci, kode=kode_kini(kunci))
    TOTPDevice.objects.filter(user=pengguna).update(last_t=-1)
    return kunci, kode


def keadaan(klien: Client) -> str:
    """Where the desk sends this client: "masuk" when it lets him in, else the path it leads to."""
    balasan = klien.get("/")
    return "masuk" if balasan.status_code == 200 else balasan.headers["Location"].split("?")[0]

"""The question that stands between too many tries and an answer: sealed, short-lived, good for one try.

What was asked for travels inside the seal, encrypted, so that the page in between shows no number and no name.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from dtks.rules.soal import BANYAK, Soal, jawaban_benar, soal_ke
from inti.gerbang.batas import Pencacah, hitung_banyak

UMUR = 15 * 60  # seconds a question may stand on the page


class SoalTidakBerlaku(Exception):
    """The seal is broken, too old, or was used before."""


@dataclass(frozen=True)
class Pertanyaan:
    """A question for the page and its seal for the hidden field."""

    soal: Soal
    segel: str


@lru_cache(maxsize=2)
def _sandi(kunci: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"dtks.soal|{kunci}".encode()).digest()))


def soal_buat(titipan: dict[str, str]) -> Pertanyaan:
    """A fresh question that carries `titipan` (what the citizen typed) within its seal."""
    nomor = secrets.randbelow(BANYAK)
    isi = json.dumps({"soal": nomor, "sekali": secrets.token_hex(12), "titipan": titipan})
    return Pertanyaan(soal_ke(nomor), _sandi(settings.SECRET_KEY).encrypt(isi.encode()).decode())


def soal_jawab(segel: str, diketik: str) -> tuple[bool, dict[str, str]]:
    """Use a question up, right or wrong. Out: whether the answer is right, and what the seal carried.

    Raises SoalTidakBerlaku when the seal is not ours, older than UMUR, or was used before.
    """
    try:
        isi = json.loads(_sandi(settings.SECRET_KEY).decrypt(segel.encode(), ttl=UMUR))
    except (InvalidToken, UnicodeEncodeError) as galat:
        raise SoalTidakBerlaku from galat
    if hitung_banyak(Pencacah(isi["sekali"], "dtks.soal", 0))[0] > 1:
        raise SoalTidakBerlaku
    return jawaban_benar(soal_ke(isi["soal"]), diketik), isi["titipan"]

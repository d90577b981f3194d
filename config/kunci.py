"""The secret key: given by environment, or made once into a file that only its owner reads."""

import os
import secrets
from pathlib import Path

PANJANG_TERKECIL = 50

HURUF_TERKECIL = 10  # different letters in a key; 64 random ones have some 40
CONTOH = ("django-insecure", "ganti", "contoh", "changeme", "secret")


def kunci_lemah(kunci: str) -> bool:
    """Whether a key is none to serve with: short, made of few letters, or one of those that stand in examples."""
    return (
        len(kunci) < PANJANG_TERKECIL
        or len(set(kunci)) < HURUF_TERKECIL
        or any(contoh in kunci.lower() for contoh in CONTOH)
    )


def kunci_rahasia(dari_lingkungan: str, folder: Path) -> str:
    """Return the given key, else the one kept in `folder` (made there with mode 600 when absent).

    A key from the file serves commands and development. Serving with DEBUG off refuses it: see config/wsgi.py.
    """
    if dari_lingkungan:
        return dari_lingkungan
    berkas = folder / "secret_key"
    try:
        return berkas.read_text(encoding="ascii")
    except FileNotFoundError:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        kunci = secrets.token_urlsafe(64)
        try:
            nomor = os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:  # another process made it in the meantime
            return berkas.read_text(encoding="ascii")
        with os.fdopen(nomor, "w", encoding="ascii") as keluaran:
            keluaran.write(kunci)
        return kunci

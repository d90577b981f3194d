"""The secret key: given by environment, or made once into a file that only its owner reads."""

import os
import secrets
from pathlib import Path

PANJANG_TERKECIL = 50


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

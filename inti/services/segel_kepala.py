"""What is kept outside the database: the key that signs the chain, and its head (the last set and its hash).

Both lie in `SEGEL_DIR`, files of mode 600 in a folder of mode 700. Whoever alters the database alone can neither sign
a set nor move the head, so that what he altered, inserted, cut or brought back from an older copy shows.
"""

from __future__ import annotations

import json
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from inti.galat import AturanDilanggar
from inti.rules.segel import tanda, tanda_sah

try:
    import fcntl
except ImportError:  # Windows, where one process at most seals (docs/operasi.md)
    fcntl = None  # type: ignore[assignment]

PANJANG_KUNCI = 32


@dataclass(frozen=True)
class Kepala:
    """The chain's end: number, hash and time of the last set.

    `jangkar`: number and hash of a set up to which the chain was signed by a key that is no longer here (restored
    without it, or re-anchored by hand); those sets are held by their hashes alone.
    """

    urut: int
    hash: str
    waktu: str
    jangkar: tuple[int, str] | None = None


class KepalaDiubah(Exception):
    """The head's file was altered: it is not what the key signed."""


def folder_segel() -> Path:
    """The folder outside the database."""
    return Path(settings.SEGEL_DIR)


def baca_kunci() -> bytes | None:
    """The key, or None when there is none. Raises KepalaDiubah when its file is not a key."""
    try:
        kunci = bytes.fromhex((folder_segel() / "kunci").read_text().strip())
    except FileNotFoundError:
        return None
    except ValueError as galat:
        raise KepalaDiubah from galat
    if len(kunci) != PANJANG_KUNCI:
        raise KepalaDiubah
    return kunci


def buat_kunci(kunci: bytes | None = None) -> bytes:
    """Write a key (a fresh one unless given) into the folder; out: the key. Raises AturanDilanggar when it can't be."""
    kunci = kunci or secrets.token_bytes(PANJANG_KUNCI)
    _tulis("kunci", kunci.hex() + "\n")
    return kunci


def baca_kepala(kunci: bytes | None) -> Kepala | None:
    """The head, or None when there is none. Raises KepalaDiubah when it is not what the key signed."""
    try:
        isi = json.loads((folder_segel() / "kepala.json").read_text())
    except FileNotFoundError:
        return None
    except ValueError as galat:
        raise KepalaDiubah from galat
    try:
        diberikan = isi.pop("tanda")
        if kunci is not None and not tanda_sah(kunci, _teks(isi), diberikan):
            raise KepalaDiubah
        jangkar = isi["jangkar"]
        return Kepala(isi["urut"], isi["hash"], isi["waktu"], (jangkar[0], jangkar[1]) if jangkar else None)
    except (AttributeError, KeyError, TypeError, IndexError) as galat:
        raise KepalaDiubah from galat


def tulis_kepala(kepala: Kepala, kunci: bytes, *, mundur: bool = False) -> None:
    """Move the head forward. Of two processes the later set wins; only `mundur` (an act by hand) may move it back."""
    with _sendiri():
        if not mundur:
            kini = baca_kepala(kunci)
            if kini is not None and kini.urut >= kepala.urut:
                return
        isi: dict[str, Any] = asdict(kepala)
        _tulis("kepala.json", json.dumps(isi | {"tanda": tanda(kunci, _teks(isi))}, indent=1) + "\n")


def singkirkan(keterangan: str, waktu: str) -> None:
    """Keep the present head and note why it is given up: nothing about the chain disappears without a trace."""
    berkas = folder_segel() / "kepala.json"
    lama = berkas.read_text() if berkas.exists() else ""
    jejak = folder_segel() / "jejak.jsonl"
    terdahulu = jejak.read_text() if jejak.exists() else ""
    _tulis("jejak.jsonl", terdahulu + json.dumps({"waktu": waktu, "alasan": keterangan, "kepala_lama": lama}) + "\n")


def _teks(isi: dict[str, Any]) -> str:
    return json.dumps(isi, sort_keys=True)


@contextmanager
def _sendiri() -> Iterator[None]:
    """One writer of the head at a time among the processes of this machine."""
    folder = _siapkan()
    with (folder / ".gembok").open("w") as gembok:
        if fcntl is not None:
            fcntl.flock(gembok, fcntl.LOCK_EX)
        yield


def _siapkan() -> Path:
    folder = folder_segel()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as galat:
        raise _tak_tertulis() from galat
    return folder


def _tulis(nama: str, isi: str) -> None:
    """Whole or not at all, on the disk before we go on."""
    folder = _siapkan()
    sementara = ""
    try:
        with tempfile.NamedTemporaryFile("w", dir=folder, delete=False) as keluaran:  # mode 600 by itself
            sementara = keluaran.name
            keluaran.write(isi)
            keluaran.flush()
            os.fsync(keluaran.fileno())
        Path(sementara).replace(folder / nama)
    except OSError as galat:
        if sementara:
            Path(sementara).unlink(missing_ok=True)
        raise _tak_tertulis() from galat


def _tak_tertulis() -> AturanDilanggar:
    return AturanDilanggar(
        "SEGEL_TAK_TERTULIS",
        f"Folder segel {folder_segel()} tidak dapat ditulis.",
        "Perbaiki hak folder atau ruang cakramnya (SEGEL_DIR).",
    )

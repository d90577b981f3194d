"""Secrecy and truth of a backup's members: AES-256-GCM in chunks, keys derived from the office's key file.

Each backup draws a salt; each member has a key of its own (HKDF over salt and name), so that chunks can't travel
between members or backups. A chunk's nonce is its number and whether it is the last: none can be left out, doubled,
reordered or cut off. The manifest carries a MAC by another derived key.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import os
import secrets
import zlib
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

POTONG = 1024 * 1024
CAP = 16  # bytes that GCM adds to each chunk
KUNCI_TERPENDEK = 24


class CadanganRusak(Exception):
    """The backup can't be used: altered, cut, incomplete, or the key does not fit. Its text is a sentence."""


def baca_kunci(berkas: Path) -> bytes:
    """The office's key from its file (line ends at its end don't count). Raises CadanganRusak with a sentence."""
    try:
        kunci = berkas.read_bytes().rstrip(b"\r\n")
    except OSError as galat:
        raise CadanganRusak(f"Berkas kunci {berkas} tidak dapat dibaca.") from galat
    if len(kunci) < KUNCI_TERPENDEK:
        raise CadanganRusak(f"Kunci di {berkas} terlalu pendek; buat dengan cadangkan --buat-kunci {berkas}.")
    return kunci


def buat_kunci(berkas: Path) -> None:
    """Write a fresh random key of 256 bits into a new file of mode 600. Raises CadanganRusak when it exists."""
    try:
        with os.fdopen(os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as keluaran:
            keluaran.write(base64.b64encode(secrets.token_bytes(32)) + b"\n")
    except FileExistsError as galat:
        raise CadanganRusak(f"{berkas} sudah ada dan tidak ditimpa.") from galat
    except OSError as galat:
        raise CadanganRusak(f"{berkas} tidak dapat ditulis.") from galat


def turunkan(kunci: bytes, garam: bytes, untuk: str) -> bytes:
    """A key of 256 bits for one purpose."""
    return HKDF(SHA256(), 32, garam, f"tata-usaha cadangan 1: {untuk}".encode()).derive(kunci)


def mac(kunci: bytes, garam: bytes, isi: bytes) -> str:
    """MAC of the manifest's bytes."""
    return hmac.new(turunkan(kunci, garam, "manifes"), isi, hashlib.sha256).hexdigest()


def _nonce(urut: int, akhir: bool) -> bytes:
    return urut.to_bytes(11, "big") + bytes([akhir])


class Penulis(io.RawIOBase):
    """Writes one member: compressed when asked, encrypted when there is a key, hashed as it lands on the disk."""

    def __init__(self, berkas: Path, nama: str, kunci: bytes | None, *, mampatkan: bool) -> None:
        super().__init__()
        self._keluaran = os.fdopen(os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        self._sidik, self.ukuran, self.nama = hashlib.sha256(), 0, nama
        self._sandi = AESGCM(kunci) if kunci else None
        self._mampat = zlib.compressobj(1, zlib.DEFLATED, 31) if mampatkan else None
        self._sisa, self._urut = bytearray(), 0

    def writable(self) -> bool:
        return True

    def write(self, isi: bytes) -> int:  # type: ignore[override]
        self._tambah(self._mampat.compress(isi) if self._mampat else isi)
        return len(isi)

    def _tambah(self, isi: bytes) -> None:
        if self._sandi is None:
            self._tulis(isi)
            return
        self._sisa += isi
        while len(self._sisa) > POTONG:  # the last chunk is sealed by `selesai`, so one always remains
            self._potong(bytes(self._sisa[:POTONG]), akhir=False)
            del self._sisa[:POTONG]

    def _potong(self, isi: bytes, *, akhir: bool) -> None:
        assert self._sandi is not None
        self._tulis(self._sandi.encrypt(_nonce(self._urut, akhir), isi, self.nama.encode()))
        self._urut += 1

    def _tulis(self, isi: bytes) -> None:
        self._keluaran.write(isi)
        self._sidik.update(isi)
        self.ukuran += len(isi)

    def selesai(self) -> dict[str, object]:
        """Finish, to the disk. Out: the member's entry in the manifest."""
        if self._mampat:
            self._tambah(self._mampat.flush())
        if self._sandi:
            self._potong(bytes(self._sisa), akhir=True)
        self._keluaran.flush()
        os.fsync(self._keluaran.fileno())
        self._keluaran.close()
        return {"nama": self.nama, "ukuran": self.ukuran, "sha256": self._sidik.hexdigest()}

    def close(self) -> None:
        """Close without finishing (after a fault)."""
        self._keluaran.close()
        super().close()


class Pembaca(io.RawIOBase):
    """Reads one member back: decrypted chunk by chunk, decompressed. Raises CadanganRusak naming it."""

    def __init__(self, berkas: Path, nama: str, kunci: bytes | None, *, mampat: bool) -> None:
        super().__init__()
        self._masukan: BinaryIO = berkas.open("rb")
        self.nama, self._sisa_berkas = nama, berkas.stat().st_size
        self._sandi = AESGCM(kunci) if kunci else None
        self._urai = zlib.decompressobj(31) if mampat else None
        self._isi, self._urut, self._habis = bytearray(), 0, False

    def readable(self) -> bool:
        return True

    def readinto(self, wadah: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill a buffer; 0 at the end."""
        while not self._isi and not self._habis:
            self._lagi()
        n = min(len(wadah), len(self._isi))
        wadah[:n] = self._isi[:n]
        del self._isi[:n]
        return n

    def _lagi(self) -> None:
        potong = self._masukan.read(POTONG + (CAP if self._sandi else 0))
        self._sisa_berkas -= len(potong)
        self._habis = self._sisa_berkas <= 0
        try:
            if self._sandi:
                potong = self._sandi.decrypt(_nonce(self._urut, self._habis), potong, self.nama.encode())
            self._urut += 1
            self._isi += self._urai.decompress(potong) if self._urai else potong
            if self._habis and self._urai and not self._urai.eof:
                raise CadanganRusak(f"Anggota {self.nama} terpotong.")
        except (InvalidTag, zlib.error) as galat:
            raise CadanganRusak(f"Anggota {self.nama} rusak atau kuncinya tidak cocok.") from galat

    def close(self) -> None:
        """Close the file."""
        self._masukan.close()
        super().close()

"""How rows are sealed: pure functions from values to digests, and the chain of sets. No database, no clock.

A row has one canonical form whatever the database under it. A part is a run of rows of one table: their keys, a short
trace of each (so that the altered one can be named) and one digest over all. A set is some parts, its place in the
sequence and the hash of the set before it; its hash goes to the next set and outside the database, and a key that is
kept outside signs it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import struct
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

PANJANG_JEJAK = 8  # bytes kept of each row's digest: enough to name the altered row; the part's digest is whole
AWAL = "0" * 64  # what the first set names as the one before it


def baris_kanonik(nilai: Sequence[Any]) -> bytes:
    """A row's values (as Django gives them) in the one form that is sealed; the same on SQLite and PostgreSQL."""
    return json.dumps(nilai, default=_lain, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _lain(nilai: Any) -> str:
    if isinstance(nilai, dt.datetime):
        return nilai.astimezone(dt.UTC).isoformat()
    if isinstance(nilai, dt.date | dt.time):
        return nilai.isoformat()
    if isinstance(nilai, uuid.UUID):
        return nilai.hex
    if isinstance(nilai, Decimal):
        return format(nilai, "f")
    if isinstance(nilai, bytes | memoryview):
        return bytes(nilai).hex()
    if isinstance(nilai, dt.timedelta):
        return str(nilai // dt.timedelta(microseconds=1))
    raise TypeError(f"nilai tidak dapat disegel: {type(nilai).__name__}")


def sidik_baris(nilai: Sequence[Any]) -> bytes:
    """SHA-256 of a row's canonical form."""
    return hashlib.sha256(baris_kanonik(nilai)).digest()


def bungkus_kunci(kunci: Sequence[int] | Sequence[uuid.UUID]) -> bytes:
    """Primary keys in ascending order as bytes: integers as runs (first, last), UUIDs one by one."""
    if kunci and isinstance(kunci[0], uuid.UUID):
        return b"".join(k.bytes for k in kunci)  # type: ignore[union-attr]
    hasil, awal, akhir = [], None, None
    for k in kunci:
        if awal is not None and k == akhir + 1:  # type: ignore[operator]
            akhir = k
            continue
        if awal is not None:
            hasil.append(struct.pack(">qq", awal, akhir))
        awal = akhir = k
    if awal is not None:
        hasil.append(struct.pack(">qq", awal, akhir))
    return b"".join(hasil)


def buka_kunci(isi: bytes, *, uuid_: bool) -> Iterator[Any]:
    """The primary keys that `bungkus_kunci` packed."""
    for n in range(0, len(isi), 16):
        if uuid_:
            yield uuid.UUID(bytes=isi[n : n + 16])
        else:
            awal, akhir = struct.unpack(">qq", isi[n : n + 16])
            yield from range(awal, akhir + 1)


@dataclass(frozen=True)
class BagianRantai:
    """A run of rows of one table. `isi`: digest over all their digests; `jejak`: the beginning of each."""

    label: str
    dari: int
    sampai: int
    jumlah: int
    kolom: tuple[str, ...]
    kunci: bytes
    jejak: bytes
    isi: str

    @property
    def sidik(self) -> str:
        """Digest over everything the part says."""
        kepala = [self.label, self.dari, self.sampai, self.jumlah, list(self.kolom), self.isi]
        kepala += [hashlib.sha256(self.kunci).hexdigest(), hashlib.sha256(self.jejak).hexdigest()]
        return hashlib.sha256(baris_kanonik(kepala)).hexdigest()


class Penghimpun:
    """Gathers rows in order of their keys into the parts' fields."""

    def __init__(self) -> None:
        self.kunci: list[Any] = []
        self._jejak: list[bytes] = []
        self._isi = hashlib.sha256()

    def tambah(self, kunci: Any, nilai: Sequence[Any]) -> bytes:
        """Add a row; out: its trace."""
        sidik = sidik_baris(nilai)
        self.kunci.append(kunci)
        self._jejak.append(sidik[:PANJANG_JEJAK])
        self._isi.update(sidik)
        return sidik[:PANJANG_JEJAK]

    def bagian(self, label: str, dari: int, sampai: int, kolom: Sequence[str]) -> BagianRantai:
        """The part of what was gathered."""
        return BagianRantai(
            label,
            dari,
            sampai,
            len(self.kunci),
            tuple(kolom),
            bungkus_kunci(self.kunci),
            b"".join(self._jejak),
            self._isi.hexdigest(),
        )


def hash_segel(
    urut: int, waktu: dt.datetime, sebelum: str, batas: dict[str, list[int]], bagian: Iterable[tuple[str, int, str]]
) -> str:
    """Hash of a set. `batas`: per table up to which key and how many rows are sealed; `bagian`: (label, from, digest)."""
    return hashlib.sha256(baris_kanonik([urut, waktu, sebelum, batas, sorted(bagian)])).hexdigest()


def tanda(kunci: bytes, isi: str) -> str:
    """Signature of a set's hash, or of the head outside, by the key outside."""
    return hmac.new(kunci, isi.encode(), hashlib.sha256).hexdigest()


def tanda_sah(kunci: bytes, isi: str, diberikan: str) -> bool:
    """Whether a signature is right, compared in constant time."""
    return hmac.compare_digest(tanda(kunci, isi).encode(), diberikan.encode())

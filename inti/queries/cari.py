"""What a source of the one search box gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TemuanCari:
    """A result of the one search box."""

    teks: str
    keterangan: str
    alamat: str

"""A checklist of papers by kind and day: what must be there, what is there, what lacks or expired. Pure.

Requirements may be rows of any dated table: whatever has `berlaku_mulai` and `berlaku_sampai` (None: open).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from inti.rules.alur import Kekurangan


class _Bertanggal(Protocol):
    berlaku_mulai: Any
    berlaku_sampai: Any


B = TypeVar("B", bound=_Bertanggal)


def berlaku_pada(baris: Iterable[B], hari: dt.date) -> list[B]:
    """The rows in force on a day, in their order."""
    return [b for b in baris if b.berlaku_mulai <= hari and (b.berlaku_sampai is None or hari <= b.berlaku_sampai)]


@dataclass(frozen=True)
class Syarat:
    """A paper that is asked for: a stable code, its name for a sentence, and whether it must be there."""

    kode: Hashable
    nama: str
    wajib: bool = True
    asal: Any = None  # the row that asks for it

    def __str__(self) -> str:
        return self.nama


@dataclass(frozen=True)
class ButirSyarat:
    """A line of the checklist: what is there, and whether some of it is valid on the day."""

    syarat: Syarat
    berkas: tuple[Any, ...]
    sah: bool

    @property
    def kurang(self) -> bool:
        """A paper that must be there isn't, or none of them is valid."""
        return self.syarat.wajib and not self.sah


@dataclass(frozen=True)
class DaftarBerkas:
    """The checklist of one case or person."""

    butir: tuple[ButirSyarat, ...]

    @property
    def kurang(self) -> list[Syarat]:
        """What lacks, in the order of the list."""
        return [b.syarat for b in self.butir if b.kurang]

    @property
    def wajib(self) -> int:
        """How many papers must be there."""
        return sum(b.syarat.wajib for b in self.butir)

    @property
    def persen(self) -> int:
        """Share of what must be there, in whole percent."""
        return persen_lengkap(self.wajib, len(self.kurang))

    def kekurangan(self) -> Kekurangan:
        """Everything that lacks, to be told at once when the case goes back."""
        return Kekurangan({str(s.kode): s.nama for s in self.kurang}, frozenset(str(b.syarat.kode) for b in self.butir))


def persen_lengkap(wajib: int, kurang: int) -> int:
    """Share of what must be there, in whole percent, rounded down; 100 where nothing must."""
    return (wajib - kurang) * 100 // wajib if wajib else 100


def periksa_berkas(syarat: Iterable[Syarat], ada: Mapping[Any, Iterable[Any]], hari: dt.date) -> DaftarBerkas:
    """Hold what is there against what is asked. `ada`: code -> its papers; one with a `berlaku_sampai` is valid until then."""
    butir = []
    for s in syarat:
        milik = tuple(ada.get(s.kode, ()))
        sampai = [getattr(b, "berlaku_sampai", None) for b in milik]
        butir.append(ButirSyarat(s, milik, any(h is None or hari <= h for h in sampai)))
    return DaftarBerkas(tuple(butir))

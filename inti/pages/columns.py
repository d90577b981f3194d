"""Declared columns: a list page and its export use the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, ClassVar, NamedTuple

from inti.formats import tanggal_pendek

Isi = str | Callable[[Any], Any]


class Sel(NamedTuple):
    """One cell: its text (escaped by the template unless it is safe) and its classes."""

    isi: Any
    kelas: str
    utama: bool


@dataclass(frozen=True)
class Kolom:
    """A column. `isi` is an attribute path ("unit.nama") or a function of the record; `urut` an indexed, non-null field.

    `ekspor` gives the exported value where it differs from what is shown (a masked number, a status with its mark);
    an empty string leaves the column out of exports.
    """

    judul: str
    isi: Isi
    urut: str = ""
    kelas: str = ""
    utama: bool = False
    ekspor: Isi | None = None

    def pembaca(self) -> Callable[[Any], Any]:
        """Function from record to shown value."""
        return _pembaca(self.isi)

    def pembaca_ekspor(self) -> Callable[[Any], Any]:
        """Function from record to exported value."""
        return _pembaca(self.isi if self.ekspor is None else self.ekspor)


def _pembaca(isi: Isi) -> Callable[[Any], Any]:
    if callable(isi):
        return isi
    dasar = attrgetter(isi)

    def baca(objek: Any) -> Any:
        try:
            nilai = dasar(objek)
        except AttributeError:  # a missing relation on the way
            return ""
        if nilai is None:
            return ""
        if hasattr(nilai, "strftime") and not hasattr(nilai, "hour"):
            return tanggal_pendek(nilai)
        return nilai() if callable(nilai) else nilai

    return baca


class Columns:
    """Columns of one kind of record, in the order of declaration."""

    semua: ClassVar[dict[str, Kolom]] = {}
    hubungan: ClassVar[tuple[str, ...]] = ()  # select_related that the columns need

    def __init_subclass__(cls) -> None:
        cls.semua = {**cls.semua, **{n: k for n, k in vars(cls).items() if isinstance(k, Kolom)}}

    @classmethod
    def baris(cls, objek: Iterable[Any]) -> list[tuple[Any, list[Sel]]]:
        """Records with their cells."""
        kolom = [(k.pembaca(), k.kelas, k.utama) for k in cls.semua.values()]
        return [(o, [Sel(baca(o), kelas, utama) for baca, kelas, utama in kolom]) for o in objek]

    @classmethod
    def sumber(cls, kueri: Any) -> tuple[list[str], Iterable[list[Any]]]:
        """Headings and rows of a queryset, streamed: what a page exports, for the command `ekspor`."""
        if cls.hubungan:
            kueri = kueri.select_related(*cls.hubungan)
        return cls.ekspor(kueri.iterator(chunk_size=2000))

    @classmethod
    def ekspor(cls, objek: Iterable[Any]) -> tuple[list[str], Iterable[list[Any]]]:
        """Headings and rows for a spreadsheet."""
        kolom = [k for k in cls.semua.values() if k.ekspor != ""]
        baca = [k.pembaca_ekspor() for k in kolom]
        return [k.judul for k in kolom], ([b(o) for b in baca] for o in objek)

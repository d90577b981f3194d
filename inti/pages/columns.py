"""Declared columns: a list page and its export use the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from operator import attrgetter
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from inti.formats import tanggal_pendek
from inti.templatetags.tu import status_html

Isi = str | Callable[[Any], Any]


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


@dataclass(frozen=True)
class Status(Kolom):
    """The state of a record (`inti.models.Bertanda`, or whatever has `status_tampil`): its mark, in exports its word."""

    judul: str = "Status"
    isi: Isi = lambda o: status_html(*o.status_tampil)
    kelas: str = "hp-kanan"
    ekspor: Isi | None = lambda o: o.status_tampil[1]


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


def _aman(nilai: Any) -> str:
    return str(nilai) if hasattr(nilai, "__html__") else escape(str(nilai))


def _baris(objek: Any, kolom: list[tuple[Any, bool, str]], alamat: Callable[[Any], str], pilih: bool) -> str:
    """One row: the box, then each cell; the main one is the row's heading and its link."""
    isi = [_aman(baca(objek)) for baca, _, _ in kolom]
    bagian = ["<tr>"]
    if pilih:
        bagian.append(
            f'<td class="hp-pilih"><input class="form-check-input" type="checkbox" name="pilih" value="{objek.pk}" '
            f'aria-label="Pilih {strip_tags(isi[0])}"></td>'
        )
    for sel, (_, utama, kelas) in zip(isi, kolom, strict=True):
        if utama:
            ke = alamat(objek)
            bagian.append(
                f'<th scope="row"{kelas}>' + (f'<a href="{escape(ke)}">{sel}</a></th>' if ke else f"{sel}</th>")
            )
        else:
            bagian.append(f"<td{kelas}>{sel}</td>")
    bagian.append("</tr>")
    return "".join(bagian)


class Columns:
    """Columns of one kind of record, in the order of declaration."""

    semua: ClassVar[dict[str, Kolom]] = {}
    hubungan: ClassVar[tuple[str, ...]] = ()  # select_related that the columns need
    rute: ClassVar[str] = ""  # route of a record's page by its key alone; empty: the record's get_absolute_url

    def __init_subclass__(cls) -> None:
        cls.semua = {**cls.semua, **{n: k for n, k in vars(cls).items() if isinstance(k, Kolom)}}
        if getattr(next(iter(cls.semua.values()), None), "jumlahkan", ""):
            raise ValueError(f"{cls.__name__}: kolom pertama memuat kata Jumlah, jadi tidak dapat dijumlahkan.")

    @classmethod
    def baris(cls, objek: Iterable[Any], *, pilih: bool = False) -> list[SafeString]:
        """Rows as markup, each value escaped unless it is safe already.

        Built here and not in the template: 50 rows of 8 cells cost the engine more than everything else on the page.
        `pilih` adds the box of the bulk actions.
        """
        kolom = [(k.pembaca(), k.utama, f' class="{k.kelas}"' if k.kelas else "") for k in cls.semua.values()]
        alamat = cls._pembuat_alamat()
        return [SafeString(_baris(o, kolom, alamat, pilih)) for o in objek]

    @classmethod
    def _pembuat_alamat(cls) -> Callable[[Any], str]:
        """Address of a record's page, empty where it has none; with `rute` the resolver is asked once for the list."""
        if not cls.rute:
            return lambda o: str(o.get_absolute_url()) if hasattr(o, "get_absolute_url") else ""
        awal, akhir = reverse(cls.rute, args=[0]).rsplit("0", 1)
        return lambda o: f"{awal}{o.pk}{akhir}"

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

"""A column of money in a list: figures to the right, totals of the page and of all that is listed, numbers in exports.

    jumlah = Uang("Jumlah (Rp)", "jumlah", jumlahkan="jumlah")

The total of everything is one aggregate query on the filtered list and costs what its rows cost: leave `jumlahkan` out
on tables of a million rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from operator import attrgetter
from typing import Any

from django.db.models import QuerySet, Sum
from django.utils.safestring import SafeString

from inti.formats import ribuan, rupiah
from inti.pages.columns import Columns, Kolom


@dataclass(frozen=True)
class Uang(Kolom):
    """Whole rupiah. `isi` is the path of an attribute that holds an int, a Decimal or None (nothing is shown).

    A heading that ends in "(Rp)" spares its cells the sign. `jumlahkan` is the path of the field whose sum stands
    below the list ("rincian__jumlah"); empty: no totals.
    """

    jumlahkan: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "kelas", f"n {self.kelas}".strip())

    def tulis(self, nilai: int | Decimal | None) -> str:
        """The amount as this column shows it."""
        return ribuan(nilai) if self.judul.endswith("(Rp)") else rupiah(nilai)

    def nilai(self) -> Callable[[Any], Any]:
        """Function from record to amount."""
        return self.isi if callable(self.isi) else attrgetter(self.isi)

    def pembaca(self) -> Callable[[Any], Any]:
        """Function from record to shown amount."""
        nilai = self.nilai()
        return lambda o: self.tulis(nilai(o))

    def pembaca_ekspor(self) -> Callable[[Any], Any]:
        """Function from record to the number in a sheet."""
        return self.nilai() if self.ekspor is None else super().pembaca_ekspor()


def berjumlah(columns: type[Columns]) -> dict[str, Uang]:
    """Columns with totals, by name."""
    return {n: k for n, k in columns.semua.items() if isinstance(k, Uang) and k.jumlahkan}


def baris_jumlah(
    columns: type[Columns], baris: Sequence[Any], kueri: QuerySet, *, sebagian: bool, pilih: bool = False
) -> list[SafeString]:
    """Rows for the foot of a list: the sum of what the page shows and, where that is a part, of the whole list.

    In: the page's records, the filtered query, whether there are further pages, whether rows begin with a box.
    One query when `sebagian`, none otherwise; nothing without columns that have totals.
    """
    uang = berjumlah(columns)
    if not uang:
        return []
    halaman = {n: sum((k.nilai()(o) or 0 for o in baris), 0) for n, k in uang.items()}
    if not sebagian:
        return [_kaki(columns, "Jumlah", halaman, pilih)]
    semua = kueri.order_by().aggregate(**{f"jumlah_{n}": Sum(k.jumlahkan) for n, k in uang.items()})
    return [
        _kaki(columns, "Jumlah halaman ini", halaman, pilih),
        _kaki(columns, "Jumlah seluruhnya", {n: semua[f"jumlah_{n}"] or 0 for n in uang}, pilih),
    ]


def _kaki(columns: type[Columns], kata: str, jumlah: dict[str, Any], pilih: bool) -> SafeString:
    nama = list(columns.semua)
    depan = next(i for i, n in enumerate(nama) if n in jumlah)
    lebar = f' colspan="{depan + pilih}"' if depan + pilih > 1 else ""
    bagian = [f'<tr><th scope="row"{lebar}>{escape(kata)}</th>']
    for n in nama[depan:]:
        kolom = columns.semua[n]
        if isinstance(kolom, Uang) and n in jumlah:
            judul = f'<span class="d-sm-none tu-redup">{escape(kolom.judul)} </span>'
            bagian.append(f'<td class="n">{judul}{escape(kolom.tulis(jumlah[n]))}</td>')
        else:
            bagian.append('<td class="hp-tidak"></td>')
    return SafeString("".join(bagian) + "</tr>")


def dengan_jumlah(columns: type[Columns], objek: Iterable[Any]) -> tuple[list[str], Iterator[list[Any]]]:
    """Headings and rows for a sheet as `Columns.ekspor`, and behind them the row JUMLAH, summed while rows go out.

    Importers know that row for a foot and pass over it.
    """
    kolom = [k for k in columns.semua.values() if k.ekspor != ""]
    judul, baris = columns.ekspor(objek)

    def semua() -> Iterator[list[Any]]:
        jumlah: list[Any] = [0 if isinstance(k, Uang) and k.jumlahkan else "" for k in kolom]
        for b in baris:
            for n, k in enumerate(kolom):
                if isinstance(k, Uang) and k.jumlahkan:
                    jumlah[n] += b[n] or 0
            yield b
        yield ["JUMLAH", *jumlah[1:]]

    return judul, semua()

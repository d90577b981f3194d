"""Rows mended on the page: cells that somebody corrected, rows that he left out, applied while the file is read again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from inti.sheets.baca import Pembaca
from inti.sheets.cacat_sel import cacat_baris
from inti.sheets.nilai import Ternilai, muat_penilai

if TYPE_CHECKING:
    from inti.sheets.impor import Importir

Potongan = tuple[list[int], Ternilai, list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Perbaikan:
    """Corrections of one file: row number to (column's name to its new text), and rows to leave out."""

    ganti: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    lewati: frozenset[int] = frozenset()

    @classmethod
    def dari_data(cls, data: Mapping[str, Any]) -> Perbaikan:
        """From what `sebagai_data` gave."""
        return cls({int(n): dict(isi) for n, isi in data["ganti"].items()}, frozenset(data["lewati"]))

    def sebagai_data(self) -> dict[str, Any]:
        """As plain JSON."""
        return {"ganti": {str(n): dict(isi) for n, isi in self.ganti.items()}, "lewati": sorted(self.lewati)}

    def dengan(self, lain: Perbaikan) -> Perbaikan:
        """These and later ones, which go before them."""
        ganti = {n: {**self.ganti.get(n, {}), **lain.ganti.get(n, {})} for n in {*self.ganti, *lain.ganti}}
        return Perbaikan(ganti, self.lewati | lain.lewati)

    def terapkan(self, pembaca: Pembaca, importir: Importir) -> Iterator[Potongan]:
        """The reader's chunks without the rows left out, the mended ones judged anew; it was opened for their cells."""
        penilai = muat_penilai(importir.penilai, importir.konteks())
        tempat_kolom = {k.nama: n for n, k in enumerate(importir.kolom)}
        for nomor, (nilai, temuan), isi in pembaca.potongan_ternilai():
            for tempat, (sel, _) in list(temuan.items()):
                if (baru := self.ganti.get(nomor[tempat])) is None:
                    continue
                sel_baru = list(sel)
                for nama, teks in baru.items():
                    if nama in tempat_kolom:
                        sel_baru[tempat_kolom[nama]] = teks
                nilai[tempat], daftar = penilai(sel_baru)
                if rusak := cacat_baris(importir.kolom, sel_baru):
                    kolom_rusak = {t[0] for t in rusak}
                    nilai[tempat], daftar = None, [*rusak, *(t for t in daftar if t[0] not in kolom_rusak)]
                if daftar:
                    temuan[tempat] = (sel_baru, list(daftar))
                else:
                    del temuan[tempat]
            yield self._tanpa_yang_dilewati(nomor, nilai, temuan, isi)

    def _tanpa_yang_dilewati(
        self, nomor: list[int], nilai: list[Any], temuan: dict[int, Any], isi: list[Any]
    ) -> Potongan:
        if self.lewati.isdisjoint(nomor):
            return nomor, (nilai, temuan), isi
        tetap = [n for n, baris in enumerate(nomor) if baris not in self.lewati]
        return (
            [nomor[n] for n in tetap],
            ([nilai[n] for n in tetap], {baru: temuan[n] for baru, n in enumerate(tetap) if n in temuan}),
            [isi[n] for n in tetap] if isi else [],
        )

"""What the parsing child sends of a file that is read sheet by sheet, whatever its columns. Without Django."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.kolom import BARIS_AWAL, baris_nomor_kolom
from inti.sheets.semua import cari_judul_umum, nama_kolom
from inti.sheets.sumber import SumberLembar

POTONGAN = 2_000
KOLOM_TERBANYAK = 300
Sandikan = Callable[[list[Sequence[Any]]], tuple[list[Sequence[Any]], list[int]]]


def bingkai_semua(
    sumber: SumberLembar, jenis: str, tunggu_pindai: Callable[[], None] | None, sandikan: Sandikan
) -> Iterator[tuple[Any, ...]]:
    """Frames `judul`, then for each sheet `lembar` and its `data` …, then `akhir`. A sheet without a table says why."""
    nama = sumber.nama_lembar()
    if tunggu_pindai is not None:
        tunggu_pindai()
    kepala = {"jenis": jenis, "lembar": "", "semua_lembar": nama, "baris_judul": 0, "asing": [], "ada": []}
    yield ("judul", kepala)
    for satu in nama:
        try:
            yield from _satu(sumber, satu, sandikan)
        except BerkasTakTerpakai as galat:
            yield ("lembar", satu, [], 0, galat.pesan)
    yield ("akhir", {})


def _satu(sumber: SumberLembar, nama: str, sandikan: Sandikan) -> Iterator[tuple[Any, ...]]:
    baris = iter(sumber.semua_baris(nama))
    awal = list(islice(baris, BARIS_AWAL))
    letak = cari_judul_umum(awal)
    if letak == 0:
        kosong = not any(_terisi(b) for b in awal)
        yield ("lembar", nama, [], 0, "Lembar kosong." if kosong else "Baris judul kolom tidak ditemukan.")
        return
    lebar = min(max(_lebar(b) for b in awal), KOLOM_TERBANYAK)
    yield ("lembar", nama, nama_kolom(awal[letak - 1], lebar), letak, "")
    sisa = enumerate(chain(awal[letak:], baris), start=letak + 1)
    while potongan := list(islice(sisa, POTONGAN)):
        isi = [
            (n, [*b[:lebar], *[""] * (lebar - len(b))])
            for n, b in potongan
            if (terisi := _terisi(b)) and not (n == letak + 1 and baris_nomor_kolom(terisi))
        ]
        if isi:
            kolom, kolom_waktu = sandikan(list(zip(*(b for _, b in isi), strict=True)))
            yield ("data", [n for n, _ in isi], kolom, kolom_waktu)


def _terisi(baris: Sequence[Any]) -> list[Any]:
    return [s for s in baris if s is not None and (not isinstance(s, str) or s.strip())]


def _lebar(baris: Sequence[Any]) -> int:
    """Width of a row up to its last filled cell."""
    return max((n for n, s in enumerate(baris, start=1) if s is not None and s != ""), default=0)

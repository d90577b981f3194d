"""Lines and bars over months or years with a target line, as pure geometry for a page (SVG) and a paper.

    BaganGaris("Capaian", ("2022", "2023", "2024"), (Deret("Realisasi", (71, None, 88)),), target=(75, 80, 85), satuan="%")

A value that is missing is a gap, never zero. The chart says itself in a sentence; its numbers stand in a table near by.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from math import ceil
from typing import Literal

from inti.formats import ribuan
from inti.rules.bagan import HURUF, LEBAR, Gambar, Garis, Kelas, KotakGambar, Titik, Tulisan

Angka = int | Decimal
BENTUK: tuple[Literal["bulat", "kotak", "kosong"], ...] = ("bulat", "kotak", "kosong")
_ATAS, _BAWAH, _TINGGI = 18.0, 20.0, 110.0
_LEBAR_HURUF = HURUF * 0.56
_SELA = 5.0  # from the end of the target's line to its word


@dataclass(frozen=True, slots=True)
class Deret:
    """A series: what it is, a value for each place on the axis (None: missing), a line or bars."""

    kata: str
    nilai: tuple[Angka | None, ...]
    kelas: Kelas = "b1"
    bentuk: Literal["garis", "batang"] = "garis"


@dataclass(frozen=True, slots=True)
class BaganGaris:
    """A chart over months or years. `target`: one for each place on the axis, or one number for all; empty: none.

    Without a `kalimat` the chart says itself. Raises ValueError when a series or the target has another length than
    the axis.
    """

    judul: str
    sumbu: tuple[str, ...]
    deret: tuple[Deret, ...]
    target: tuple[Angka | None, ...] | Angka = ()
    target_kata: str = "Target"
    satuan: str = ""
    kalimat: str = ""
    kecil_baik: bool = False  # a target is met from above: poverty, complaints

    def __post_init__(self) -> None:
        if not isinstance(self.target, tuple):
            object.__setattr__(self, "target", (self.target,) * len(self.sumbu))
        if not self.sumbu or any(len(d.nilai) != len(self.sumbu) for d in self.deret):
            raise ValueError("Deret tidak sebanyak sumbunya.")
        if self.sasaran and len(self.sasaran) != len(self.sumbu):
            raise ValueError("Target tidak sebanyak sumbunya.")
        if not self.kalimat:
            object.__setattr__(self, "kalimat", " ".join(_kalimat(self)))

    @property
    def sasaran(self) -> tuple[Angka | None, ...]:
        """The target at each place."""
        return self.target if isinstance(self.target, tuple) else ()

    @property
    def kunci(self) -> tuple[tuple[Kelas, str], ...]:
        """What the colours mean, where there are several series."""
        return tuple((d.kelas, d.kata) for d in self.deret) if len(self.deret) > 1 else ()

    def singkat(self, nilai: Angka) -> str:
        """A value as it stands in the drawing: two decimals at most, of units the percent alone."""
        bulat = nilai if isinstance(nilai, int) else nilai.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
        return f"{ribuan(bulat)}{'%' if self.satuan == '%' else ''}"

    def teks(self, nilai: Angka) -> str:
        """A value as it is said, with its unit."""
        return self.singkat(nilai) if self.satuan in ("", "%") else f"{self.singkat(nilai)} {self.satuan}"


def _kalimat(b: BaganGaris) -> Iterator[str]:
    """Sentences: from where to where, the highest, the target and how often it was met, what is missing."""
    for d in b.deret:
        ada = [(kata, n) for kata, n in zip(b.sumbu, d.nilai, strict=True) if n is not None]
        if not ada:
            yield f"{d.kata}: belum ada data."
            continue
        (awal, a), (akhir, z) = ada[0], ada[-1]
        kata = f"{d.kata} {b.teks(a)} ({awal})"
        if len(ada) > 1:
            arah = "tetap" if a == z else "naik" if z > a else "turun"
            kata = f"{d.kata} {arah} dari {b.teks(a)} ({awal}) ke {b.teks(z)} ({akhir})"
            puncak, tinggi = max(ada, key=lambda p: p[1])
            if tinggi > max(a, z):
                kata += f", tertinggi {b.teks(tinggi)} ({puncak})"
        yield f"{kata}."
        if kosong := [k for k, n in zip(b.sumbu, d.nilai, strict=True) if n is None]:
            yield f"Tanpa data: {', '.join(kosong)}."
    if any(t is not None for t in b.sasaran):
        yield _kalimat_target(b)


def _kalimat_target(b: BaganGaris) -> str:
    lain = sorted({t for t in b.sasaran if t is not None})
    kata = f"{b.target_kata} {b.teks(lain[0])}"
    if len(lain) > 1:
        kata = f"{b.target_kata} antara {b.teks(lain[0])} dan {b.teks(lain[-1])}"
    if not b.deret:
        return f"{kata}."
    banding = [(n, t) for n, t in zip(b.deret[0].nilai, b.sasaran, strict=True) if n is not None and t is not None]
    capai = sum(n <= t if b.kecil_baik else n >= t for n, t in banding)
    return f"{kata}, dicapai {capai} dari {len(banding)} kali."


@dataclass(frozen=True, slots=True)
class _Bidang:
    """The area in which values are drawn: width of a place on the axis, value at the top, units for each 1."""

    langkah: float
    atas: float
    skala: float

    def x(self, ke: float) -> float:
        """Middle of a place."""
        return round((ke + 0.5) * self.langkah, 1)

    def y(self, nilai: Angka) -> float:
        """Height of a value."""
        return round(_ATAS + (self.atas - float(nilai)) * self.skala, 1)


def susun_garis(b: BaganGaris) -> Gambar:
    """Lay a chart out: bars first, the target over them, lines on top."""
    semua = [float(n) for deret in (*(d.nilai for d in b.deret), b.sasaran) for n in deret if n is not None]
    atas, bawah = max([*semua, 0.0]), min([*semua, 0.0])
    kata = _kata_target(b)
    lebar = LEBAR - (max(map(_lebar, kata)) + _SELA if kata else 0)
    bidang = _Bidang(lebar / len(b.sumbu), atas, _TINGGI / ((atas - bawah) or 1.0))
    kotak, tulisan = _batang(b, bidang)
    garis, titik, angka = _garis(b, bidang)
    for n, teks in enumerate(kata):  # beside the end of the target's line, in the middle of its height
        y = bidang.y(next(t for t in reversed(b.sasaran) if t is not None)) + 4 + (n - (len(kata) - 1) / 2) * 12
        tulisan.append(Tulisan(round(lebar + _SELA, 1), round(y, 1), teks))
    dasar = _ATAS + _TINGGI
    return Gambar(
        lebar=LEBAR,
        tinggi=dasar + _BAWAH,
        kotak=tuple(kotak),
        tulisan=(*_sumbu(b, bidang, dasar + 15), *tulisan, *angka),
        alas=bidang.y(0),
        garis=(*_target(b, bidang), *garis),
        titik=tuple(titik),
    )


def _lebar(teks: str) -> float:
    return len(teks) * _LEBAR_HURUF


def _kata_target(b: BaganGaris) -> list[str]:
    """The target's word and its last value, one below the other."""
    ada = [t for t in b.sasaran if t is not None]
    return [b.target_kata, b.teks(ada[-1])] if ada else []


def _sumbu(b: BaganGaris, bidang: _Bidang, y: float) -> Iterator[Tulisan]:
    """Words of the axis; where they would touch, only every second or third, the last one among them."""
    tiap = max(1, ceil((max(map(_lebar, b.sumbu)) + 4) / bidang.langkah))
    for n, kata in enumerate(b.sumbu):
        if (len(b.sumbu) - 1 - n) % tiap == 0:
            yield Tulisan(bidang.x(n), round(y, 1), kata, "middle")


def _target(b: BaganGaris, bidang: _Bidang) -> Iterator[Garis]:
    """A dashed line over each stretch with one target."""
    for nilai, isi in groupby(enumerate(b.sasaran), key=lambda p: p[1]):
        letak = [n for n, _ in isi]
        if nilai is not None:
            kiri, kanan = letak[0] * bidang.langkah, (letak[-1] + 1) * bidang.langkah
            y = bidang.y(nilai)
            yield Garis(((round(kiri, 1), y), (round(kanan, 1), y)), "b4", putus=True)


def _batang(b: BaganGaris, bidang: _Bidang) -> tuple[list[KotakGambar], list[Tulisan]]:
    """Bars beside each other, each with its number where that fits."""
    deret = [d for d in b.deret if d.bentuk == "batang"]
    kotak: list[KotakGambar] = []
    tulisan: list[Tulisan] = []
    lebar = min(bidang.langkah * 0.8 / max(len(deret), 1), 34.0)
    for j, d in enumerate(deret):
        for n, nilai in enumerate(d.nilai):
            if nilai is None:
                continue
            x = bidang.x(n) + (j - len(deret) / 2) * lebar
            atas, bawah = sorted((bidang.y(nilai), bidang.y(0)))
            if nilai:
                kotak.append(KotakGambar(round(x + 1, 1), atas, round(lebar - 2, 1), round(bawah - atas, 1), d.kelas))
            teks = b.singkat(nilai)
            if _lebar(teks) <= max(lebar, bidang.langkah / len(deret)) + 2:
                y = round(atas - 4 if nilai >= 0 else bawah + 11, 1)
                tulisan.append(Tulisan(round(x + lebar / 2, 1), y, teks, "middle", nilai=True))
    return kotak, tulisan


def _garis(b: BaganGaris, bidang: _Bidang) -> tuple[list[Garis], list[Titik], list[Tulisan]]:
    """Lines broken where a value is missing, a point at each value; numbers where one line stands alone."""
    deret = [d for d in b.deret if d.bentuk == "garis"]
    garis: list[Garis] = []
    titik: list[Titik] = []
    for j, d in enumerate(deret):
        for ada, isi in groupby(enumerate(d.nilai), key=lambda p: p[1] is not None):
            if not ada:
                continue
            letak = [(bidang.x(n), bidang.y(nilai)) for n, nilai in isi if nilai is not None]
            titik += [Titik(x, y, d.kelas, BENTUK[j % len(BENTUK)]) for x, y in letak]
            if len(letak) > 1:
                garis.append(Garis(tuple(letak), d.kelas))
    return garis, titik, list(_angka(b, deret[0], bidang)) if len(b.deret) == len(deret) == 1 else []


def _angka(b: BaganGaris, d: Deret, bidang: _Bidang) -> Iterator[Tulisan]:
    """Numbers of a line: above it, below its dips, on the other side where the target's line runs there.

    Where they don't all fit beside each other: first, last and highest.
    """
    ada = [(n, nilai) for n, nilai in enumerate(d.nilai) if nilai is not None]
    if ada and any(_lebar(b.singkat(nilai)) > bidang.langkah for _, nilai in ada):
        ada = sorted({ada[0], ada[-1], max(ada, key=lambda p: p[1])})
    for n, nilai in ada:
        tetangga = [t for t in (*d.nilai[max(n - 1, 0) : n], *d.nilai[n + 1 : n + 2]) if t is not None]
        atas, bawah = bidang.y(nilai) - 6, bidang.y(nilai) + 15
        lembah = bool(tetangga) and all(t > nilai for t in tetangga)
        pilihan = [bawah, atas] if lembah else [atas, bawah]
        muat = [y for y in pilihan if y < bidang.y(0) - 3 or y == atas]
        target = b.sasaran[n] if b.sasaran else None
        bebas = [y for y in muat if target is None or not y - 11 < bidang.y(target) < y + 2]
        tepi = _lebar(b.singkat(nilai)) / 2
        x = min(max(bidang.x(n), tepi), bidang.langkah * len(b.sumbu) - tepi)
        yield Tulisan(round(x, 1), round((bebas or muat)[0], 1), b.singkat(nilai), "middle", nilai=True)

"""A grid of persons by days on paper: as many days as fit beside each other, heads repeated on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from inti.documents.baris import Baris, lebar_kata, patah
from inti.documents.huruf import BIASA, TEBAL
from inti.documents.kanvas import Kanvas
from inti.documents.tata import Balok, BalokTeks
from inti.documents.teks import bersih
from inti.keluaran.kisi import BarisKisi, Kisi

UKURAN, SPASI, KECIL = 7.5, 9.0, 6.0
TEPI, GARIS = 2.5, 0.4
_NAMA_TERSEMPIT, _NAMA_TERLEBAR = 90.0, 150.0
_SEL_TERSEMPIT = 15.0
_LIBUR, _PITA = 0.9, 0.82  # greys of days off and of groups


@dataclass(slots=True)
class _Baris:
    """A row: lines of its name, texts of its cells, height; a band names a group, a sum is bold."""

    nama: list[Baris]
    sel: Sequence[str]
    tinggi: float
    huruf: str = BIASA
    pita: bool = False


@dataclass(slots=True)
class BalokKisi(Balok):
    """Some of the days of a grid, or the part of their rows that stands on a page."""

    kepala: _Baris
    sub: Sequence[str]
    libur: Sequence[bool]
    baris: Sequence[_Baris]
    lebar: Sequence[float]  # of the names, then of each column
    jarak: float = 0.0
    rekat: bool = False

    @property
    def tinggi(self) -> float:  # type: ignore[override]
        """Head and rows."""
        return self.kepala.tinggi + sum(b.tinggi for b in self.baris)

    @property
    def tinggi_awal(self) -> float:
        """The head never stands without a person's row."""
        n = next((i for i, b in enumerate(self.baris) if not b.pita), len(self.baris) - 1)
        return self.kepala.tinggi + sum(b.tinggi for b in self.baris[: n + 1])

    def belah(self, ruang: float) -> tuple[Balok, Balok] | None:
        """Split between rows: the rest gets the head and its group's band again; a band never ends a page."""
        ruang -= self.kepala.tinggi
        n = 0
        while n < len(self.baris) and self.baris[n].tinggi <= ruang + 0.01:
            ruang -= self.baris[n].tinggi
            n += 1
        while n and self.baris[n - 1].pita:
            n -= 1
        if n < 1 or n >= len(self.baris) or all(b.pita for b in self.baris[:n]):
            return None
        sisa = list(self.baris[n:])
        pita = next((b for b in reversed(self.baris[:n]) if b.pita), None)
        if pita is not None and not sisa[0].pita:
            sisa.insert(0, pita)
        return replace(self, baris=self.baris[:n], rekat=False), replace(self, baris=sisa, jarak=0.0)

    def gambar(self, k: Kanvas, x: float, y: float) -> None:
        """Greys first, then the texts, then the lines as one path."""
        batas = [x]
        for w in self.lebar:
            batas.append(batas[-1] + w)
        atas, bawah = y, y - self.tinggi
        for n, libur in enumerate(self.libur, start=1):
            if libur:
                k.kode(f"q {_LIBUR} g {batas[n]:.2f} {bawah:.2f} {self.lebar[n]:.2f} {self.tinggi:.2f} re f Q")
        ops = [f"{GARIS} w {x:.2f} {y:.2f} m {batas[-1]:.2f} {y:.2f} l"]
        for b in (self.kepala, *self.baris):
            if b.pita:
                k.kode(f"q {_PITA} g {x:.2f} {y - b.tinggi:.2f} {batas[-1] - x:.2f} {b.tinggi:.2f} re f Q")
            self._tulis(k, b, batas, y)
            y -= b.tinggi
            ops.append(f"{x:.2f} {y:.2f} m {batas[-1]:.2f} {y:.2f} l")
        ops += [f"{b:.2f} {atas:.2f} m {b:.2f} {bawah:.2f} l" for b in batas]
        k.kode(" ".join(ops) + " S")

    def _tulis(self, k: Kanvas, b: _Baris, batas: Sequence[float], y: float) -> None:
        turun = (b.tinggi - len(b.nama) * SPASI) / 2
        dasar = y - turun - SPASI / 2 - UKURAN * 0.35
        k.tulis_baris(
            batas[0] + TEPI, dasar, b.nama, nama=b.huruf, ukuran=UKURAN, jarak=SPASI, lebar=self.lebar[0] - 2 * TEPI
        )
        kepala = b is self.kepala
        for n, teks in enumerate(b.sel, start=1):
            if teks:
                tengah = y - b.tinggi / 2 - UKURAN * 0.35
                self._tengah(k, teks, b.huruf, UKURAN, batas[n], n, tengah + (4 if kepala and self.sub[n - 1] else 0))
            if kepala and self.sub[n - 1]:
                self._tengah(k, self.sub[n - 1], BIASA, KECIL, batas[n], n, y - b.tinggi / 2 - KECIL * 0.35 - 5)

    def _tengah(self, k: Kanvas, teks: str, huruf: str, ukuran: float, x: float, n: int, y: float) -> None:
        k.tulis(x + (self.lebar[n] - lebar_kata(teks, huruf, ukuran)) / 2, y, teks, huruf, ukuran)


def susun_kisi(kisi: Kisi, lebar: float) -> Iterator[Balok]:
    """Lay a grid out in `lebar` points: one block for each stretch of days that fits, then what the letters mean."""
    jumlah = len(kisi.jumlah)
    semua = [b for g in kisi.kelompok for b in (*g.baris, *g.kaki)]
    nama = _lebar_nama([kisi.sudut, *(t for b in semua for t in (b.label, b.sub))])
    sel = max([_SEL_TERSEMPIT, *(_lebar(s.kode, TEBAL) for b in semua for s in b.sel)])
    sel = max([sel, *(_lebar(k.judul, TEBAL) for k in kisi.kolom)])
    ekor = [
        max([_SEL_TERSEMPIT, _lebar(j, TEBAL), *(_lebar(b.jumlah[n], TEBAL) for b in semua if b.jumlah)])
        for n, j in enumerate(kisi.jumlah)
    ]
    potong = _potong(len(kisi.kolom), int((lebar - nama) // sel), int((lebar - nama - sum(ekor)) // sel))
    for ke, (dari, sampai) in enumerate(potong):
        akhir = ke == len(potong) - 1
        pakai = ekor if akhir else []
        sisa = lebar - nama - sum(pakai) - sel * (sampai - dari)
        lebih = min(sisa / max(sampai - dari, 1), 8.0) if len(potong) == 1 else 0.0
        kolom = kisi.kolom[dari:sampai]
        judul = [*(bersih(k.judul) for k in kolom), *(bersih(j) for j in kisi.jumlah if akhir)]
        yield BalokKisi(
            kepala=_Baris(patah(bersih(kisi.sudut), TEBAL, UKURAN, nama - 2 * TEPI), judul, 2 * SPASI + 6, TEBAL),
            sub=[*(bersih(k.sub) for k in kolom), *("" for _ in pakai)],
            libur=[*(k.libur for k in kolom), *(False for _ in pakai)],
            baris=list(_baris(kisi, dari, sampai, nama, jumlah if akhir else 0)),
            lebar=[nama, *(sel + lebih for _ in kolom), *pakai],
            jarak=8.0,
        )
    if kisi.keterangan:
        baris = patah(bersih(kisi.keterangan), BIASA, UKURAN, lebar)
        yield BalokTeks(baris, BIASA, lebar, ukuran=UKURAN, spasi=SPASI + 1, jarak=6.0)


def _potong(banyak: int, muat: int, muat_akhir: int) -> list[tuple[int, int]]:
    """Stretches of columns of about one length; the last leaves room for the totals. Raises ValueError: none fits."""
    if muat < 1 or muat_akhir < 1:
        raise ValueError("Kertas terlalu sempit untuk kisi.")
    if banyak <= muat_akhir:
        return [(0, banyak)]
    bagian = 1 + -(-(banyak - muat_akhir) // muat)
    panjang = min(-(-banyak // bagian), muat_akhir)  # as even as the totals allow
    depan = banyak - panjang
    batas = [depan * n // (bagian - 1) for n in range(bagian)]
    return [*pairwise(batas), (depan, banyak)]


def _baris(kisi: Kisi, dari: int, sampai: int, nama: float, jumlah: int) -> Iterator[_Baris]:
    for g in kisi.kelompok:
        if g.judul:
            yield _Baris(patah(bersih(g.judul), TEBAL, UKURAN, 400), (), SPASI + 5, TEBAL, pita=True)
        for b in g.baris:
            yield _satu(b, dari, sampai, nama, jumlah, BIASA)
        for b in g.kaki:
            yield _satu(b, dari, sampai, nama, jumlah, TEBAL)


def _satu(b: BarisKisi, dari: int, sampai: int, nama: float, jumlah: int, huruf: str) -> _Baris:
    teks = patah(bersih(f"{b.label}\n{b.sub}" if b.sub else b.label), huruf, UKURAN, nama - 2 * TEPI)
    sel = [bersih(s.kode) for s in b.sel[dari:sampai]]
    sel += [bersih(j) for j in (b.jumlah[:jumlah] or ("",) * jumlah)]
    return _Baris(teks, sel, len(teks) * SPASI + 5, huruf)


def _lebar(teks: object, huruf: str) -> float:
    return lebar_kata(bersih(teks), huruf, UKURAN) + 2 * TEPI


def _lebar_nama(teks: Sequence[str]) -> float:
    return min(max([_NAMA_TERSEMPIT, *(_lebar(t, TEBAL) for t in teks)]), _NAMA_TERLEBAR)

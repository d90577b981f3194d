"""Tables: widths by content, cells that wrap, a heading on every page, rows kept whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from inti.documents.bagian import Kolom, Tabel, jumlahkan
from inti.documents.baris import Baris, lebar_kata, lebar_terpanjang, patah
from inti.documents.huruf import BIASA, MIRING, TEBAL
from inti.documents.kanvas import Kanvas
from inti.documents.kertas import MM
from inti.documents.tata import Balok
from inti.documents.teks import bersih

DIPINDAHKAN, PINDAHAN = "Jumlah dipindahkan", "Jumlah pindahan"
UKURAN, SPASI = 8.5, 11.0
TEPI_X, TEPI_Y = 4.0, 3.0
GARIS = 0.5
_TERLEBAR = 200.0  # a cell asks for no more than this many points


@dataclass(slots=True)
class BarisTabel:
    """One row: lines of each cell, height in points, and how it is written."""

    sel: list[list[Baris]]
    tinggi: float
    nama: str = BIASA
    kepala: bool = False
    angka: dict[int, int] = field(default_factory=dict)  # amounts by the place of their column
    pindahan: bool = False


@dataclass(slots=True)
class BalokTabel(Balok):
    """A table or the part of one that stands on a page. `pindah` makes the row that carries sums over."""

    kepala: BarisTabel
    baris: Sequence[BarisTabel]
    lebar: Sequence[float]
    rata: Sequence[str]
    jarak: float = 0.0
    rekat: bool = False
    pindah: Callable[[str, dict[int, int]], BarisTabel] | None = None

    @property
    def tinggi(self) -> float:  # type: ignore[override]
        """Heading and rows."""
        return self.kepala.tinggi + sum(b.tinggi for b in self.baris)

    @property
    def tinggi_awal(self) -> float:
        """The heading never stands without a row."""
        return self.kepala.tinggi + (self.baris[0].tinggi if self.baris else 0)

    def belah(self, ruang: float) -> tuple[Balok, Balok] | None:
        """Split between rows; the rest gets the heading again, and what the rows so far come to."""
        ruang -= self.kepala.tinggi
        if self.pindah is not None:
            ruang -= self.pindah(DIPINDAHKAN, {}).tinggi
        n = 0
        for b in self.baris:
            if b.tinggi > ruang + 0.01:
                break
            ruang -= b.tinggi
            n += 1
        # The last row takes one more with it: a total never stands alone on a page.
        if n and n == len(self.baris) - 1 and self.baris[-1].nama == TEBAL:
            n -= 1
        if n < 1 or n >= len(self.baris) or self.baris[n - 1].pindahan:
            return None
        depan, sisa = list(self.baris[:n]), list(self.baris[n:])
        if self.pindah is not None:
            sampai = jumlahkan(b.angka for b in depan)
            depan.append(self.pindah(DIPINDAHKAN, sampai))
            sisa.insert(0, self.pindah(PINDAHAN, sampai))
        return replace(self, baris=depan, rekat=False), replace(self, baris=sisa, jarak=0.0)

    def gambar(self, k: Kanvas, x: float, y: float) -> None:
        """Draw the grid as one path and the text of each cell."""
        tinggi = self.tinggi
        batas = [x]
        for w in self.lebar:
            batas.append(batas[-1] + w)
        ops = [f"{GARIS} w {x:.2f} {y:.2f} m {batas[-1]:.2f} {y:.2f} l"]
        ops += [f"{b:.2f} {y:.2f} m {b:.2f} {y - tinggi:.2f} l" for b in batas]
        for baris in (self.kepala, *self.baris):
            for n, isi in enumerate(baris.sel):
                # Headings stand in the middle of their height, cells at the top.
                turun = (baris.tinggi - len(isi) * SPASI) / 2 if baris.kepala else TEPI_Y
                k.tulis_baris(
                    batas[n] + TEPI_X,
                    y - turun - SPASI / 2 - UKURAN * 0.35,
                    isi,
                    nama=baris.nama,
                    ukuran=UKURAN,
                    jarak=SPASI,
                    lebar=self.lebar[n] - 2 * TEPI_X,
                    rata="tengah" if baris.kepala else self.rata[n],
                )
            y -= baris.tinggi
            ops.append(f"{x:.2f} {y:.2f} m {batas[-1]:.2f} {y:.2f} l")
        k.kode(" ".join(ops) + " S")


def lebar_kolom(kolom: Sequence[Kolom], isi: Sequence[Sequence[str]], lebar: float) -> list[float]:
    """Widths in points that fill `lebar`: fixed ones as given, the others by the width of what they hold."""
    tetap = [None if k.lebar is None else k.lebar * MM for k in kolom]
    bebas = [n for n, w in enumerate(tetap) if w is None]
    jumlah_tetap = sum(w for w in tetap if w is not None)
    if not bebas or jumlah_tetap > lebar * 0.9:
        semua = [w if w is not None else lebar * 0.1 for w in tetap]
        return [w * lebar / sum(semua) for w in semua]
    ruang = lebar - jumlah_tetap
    wajar, paling = {}, {}
    for n in bebas:
        kata = max((lebar_kata(k, TEBAL, UKURAN) for k in bersih(kolom[n].judul).split()), default=0.0)
        teks = [b[n] for b in isi if n < len(b) and b[n]]
        sel = max((lebar_terpanjang(t, BIASA, UKURAN) for t in teks), default=0.0)
        terkata = max((lebar_kata(k, BIASA, UKURAN) for t in teks for k in t.split() if len(k) < 32), default=0.0)
        paling[n] = min(max(kata, terkata), _TERLEBAR / 2) + 2 * TEPI_X + 1
        wajar[n] = max(min(max(kata, sel), _TERLEBAR) + 2 * TEPI_X + 1, paling[n])
    sempit, lapang = sum(paling.values()), sum(wajar.values())
    for n in bebas:
        if lapang <= ruang:
            # What is left goes where there is most to write.
            tetap[n] = wajar[n] + (ruang - lapang) * wajar[n] / lapang
        elif sempit < ruang:
            tetap[n] = paling[n] + (ruang - sempit) * (wajar[n] - paling[n]) / (lapang - sempit)
        else:
            tetap[n] = paling[n] * ruang / sempit
    return [w or 0.0 for w in tetap]


def susun_tabel(t: Tabel, lebar: float, tinggi_halaman: float) -> BalokTabel:
    """Lay out a table of `lebar` points. A row higher than `tinggi_halaman` is continued in a row of its own.

    Raises ValueError when a row has more cells than there are columns.
    """
    letak = max(range(t.uang[0]), key=lambda n: _keinginan(t, n)) if t.uang and t.uang[0] else 0
    akhir = t.akhir(letak)
    isi = [tuple(bersih(s) for s in b) for b in (*map(t.teks, t.baris), *((akhir,) if akhir else ()))]
    if not t.kolom or any(len(b) > len(t.kolom) for b in isi):
        raise ValueError("Baris tabel memuat lebih banyak sel daripada kolomnya.")
    w = lebar_kolom(t.kolom, isi, lebar)
    kepala = _baris([bersih(k.judul) for k in t.kolom], w, TEBAL)
    kepala.kepala = True
    batas = max(3, int((tinggi_halaman - kepala.tinggi - 2 * TEPI_Y) / SPASI))
    baris = []
    for n, b in enumerate(isi):
        terakhir = akhir is not None and n == len(isi) - 1
        bagian = _penggal(_baris(b, w, TEBAL if terakhir else BIASA), batas)
        if t.pindahan and not terakhir:
            bagian[0].angka = t.angka(t.baris[n])
        baris += bagian

    def pindah(kata: str, angka: dict[int, int]) -> BarisTabel:
        hasil = _baris(t.baris_jumlah(kata, angka, letak), w, MIRING)
        hasil.angka, hasil.pindahan = angka, True
        return hasil

    return BalokTabel(kepala, baris, w, [k.sisi for k in t.kolom], pindah=pindah if t.pindahan else None)


def _keinginan(t: Tabel, n: int) -> float:
    """How much room column `n` has for words: its fixed width, or what its cells ask for."""
    lebar = t.kolom[n].lebar
    return lebar if lebar is not None else 1000 + max((len(str(b[n])) for b in t.baris if n < len(b)), default=0)


def _baris(sel: Sequence[str], lebar: Sequence[float], nama: str) -> BarisTabel:
    isi = [patah(s, nama, UKURAN, w - 2 * TEPI_X) for s, w in zip(sel, lebar, strict=False)]
    return BarisTabel(isi, max(map(len, isi), default=1) * SPASI + 2 * TEPI_Y, nama)


def _penggal(b: BarisTabel, batas: int) -> list[BarisTabel]:
    panjang = max(map(len, b.sel), default=1)
    if panjang <= batas:
        return [b]
    hasil = []
    for mulai in range(0, panjang, batas):
        sel = [s[mulai : mulai + batas] for s in b.sel]
        hasil.append(BarisTabel(sel, max(map(len, sel)) * SPASI + 2 * TEPI_Y, b.nama))
    return hasil

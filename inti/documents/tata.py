"""Flow of blocks over pages. A block knows its height, how to draw itself and, perhaps, how to be split."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from inti.documents.baris import Baris
from inti.documents.kanvas import Kanvas

UKURAN, JARAK = 11.0, 15.0  # letter text, in points


class Balok:
    """A piece of a page: height and the space before it in points; `rekat` keeps it with the next one."""

    tinggi: float
    jarak: float
    rekat: bool

    def gambar(self, k: Kanvas, x: float, y: float) -> None:
        """Draw with the upper left corner at (x, y)."""
        raise NotImplementedError

    def belah(self, ruang: float) -> tuple[Balok, Balok] | None:
        """Split into a part no higher than `ruang` and the rest, or None when that can't be done."""
        return None

    @property
    def tinggi_awal(self) -> float:
        """Height of the least part that may stand at the foot of a page."""
        return self.tinggi


@dataclass(slots=True)
class BalokBebas(Balok):
    """A block kept whole, drawn by a function (canvas, x, y of the top)."""

    tinggi: float
    lukis: Callable[[Kanvas, float, float], None]
    jarak: float = 0.0
    rekat: bool = False

    def gambar(self, k: Kanvas, x: float, y: float) -> None:
        """Draw by the function."""
        self.lukis(k, x, y)


@dataclass(slots=True)
class BalokTeks(Balok):
    """Lines of one style, splittable so that never a single line stands alone. `penanda` is drawn at the first."""

    baris: Sequence[Baris]
    nama: str
    lebar: float
    ukuran: float = UKURAN
    spasi: float = JARAK
    rata: str = "kiri"
    masuk: float = 0.0
    penanda: str = ""
    masuk_penanda: float = 0.0
    jarak: float = 0.0
    rekat: bool = False

    @property
    def tinggi(self) -> float:  # type: ignore[override]
        """Lines times leading."""
        return len(self.baris) * self.spasi

    @property
    def tinggi_awal(self) -> float:
        """Two lines at least, three when they are all."""
        n = len(self.baris)
        return self.spasi * (n if n <= 3 else 2)

    def gambar(self, k: Kanvas, x: float, y: float) -> None:
        """Draw the lines; the baseline stands so that the text is centred in its leading."""
        dasar = y - self.spasi / 2 - self.ukuran * 0.35
        if self.penanda:
            k.tulis(x + self.masuk_penanda, dasar, self.penanda, self.nama, self.ukuran)
        k.tulis_baris(
            x + self.masuk,
            dasar,
            self.baris,
            nama=self.nama,
            ukuran=self.ukuran,
            jarak=self.spasi,
            lebar=self.lebar,
            rata=self.rata,
        )

    def belah(self, ruang: float) -> tuple[Balok, Balok] | None:
        """Split between lines, two at least on each side."""
        n = min(int(ruang / self.spasi + 1e-6), len(self.baris) - 2)
        if n < 2:
            return None
        depan = replace(self, baris=self.baris[:n], rekat=False)
        return depan, replace(self, baris=self.baris[n:], penanda="", jarak=0.0)


@dataclass(frozen=True, slots=True)
class Halaman:
    """One laid-out page: blocks with the height of their top."""

    isi: tuple[tuple[Balok, float], ...]


def alirkan(balok: Sequence[Balok], atas: float, atas_lanjutan: float, bawah: float) -> list[Halaman]:
    """Place blocks on pages. In: heights (y in points) of the first top, later tops and the bottom. Out: pages.

    A block that is higher than a page and can't be split is placed at the top of one and runs over its foot.
    """
    halaman: list[Halaman] = []
    kini: list[tuple[Balok, float]] = []
    y = atas
    antre = list(reversed(balok))
    while antre:
        b = antre.pop()
        jarak = b.jarak if kini else 0.0
        if y - jarak - b.tinggi - _ekor(b, antre) >= bawah - 0.01:
            kini.append((b, y - jarak))
            y -= jarak + b.tinggi
            continue
        belahan = b.belah(y - jarak - bawah)
        if belahan is not None:
            kini.append((belahan[0], y - jarak))
            antre.append(belahan[1])
        elif not kini:
            # An empty page can't be waited for: the block is placed as it is.
            kini.append((b, y))
            y -= b.tinggi
            continue
        else:
            antre.append(b)
        halaman.append(Halaman(tuple(kini)))
        kini, y = [], atas_lanjutan
    if kini or not halaman:
        halaman.append(Halaman(tuple(kini)))
    return halaman


def _ekor(b: Balok, antre: list[Balok]) -> float:
    """Height that must still fit below a block that is kept with what follows."""
    jumlah = 0.0
    n = len(antre) - 1
    while b.rekat and n >= 0:
        b = antre[n]
        jumlah += b.jarak + (b.tinggi if b.rekat else b.tinggi_awal)
        n -= 1
    return jumlah

"""The organisation chart laid out: boxes and lines out of a tree. Pure geometry, so that a page and a PDF draw the same.

The top units stand in a row below the head; what hangs below each stands under it as a list, so that 300 units of
four levels still fit one sheet. Lengths are units of the drawing; y grows downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

LEBAR, TINGGI = 134.0, 63.0
CELAH_X, CELAH_Y, MASUK = 10.0, 10.0, 12.0


@dataclass
class Simpul:
    """A unit: its name, its head, how many work there and below; `kunci` for its address."""

    kunci: int
    nama: str
    kepala: str = ""
    orang: int = 0
    urut: int = 99  # rank of the head's post, lower first: the secretariat stands before the divisions
    anak: list[Simpul] = field(default_factory=list)

    @property
    def semua(self) -> int:
        """People of the unit and those below."""
        return self.orang + sum(a.semua for a in self.anak)


@dataclass(frozen=True, slots=True)
class KotakJabatan:
    """A unit's box: upper left corner, and lines of text."""

    kunci: int
    x: float
    y: float
    nama: tuple[str, ...]
    kepala: str
    orang: str
    tingkat: int

    @property
    def tulisan(self) -> list[tuple[float, str, str]]:
        """Lines of text: baseline, words, and what they are (nama, kepala, orang)."""
        baris = [
            *((n, "nama") for n in self.nama),
            (self.kepala or "Kepala belum ada", "kepala"),
            (self.orang, "orang"),
        ]
        return [(self.y + 12 + 11 * n, teks, kelas) for n, (teks, kelas) in enumerate(baris)]


@dataclass(frozen=True, slots=True)
class Garis:
    """A line from corner to corner, already broken at right angles."""

    titik: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class GambarBagan:
    """The whole drawing."""

    lebar: float
    tinggi: float
    kotak: tuple[KotakJabatan, ...]
    garis: tuple[Garis, ...]


def susun_bagan(akar: Simpul | None) -> GambarBagan:
    """Lay the tree out. Secretariat and divisions stand side by side; what is below each stands under it, indented."""
    if akar is None:
        return GambarBagan(LEBAR, TINGGI, (), ())
    kotak: list[KotakJabatan] = []
    garis: list[Garis] = []
    if not akar.anak:
        kotak.append(_kotak(akar, 0, 0, 0))
        return GambarBagan(LEBAR, TINGGI, tuple(kotak), ())
    puncak = TINGGI + 2 * CELAH_Y
    x, bawah = 0.0, 0.0
    tengah: list[float] = []
    for anak in akar.anak:
        lebar, y = _kolom(anak, x, puncak, 1, kotak, garis)
        tengah.append(x + LEBAR / 2)
        bawah = max(bawah, y)
        x += lebar + CELAH_X
    lebar_semua = x - CELAH_X
    akar_x = (tengah[0] + tengah[-1]) / 2 - LEBAR / 2
    kotak.insert(0, _kotak(akar, akar_x, 0, 0))
    datar = TINGGI + CELAH_Y
    garis.append(Garis(((akar_x + LEBAR / 2, TINGGI), (akar_x + LEBAR / 2, datar))))
    if len(tengah) > 1:
        garis.append(Garis(((tengah[0], datar), (tengah[-1], datar))))
    garis += [Garis(((t, datar), (t, puncak))) for t in tengah]
    return GambarBagan(max(lebar_semua, LEBAR), bawah - CELAH_Y, tuple(kotak), tuple(garis))


def _kolom(
    simpul: Simpul, x: float, y: float, tingkat: int, kotak: list[KotakJabatan], garis: list[Garis]
) -> tuple[float, float]:
    """A unit and all below it, as an indented list. Gives the width taken and the y below its last box."""
    kotak.append(_kotak(simpul, x, y, tingkat))
    lebar, bawah = LEBAR, y + TINGGI + CELAH_Y
    batang = x + MASUK / 2
    for anak in simpul.anak:
        atas = bawah
        lebar_anak, bawah = _kolom(anak, x + MASUK, atas, tingkat + 1, kotak, garis)
        garis.append(Garis(((batang, y + TINGGI), (batang, atas + TINGGI / 2), (x + MASUK, atas + TINGGI / 2))))
        lebar = max(lebar, lebar_anak + MASUK)
    return lebar, bawah


def _kotak(s: Simpul, x: float, y: float, tingkat: int) -> KotakJabatan:
    kata = f"{s.orang} orang" if not s.anak else f"{s.orang} orang, {s.semua} bersama bawahan"
    return KotakJabatan(s.kunci, x, y, patah_nama(s.nama), s.kepala, kata, tingkat)


def patah_nama(nama: str, terpanjang: int = 25, baris: int = 3) -> tuple[str, ...]:
    """A name on at most three lines, broken at blanks; what does not fit ends in an ellipsis."""
    hasil: list[str] = [""]
    for kata in nama.split():
        gabung = f"{hasil[-1]} {kata}".strip()
        if len(gabung) <= terpanjang or not hasil[-1]:
            hasil[-1] = gabung
        elif len(hasil) < baris:
            hasil.append(kata)
        else:
            hasil[-1] = f"{hasil[-1][: terpanjang - 1]}…"
            break
    return tuple(h if len(h) <= terpanjang else f"{h[: terpanjang - 1]}…" for h in hasil)


def pohon(
    unit: Sequence[tuple[int, str, str]], kepala: dict[int, tuple[str, int]], orang: dict[int, int]
) -> Simpul | None:
    """The tree out of (key, path, name) in the order of the paths; units without their parent hang on the first root.

    `kepala` gives the head's name and the rank of his post; siblings stand in that order, then by name.
    """
    simpul: dict[str, Simpul] = {}
    akar: Simpul | None = None
    for pk, jalur, nama in unit:
        siapa, urut = kepala.get(pk, ("", 99))
        s = Simpul(pk, nama, siapa, orang.get(pk, 0), urut)
        simpul[jalur] = s
        induk = jalur.rstrip("/").rsplit("/", 1)[0] + "/"
        if akar is None:
            akar = s
        elif induk in simpul and induk != jalur:
            simpul[induk].anak.append(s)
        else:
            akar.anak.append(s)
    for s in simpul.values():
        s.anak.sort(key=lambda a: (a.urut, a.nama))
    return akar

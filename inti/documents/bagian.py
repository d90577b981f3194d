"""The parts of a letter as plain, frozen data. What they look like is in the modules that draw them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from inti.formats import ribuan
from inti.keluaran.garis import BaganGaris
from inti.keluaran.hitungan import Hitungan
from inti.keluaran.kisi import Kisi
from inti.rules.bagan import Bagan

Rata = Literal["kiri", "tengah", "kanan", "penuh"]


@dataclass(frozen=True, slots=True)
class Kop:
    """Letterhead: government, office, address lines, emblem (PNG or JPEG; None draws a neutral shield)."""

    pemerintah: str
    nama: str
    alamat: tuple[str, ...] = ()
    lambang: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class BlokNomor:
    """Nomor, Sifat, Lampiran, Hal at the left; place and date at the right. Empty rows are left out."""

    nomor: str
    hal: str
    tempat_tanggal: str = ""
    sifat: str = ""
    lampiran: str = ""


@dataclass(frozen=True, slots=True)
class Judul:
    """Centred heading of a statement or an order (SURAT KETERANGAN) with its number below."""

    teks: str
    nomor: str = ""


@dataclass(frozen=True, slots=True)
class Tujuan:
    """Addressee: the first line without "Yth.", further lines as they are ("di Wanasari")."""

    baris: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraf:
    """A paragraph; `menjorok` is the indent of its first line in mm; `rekat` keeps it with what follows (a caption)."""

    teks: str
    rata: Rata = "penuh"
    tebal: bool = False
    menjorok: float = 0
    rekat: bool = False


@dataclass(frozen=True, slots=True)
class Butir:
    """A list. `penanda`: angka (1.), huruf (a.), strip."""

    isi: tuple[str, ...]
    penanda: Literal["angka", "huruf", "strip"] = "angka"


@dataclass(frozen=True, slots=True)
class Isian:
    """Pairs label and value with their colons in one column: Nama : Slamet."""

    baris: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of a table: heading, width in mm (None: by content), alignment of its cells.

    `uang`: its cells are whole rupiah as int (or a text where there is no amount), written to the right with dots.
    """

    judul: str
    lebar: float | None = None
    rata: Rata = "kiri"
    uang: bool = False

    @property
    def sisi(self) -> Rata:
        """Alignment: money stands at the right."""
        return "kanan" if self.uang else self.rata


Isi = str | int


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table; its heading is repeated on each page, rows are kept whole. `jumlah` is a last row in bold.

    `total` writes that row itself: this word, and the sum of each column of money. `pindahan` carries the sums over
    from page to page. Raises ValueError for a `total` without a column of money behind a column of text.
    """

    kolom: tuple[Kolom, ...]
    baris: tuple[tuple[Isi, ...], ...]
    jumlah: tuple[str, ...] | None = None
    total: str = ""
    pindahan: bool = False

    def __post_init__(self) -> None:
        if (self.total or self.pindahan) and (not self.uang or self.uang[0] == 0):
            raise ValueError("Tabel berjumlah memerlukan kolom uang di belakang kolom kata.")

    @property
    def uang(self) -> tuple[int, ...]:
        """Places of the columns of money."""
        return tuple(n for n, k in enumerate(self.kolom) if k.uang)

    def angka(self, baris: Sequence[Isi]) -> dict[int, int]:
        """Amounts of a row by the place of their column."""
        return {n: s for n in self.uang if n < len(baris) and isinstance(s := baris[n], int)}

    def teks(self, baris: Sequence[Isi]) -> tuple[str, ...]:
        """Cells of a row as they are written."""
        return tuple(ribuan(s) if isinstance(s, int) else s for s in baris)

    def baris_jumlah(self, kata: str, angka: Mapping[int, int], letak: int) -> tuple[str, ...]:
        """A row of sums with its word in column `letak`."""
        return tuple(
            ribuan(angka.get(n, 0)) if k.uang else kata if n == letak else "" for n, k in enumerate(self.kolom)
        )

    def akhir(self, letak: int) -> tuple[str, ...] | None:
        """The last row in bold, its word in column `letak` where it is summed here."""
        if not self.total:
            return self.jumlah
        return self.baris_jumlah(self.total, jumlahkan(self.angka(b) for b in self.baris), letak)


def jumlahkan(semua: Iterable[Mapping[int, int]]) -> dict[int, int]:
    """Amounts of rows summed by column."""
    hasil: dict[int, int] = {}
    for angka in semua:
        for n, nilai in angka.items():
            hasil[n] = hasil.get(n, 0) + nilai
    return hasil


@dataclass(frozen=True, slots=True)
class Kotak:
    """A box of an office form: a title (none: it hangs on the box above), rows of cells, relative widths of columns.

    `tengah` names the columns that are centred; `rekat` keeps it with the next one.
    """

    judul: str
    lebar: tuple[float, ...]
    baris: tuple[tuple[str, ...], ...]
    tengah: tuple[int, ...] = ()
    rekat: bool = False


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """A signatory. `jabatan` lines may begin with a.n., u.b., Plt. or Plh., which hang out to the left."""

    jabatan: tuple[str, ...]
    nama: str
    pangkat: str = ""
    nip: str = ""
    tempat_tanggal: str = ""
    gambar: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class KodeQR:
    """QR code of an address at which the letter can be checked, with the address in words below it."""

    url: str


@dataclass(frozen=True, slots=True)
class Grafik:
    """Charts that stand side by side."""

    bagan: tuple[Bagan | BaganGaris, ...]


Blok = Paragraf | Butir | Isian | Tabel | Kotak | Grafik | Kisi | Hitungan

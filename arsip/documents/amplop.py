"""Envelopes, address sheets for envelopes with a window, and sheets of address labels: many in one PDF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from arsip.documents.boks import LEMBAR, Label, gambar_label
from arsip.models import SuratKeluar
from inti.documents.baris import patah
from inti.documents.huruf import BIASA, TEBAL
from inti.documents.kanvas import Kanvas
from inti.documents.kertas import MM
from inti.documents.teks import bersih
from inti.models import Instansi


@dataclass(frozen=True)
class Alamat:
    """To whom a letter goes: name, address lines, phone for the courier, number of the letter."""

    nama: str
    baris: tuple[str, ...] = ()
    telepon: str = ""
    nomor: str = ""


@dataclass(frozen=True)
class Amplop:
    """A size in millimetres; the address begins at (x, y) from the upper left corner. A window shows no sender."""

    nama: str
    lebar: float
    tinggi: float
    x: float
    y: float
    lebar_alamat: float
    jendela: bool = False


AMPLOP = {
    "dl": Amplop("DL, 220 x 110 mm", 220, 110, 110, 52, 98),
    "c5": Amplop("C5, 229 x 162 mm", 229, 162, 115, 82, 102),
    "c4": Amplop("C4, 324 x 229 mm", 324, 229, 165, 120, 145),
    "jendela": Amplop("Lembar alamat A4 untuk amplop berjendela DL", 210, 297, 22, 47, 85, jendela=True),
}
UKURAN, SPASI = 11.0, 14.5
LABEL = {f"label-{k}": k for k in ("2x7", "3x8", "2x4")}
PILIHAN = [
    *((k, a.nama) for k, a in AMPLOP.items()),
    *((k, f"Label alamat {LEMBAR[v].sebutan}") for k, v in LABEL.items()),
]


def cetak_alamat(surat: Iterable[SuratKeluar], jenis: str) -> bytes:
    """Where letters go, as PDF: a key of PILIHAN. Raises KeyError for another, ValueError without letters."""
    alamat = [Alamat(s.tujuan, tuple(s.alamat.splitlines()), s.telepon, s.nomor.teks) for s in surat]
    if jenis in LABEL:
        label = [
            Label(f"Yth. {a.nama}", (*a.baris, *((f"Telepon {a.telepon}",) if a.telepon else ())), "") for a in alamat
        ]
        return gambar_label(label, LABEL[jenis])
    kantor = Instansi.kini()
    pengirim = (kantor.nama, kantor.pemerintah, f"{kantor.alamat} {kantor.kode_pos}".strip())
    return gambar_amplop(alamat, jenis=jenis, pengirim=pengirim)


def gambar_amplop(alamat: Sequence[Alamat], *, jenis: str, pengirim: tuple[str, ...]) -> bytes:
    """One page for each address. In: a key of AMPLOP, the sender's lines. Out: PDF. Raises KeyError, ValueError when empty."""
    a = AMPLOP[jenis]
    if not alamat:
        raise ValueError("Tidak ada alamat untuk dicetak.")
    ukuran = (a.lebar * MM, a.tinggi * MM)
    k = Kanvas(judul="Amplop surat", ukuran=ukuran)
    for satu in alamat:
        k.halaman(ukuran)
        if not a.jendela:
            _kolom(k, 12 * MM, ukuran[1] - 12 * MM, pengirim, 80 * MM, 8.5, 11.0, tebal_awal=True)
        baris = [f"Yth. {satu.nama}", *satu.baris]
        if satu.telepon:
            baris.append(f"Telepon {satu.telepon}")
        _kolom(k, a.x * MM, ukuran[1] - a.y * MM, baris, a.lebar_alamat * MM, UKURAN, SPASI, tebal_awal=True)
        if satu.nomor:
            _kolom(k, 12 * MM, 14 * MM, (f"Nomor {satu.nomor}",), 90 * MM, 8.5, 11.0)
        k.tutup_halaman()
    return k.selesai()


def _kolom(
    k: Kanvas,
    x: float,
    atas: float,
    isi: Sequence[str],
    lebar: float,
    ukuran: float,
    spasi: float,
    *,
    tebal_awal: bool = False,
) -> None:
    y = atas - spasi
    for n, teks in enumerate(isi):
        nama = TEBAL if tebal_awal and n == 0 else BIASA
        baris = patah(bersih(teks), nama, ukuran, lebar)
        k.tulis_baris(x, y, baris, nama=nama, ukuran=ukuran, jarak=spasi, lebar=lebar)
        y -= spasi * len(baris)

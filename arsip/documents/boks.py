"""The list of what a box holds, and labels with a QR on sheets that are sold, or one large one for a box."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from arsip.documents.daftar import daftar_pdf
from arsip.models import BerkasArsip, Boks
from inti.documents import Kolom
from inti.documents.baris import patah
from inti.documents.huruf import BIASA, TEBAL
from inti.documents.kanvas import Kanvas
from inti.documents.kertas import A4, MM
from inti.documents.qr import gambar_qr
from inti.documents.teks import bersih
from inti.formats import tanggal_panjang, tanggal_pendek
from inti.models import Instansi, Pengguna

A5 = (148 * MM, 210 * MM)
TEPI = 3 * MM


@dataclass(frozen=True)
class Lembar:
    """A sheet of labels: columns and rows, size of a label, left and upper margin of the sheet; all in mm."""

    sebutan: str
    kolom: int
    baris: int
    lebar: float
    tinggi: float
    kiri: float
    atas: float
    celah: float = 0.0  # between columns


LEMBAR = {
    "2x7": Lembar("A4, 2 x 7 (99,1 x 38,1 mm)", 2, 7, 99.1, 38.1, 4.65, 15.15, 2.5),
    "3x8": Lembar("A4, 3 x 8 (70 x 37 mm)", 3, 8, 70.0, 37.0, 0.0, 0.5),
    "2x4": Lembar("A4, 2 x 4 (99,1 x 67,7 mm)", 2, 4, 99.1, 67.7, 4.65, 12.9, 2.5),
    "boks": Lembar("A5, satu label besar", 1, 1, 148.0, 210.0, 0.0, 0.0),
}


@dataclass(frozen=True)
class Label:
    """What a label says: a large line, smaller lines below it, and the code that its QR names; without one, no QR."""

    judul: str
    baris: tuple[str, ...]
    kode: str

    @property
    def alamat(self) -> str:
        """Where its QR leads."""
        return f"{settings.ALAMAT_UMUM}/arsip/q/{self.kode}/"


def daftar_isi(boks: Boks, isi: Sequence[BerkasArsip], oleh: Pengguna, terlihat: set[int]) -> bytes:
    """The list of contents that lies in the box, as PDF. `terlihat`: keys of records whose subject the reader may know."""
    ditutup = (
        f", ditutup {tanggal_panjang(timezone.localdate(boks.ditutup_pada))} oleh {boks.ditutup_oleh}"
        if boks.ditutup_pada
        else ", belum ditutup"
    )
    jenis = f"{boks.jenis}, " if boks.jenis else ""
    return daftar_pdf(
        judul=f"Daftar isi {boks.tempat.nama}",
        pengantar=f"{jenis}{boks.bulan_tampil + ', ' if boks.bulan else ''}letak {boks.tempat}{ditutup}".rstrip(".")
        + ".",
        kolom=(
            Kolom("No.", 10, "kanan"),
            Kolom("Kode berkas"),
            Kolom("Jenis"),
            Kolom("Uraian"),
            Kolom("Tanggal", 22),
            Kolom("Lembar", 15, "kanan"),
        ),
        baris=[
            (
                str(b.urut_boks or n),
                b.nomor,
                b.jenis.nama,
                "(tertutup)" if b.tertutup or b.pk not in terlihat else b.uraian,
                tanggal_pendek(b.tanggal),
                str(b.lembar),
            )
            for n, b in enumerate(isi, start=1)
        ],
        jumlah=("", f"{len(isi)} berkas", "", "", "", str(sum(b.lembar for b in isi))),
        oleh=oleh,
    )


def label_boks(boks: Iterable[Boks]) -> list[Label]:
    """Labels of boxes: name, kind and month, where it stands."""
    return [
        Label(
            b.tempat.nama,
            tuple(t for t in (str(b.jenis or ""), b.bulan_tampil, str(b.tempat)) if t),
            b.kode,
        )
        for b in boks
    ]


def label_berkas(berkas: Iterable[BerkasArsip]) -> list[Label]:
    """Labels of records: code, kind and day, code of the classification. No subject: a label is read in passing."""
    return [
        Label(b.nomor, (f"{b.jenis}, {tanggal_pendek(b.tanggal)}", b.klasifikasi, b.unit.nama), b.kode) for b in berkas
    ]


def gambar_label(label: Sequence[Label], lembar: str, *, mulai: int = 1) -> bytes:
    """Labels on sheets as PDF, from the position `mulai` of the first sheet on (a sheet begun is used up).

    Raises KeyError for an unknown kind of sheet, ValueError without labels.
    """
    if not label:
        raise ValueError("Tidak ada label untuk dicetak.")
    s = LEMBAR[lembar]
    ukuran = A5 if lembar == "boks" else A4.ukuran
    k = Kanvas(judul="Label arsip", penulis=bersih(Instansi.kini().nama), ukuran=ukuran)
    muat = s.kolom * s.baris
    letak = min(max(mulai, 1), muat) - 1
    k.halaman(ukuran)
    for n, satu in enumerate(label):
        if n and letak % muat == 0:
            k.tutup_halaman()
            k.halaman(ukuran)
        kolom, baris = letak % muat % s.kolom, letak % muat // s.kolom
        x = (s.kiri + kolom * (s.lebar + s.celah)) * MM
        y = ukuran[1] - (s.atas + (baris + 1) * s.tinggi) * MM
        _satu(k, satu, x, y, s.lebar * MM, s.tinggi * MM, besar=lembar == "boks")
        letak += 1
    k.tutup_halaman()
    return k.selesai()


def _satu(k: Kanvas, label: Label, x: float, y: float, lebar: float, tinggi: float, *, besar: bool) -> None:
    """One label: QR at the left (below on the large one), words beside it."""
    if not label.kode:
        _alamat(k, label, x + TEPI + 3 * MM, y + tinggi - TEPI - 2 * MM, lebar - 2 * TEPI - 6 * MM, y + TEPI)
        return
    sisi = 70 * MM if besar else min(tinggi - 2 * TEPI - 9, 26 * MM)
    tepi = 12 * MM if besar else TEPI + 1.5 * MM
    atas = y + tinggi - tepi
    if besar:
        kiri, ruang, u_judul, u_baris = x + tepi, lebar - 2 * tepi, 34.0, 15.0
        gambar_qr(k, label.alamat, x + (lebar - sisi) / 2, y + 26 * MM, sisi)
        kode_x, kode_y, u_kode = x + tepi, y + 14 * MM, 20.0
    else:
        gambar_qr(k, label.alamat, x + tepi, atas - sisi, sisi)
        kiri, ruang, u_judul, u_baris = x + tepi + sisi + 3 * MM, lebar - 2 * tepi - sisi - 3 * MM, 11.0, 8.0
        kode_x, kode_y, u_kode = x + tepi, atas - sisi - 9, 7.5
    judul = patah(bersih(label.judul), TEBAL, u_judul, ruang)[: 3 if besar else 2]
    jarak = u_judul * 1.2
    k.tulis_baris(kiri, atas - u_judul, judul, nama=TEBAL, ukuran=u_judul, jarak=jarak, lebar=ruang)
    turun = atas - u_judul - jarak * len(judul) - (8 if besar else 1)
    for teks in label.baris:
        isi = patah(bersih(teks), BIASA, u_baris, ruang)[:2]
        if turun - u_baris * 1.3 * (len(isi) - 1) < y + TEPI:
            break
        k.tulis_baris(kiri, turun, isi, nama=BIASA, ukuran=u_baris, jarak=u_baris * 1.3, lebar=ruang)
        turun -= u_baris * 1.3 * len(isi) + (4 if besar else 0)
    kode = bersih(label.kode)
    if besar:
        k.tulis_baris(
            kode_x, kode_y, patah(kode, TEBAL, u_kode, ruang), nama=TEBAL, ukuran=u_kode, jarak=24, lebar=ruang,
            rata="tengah",
        )  # fmt: skip
    else:
        k.tulis(kode_x, kode_y, kode, TEBAL, u_kode)


def _alamat(k: Kanvas, label: Label, x: float, atas: float, lebar: float, dasar: float) -> None:
    """Words alone over the whole label: an address."""
    turun = atas
    for n, teks in enumerate((label.judul, *label.baris)):
        nama, ukuran = (TEBAL, 10.5) if n == 0 else (BIASA, 9.5)
        isi = patah(bersih(teks), nama, ukuran, lebar)[:2]
        if turun - ukuran * 1.25 * len(isi) < dasar:
            return
        k.tulis_baris(x, turun - ukuran, isi, nama=nama, ukuran=ukuran, jarak=ukuran * 1.25, lebar=lebar)
        turun -= ukuran * 1.25 * len(isi) + 1

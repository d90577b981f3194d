"""A certificate: A4 across, a border in the office's colour, the holder's name large; a table may stand on its back.

Every text passes `bersih` before it is drawn; the colour is parsed to three numbers, so no operator comes from data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inti.documents.bagian import KodeQR, Kop, Tabel, TandaTangan
from inti.documents.baris import lebar_kata, patah
from inti.documents.huruf import BIASA, TEBAL
from inti.documents.kanvas import Kanvas
from inti.documents.kertas import MM, Kertas
from inti.documents.kop import LAMBANG_MM, perisai
from inti.documents.tabel import susun_tabel
from inti.documents.teks import bersih
from inti.documents.tutup import gambar_kaki, susun_tutup

LINTANG = Kertas(lebar=297, tinggi=210, kiri=32, kanan=32, atas=20, bawah=17)
_TENGAH = LINTANG.lebar * MM / 2
_RUANG = 218 * MM  # widest line of text
_TERKECIL = 16.0  # a long name shrinks to this before it is broken


@dataclass(frozen=True, slots=True)
class Sertifikat:
    """All that a certificate shows. `warna` is "#rrggbb"; `balik` is a table for the back with its heading."""

    kop: Kop
    judul: str
    nomor: str
    nama: str
    keterangan: str  # below the name: number and school
    uraian: str
    predikat: str
    ttd: TandaTangan
    qr: KodeQR
    warna: str = "#403e93"
    judul_balik: str = ""
    balik: Tabel | None = None
    catatan_balik: str = ""


def gambar_sertifikat(semua: Sequence[Sertifikat], *, judul: str, kaki: Sequence[str]) -> bytes:
    """Draw certificates into one PDF, each with its footer. Raises ValueError for none or an unreadable emblem."""
    if not semua:
        raise ValueError("Tidak ada sertifikat untuk dicetak.")
    k = Kanvas(judul=bersih(judul), penulis=bersih(semua[0].kop.nama), ukuran=LINTANG.ukuran)
    for s, teks_kaki in zip(semua, kaki, strict=True):
        lembar = 2 if s.balik is not None else 1
        k.halaman(LINTANG.ukuran)
        _bingkai(k, s.warna)
        _muka(k, s)
        _kaki(k, teks_kaki, 1, lembar)
        if s.balik is not None:
            k.halaman(LINTANG.ukuran)
            _bingkai(k, s.warna)
            _belakang(k, s, s.balik)
            _kaki(k, teks_kaki, 2, lembar)
    return k.selesai()


def _warna(hex_: str) -> str:
    """Three numbers between 0 and 1. Raises ValueError for anything but "#rrggbb"."""
    if len(hex_) != 7 or hex_[0] != "#":
        raise ValueError("Warna harus seperti #403e93.")
    return " ".join(f"{int(hex_[n : n + 2], 16) / 255:.3f}" for n in (1, 3, 5))


def _bingkai(k: Kanvas, warna: str) -> None:
    """A strong line, a hairline within, and a square at each corner."""
    w, h = LINTANG.ukuran
    rgb = _warna(warna)
    luar, dalam, sudut = 8 * MM, 10.5 * MM, 5 * MM
    kotak = (
        f"{x:.2f} {y:.2f} {sudut:.2f} {sudut:.2f} re"
        for x in (dalam + 2.5 * MM, w - dalam - 2.5 * MM - sudut)
        for y in (dalam + 2.5 * MM, h - dalam - 2.5 * MM - sudut)
    )
    k.kode(
        f"q {rgb} RG 2.6 w {luar:.2f} {luar:.2f} {w - 2 * luar:.2f} {h - 2 * luar:.2f} re S "
        f"0.6 w {dalam:.2f} {dalam:.2f} {w - 2 * dalam:.2f} {h - 2 * dalam:.2f} re S {' '.join(kotak)} S Q"
    )


def _baris(k: Kanvas, y: float, teks: str, nama: str, ukuran: float, spasi: float, warna: str = "") -> float:
    """Centred lines from the top at y; gives the y below them."""
    baris = patah(bersih(teks), nama, ukuran, _RUANG)
    if warna:
        k.kode(f"q {_warna(warna)} rg")
    k.tulis_baris(
        _TENGAH - _RUANG / 2,
        y - ukuran * 0.8,
        baris,
        nama=nama,
        ukuran=ukuran,
        jarak=spasi,
        lebar=_RUANG,
        rata="tengah",
    )
    if warna:
        k.kode("Q")
    return y - len(baris) * spasi


def _muka(k: Kanvas, s: Sertifikat) -> None:
    tinggi = LAMBANG_MM * MM
    y = LINTANG.tinggi * MM - 17 * MM
    if s.kop.lambang is None:
        perisai(k, _TENGAH - tinggi * 30 / 72, y - tinggi, tinggi)
    else:
        k.gambar(s.kop.lambang, _TENGAH - 20 * MM, y - tinggi, 40 * MM, tinggi, rata="tengah")
    y -= tinggi + 8
    y = _baris(k, y, s.kop.pemerintah, BIASA, 11, 14)
    y = _baris(k, y, s.kop.nama, TEBAL, 14, 18) - 8
    y = _baris(k, y, " ".join(bersih(s.judul).upper()), TEBAL, 27, 32, s.warna)
    y = _baris(k, y, f"Nomor {s.nomor}", BIASA, 10.5, 14) - 9
    y = _baris(k, y, "diberikan kepada", BIASA, 11, 15) - 3
    ukuran = min(30.0, max(_TERKECIL, 30 * _RUANG / max(lebar_kata(bersih(s.nama), TEBAL, 30), 1)))
    y = _baris(k, y, s.nama, TEBAL, ukuran, ukuran * 1.2)
    k.kode(f"q {_warna(s.warna)} RG 0.9 w {_TENGAH - 70 * MM:.2f} {y:.2f} m {_TENGAH + 70 * MM:.2f} {y:.2f} l S Q")
    y = _baris(k, y - 7, s.keterangan, BIASA, 11, 15) - 6
    y = _baris(k, y, s.uraian, BIASA, 11.5, 16) - 4
    _baris(k, y, s.predikat, TEBAL, 18, 22, s.warna)
    tutup = susun_tutup((s.ttd,), s.qr, LINTANG.lebar_isi)
    if tutup is not None:
        tutup.gambar(k, LINTANG.kiri * MM, LINTANG.bawah * MM + 8 + tutup.tinggi)


def _belakang(k: Kanvas, s: Sertifikat, tabel: Tabel) -> None:
    y = LINTANG.tinggi * MM - 26 * MM
    y = _baris(k, y, s.judul_balik, TEBAL, 16, 22, s.warna)
    y = _baris(k, y, f"{s.nama}\n{s.keterangan}", BIASA, 11, 15) - 14
    lebar = 170 * MM
    balok = susun_tabel(tabel, lebar, 110 * MM)
    balok.gambar(k, _TENGAH - lebar / 2, y)
    y -= balok.tinggi + 14
    baris = patah(bersih(s.catatan_balik), BIASA, 9, lebar)
    k.tulis_baris(_TENGAH - lebar / 2, y - 8, baris, nama=BIASA, ukuran=9, jarak=12.5, lebar=lebar)


def _kaki(k: Kanvas, teks: str, n: int, lembar: int) -> None:
    gambar_kaki(k, LINTANG, teks, f"Halaman {n} dari {lembar}")
    k.tutup_halaman()

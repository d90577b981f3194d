"""Letterhead with emblem and double rule; the neutral shield for offices that have loaded no emblem."""

from __future__ import annotations

from inti.documents.bagian import Kop
from inti.documents.baris import Baris, patah
from inti.documents.huruf import BIASA, TEBAL
from inti.documents.kanvas import Kanvas
from inti.documents.kertas import MM, Kertas
from inti.documents.tata import BalokBebas
from inti.documents.teks import bersih

LAMBANG_MM = 19.0
_SISI = 23 * MM  # room kept for the emblem on both sides, so that the text stays in the middle of the page
_GARIS_TEBAL, _CELAH, _GARIS_TIPIS = 1 * MM, 0.8 * MM, 0.25 * MM


def susun_kop(kop: Kop, kertas: Kertas) -> BalokBebas:
    """Letterhead as a block of the full width; drawn once per document and referred to by every page."""
    lebar = kertas.lebar_isi
    ruang = lebar - 2 * _SISI
    bagian: list[tuple[list[Baris], str, float, float]] = []
    for teks, nama, ukuran, spasi in (
        (kop.pemerintah, BIASA, 13.0, 16.5),
        (kop.nama, TEBAL, 16.0, 19.5),
        *((a, BIASA, 9.0, 12.5) for a in kop.alamat),
    ):
        if isi := bersih(teks).strip():
            bagian.append((patah(isi, nama, ukuran, ruang), nama, ukuran, spasi))
    tinggi_teks = sum(len(b) * spasi for b, _, _, spasi in bagian)
    tinggi_isi = max(tinggi_teks, LAMBANG_MM * MM)
    tinggi = tinggi_isi + 2.2 * MM + _GARIS_TEBAL + _CELAH + _GARIS_TIPIS
    ukuran_kertas = kertas.ukuran
    x0, y0 = kertas.kiri * MM, (kertas.tinggi - kertas.atas) * MM

    def lukis_bentuk(k: Kanvas) -> None:
        dasar_lambang = y0 - tinggi_isi + (tinggi_isi - LAMBANG_MM * MM) / 2
        if kop.lambang is None:
            perisai(k, x0 + 1.5 * MM, dasar_lambang, LAMBANG_MM * MM)
        else:
            k.gambar(kop.lambang, x0, dasar_lambang, _SISI - 3 * MM, LAMBANG_MM * MM)
        y = y0 - (tinggi_isi - tinggi_teks) / 2
        for baris, nama, ukuran, spasi in bagian:
            dasar = y - spasi / 2 - ukuran * 0.35
            k.tulis_baris(x0 + _SISI, dasar, baris, nama=nama, ukuran=ukuran, jarak=spasi, lebar=ruang, rata="tengah")
            y -= len(baris) * spasi
        y = y0 - tinggi_isi - 2.2 * MM - _GARIS_TEBAL / 2
        k.garis(x0, y, x0 + lebar, y, _GARIS_TEBAL)
        y -= _GARIS_TEBAL / 2 + _CELAH + _GARIS_TIPIS / 2
        k.garis(x0, y, x0 + lebar, y, _GARIS_TIPIS)

    def lukis(k: Kanvas, x: float, y: float) -> None:
        k.sekali((kop, kertas), ukuran_kertas, lukis_bentuk)

    return BalokBebas(tinggi, lukis)


def perisai(k: Kanvas, x: float, y: float, tinggi: float) -> None:
    """A shield with a sprout: an emblem of no office. Drawn on a grid of 60 by 72."""
    s = tinggi / 72
    k.kode(
        f"q {s:.4f} 0 0 {s:.4f} {x:.2f} {y:.2f} cm 1 J 1 j 3.2 w "
        "30 70.4 m 58.4 61.4 l 58.4 34 l 58.4 18 46 7 30 1.6 c 14 7 1.6 18 1.6 34 c 1.6 61.4 l h S "
        "18 49 m 18 33 22 27 30 23 c 38 27 42 33 42 49 c S 30 23 m 30 58 l S "
        "14 17 m 25 20.5 35 20.5 46 17 c S "
        "35.2 58 m 35.2 60.9 32.9 63.2 30 63.2 c 27.1 63.2 24.8 60.9 24.8 58 c 24.8 55.1 27.1 52.8 30 52.8 c "
        "32.9 52.8 35.2 55.1 35.2 58 c f Q"
    )

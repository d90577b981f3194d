"""Lists of the office on paper: landscape tables with letterhead and signature; the organisation chart on one page."""

from __future__ import annotations

from functools import partial

from inti.documents import A4, F4, Kertas
from inti.documents.baris import lebar_kata
from inti.documents.daftar import daftar_pdf as daftar_kantor
from inti.documents.daftar import lembar_pdf as lembar_kantor
from inti.documents.huruf import BIASA, TEBAL
from inti.documents.kanvas import Kanvas
from inti.documents.kertas import MM
from inti.documents.teks import bersih
from kepegawaian.queries.tanda_tangan import ttd_kepala
from kepegawaian.rules.bagan import LEBAR as LEBAR_KOTAK
from kepegawaian.rules.bagan import TINGGI, GambarBagan, Kotak

daftar_pdf = partial(daftar_kantor, ttd=ttd_kepala)
lembar_pdf = partial(lembar_kantor, ttd=ttd_kepala)
KERTAS_BAGAN = {"A4": A4, "F4": F4, "A3": Kertas(lebar=297, tinggi=420)}


def bagan_pdf(bagan: GambarBagan, *, judul: str, kantor: str, kertas: str = "A4") -> bytes:
    """The organisation chart on one lying page, as large as fits. In: layout of rules.bagan. Out: PDF bytes."""
    luas = KERTAS_BAGAN[kertas]
    lebar, tinggi = luas.tinggi * MM, luas.lebar * MM
    tepi, kepala = 12 * MM, 44.0
    skala = min((lebar - 2 * tepi) / bagan.lebar, (tinggi - 2 * tepi - kepala) / bagan.tinggi, 1.6)
    k = Kanvas(judul=bersih(judul), penulis=bersih(kantor), ukuran=(lebar, tinggi))
    k.halaman((lebar, tinggi))
    for teks, huruf, ukuran, y in ((judul, TEBAL, 14.0, tinggi - tepi - 12), (kantor, BIASA, 10.0, tinggi - tepi - 28)):
        aman = bersih(teks)
        k.tulis((lebar - lebar_kata(aman, huruf, ukuran)) / 2, y, aman, huruf, ukuran)
    kiri = (lebar - bagan.lebar * skala) / 2
    atas = tinggi - tepi - kepala
    _lukis(k, bagan, kiri, atas, skala)
    k.tutup_halaman()
    return k.selesai()


def _lukis(k: Kanvas, bagan: GambarBagan, kiri: float, atas: float, skala: float) -> None:
    k.kode("q 0.35 0.38 0.46 RG 0.8 w")
    for g in bagan.garis:
        titik = [(kiri + x * skala, atas - y * skala) for x, y in g.titik]
        ops = [f"{titik[0][0]:.2f} {titik[0][1]:.2f} m", *(f"{x:.2f} {y:.2f} l" for x, y in titik[1:]), "S"]
        k.kode(" ".join(ops))
    for b in bagan.kotak:
        x, y = kiri + b.x * skala, atas - (b.y + TINGGI) * skala
        isi = {0: "0.251 0.243 0.576 rg", 1: "0.90 0.90 0.96 rg"}.get(b.tingkat, "1 1 1 rg")
        k.kode(f"{isi} {x:.2f} {y:.2f} {LEBAR_KOTAK * skala:.2f} {TINGGI * skala:.2f} re B")
    k.kode("Q")
    for b in bagan.kotak:
        _teks_kotak(k, b, kiri, atas, skala)


def _teks_kotak(k: Kanvas, b: Kotak, kiri: float, atas: float, skala: float) -> None:
    warna = "1 1 1 rg" if b.tingkat == 0 else "0.1 0.11 0.14 rg"
    k.kode(f"q {warna}")
    gaya = {"nama": (TEBAL, 9.0), "kepala": (BIASA, 8.0), "orang": (BIASA, 7.0)}
    for y, teks, kelas in b.tulisan:
        huruf, ukuran = gaya[kelas]
        aman, besar = bersih(teks), ukuran * skala
        lebar, muat = lebar_kata(aman, huruf, besar), (LEBAR_KOTAK - 12) * skala
        if lebar > muat:
            besar *= muat / lebar
        k.tulis(kiri + (b.x + 6) * skala, atas - y * skala, aman, huruf, besar)
    k.kode("Q")

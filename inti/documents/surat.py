"""A letter as plain data, and its drawing: one letter or a batch into one PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inti.documents.bagian import (
    Blok,
    BlokNomor,
    Butir,
    Grafik,
    Judul,
    KodeQR,
    Kop,
    Kotak,
    Paragraf,
    Tabel,
    TandaTangan,
    Tujuan,
)
from inti.documents.baris import patah
from inti.documents.grafik import susun_grafik
from inti.documents.hitungan import susun_hitungan
from inti.documents.huruf import BIASA
from inti.documents.kanvas import Kanvas
from inti.documents.kepala import (
    susun_butir,
    susun_isian,
    susun_judul,
    susun_nomor,
    susun_paragraf,
    susun_tujuan,
)
from inti.documents.kertas import A4, MM, Kertas
from inti.documents.kisi import susun_kisi
from inti.documents.kop import susun_kop
from inti.documents.kotak import susun_kotak
from inti.documents.tabel import susun_tabel
from inti.documents.tata import Balok, Halaman, alirkan
from inti.documents.teks import bersih
from inti.documents.tutup import gambar_kaki, gambar_tanda, susun_tembusan, susun_tutup
from inti.keluaran.hitungan import Hitungan
from inti.keluaran.kisi import Kisi

_LANJUTAN, _SPASI_LANJUTAN = 8.5, 11.0


@dataclass(frozen=True, slots=True)
class Surat:
    """All that a letter shows. `nomor` for an official letter, `judul` for a statement; `batal` is a diagonal mark."""

    kop: Kop
    isi: tuple[Blok, ...]
    ttd: tuple[TandaTangan, ...]
    nomor: BlokNomor | None = None
    judul: Judul | None = None
    tujuan: Tujuan | None = None
    penutup: str = ""
    qr: KodeQR | None = None
    tembusan: tuple[str, ...] = ()
    kaki: str = ""
    batal: str = ""
    kertas: Kertas = A4


def gambar_surat(surat: Surat | Sequence[Surat], *, judul: str, kaki: Sequence[str] | None = None) -> bytes:
    """Draw one letter or a batch into one PDF.

    In: letters; title of the file; `kaki` replaces each letter's own footer text (who printed it, which copy).
    Out: PDF bytes, the same for the same data. "Halaman x dari y" counts per letter.
    Raises ValueError for an unreadable image, an address too long for a QR code, or a batch without letters.
    """
    semua = [surat] if isinstance(surat, Surat) else list(surat)
    if not semua:
        raise ValueError("Tidak ada surat untuk dicetak.")
    kaki_semua = [s.kaki for s in semua] if kaki is None else list(kaki)
    k = Kanvas(judul=bersih(judul), penulis=bersih(semua[0].kop.nama), ukuran=semua[0].kertas.ukuran)
    for s, teks_kaki in zip(semua, kaki_semua, strict=True):
        _gambar_satu(k, s, teks_kaki)
    return k.selesai()


def _gambar_satu(k: Kanvas, s: Surat, kaki: str) -> None:
    kertas = s.kertas
    lanjutan = _kepala_lanjutan(s)
    puncak = (kertas.tinggi - kertas.atas) * MM
    dasar = (kertas.bawah + 5) * MM
    turun = len(lanjutan) * _SPASI_LANJUTAN + 12 if lanjutan else 0
    balok = list(_balok(s, puncak - turun - dasar))
    halaman = alirkan(balok, puncak, puncak - turun, dasar)
    for n, h in enumerate(halaman, start=1):
        k.halaman(kertas.ukuran)
        if s.batal:
            gambar_tanda(k, kertas.ukuran, s.batal)
        if n > 1 and lanjutan:
            _gambar_lanjutan(k, kertas, lanjutan)
        _gambar_isi(k, h, kertas)
        gambar_kaki(k, kertas, kaki, f"Halaman {n} dari {len(halaman)}")
        k.tutup_halaman()


def _gambar_isi(k: Kanvas, h: Halaman, kertas: Kertas) -> None:
    x = kertas.kiri * MM
    for balok, y in h.isi:
        balok.gambar(k, x, y)


def _balok(s: Surat, tinggi_halaman: float) -> Iterator[Balok]:
    lebar = s.kertas.lebar_isi
    yield susun_kop(s.kop, s.kertas)
    if s.nomor is not None:
        yield susun_nomor(s.nomor, lebar)
    if s.judul is not None:
        yield from susun_judul(s.judul, lebar)
    if s.tujuan is not None:
        yield susun_tujuan(s.tujuan, lebar)
    tutup = susun_tutup(s.ttd, s.qr, lebar)
    isi: list[Blok] = list(s.isi)
    if s.penutup:
        isi.append(Paragraf(s.penutup))
    for n, blok in enumerate(isi):
        # The signatures never stand alone on a page: the last lines of the text go with them.
        terakhir = tutup is not None and n == len(isi) - 1
        for m, balok in enumerate(_isi(blok, lebar, tinggi_halaman, terakhir)):
            if n == 0 and m == 0:
                balok.jarak = 14 if s.tujuan or s.judul or s.nomor else 20
            elif m == 0 and isinstance(isi[n - 1], Tabel | Hitungan):
                balok.jarak = 10
            yield balok
    if tutup is not None:
        yield tutup
    yield from susun_tembusan(s.tembusan, lebar)


def _isi(blok: Blok, lebar: float, tinggi_halaman: float, terakhir: bool) -> Iterator[Balok]:
    if isinstance(blok, Paragraf):
        yield from susun_paragraf(blok, lebar, rekat=terakhir or blok.rekat)
    elif isinstance(blok, Grafik):
        grafik = susun_grafik(blok, lebar)
        grafik.rekat = terakhir
        yield grafik
    elif isinstance(blok, Kotak):
        yield susun_kotak(blok, lebar)
    elif isinstance(blok, Hitungan):
        hitungan = susun_hitungan(blok, lebar, tinggi_halaman)
        hitungan.jarak = 6
        yield hitungan
    elif isinstance(blok, Kisi):
        kisi = list(susun_kisi(blok, lebar))
        kisi[-1].rekat = terakhir
        yield from kisi
    elif isinstance(blok, Tabel):
        tabel = susun_tabel(blok, lebar, tinggi_halaman)
        tabel.jarak = 6
        yield tabel
    else:
        bagian = list(susun_butir(blok, lebar) if isinstance(blok, Butir) else susun_isian(blok, lebar))
        if bagian:
            bagian[-1].rekat = terakhir
        yield from bagian


def _kepala_lanjutan(s: Surat) -> list:
    """Lines that name the letter on its second and later pages."""
    if s.nomor is not None:
        teks = f"Nomor {bersih(s.nomor.nomor)}, {bersih(s.nomor.hal)}"
    elif s.judul is not None:
        teks = f"{bersih(s.judul.teks)}, nomor {bersih(s.judul.nomor)}" if s.judul.nomor else bersih(s.judul.teks)
    else:
        return []
    return patah(teks.replace("\n", " "), BIASA, _LANJUTAN, s.kertas.lebar_isi)[:2]


def _gambar_lanjutan(k: Kanvas, kertas: Kertas, baris: list) -> None:
    x, y = kertas.kiri * MM, (kertas.tinggi - kertas.atas) * MM
    k.tulis_baris(x, y - 8, baris, nama=BIASA, ukuran=_LANJUTAN, jarak=_SPASI_LANJUTAN, lebar=kertas.lebar_isi)
    garis = y - len(baris) * _SPASI_LANJUTAN - 2
    k.garis(x, garis, x + kertas.lebar_isi, garis, 0.5)

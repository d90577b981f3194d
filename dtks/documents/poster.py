"""The poster for village halls and waiting rooms: check from home first, the three commonest reasons, what to bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inti.documents import Kertas, Kop
from inti.documents.baris import patah
from inti.documents.huruf import BIASA, TEBAL
from inti.documents.kanvas import Kanvas
from inti.documents.kertas import MM
from inti.documents.kop import susun_kop
from inti.documents.qr import gambar_qr
from inti.documents.teks import bersih

KERTAS = Kertas(kiri=16, kanan=16, atas=12, bawah=14)
(LEBAR, TINGGI), TEPI, ISI, DASAR = KERTAS.ukuran, KERTAS.kiri * MM, KERTAS.lebar_isi, KERTAS.bawah * MM
AKAR2 = 2**0.5  # an A3 sheet is an A4 sheet this much larger
MUAT = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5)  # sizes of type tried until everything stands on one sheet
ALASAN = (
    ("Sudah terdaftar", "Pengajuan baru tidak diperlukan. Urusan lain dibantu admin desa."),
    ("ID-DTKS tidak tertulis", "Minta desa menulisnya pada surat pengantar."),
    ("Pengajuan baru belum dibuka", "Lihat tanggalnya di halaman cek."),
)


@dataclass(frozen=True)
class Poster:
    """What stands on it: letterhead, the address to check at, papers for each kind, hours, telephone."""

    kop: Kop
    alamat_cek: str
    berkas: Sequence[tuple[str, Sequence[str]]]
    jam: Sequence[tuple[str, Sequence[str]]]
    kontak: str


def gambar_poster(p: Poster, *, a3: bool = False) -> bytes:
    """One sheet as PDF, A4 or A3; both show the same at their size. Type shrinks until all of it fits."""
    skala = AKAR2 if a3 else 1.0
    muat = next((f for f in MUAT if _Pena(_kanvas(1.0), f).gambar(p) >= DASAR), MUAT[-1])
    k = _kanvas(skala)
    k.kode(f"q {skala:.5f} 0 0 {skala:.5f} 0 0 cm")
    _Pena(k, muat).gambar(p)
    k.kode("Q")
    k.tutup_halaman()
    return k.selesai()


def _kanvas(skala: float) -> Kanvas:
    ukuran = (LEBAR * skala, TINGGI * skala)
    k = Kanvas(judul="Poster cek status bantuan", ukuran=ukuran)
    k.halaman(ukuran)
    return k


class _Pena:
    """Writes from the top down at one size of type; every step gives the edge below it, in points."""

    def __init__(self, k: Kanvas, muat: float) -> None:
        self.k, self.muat = k, muat

    def gambar(self, p: Poster) -> float:
        """Draw the whole sheet; out: its lowest edge."""
        kop = susun_kop(p.kop, KERTAS)
        puncak = TINGGI - KERTAS.atas * MM
        kop.gambar(self.k, TEPI, puncak)
        y = self.tulis(puncak - kop.tinggi - 7 * MM, "Cek dahulu dari rumah", TEBAL, 46)
        y = self.tulis(y - 1 * MM, "Lihat status bantuan sebelum datang ke kantor. Gratis, tanpa akun.", BIASA, 18)
        y = self._cara(y - 5 * MM, p.alamat_cek)
        y = self.tulis(y - 7 * MM, "Tiga sebab orang pulang dengan tangan kosong", TEBAL, 21)
        for n, (judul, langkah) in enumerate(ALASAN, 1):
            y -= 2 * MM
            self.tulis(y, f"{n}", TEBAL, 27)
            y = self.tulis(y, judul, TEBAL, 17, TEPI + 11 * MM)
            y = self.tulis(y, langkah, BIASA, 15, TEPI + 11 * MM)
        y = self.tulis(y - 5 * MM, "Yang dibawa", TEBAL, 21) - 1 * MM
        kolom = (ISI - 8 * MM) / 2
        dasar = [self._daftar(y, *b, TEPI + n * (kolom + 8 * MM), kolom) for n, b in enumerate(p.berkas[:2])]
        return self._kaki(min([*dasar, y]) - 5 * MM, p)

    def _cara(self, y: float, alamat: str) -> float:
        sisi = 50 * MM * self.muat
        gambar_qr(self.k, alamat, TEPI, y - sisi, sisi)
        x = TEPI + sisi + 9 * MM
        atas = self.tulis(y, "Pindai dengan kamera telepon, atau buka", BIASA, 17, x)
        atas = self.tulis(atas - 1 * MM, alamat.split("://", 1)[-1].rstrip("/"), TEBAL, 21, x)
        atas = self.tulis(atas - 2 * MM, "Siapkan NIK atau nomor KK dan nama sesuai KTP.", BIASA, 16, x)
        atas = self.tulis(atas - 2 * MM, "Tidak punya telepon? Admin desa membantu.", BIASA, 16, x)
        return min(y - sisi, atas)

    def _daftar(self, y: float, judul: str, isi: Sequence[str], x: float, lebar: float) -> float:
        y = self.tulis(y, judul, TEBAL, 15, x, lebar)
        for teks in isi:
            self.tulis(y, "–", BIASA, 15, x)
            y = self.tulis(y, teks, BIASA, 15, x + 6 * MM, lebar - 6 * MM)
        return y

    def _kaki(self, y: float, p: Poster) -> float:
        """Hours and contact at the foot of the sheet, or right below the lists where these are long."""
        jam = ". ".join(f"{hari} {', '.join(pukul)}" for hari, pukul in p.jam)
        baris = [b for b in (f"Loket: {jam}." if jam else "", p.kontak) if b]
        banyak = sum(len(patah(bersih(b), BIASA, 14 * self.muat, ISI)) for b in baris)
        y = min(y, DASAR + 3 * MM + (16 + 14 * banyak) * 1.28 * self.muat)
        self.k.garis(TEPI, y, TEPI + ISI, y, 0.7)
        y = self.tulis(y - 3 * MM, "Semua layanan ini gratis.", TEBAL, 16)
        for b in baris:
            y = self.tulis(y, b, BIASA, 14)
        return y + 0.01  # a hair for rounding

    def tulis(self, y: float, teks: str, nama: str, ukuran: float, x: float = TEPI, lebar: float = 0) -> float:
        """Write a text from the top edge y downwards, by default to the right margin."""
        ukuran *= self.muat
        lebar = lebar or TEPI + ISI - x
        baris = patah(bersih(teks), nama, ukuran, lebar)
        self.k.tulis_baris(x, y - ukuran, baris, nama=nama, ukuran=ukuran, jarak=ukuran * 1.28, lebar=lebar)
        return y - ukuran * 1.28 * len(baris)

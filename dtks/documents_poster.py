"""The poster for village halls and waiting rooms: check from home first, the three commonest reasons, what to bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inti.documents.baris import patah
from inti.documents.huruf import BIASA, TEBAL
from inti.documents.kanvas import Kanvas
from inti.documents.kertas import MM
from inti.documents.qr import gambar_qr
from inti.documents.teks import bersih

LEBAR, TINGGI, TEPI = 210 * MM, 297 * MM, 18 * MM
AKAR2 = 2**0.5  # an A3 sheet is an A4 sheet this much larger
ALASAN = (
    ("Sudah terdaftar", "Pengajuan baru tidak diperlukan. Urusan lain dibantu admin desa."),
    ("ID-DTKS tidak tertulis", "Minta desa menulisnya pada surat pengantar."),
    ("Pengajuan baru belum dibuka", "Lihat tanggalnya di halaman cek."),
)


@dataclass(frozen=True)
class Poster:
    """What stands on it: the office, the address to check at, papers for each kind, hours, telephone."""

    pemerintah: str
    kantor: str
    alamat_cek: str
    berkas: Sequence[tuple[str, Sequence[str]]]
    jam: Sequence[tuple[str, Sequence[str]]]
    kontak: str


def gambar_poster(p: Poster, *, a3: bool = False) -> bytes:
    """One sheet as PDF, A4 or A3; both show the same at their size."""
    skala = AKAR2 if a3 else 1.0
    ukuran = (LEBAR * skala, TINGGI * skala)
    k = Kanvas(judul="Poster cek status bantuan", penulis=bersih(p.kantor), ukuran=ukuran)
    k.halaman(ukuran)
    k.kode(f"q {skala:.5f} 0 0 {skala:.5f} 0 0 cm")
    _gambar(k, p)
    k.kode("Q")
    k.tutup_halaman()
    return k.selesai()


def _gambar(k: Kanvas, p: Poster) -> None:
    lebar = LEBAR - 2 * TEPI
    y = TINGGI - TEPI
    y = _tulis(k, y, p.pemerintah, BIASA, 13, lebar)
    y = _tulis(k, y, p.kantor, TEBAL, 18, lebar)
    y -= 4 * MM
    k.garis(TEPI, y, TEPI + lebar, y, 2.8)
    k.garis(TEPI, y - 4, TEPI + lebar, y - 4, 0.7)
    y = _tulis(k, y - 8 * MM, "Cek dahulu dari rumah", TEBAL, 44, lebar)
    y = _tulis(
        k, y - 1 * MM, "Sebelum datang ke kantor, lihat status bantuan Anda. Gratis, tanpa akun.", BIASA, 18, lebar
    )
    y -= 6 * MM
    sisi = 52 * MM
    gambar_qr(k, p.alamat_cek, TEPI, y - sisi, sisi)
    x, samping = TEPI + sisi + 9 * MM, lebar - sisi - 9 * MM
    atas = _tulis(k, y, "Pindai dengan kamera telepon, atau buka", BIASA, 17, samping, x)
    atas = _tulis(k, atas - 1 * MM, p.alamat_cek.split("://", 1)[-1].rstrip("/"), TEBAL, 21, samping, x)
    atas = _tulis(k, atas - 3 * MM, "Siapkan NIK atau nomor KK dan nama sesuai KTP.", BIASA, 17, samping, x)
    _tulis(k, atas - 3 * MM, "Tidak punya telepon? Admin desa membantu.", BIASA, 17, samping, x)
    y = _tulis(k, y - sisi - 9 * MM, "Tiga sebab orang pulang dengan tangan kosong", TEBAL, 21, lebar)
    for n, (judul, langkah) in enumerate(ALASAN, 1):
        y -= 2 * MM
        _tulis(k, y, f"{n}", TEBAL, 26, 10 * MM)
        y = _tulis(k, y, judul, TEBAL, 17, lebar - 11 * MM, TEPI + 11 * MM)
        y = _tulis(k, y, langkah, BIASA, 15, lebar - 11 * MM, TEPI + 11 * MM)
    y = _tulis(k, y - 6 * MM, "Yang dibawa", TEBAL, 21, lebar) - 1 * MM
    kolom = (lebar - 8 * MM) / 2
    dasar = [
        _daftar(k, y, judul, isi, kolom, TEPI + n * (kolom + 8 * MM)) for n, (judul, isi) in enumerate(p.berkas[:2])
    ]
    _kaki(k, min([*dasar, y]), p, lebar)


def _daftar(k: Kanvas, y: float, judul: str, isi: Sequence[str], lebar: float, x: float) -> float:
    y = _tulis(k, y, judul, TEBAL, 15, lebar, x)
    for teks in isi:
        _tulis(k, y, "–", BIASA, 15, 6 * MM, x)
        y = _tulis(k, y, teks, BIASA, 15, lebar - 6 * MM, x + 6 * MM)
    return y


def _kaki(k: Kanvas, y: float, p: Poster, lebar: float) -> None:
    """Hours and contact at the foot, or right below the lists where these are long."""
    jam = ". ".join(f"{hari} {', '.join(pukul)}" for hari, pukul in p.jam)
    baris = [b for b in (f"Loket: {jam}." if jam else "", p.kontak) if b]
    tinggi = 12 * MM + sum(16 * 1.3 * len(patah(bersih(b), BIASA, 14, lebar)) for b in baris)
    y = min(y - 5 * MM, TEPI + tinggi)
    k.garis(TEPI, y, TEPI + lebar, y, 0.7)
    y = _tulis(k, y - 3 * MM, "Semua layanan ini gratis.", TEBAL, 16, lebar)
    for b in baris:
        y = _tulis(k, y, b, BIASA, 14, lebar)


def _tulis(k: Kanvas, y: float, teks: str, nama: str, ukuran: float, lebar: float, x: float = TEPI) -> float:
    """Write a text from the top edge y downwards; out: the edge below it."""
    jarak = ukuran * 1.28
    baris = patah(bersih(teks), nama, ukuran, lebar)
    k.tulis_baris(x, y - ukuran, baris, nama=nama, ukuran=ukuran, jarak=jarak, lebar=lebar)
    return y - jarak * len(baris)

"""Foot of a letter: signatures, QR code with its sentence, copies, page footer, the BATAL mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inti.documents.bagian import KodeQR, TandaTangan
from inti.documents.baris import Baris, lebar_kata, patah
from inti.documents.huruf import BIASA, TEBAL, huruf
from inti.documents.kanvas import Kanvas
from inti.documents.kertas import MM, Kertas
from inti.documents.qr import SISI_MM, gambar_qr
from inti.documents.tata import JARAK, UKURAN, Balok, BalokBebas, BalokTeks
from inti.documents.teks import bersih

RUANG_TTD = 20 * MM
KAKI, SPASI_KAKI = 7.5, 9.5
BUKAN_TTE = "Kode QR membuktikan bahwa surat ini tercatat, bukan tanda tangan elektronik (TTE) tersertifikasi."
_AWALAN = ("a.n.", "u.b.", "Plt.", "Plh.", "Pj.", "Pjs.")


@dataclass(slots=True)
class _Kolom:
    atas: list[tuple[str, Baris]]  # prefix that hangs out, line
    nama: list[Baris]
    bawah: list[Baris]
    gambar: bytes | None
    lebar: float
    tambah: float = 0.0  # more room to sign, so that the names of two signatories stand on one line

    @property
    def tinggi(self) -> float:
        return (len(self.atas) + len(self.nama) + len(self.bawah)) * JARAK + RUANG_TTD + self.tambah

    @property
    def gantung(self) -> float:
        """Room at the left for a prefix that hangs out."""
        return max((lebar_kata(a + " ", BIASA, UKURAN) for a, _ in self.atas if a), default=0.0)

    def lukis(self, k: Kanvas, x: float, y: float) -> None:
        dasar = y - JARAK / 2 - UKURAN * 0.35
        for awalan, baris in self.atas:
            if awalan:
                k.tulis(x - lebar_kata(awalan + " ", BIASA, UKURAN), dasar, awalan, BIASA, UKURAN)
            k.tulis(x, dasar, baris.teks, BIASA, UKURAN)
            dasar -= JARAK
        if self.gambar is not None:
            k.gambar(self.gambar, x, dasar + UKURAN * 0.8 - RUANG_TTD, min(60 * MM, self.lebar), RUANG_TTD)
        dasar -= RUANG_TTD + self.tambah
        for baris in self.nama:
            k.tulis(x, dasar, baris.teks, TEBAL, UKURAN)
            if baris.teks:
                k.garis(x, dasar - 1.6, x + baris.lebar, dasar - 1.6, 0.6)
            dasar -= JARAK
        k.tulis_baris(x, dasar, self.bawah, nama=BIASA, ukuran=UKURAN, jarak=JARAK, lebar=self.lebar)


def _kolom(t: TandaTangan, lebar: float) -> _Kolom:
    atas: list[tuple[str, Baris]] = []
    tempat = [bersih(t.tempat_tanggal)] if t.tempat_tanggal else []
    for teks in (*tempat, *map(bersih, t.jabatan)):
        awalan = next((a for a in _AWALAN if teks.lower().startswith(a.lower())), "")
        if awalan:
            awalan, teks = teks[: len(awalan)], teks[len(awalan) :].strip()
        for n, baris in enumerate(patah(teks, BIASA, UKURAN, lebar)):
            atas.append((awalan if n == 0 else "", baris))
    bawah = [
        b
        for teks in (t.pangkat, f"NIP {t.nip}" if t.nip else "")
        if teks
        for b in patah(bersih(teks), BIASA, UKURAN, lebar)
    ]
    return _Kolom(atas, patah(bersih(t.nama), TEBAL, UKURAN, lebar), bawah, t.gambar, lebar)


def susun_tutup(ttd: Sequence[TandaTangan], qr: KodeQR | None, lebar: float) -> BalokBebas | None:
    """Signatures and QR code as one block that is kept whole.

    One signatory stands at the right, two in two columns, more in further rows; a last odd one in the middle. The
    code stands at the left of a single signatory, otherwise in a row of its own below.
    """
    if not ttd and qr is None:
        return None
    kanan = 0.527 * lebar
    lebar_kolom = lebar - kanan
    kolom = [_kolom(t, lebar_kolom) for t in ttd]
    letak: list[tuple[_Kolom, float, float]] = []
    tinggi = 0.0
    for n in range(0, len(kolom), 2):
        baris = kolom[n : n + 2]
        if n:
            tinggi += JARAK
        if len(baris) == 2:
            # Offices of unequal length: both begin at the top, and the names stand on one line.
            panjang = max(len(k.atas) for k in baris)
            for k, x in zip(baris, (baris[0].gantung, kanan), strict=True):
                k.tambah = (panjang - len(k.atas)) * JARAK
                letak.append((k, x, tinggi))
        else:
            letak.append((baris[0], kanan if len(kolom) == 1 else lebar * 0.3, tinggi))
        tinggi += max(k.tinggi for k in baris)
    sandi = _Sandi(qr, kanan - 8 * MM) if qr is not None else None
    di_kiri = len(kolom) <= 1
    if sandi is not None:
        tinggi = max(tinggi, sandi.tinggi) if di_kiri else tinggi + JARAK + sandi.tinggi

    def lukis(k: Kanvas, x: float, y: float) -> None:
        for bagian, geser, turun in letak:
            bagian.lukis(k, x + geser, y - turun)
        if sandi is not None:
            sandi.lukis(k, x, y - tinggi)

    return BalokBebas(tinggi, lukis, jarak=14)


class _Sandi:
    """QR code with its address and sentence below."""

    def __init__(self, qr: KodeQR, lebar: float) -> None:
        self.url = bersih(qr.url)
        alamat = self.url.removeprefix("https://").removeprefix("http://")
        teks = f"Pindai untuk memeriksa keaslian:\n{alamat}\n{BUKAN_TTE}"
        self.baris = patah(teks, BIASA, KAKI, lebar)
        self.tinggi = SISI_MM * MM + 4 + len(self.baris) * SPASI_KAKI
        self.lebar = lebar

    def lukis(self, k: Kanvas, x: float, dasar: float) -> None:
        """Draw with the lower left corner at (x, dasar)."""
        y = dasar + len(self.baris) * SPASI_KAKI
        gambar_qr(k, self.url, x, y + 4, SISI_MM * MM)
        k.tulis_baris(x, y - KAKI * 0.9, self.baris, nama=BIASA, ukuran=KAKI, jarak=SPASI_KAKI, lebar=self.lebar)


def susun_tembusan(tembusan: Sequence[str], lebar: float) -> Iterator[Balok]:
    """Copies: one line without a number, several numbered."""
    isi = [bersih(t) for t in tembusan if bersih(t).strip()]
    if not isi:
        return
    yield BalokTeks(patah("Tembusan:", BIASA, UKURAN, lebar), BIASA, lebar, jarak=14, rekat=True)
    masuk = lebar_kata("10. " if len(isi) > 9 else "1. ", BIASA, UKURAN)
    for n, teks in enumerate(isi, start=1):
        baris = patah(teks, BIASA, UKURAN, lebar * 0.75)
        nomor = f"{n}." if len(isi) > 1 else ""
        yield BalokTeks(baris, BIASA, lebar * 0.75, masuk=masuk if nomor else 0, penanda=nomor, rekat=n < len(isi))


def gambar_kaki(k: Kanvas, kertas: Kertas, kaki: str, x_dari_y: str) -> None:
    """Footer within the lower margin: who printed it and when at the left, page x of y at the right."""
    kiri, lebar = kertas.kiri * MM, kertas.lebar_isi
    garis = kertas.bawah * MM
    k.garis(kiri, garis, kiri + lebar, garis, 0.5)
    w = lebar_kata(x_dari_y, BIASA, KAKI)
    k.tulis(kiri + lebar - w, garis - 11, x_dari_y, BIASA, KAKI)
    baris = patah(bersih(kaki), BIASA, KAKI, lebar - w - 12)
    k.tulis_baris(kiri, garis - 11, baris[:2], nama=BIASA, ukuran=KAKI, jarak=SPASI_KAKI, lebar=lebar)


def gambar_tanda(k: Kanvas, ukuran: tuple[float, float], teks: str) -> None:
    """A pale diagonal mark over the whole page, drawn before the text so that the text stays legible."""
    teks = bersih(teks)[:24]
    panjang = huruf(TEBAL).lebar(teks, 1) or 1
    lebar, tinggi = ukuran
    besar = min(150.0, 0.8 * (lebar**2 + tinggi**2) ** 0.5 / panjang)
    c, s = 0.5736, 0.8192  # 55 degrees: about the diagonal of A4 and F4
    k.kode(f"q 0.84 g {c} {s} {-s} {c} {lebar / 2:.2f} {tinggi / 2:.2f} cm")
    k.tulis(-panjang * besar / 2, -besar * 0.35, teks, TEBAL, besar)
    k.kode("Q")

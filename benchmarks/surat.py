"""Letters in one PDF: ours against a canvas written by hand for this one letter.

The floor knows where everything stands: fixed lines already broken, the letterhead as a form XObject, the QR code with
a fixed mask as one path, 500 letters. It shapes nothing and checks nothing.
"""

from __future__ import annotations

import time
from io import BytesIO

import segno
from reportlab.pdfgen.canvas import Canvas

from inti.documents import gambar_surat
from inti.documents.huruf import BIASA, TEBAL, huruf
from inti.documents.kertas import A4, MM
from tests.inti.contoh_surat import contoh_surat

BANYAK = 500


def lantai(banyak: int) -> bytes:
    """The same letter by drawString at known places."""
    huruf(BIASA)
    aliran = BytesIO()
    c = Canvas(aliran, pagesize=A4.ukuran, pageCompression=1, invariant=1, initialFontName=BIASA)
    x, lebar, puncak = A4.kiri * MM, A4.lebar_isi, (A4.tinggi - A4.atas) * MM
    c.beginForm("kop")
    c.setFont(BIASA, 13)
    c.drawCentredString(x + lebar / 2, puncak - 13, "PEMERINTAH KABUPATEN WANASARI")
    c.setFont(TEBAL, 16)
    c.drawCentredString(x + lebar / 2, puncak - 31, "DINAS SOSIAL")
    c.setFont(BIASA, 9)
    c.drawCentredString(x + lebar / 2, puncak - 46, "Jalan Melati Nomor 8, Wanasari 59299, Telepon (0299) 555-0142")
    c.drawCentredString(x + lebar / 2, puncak - 58, "Laman dinsos.wanasari.example, Pos-el dinsos@wanasari.example")
    c.setLineWidth(2.8)
    c.line(x, puncak - 66, x + lebar, puncak - 66)
    c.endForm()
    for n in range(banyak):
        _satu(c, n, x, lebar, puncak)
    c.save()
    return aliran.getvalue()


def _satu(c: Canvas, n: int, x: float, lebar: float, puncak: float) -> None:
    c.doForm("kop")
    y = puncak - 100
    c.setFont(BIASA, 11)
    c.drawRightString(x + lebar, y, "Wanasari, 20 November 2026")
    kepala = (f"400.9/{n}/2026", "Biasa", "1 (satu) berkas", "Rekomendasi reaktivasi PBI-JK")
    for label, nilai in zip(("Nomor", "Sifat", "Lampiran", "Hal"), kepala, strict=True):
        c.drawString(x, y, label)
        c.drawString(x + 54, y, ":")
        c.drawString(x + 62, y, nilai)
        y -= 15
    for teks in ("Yth. Kepala BPJS Kesehatan Cabang Wanasari", "di Wanasari"):
        y -= 15
        c.drawString(x, y, teks)
    y -= 15
    alinea = (
        "Berdasarkan surat pengantar Kepala Desa Sumberjo nomor 140/209/XI/2026 tanggal 17",
        "November 2026 dan surat keterangan membutuhkan layanan dari Puskesmas Wanasari Barat",
        f"nomor 445/{n}/PKM-WB tanggal 18 November 2026, dengan ini kami merekomendasikan",
        "pengaktifan kembali kepesertaan Penerima Bantuan Iuran Jaminan Kesehatan bagi warga",
        "berikut:",
        "Alamat: RT 03 RW 02, Desa Sumberjo, Kecamatan Wanasari Barat. Warga tersebut tercatat",
        "dalam Data Tunggal Sosial dan Ekonomi Nasional periode 2026 triwulan 3, dan pada saat surat",
        "ini diterbitkan membutuhkan layanan kesehatan.",
        "Surat ini berlaku 30 (tiga puluh) hari sejak tanggal diterbitkan dan digunakan hanya untuk",
        "keperluan tersebut. Penerbitannya tidak dipungut biaya.",
        "Demikian, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.",
    )
    teks = c.beginText(x, y)
    teks.setFont(BIASA, 11, 15)
    for baris in alinea:
        teks.setWordSpace(0.8)
        teks.textLine(baris)
    c.drawText(teks)
    y -= 15 * len(alinea)
    c.setLineWidth(0.5)
    batas = [x + lebar * p for p in (0, 0.05, 0.2, 0.38, 0.5, 0.65, 0.75, 1)]
    c.grid(batas, [y, y - 28, y - 56, y - 84])
    sel = (
        ("No.", "Nama", "NIK dan nomor KK", "Tanggal|lahir", "Nomor kartu|JKN", "Desil,|periode", "Fasilitas"),
        _anggota(n, 1, "Slamet Nugroho"),
        _anggota(n, 2, "Sri Handayani"),
    )
    for b, baris in enumerate(sel):
        c.setFont(BIASA if b else TEBAL, 8.5)
        for k, isi in enumerate(baris):
            for m, potong in enumerate(isi.split("|")):
                c.drawString(batas[k] + 4, y - 28 * b - 11 - 11 * m, potong)
    y -= 120
    c.setFont(BIASA, 11)
    for nomor, isi in enumerate(("Kepala Dinas Sosial", "Kabupaten Wanasari,", "Pembina Utama Muda", "NIP 19720914")):
        c.drawString(x + 250, y - 15 * nomor, isi)
    c.setFont(TEBAL, 11)
    c.drawString(x + 250, y - 100, "Dra. Ratna Kusumawati, M.Si.")
    _qr(c, f"https://dinsos.wanasari.example/v/7KQ2-M9TD-{n:04d}/", x, y - 100)
    c.setFont(BIASA, 7.5)
    kaki = (
        "Pindai untuk memeriksa keaslian:",
        f"dinsos.wanasari.example/v/7KQ2-M9TD-{n:04d}/",
        "Kode QR membuktikan bahwa surat ini tercatat, bukan tanda",
        "tangan elektronik (TTE) tersertifikasi.",
    )
    for m, isi in enumerate(kaki):
        c.drawString(x, y - 110 - 9 * m, isi)
    c.setFont(BIASA, 11)
    for m, isi in enumerate(("Tembusan:", "1. Kepala Desa Sumberjo", "2. Arsip")):
        c.drawString(x, y - 170 - 15 * m, isi)
    c.setFont(BIASA, 7.5)
    c.drawString(x, 30, "Dicetak 20-11-2026 10.14 oleh Rina Puspita, cetakan ke-1")
    c.drawRightString(x + lebar, 30, "Halaman 1 dari 1")
    c.showPage()


def _anggota(n: int, urut: int, nama: str) -> tuple[str, ...]:
    nik = f"99710155{n:04d}{urut:04d}|9971010806150007"
    return str(urut), nama, nik, "15-03-1984", "0009912345017", "3|2026-TW3", "Puskesmas Wanasari Barat"


def _qr(c: Canvas, isi: str, x: float, y: float) -> None:
    matriks = segno.make(isi, error="m", mask=2, micro=False, boost_error=False).matrix
    n = len(matriks)
    s = 22 * MM / n
    jalur = c.beginPath()
    for b, baris in enumerate(matriks, start=1):
        mulai = baris.find(1)
        while mulai >= 0:
            henti = baris.find(0, mulai)
            henti = n if henti < 0 else henti
            jalur.rect(x + mulai * s, y + (n - b) * s, (henti - mulai) * s, s)
            mulai = baris.find(1, henti)
    c.drawPath(jalur, stroke=0, fill=1)


def jalankan(banyak: int = BANYAK) -> dict[str, object]:
    """Measure both in one run, the better of three. Out: what, size, seconds ours, seconds floor, ratio."""
    surat = [contoh_surat(n) for n in range(banyak)]
    gambar_surat(surat[:5], judul="Pemanasan")
    lantai(5)
    kita, dasar = [], []
    for _ in range(3):
        mulai = time.perf_counter()
        gambar_surat(surat, judul="Surat rekomendasi")
        kita.append(time.perf_counter() - mulai)
        mulai = time.perf_counter()
        lantai(banyak)
        dasar.append(time.perf_counter() - mulai)
    return {
        "apa": "Surat satu halaman dalam satu PDF",
        "ukuran": f"{banyak} surat",
        "kita": round(min(kita), 3),
        "lantai": round(min(dasar), 3),
        "rasio": round(min(kita) / min(dasar), 2),
    }


if __name__ == "__main__":
    print(jalankan())

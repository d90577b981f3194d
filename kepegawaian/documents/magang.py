"""What is printed of an internship: acceptance letter, weekly table of the logbook, attendance of a month, marks."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from inti.documents import (
    VERSI_TATA_LETAK,
    Blok,
    Isian,
    Judul,
    Kolom,
    Paragraf,
    Surat,
    Tabel,
    TandaTangan,
    gambar_surat,
)
from inti.documents.resmi import TANDA_TANGANI, Deret, Penanda, SuratResmi
from inti.formats import bulan_tahun, hari_tanggal, jam, tanggal_panjang
from inti.formats.waktu import hari
from inti.galat import AturanDilanggar
from inti.models import Instansi, Pengguna
from inti.queries.kantor import kertas_instansi, kop_instansi
from kepegawaian.models import CatatanHarian, KehadiranMagang, Penempatan, PenilaianMagang, PesertaMagang
from kepegawaian.queries.pejabat import penanda_tangan
from kepegawaian.queries.tanda_tangan import penanda
from kepegawaian.rules.magang import akhir_pekan, angka, minggu_ke, rentang_skala

LIHAT, TANDA = "kepegawaian.view_pesertamagang", "kepegawaian.tanda_tangani_magang"


class SuratPenerimaan(SuratResmi):
    """The letter to the school that an intern is taken in."""

    kode, sebutan, singkat = "kepegawaian.magang-terima", "Surat penerimaan magang", "surat penerimaan"
    tata_letak, kata, hal = f"magang-{VERSI_TATA_LETAK}", "surat", "Penerimaan peserta magang"
    model, bidang, nomor = PesertaMagang, "surat", Deret("magang-terima", "MG/{urut:03d}/{bulan_romawi}/{tahun}")
    izin, kata_terbit = {"terbit": TANDA, "cetak": LIHAT}, TANDA_TANGANI
    kode_sudah, kode_belum = "SURAT_ADA", "SURAT_BELUM_ADA"
    hubungan = ("sekolah", "pembimbing", "surat")
    penutup = "Demikian, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih."

    @classmethod
    def boleh_terbit(cls, objek: PesertaMagang) -> AturanDilanggar | None:
        """Not of one who has left."""
        if objek.terbuka:
            return None
        return AturanDilanggar("MAGANG_DITUTUP", f"Magang {objek} sudah ditutup.", "Surat tidak diterbitkan lagi.")

    @classmethod
    def penandatangan(cls, objek: PesertaMagang, oleh: Pengguna) -> Penanda:
        """The official who presses the verb."""
        return penanda(penanda_tangan(oleh))

    @classmethod
    def tujuan(cls, data: PesertaMagang) -> tuple[str, ...]:
        """The head of the school."""
        return data.sekolah.pimpinan, f"di {data.sekolah.kota}"

    @classmethod
    def bagian(cls, data: PesertaMagang) -> tuple[Blok, ...]:
        """Who is taken in, where, under whom."""
        asal = f"nomor {data.nomor_permohonan}"
        if data.tanggal_permohonan:
            asal += f" tanggal {tanggal_panjang(data.tanggal_permohonan)}"
        bagian = [f"{p.unit.nama} ({p.rentang.tanggal})" for p in _penempatan(data)]
        return (
            Paragraf(
                f"Menjawab surat Saudara {asal} perihal permohonan magang, dengan ini kami sampaikan bahwa "
                f"{Instansi.kini().nama} menerima peserta berikut:"
            ),
            Isian(
                (
                    ("Nama", data.nama),
                    ("NIS/NIM", data.nomor_induk),
                    ("Jurusan", data.jurusan),
                    ("Sekolah", data.sekolah.nama),
                    ("Masa magang", f"{tanggal_panjang(data.mulai)} sampai {tanggal_panjang(data.sampai)}"),
                    ("Bagian", "; ".join(bagian)),
                    ("Pembimbing", f"{data.pembimbing.nama}, {data.pembimbing.jabatan}"),
                )
            ),
            Paragraf(
                "Selama magang peserta menaati jam kerja dan ketentuan seragam kantor, mengisi buku harian, dan menjaga "
                "kerahasiaan data yang ditemuinya. Magang ini tidak dipungut biaya."
            ),
        )


def lembar_minggu(peserta: PesertaMagang, senin: dt.date, catatan: Sequence[CatatanHarian], kaki: str) -> bytes:
    """The weekly table of the reports: No., Hari/tanggal, Kegiatan, Bagian; the supervisor's initials beside it."""
    minggu = minggu_ke(peserta.masa, senin)
    judul = f"Minggu ke-{minggu}" if minggu > 0 else "Sebelum masa magang"
    kolom = (
        Kolom("No.", 10, "kanan"),
        Kolom("Hari/tanggal", 32),
        Kolom("Kegiatan", None),
        Kolom("Bagian", 38),
        Kolom("Paraf", 24),
    )
    baris = tuple(
        (
            str(n),
            hari_tanggal(c.tanggal),
            f"{c.kegiatan}\n{c.jam}{f', {c.seragam}' if c.seragam else ''}",
            c.unit.nama,
            f"{c.paraf_oleh.inisial}\n{hari(c.paraf_pada)}" if c.paraf_oleh and c.paraf_pada else "",
        )
        for n, c in enumerate(catatan, start=1)
    )
    isi: tuple[Any, ...] = (Tabel(kolom, baris),) if baris else (Paragraf("Belum ada catatan pada minggu ini."),)
    keterangan = "Paraf: huruf depan nama pembimbing yang memaraf di aplikasi, dan tanggalnya."
    return _lembar(
        peserta, "BUKU HARIAN MAGANG", (("Minggu", f"{judul}, mulai {tanggal_panjang(senin)}"),), isi, keterangan, kaki
    )


def lembar_hadir(peserta: PesertaMagang, bulan: dt.date, hadir: Sequence[KehadiranMagang], kaki: str) -> bytes:
    """Attendance of one month, a row for each day of the period in it, and the counts."""
    ada = {h.tanggal: h for h in hadir}
    akhir = bulan.replace(day=calendar.monthrange(bulan.year, bulan.month)[1])
    hari, sampai = max(bulan, peserta.mulai), min(akhir, peserta.sampai)
    baris: list[tuple[str, ...]] = []
    while hari <= sampai:
        h = ada.get(hari)
        if h is not None or not akhir_pekan(hari):
            baris.append(_baris_hadir(len(baris) + 1, hari, h))
        hari += dt.timedelta(days=1)
    kolom = (
        Kolom("No.", 10, "kanan"),
        Kolom("Hari/tanggal", 44),
        Kolom("Keadaan", 22),
        Kolom("Datang", 18, "tengah"),
        Kolom("Pulang", 18, "tengah"),
        Kolom("Keterangan", None),
        Kolom("Paraf", 18),
    )
    banyak = [sum(h.keadaan == k for h in hadir) for k in KehadiranMagang.Keadaan.values]
    jumlah = ", ".join(f"{k.lower()} {n}" for k, n in zip(KehadiranMagang.Keadaan.labels, banyak, strict=True))
    isi: tuple[Any, ...] = (Tabel(kolom, tuple(baris)),) if baris else (Paragraf("Bulan ini di luar masa magang."),)
    return _lembar(
        peserta,
        "DAFTAR HADIR MAGANG",
        (("Bulan", bulan_tahun(bulan)),),
        isi,
        f"Jumlah: {jumlah} hari." if baris else "",
        kaki,
    )


def _baris_hadir(n: int, hari: dt.date, h: KehadiranMagang | None) -> tuple[str, ...]:
    if h is None:
        return (str(n), hari_tanggal(hari), "", "", "", "", "")
    jam_ = [jam(h.jam_datang), jam(h.jam_pulang)]
    return (str(n), hari_tanggal(hari), h.get_keadaan_display(), *jam_, h.keterangan, "")


def tabel_nilai(nilai: PenilaianMagang) -> Tabel:
    """Marks with their weights; the last row is the weighted mark."""
    baris = []
    for n, b in enumerate(nilai.butir, start=1):
        bobot, isi = Decimal(b["bobot"]), Decimal(b["nilai"])
        baris.append((str(n), b["nama"], f"{angka(bobot)} %", angka(isi), f"{bobot * isi / 100:.2f}".replace(".", ",")))
    kolom = (
        Kolom("No.", 10, "kanan"),
        Kolom("Komponen", None),
        Kolom("Bobot", 22, "kanan"),
        Kolom("Nilai", 22, "kanan"),
        Kolom("Bobot x nilai", 30, "kanan"),
    )
    return Tabel(kolom, tuple(baris), ("", "Nilai akhir", "100 %", "", angka(nilai.akhir)))


def skala_kalimat(nilai: PenilaianMagang) -> str:
    """The scale that was used, as one sentence."""
    skala = [(Decimal(s["dari"]), s["predikat"]) for s in nilai.skala]
    return "Skala: " + "; ".join(f"{r} {p}" for r, p in rentang_skala(skala)) + "."


def lembar_nilai(peserta: PesertaMagang, nilai: PenilaianMagang, kaki: str) -> bytes:
    """The mark sheet: components, weights, the weighted mark and its word; the plain sum beside it."""
    isi = (
        tabel_nilai(nilai),
        Paragraf(f"Nilai akhir {angka(nilai.akhir)}, predikat {nilai.predikat}.", tebal=True, rata="kiri"),
        Paragraf(
            f"Jumlah tanpa bobot {angka(nilai.jumlah)}. Nilai di antara dua rentang mengikuti batas bawah yang sudah "
            "dicapai.",
            rata="kiri",
        ),
        *((Paragraf(f"Catatan pembimbing: {nilai.catatan}", rata="kiri"),) if nilai.catatan else ()),
    )
    return _lembar(
        peserta,
        "LEMBAR NILAI MAGANG",
        (("Dasar", nilai.aturan.dasar_hukum), ("Tanggal", tanggal_panjang(nilai.tanggal))),
        isi,
        skala_kalimat(nilai),
        kaki,
    )


def _lembar(
    peserta: PesertaMagang,
    judul: str,
    isian: tuple[tuple[str, str], ...],
    isi: tuple[Any, ...],
    keterangan: str,
    kaki: str,
) -> bytes:
    """A sheet about one intern, signed by the supervisor and the intern."""
    instansi = Instansi.kini()
    p = peserta.pembimbing
    surat = Surat(
        kop=kop_instansi(instansi),
        kertas=kertas_instansi(instansi),
        judul=Judul(judul),
        isi=(
            Isian(
                (
                    ("Nama", f"{peserta.nama} ({peserta.nomor_induk})"),
                    ("Sekolah", f"{peserta.sekolah.nama}, {peserta.jurusan}"),
                    ("Masa magang", f"{tanggal_panjang(peserta.mulai)} sampai {tanggal_panjang(peserta.sampai)}"),
                    *isian,
                )
            ),
            *isi,
            *((Paragraf(keterangan, rata="kiri"),) if keterangan else ()),
        ),
        ttd=(
            TandaTangan(jabatan=("Pembimbing,",), nama=p.nama, pangkat="" if p.nip else p.jabatan, nip=p.nip_tampil),
            TandaTangan(jabatan=("Peserta magang,",), nama=peserta.nama, pangkat=f"NIS/NIM {peserta.nomor_induk}"),
        ),
    )
    return gambar_surat(surat, judul=judul.title(), kaki=[kaki])


def _penempatan(peserta: PesertaMagang) -> list[Penempatan]:
    return list(peserta.penempatan.hidup().select_related("unit").order_by("mulai", "id"))

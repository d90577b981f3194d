"""The letter of a counselling case to the court. It recommends; the court decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from arsip.models import SuratKeluar
from dtks.models import Konseling
from inti.documents import (
    VERSI_TATA_LETAK,
    BlokNomor,
    Kolom,
    Paragraf,
    Surat,
    Tabel,
    Tujuan,
    gambar_surat,
    surat_dari_data,
    surat_ke_data,
)
from inti.formats import tanggal_panjang, terbilang
from inti.models import Instansi
from inti.queries.kantor import kertas_instansi, kop_instansi, qr_periksa
from inti.services.dokumen import DataDokumen
from kepegawaian.queries.tanda_tangan import tanda_tangan

JENIS = "dtks.puspaga"
TATA_LETAK = f"puspaga-{VERSI_TATA_LETAK}"
KLASIFIKASI = "400.2"
HAL = "Rekomendasi hasil konseling keluarga"  # stands in the letter book: no name, no age
SARAN = {
    Konseling.Hasil.MENUNDA: "merekomendasikan agar pernikahan ditunda sampai kedua calon berumur 19 tahun",
    Konseling.Hasil.SIAP: "menilai kedua calon siap dengan pendampingan keluarga dan PUSPAGA",
    Konseling.Hasil.DIRUJUK: "merujuk keluarga ini kepada {rujukan} sebelum permohonan dilanjutkan",
}


def tujuan_surat(konseling: Konseling) -> str:
    """The court of the office's town."""
    kota = Instansi.kini().kota
    return f"Ketua {konseling.get_pengadilan_display()} {kota}; di {kota}"


def data_surat(keluar: SuratKeluar) -> DataDokumen:
    """What the letter says of itself on the page that verifies it: nothing about anybody."""
    p = keluar.penandatangan
    return DataDokumen(
        jenis=JENIS,
        judul="Surat rekomendasi hasil konseling",
        nomor=keluar.nomor.teks,
        tanggal=keluar.tanggal,
        penandatangan=f"{p.nama}, {p.jabatan}",
    )


def gambar(snapshot: Sequence[dict[str, Any]], *, kaki: Sequence[str]) -> bytes:
    """Letters of snapshots in one PDF, each with its footer."""
    return gambar_surat([surat_dari_data(s) for s in snapshot], judul="Surat hasil konseling", kaki=list(kaki))


def snapshot_surat(*, konseling: Konseling, keluar: SuratKeluar, kode: str) -> dict[str, Any]:
    """The letter as immutable data."""
    instansi = Instansi.kini()
    sesi = list(konseling.sesi.order_by("tanggal", "id"))
    saran = SARAN[Konseling.Hasil(konseling.hasil)].format(rujukan=konseling.rujukan)
    surat = Surat(
        kop=kop_instansi(instansi),
        kertas=kertas_instansi(instansi),
        nomor=BlokNomor(
            nomor=keluar.nomor.teks,
            sifat="Rahasia",
            lampiran="-",
            hal=HAL,
            tempat_tanggal=f"{instansi.kota}, {tanggal_panjang(keluar.tanggal)}",
        ),
        tujuan=Tujuan(tuple(b.strip() for b in keluar.tujuan.split(";"))),
        isi=(
            Paragraf(
                "Sehubungan dengan rencana permohonan dispensasi kawin menurut Undang-Undang Nomor 16 Tahun 2019, "
                f"dengan ini kami sampaikan hasil konseling nomor {konseling.nomor.teks} bagi:"
            ),
            _tabel(konseling),
            Paragraf(f"Alasan yang disampaikan keluarga: {konseling.get_alasan_display().lower()}."),
            Paragraf(
                f"Konseling dilakukan {len(sesi)} ({terbilang(len(sesi))}) kali, terakhir pada tanggal "
                f"{tanggal_panjang(sesi[-1].tanggal)}. Kesimpulan konselor: {konseling.kesimpulan.strip()}"
            ),
            Paragraf(f"Berdasarkan hal tersebut kami {saran}."),
            Paragraf(
                "Surat ini hanya berisi rekomendasi. Keputusan atas permohonan dispensasi kawin sepenuhnya menjadi "
                "kewenangan pengadilan. Konseling dan surat ini tidak dipungut biaya.",
            ),
        ),
        penutup="Demikian, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.",
        ttd=(tanda_tangan(keluar.penandatangan),),
        qr=qr_periksa(kode),
        tembusan=("Arsip",),
    )
    return surat_ke_data(surat)


def _tabel(konseling: Konseling) -> Tabel:
    kolom = (
        Kolom("", 26),
        Kolom("Nama dan NIK", None),
        Kolom("Lahir, umur", 34),
        Kolom("Alamat", 42),
        Kolom("Orang tua/wali", 38),
    )
    baris = tuple(
        (
            p["sebutan"],
            f"{p['nama']}\n{p['nik']}",
            f"{tanggal_panjang(p['lahir'])}\n{p['umur']} tahun",
            p["alamat"],
            f"{p['wali']} ({p['wali_hubungan'].lower()})",
        )
        for p in konseling.pihak
    )
    return Tabel(kolom, baris)

"""The slip that goes with a record on loan, and the letter that demands it back."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from arsip.models import Peminjaman
from inti.documents import (
    VERSI_TATA_LETAK,
    Blok,
    Isian,
    Judul,
    Paragraf,
    Surat,
    TandaTangan,
    gambar_surat,
)
from inti.documents.resmi import BukuSurat, Penanda, SuratResmi
from inti.formats import jam, tanggal_panjang, tanggal_pendek
from inti.galat import AturanDilanggar
from inti.models import Instansi, Pengguna, UnitKerja
from inti.queries.kantor import kertas_instansi, kop_instansi
from kepegawaian.queries.pejabat import pejabat_wajib
from kepegawaian.queries.tanda_tangan import penanda

PINJAMKAN = "arsip.pinjamkan_arsip"


class SuratTagihan(SuratResmi):
    """The letter that demands an overdue record back."""

    kode, sebutan, singkat = "arsip.tagihan", "Surat tagihan arsip", "surat tagihan"
    tata_letak, hal = f"arsip-pinjam-{VERSI_TATA_LETAK}", "Pengembalian arsip yang dipinjam"
    model, bidang, kata = Peminjaman, "tagihan", "tagihan"
    nomor, kode_sudah, kode_belum = BukuSurat("000.5.2"), "SUDAH_DITAGIH", "BELUM_DITAGIH"
    izin = {"terbit": PINJAMKAN, "cetak": PINJAMKAN, "batal": PINJAMKAN}
    hubungan = ("nomor", "berkas__jenis", "berkas__tempat", "berkas__unit", "peminjam", "tagihan__dokumen")
    penutup = "Atas perhatian Saudara, kami ucapkan terima kasih."

    @classmethod
    def boleh_terbit(cls, objek: Peminjaman) -> AturanDilanggar | None:
        """Once the day is past."""
        if objek.lewat(timezone.localdate()):
            return None
        return AturanDilanggar("BELUM_TERLAMBAT", "Pinjaman ini belum lewat jatuh tempo.", "Tunggu jatuh temponya.")

    @classmethod
    def penandatangan(cls, objek: Peminjaman, oleh: Pengguna) -> Penanda:
        """The nearest official."""
        return penanda(pejabat_wajib(oleh))

    @classmethod
    def buku(cls, objek: Peminjaman) -> dict[str, Any]:
        """In the record's unit, as closed as the record, which the letter names."""
        return super().buku(objek) | {"lain": {"keamanan": objek.berkas.keamanan}}

    @classmethod
    def unit(cls, objek: Peminjaman) -> UnitKerja:
        """The record's."""
        return objek.berkas.unit

    @classmethod
    def tujuan(cls, data: Peminjaman) -> tuple[str, ...]:
        """The borrower."""
        return data.siapa, "di tempat"

    @classmethod
    def bagian(cls, data: Peminjaman) -> tuple[Blok, ...]:
        """What is out, and since when it should be back."""
        return (
            Paragraf("Menurut catatan kami, arsip berikut masih Saudara pinjam:"),
            Isian(_fakta(data)),
            Paragraf(
                f"Arsip tersebut sudah lewat jatuh tempo {data.lewat(timezone.localdate())} hari. Saudara diminta "
                "mengembalikannya selambat-lambatnya tujuh hari setelah surat ini diterima, atau menyampaikan "
                "alasan tertulis bila masih diperlukan."
            ),
        )


def lembar_pinjam(pinjam: Peminjaman, oleh: Pengguna) -> bytes:
    """The slip as PDF: signed by both; one copy lies where the record was."""
    instansi, kini = Instansi.kini(), timezone.localtime()
    return gambar_surat(
        Surat(
            kop=kop_instansi(instansi),
            kertas=kertas_instansi(instansi),
            judul=Judul("LEMBAR PEMINJAMAN ARSIP", pinjam.nomor.teks),
            isi=(
                Isian((*_fakta(pinjam), ("Peminjam", pinjam.siapa), ("Keperluan", pinjam.keperluan))),
                Paragraf(
                    "Peminjam menjaga keutuhan arsip, tidak meminjamkannya kepada pihak lain, dan mengembalikannya "
                    "paling lambat pada tanggal jatuh tempo. Satu lembar ditaruh di tempat arsip ini."
                ),
            ),
            ttd=(
                TandaTangan(("Peminjam,",), pinjam.siapa),
                TandaTangan(
                    ("Petugas arsip,",), oleh.nama, tempat_tanggal=f"{instansi.kota}, {tanggal_panjang(kini.date())}"
                ),
            ),
            kaki=f"Dicetak {tanggal_pendek(kini)} {jam(kini)} oleh {oleh.nama}",
        ),
        judul="Lembar peminjaman",
    )


def _fakta(pinjam: Peminjaman) -> tuple[tuple[str, str], ...]:
    b = pinjam.berkas
    return (
        ("Kode berkas", b.nomor),
        ("Jenis arsip", b.jenis.nama),
        ("Uraian", b.uraian),
        ("Tempat", str(b.tempat) if b.tempat else "-"),
        ("Dipinjam", tanggal_panjang(pinjam.dipinjam_pada) if pinjam.dipinjam_pada else "-"),
        ("Jatuh tempo", tanggal_panjang(pinjam.jatuh_tempo)),
    )

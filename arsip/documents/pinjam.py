"""The slip that goes with a record on loan, and the letter that demands it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from arsip.models import Peminjaman
from inti.documents import (
    VERSI_TATA_LETAK,
    BlokNomor,
    Isian,
    Judul,
    Paragraf,
    Surat,
    TandaTangan,
    Tujuan,
    gambar_surat,
    surat_dari_data,
    surat_ke_data,
)
from inti.formats import jam, tanggal_panjang, tanggal_pendek
from inti.models import Instansi, Pengguna
from inti.queries.kantor import kertas_instansi, kop_instansi, qr_periksa
from inti.services.dokumen import DataDokumen
from kepegawaian.documents.tanda_tangan import tanda_tangan
from kepegawaian.models import Pegawai

JENIS_TAGIHAN = "arsip.tagihan"
HAL_TAGIHAN, KLASIFIKASI_TAGIHAN = "Pengembalian arsip yang dipinjam", "000.5.2"
TATA_LETAK = f"arsip-pinjam-{VERSI_TATA_LETAK}"


def gambar(snapshot: Sequence[dict[str, Any]], *, kaki: Sequence[str]) -> bytes:
    """Letters of snapshots in one PDF, each with its footer."""
    return gambar_surat([surat_dari_data(s) for s in snapshot], judul="Surat tagihan", kaki=list(kaki))


def data_tagihan(nomor: str, tanggal: dt.date, pejabat: Pegawai) -> DataDokumen:
    """What the letter says of itself on the page that verifies it: not whom it is about."""
    return DataDokumen(JENIS_TAGIHAN, HAL_TAGIHAN, nomor, tanggal, f"{pejabat.nama}, {pejabat.jabatan}")


def snapshot_tagihan(
    *, pinjam: Peminjaman, pejabat: Pegawai, nomor: str, kode: str, tanggal: dt.date
) -> dict[str, Any]:
    """The letter as immutable data."""
    instansi = Instansi.kini()
    return surat_ke_data(
        Surat(
            kop=kop_instansi(instansi),
            kertas=kertas_instansi(instansi),
            nomor=BlokNomor(
                nomor=nomor,
                hal=HAL_TAGIHAN,
                sifat="Biasa",
                lampiran="-",
                tempat_tanggal=f"{instansi.kota}, {tanggal_panjang(tanggal)}",
            ),
            tujuan=Tujuan((pinjam.siapa, "di tempat")),
            isi=(
                Paragraf("Menurut catatan kami, arsip berikut masih Saudara pinjam:"),
                Isian(_fakta(pinjam)),
                Paragraf(
                    f"Arsip tersebut sudah lewat jatuh tempo {pinjam.lewat(tanggal)} hari. Saudara diminta "
                    "mengembalikannya selambat-lambatnya tujuh hari setelah surat ini diterima, atau menyampaikan "
                    "alasan tertulis bila masih diperlukan."
                ),
            ),
            penutup="Atas perhatian Saudara, kami ucapkan terima kasih.",
            ttd=(tanda_tangan(pejabat),),
            qr=qr_periksa(kode),
            tembusan=("Arsip",),
        )
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

"""The agenda book of letters in on paper: a lying table with letterhead and signature."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from django.utils import timezone

from arsip.queries.masuk import BarisBuku
from inti.documents import Judul, Kolom, Paragraf, Surat, Tabel, gambar_surat
from inti.formats import jam, ribuan, tanggal_panjang, tanggal_pendek
from inti.models import Instansi, Pengguna
from inti.queries.kantor import kertas_instansi, kop_instansi
from kepegawaian.queries.tanda_tangan import ttd_kepala

KOLOM = (
    Kolom("Agenda", 18),
    Kolom("Diterima", 18),
    Kolom("Pengirim", 40),
    Kolom("Nomor dan tanggal surat", 42),
    Kolom("Hal"),
    Kolom("Sifat", 16),
    Kolom("Kode", 18),
    Kolom("Disposisi", 44),
    Kolom("Status", 20),
)


def buku_pdf(baris: Sequence[BarisBuku], mulai: dt.date, sampai: dt.date, *, oleh: Pengguna) -> bytes:
    """The book of a period as PDF, signed by whoever heads the reader's unit."""
    instansi, kini = Instansi.kini(), timezone.localtime()
    kertas = kertas_instansi(instansi)
    isi = tuple(
        (
            b.nomor,
            tanggal_pendek(b.diterima),
            b.pengirim,
            b.surat,
            b.hal,
            b.sifat,
            b.klasifikasi,
            b.disposisi or "-",
            b.status,
        )
        for b in baris
    )
    surat = Surat(
        kop=kop_instansi(instansi),
        kertas=replace(kertas, lebar=kertas.tinggi, tinggi=kertas.lebar, kiri=15, kanan=15),
        judul=Judul("BUKU AGENDA SURAT MASUK"),
        isi=(
            Paragraf(
                f"Diterima {tanggal_panjang(mulai)} sampai {tanggal_panjang(sampai)}, {ribuan(len(baris))} surat.",
                rata="kiri",
            ),
            Tabel(KOLOM, isi),
        ),
        ttd=ttd_kepala(oleh, f"{instansi.kota}, {tanggal_panjang(kini.date())}"),
        kaki=f"Dicetak {tanggal_pendek(kini)} {jam(kini)} oleh {oleh.nama}",
    )
    return gambar_surat(surat, judul="Buku agenda surat masuk")

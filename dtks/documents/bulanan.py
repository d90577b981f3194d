"""The monthly report on paper: letterhead, what it means, both tables, charts, breakdowns, the head's signature."""

from __future__ import annotations

from django.utils import timezone

from dtks.queries.sajian_bulanan import Sajian, Tabel
from inti.documents import Blok, Butir, Grafik, Judul, Kolom, Paragraf, Surat, gambar_surat
from inti.documents import Tabel as TabelCetak
from inti.formats import jam, tanggal_panjang, tanggal_pendek
from inti.models import Instansi, Pengguna
from inti.queries.kantor import kertas_instansi, kop_instansi
from kepegawaian.queries.tanda_tangan import ttd_kepala

URUTAN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("layanan", ()),
    ("penolakan", ("bulan", "alasan")),
    ("waktu", ()),
    ("jam", ("jam", "tunggu")),
    ("desa", ()),
    ("petugas", ()),
)
"""Tables in their order, each with the charts that stand below it."""


def laporan_bulanan(sajian: Sajian, oleh: Pengguna) -> bytes:
    """The report as PDF. Signed by whoever heads the reader's unit, else by himself if he may sign."""
    instansi = Instansi.kini()
    kini = timezone.localtime()
    isi: list[Blok] = [Butir(sajian.arti, penanda="strip")]
    nomor = 0
    for kode, bagan in URUTAN:
        tabel = sajian.tabel[kode]
        if tabel.baris:
            nomor += 1
            isi += [Paragraf(f"Tabel {nomor}. {tabel.judul}", tebal=True, rata="kiri", rekat=True), tabel_cetak(tabel)]
            if tabel.catatan:
                isi.append(Paragraf(tabel.catatan))
        if ada := tuple(sajian.bagan[b] for b in bagan if b in sajian.bagan):
            isi.append(Grafik(ada))
    surat = Surat(
        kop=kop_instansi(instansi),
        kertas=kertas_instansi(instansi),
        judul=Judul(f"LAPORAN LAYANAN REKOMENDASI\n{sajian.rentang.upper()}"),
        isi=tuple(isi),
        penutup="Laporan ini dihitung dari catatan permohonan dan kunjungan satu per satu.",
        ttd=ttd_kepala(oleh, f"{instansi.kota}, {tanggal_panjang(kini.date())}"),
        kaki=f"Dicetak {tanggal_pendek(kini)} {jam(kini)} oleh {oleh.nama}",
    )
    return gambar_surat(surat, judul=f"Laporan layanan {sajian.rentang}")


def tabel_cetak(t: Tabel) -> TabelCetak:
    """A table of a report as a part of a document."""
    kolom = tuple(Kolom(k, rata="kiri" if i < t.kata else "kanan") for i, k in enumerate(t.kepala))
    return TabelCetak(
        kolom,
        tuple(tuple(s.teks for s in b) for b in t.baris),
        tuple(s.teks for s in t.jumlah) if t.jumlah else None,
    )

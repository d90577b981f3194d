"""The recap of a plan on paper: letterhead, what it means, tables, charts, the head's signature."""

from __future__ import annotations

from django.utils import timezone

from dtks.documents.bulanan import tabel_cetak
from dtks.models import RencanaIntervensi
from dtks.queries.sajian_intervensi import SajianRekap
from inti.documents import Blok, Butir, Grafik, Isian, Judul, Paragraf, Surat, gambar_surat
from inti.formats import jam, rupiah, tanggal_panjang, tanggal_pendek
from inti.models import Instansi, Pengguna
from inti.queries.kantor import kertas_instansi, kop_instansi
from kepegawaian.queries.tanda_tangan import ttd_kepala


def rekap_intervensi(rencana: RencanaIntervensi, sajian: SajianRekap, oleh: Pengguna) -> bytes:
    """The recap as PDF."""
    instansi, kini = Instansi.kini(), timezone.localtime()
    isi: list[Blok] = [
        Isian(
            (
                ("Program", rencana.get_program_display()),
                ("Pelaksana", rencana.opd),
                ("Sumber dana", rencana.get_sumber_dana_display()),
                ("Anggaran", rupiah(rencana.anggaran)),
                ("Jadwal", f"{tanggal_panjang(rencana.mulai)} sampai {tanggal_panjang(rencana.sampai)}"),
                ("Desil sasaran", rencana.desil_tampil),
                ("Status", rencana.get_status_display()),
            )
        ),
        Butir((*sajian.arti, *(t.kalimat for t in sajian.temuan)), penanda="strip"),
    ]
    for n, tabel in enumerate((sajian.hasil, sajian.desa), 1):
        if tabel.baris:
            isi += [Paragraf(f"Tabel {n}. {tabel.judul}", tebal=True, rata="kiri", rekat=True), tabel_cetak(tabel)]
    if sajian.sasaran:
        isi.append(Grafik(sajian.bagan))
    surat = Surat(
        kop=kop_instansi(instansi),
        kertas=kertas_instansi(instansi),
        judul=Judul(f"REKAP RENCANA INTERVENSI\n{rencana.nama.upper()} TAHUN {rencana.tahun}"),
        isi=tuple(isi),
        penutup="Rekap ini dihitung dari catatan keluarga sasaran satu per satu.",
        ttd=ttd_kepala(oleh, f"{instansi.kota}, {tanggal_panjang(kini.date())}"),
        kaki=f"Dicetak {tanggal_pendek(kini)} {jam(kini)} oleh {oleh.nama}",
    )
    return gambar_surat(surat, judul=f"Rekap {rencana}")

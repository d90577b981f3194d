"""Daily performance on paper: a person's month to be signed by him and his superior, and the recap of a unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from django.utils import timezone

from inti.documents import Isian, Judul, Kolom, Paragraf, Surat, Tabel, TandaTangan, gambar_surat
from inti.formats import bulan_tahun, jam, ribuan, tanggal_panjang, tanggal_pendek
from inti.models import Instansi, Pengguna, UnitKerja
from inti.queries.kantor import kertas_instansi, kop_instansi
from kepegawaian.documents.daftar import daftar_pdf
from kepegawaian.queries.kinerja_rekap import BarisRekap, BulanOrang
from kepegawaian.queries.tanda_tangan import tanda_tangan

KOLOM = (
    Kolom("No.", 9, "kanan"),
    Kolom("Tanggal", 21),
    Kolom("Kegiatan"),
    Kolom("Hasil", 26),
    Kolom("Menit", 13, "kanan"),
    Kolom("Status", 23),
)
KOLOM_TARGET = (
    Kolom("Rencana hasil kerja"),
    Kolom("Kegiatan", 20, "kanan"),
    Kolom("Hasil disetujui", 34),
    Kolom("Menit", 18, "kanan"),
)
KOLOM_REKAP = (
    Kolom("No.", 10, "kanan"),
    Kolom("Nama dan NIP"),
    Kolom("Jabatan dan unit"),
    Kolom("Hari terisi", 20, "kanan"),
    Kolom("Kegiatan", 20, "kanan"),
    Kolom("Menit", 20, "kanan"),
    Kolom("Menunggu", 20, "kanan"),
    Kolom("Predikat", 32),
    Kolom("Rujukan e-Kinerja", 34),
)


def laporan_pdf(b: BulanOrang, oleh: Pengguna) -> bytes:
    """A person's month: who, what, by target, the rating; signed by his superior and himself. Out: PDF bytes."""
    instansi, kini, p = Instansi.kini(), timezone.localtime(), b.pegawai
    kegiatan = [k for k in b.kegiatan if k.status != "konsep"]
    isi: list[Isian | Paragraf | Tabel] = [
        Isian(
            (
                ("Nama", p.nama),
                *((("NIP", p.nip_tampil),) if p.nip else ()),
                ("Jabatan", p.jabatan),
                ("Unit kerja", p.unit.nama),
                ("Atasan", b.atasan.nama if b.atasan else "belum ditetapkan"),
            )
        ),
    ]
    if kegiatan:
        isi.append(_tabel(b, kegiatan))
    else:
        isi.append(Paragraf("Tidak ada kegiatan yang diajukan pada bulan ini.", rata="kiri"))
    isi.append(
        Paragraf(
            f"Terisi {b.hari_terisi} dari {b.hari_kerja} hari kerja; disetujui {ribuan(b.menit_disetujui)} menit.",
            rata="kiri",
        )
    )
    if b.target:
        isi.append(_tabel_target(b))
    isi.append(_penilaian(b))
    surat = Surat(
        kop=kop_instansi(instansi),
        kertas=replace(kertas_instansi(instansi), kiri=20, kanan=15),
        judul=Judul(f"LAPORAN KINERJA HARIAN\nBULAN {bulan_tahun(b.bulan).upper()}"),
        isi=tuple(isi),
        ttd=_tanda_tangan(b, f"{instansi.kota}, {tanggal_panjang(kini.date())}"),
        kaki=f"Dicetak {tanggal_pendek(kini)} {jam(kini)} oleh {oleh.nama}",
    )
    return gambar_surat(surat, judul=f"Laporan kinerja {bulan_tahun(b.bulan)}")


def _tabel(b: BulanOrang, kegiatan: Sequence) -> Tabel:
    baris = []
    for n, k in enumerate(kegiatan, 1):
        uraian = f"{k.kegiatan}\n{k.target.uraian}" if k.target else k.kegiatan
        baris.append(
            (str(n), tanggal_pendek(k.tanggal), uraian, f"{k.jumlah} {k.satuan}", str(k.menit), k.get_status_display())
        )
    jumlah = ("", "", "Jumlah", "", ribuan(sum(k.menit for k in kegiatan)), "")
    return Tabel(KOLOM, tuple(baris), jumlah)


def _tabel_target(b: BulanOrang) -> Tabel:
    baris = tuple(
        (
            t.target or "Di luar target",
            str(t.kegiatan),
            f"{ribuan(t.jumlah)} {t.satuan}" if t.target else "",
            ribuan(t.menit),
        )
        for t in b.target
    )
    return Tabel(KOLOM_TARGET, baris)


def _penilaian(b: BulanOrang) -> Isian | Paragraf:
    n = b.penilaian
    if n is None:
        return Paragraf("Bulan ini belum dinilai.", rata="kiri")
    baris = [
        ("Hasil kerja", n.get_hasil_display()),
        ("Perilaku kerja", n.get_perilaku_display()),
        ("Predikat", n.get_predikat_display()),
    ]
    if n.catatan:
        baris.append(("Umpan balik", n.catatan))
    baris.append(("e-Kinerja BKN", n.rujukan_ekinerja or "belum dicatat; nilai resmi ada di e-Kinerja BKN"))
    return Isian(tuple(baris))


def _tanda_tangan(b: BulanOrang, tempat_tanggal: str) -> tuple[TandaTangan, ...]:
    pegawai = tanda_tangan(b.pegawai, tempat_tanggal, sebagai=("Pegawai,",))
    return (tanda_tangan(b.atasan, " ", sebagai=("Atasan langsung,",)), pegawai) if b.atasan else (pegawai,)


def rekap_pdf(baris: Sequence[BarisRekap], bulan: dt.date, unit: UnitKerja | None, oleh: Pengguna) -> bytes:
    """The recap of a month, lying, signed by whoever heads the reader's unit. Out: PDF bytes."""
    return daftar_pdf(
        judul=f"Rekap kinerja harian pegawai\n{unit.nama + ', ' if unit else ''}bulan {bulan_tahun(bulan)}",
        kolom=KOLOM_REKAP,
        baris=[
            (
                str(n),
                f"{b.pegawai.nama}\n{b.pegawai.nip_tampil}".strip(),
                f"{b.pegawai.jabatan}\n{b.pegawai.unit.nama}",
                f"{b.hari_terisi} / {b.hari_kerja}",
                str(b.kegiatan),
                ribuan(b.menit),
                str(b.menunggu),
                b.penilaian.get_predikat_display() if b.penilaian else "",
                b.penilaian.rujukan_ekinerja if b.penilaian else "",
            )
            for n, b in enumerate(baris, 1)
        ],
        oleh=oleh,
        pengantar="Nilai resmi kinerja pegawai ada di e-Kinerja BKN."
        if baris
        else "Tidak ada pegawai dalam kewenangan Anda.",
    )

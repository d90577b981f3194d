"""Lists of the archive on paper, and who signs them."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from inti.documents import Judul, Kolom, Paragraf, Surat, Tabel, TandaTangan, gambar_surat
from inti.formats import jam, tanggal_panjang, tanggal_pendek
from inti.models import Instansi, Pengguna
from inti.queries.kantor import kertas_instansi, kop_instansi
from kepegawaian.models import Pegawai
from kepegawaian.queries.pejabat import pejabat_untuk


def tanda_tangan(pejabat: Pegawai, tempat_tanggal: str = "") -> TandaTangan:
    """An official's block; a rank for those who have one."""
    jabatan = f"{pejabat.jabatan},"
    return TandaTangan(
        jabatan=(pejabat.atas_nama, jabatan) if pejabat.atas_nama else (jabatan,),
        nama=pejabat.nama,
        pangkat=pejabat.pangkat_surat,
        nip=pejabat.nip_tampil,
        tempat_tanggal=tempat_tanggal,
    )


def daftar_pdf(
    *,
    judul: str,
    kolom: Sequence[Kolom],
    baris: Sequence[Sequence[str]],
    oleh: Pengguna,
    pengantar: str = "",
    jumlah: Sequence[str] | None = None,
) -> bytes:
    """A list as PDF, signed by whoever heads the reader's unit."""
    instansi, kini = Instansi.kini(), timezone.localtime()
    pejabat = pejabat_untuk(oleh)
    tempat = f"{instansi.kota}, {tanggal_panjang(kini.date())}"
    return gambar_surat(
        Surat(
            kop=kop_instansi(instansi),
            kertas=kertas_instansi(instansi),
            judul=Judul(judul.upper()),
            isi=(
                *([Paragraf(pengantar, rata="kiri")] if pengantar else []),
                Tabel(tuple(kolom), tuple(tuple(b) for b in baris), tuple(jumlah) if jumlah else None),
            ),
            ttd=(tanda_tangan(pejabat, tempat),) if pejabat is not None else (),
            kaki=f"Dicetak {tanggal_pendek(kini)} {jam(kini)} oleh {oleh.nama}",
        ),
        judul=judul,
    )

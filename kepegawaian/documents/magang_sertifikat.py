"""The certificate of a finished internship, its marks on the back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from inti.documents import (
    VERSI_TATA_LETAK,
    Sertifikat,
    gambar_sertifikat,
    sertifikat_dari_data,
    sertifikat_ke_data,
)
from inti.formats import tanggal_panjang
from inti.models import Instansi
from inti.queries.kantor import kop_instansi, qr_periksa
from inti.services.dokumen import DataDokumen
from kepegawaian.documents.magang import skala_kalimat, tabel_nilai
from kepegawaian.documents.tanda_tangan import tanda_tangan
from kepegawaian.models import Pegawai, PenilaianMagang, PesertaMagang
from kepegawaian.rules.magang import angka

JENIS = "kepegawaian.magang-sertifikat"
TATA_LETAK = f"sertifikat-{VERSI_TATA_LETAK}"


def data_sertifikat(nomor: str, tanggal: dt.date, pegawai: Pegawai) -> DataDokumen:
    """What the certificate says of itself on the page that verifies it: nothing about its holder."""
    return DataDokumen(JENIS, "Sertifikat magang", nomor, tanggal, f"{pegawai.nama}, {pegawai.jabatan}")


def gambar(snapshot: Sequence[dict[str, Any]], *, kaki: Sequence[str]) -> bytes:
    """Certificates of snapshots in one PDF, each with its footer."""
    return gambar_sertifikat([sertifikat_dari_data(s) for s in snapshot], judul="Sertifikat magang", kaki=list(kaki))


def snapshot_sertifikat(
    *, peserta: PesertaMagang, nilai: PenilaianMagang, nomor: str, tanggal: dt.date, pegawai: Pegawai, kode: str
) -> dict[str, Any]:
    """The certificate as immutable data."""
    instansi = Instansi.kini()
    bagian = list(
        dict.fromkeys(peserta.penempatan.hidup().order_by("mulai", "id").values_list("unit__nama", flat=True))
    )
    sertifikat = Sertifikat(
        kop=kop_instansi(instansi),
        judul="Sertifikat",
        nomor=nomor,
        nama=peserta.nama,
        keterangan=f"NIS/NIM {peserta.nomor_induk}, {peserta.jurusan}, {peserta.sekolah.nama}",
        uraian=(
            f"telah menyelesaikan magang di {instansi.nama} pada {_deret(bagian)}\n"
            f"tanggal {tanggal_panjang(peserta.mulai)} sampai {tanggal_panjang(peserta.sampai)} "
            f"dengan nilai {angka(nilai.akhir)} dan predikat"
        ),
        predikat=nilai.predikat,
        ttd=tanda_tangan(pegawai, f"{instansi.kota}, {tanggal_panjang(tanggal)}"),
        qr=qr_periksa(kode),
        warna=instansi.warna_aksen,
        judul_balik="Daftar nilai",
        balik=tabel_nilai(nilai),
        catatan_balik=f"Predikat {nilai.predikat}. {skala_kalimat(nilai)} Dasar: {nilai.aturan.dasar_hukum}.",
    )
    return sertifikat_ke_data(sertifikat)


def _deret(kata: Sequence[str]) -> str:
    """ "A", "A dan B", "A, B, dan C"."""
    if len(kata) < 2:
        return "".join(kata)
    return f"{', '.join(kata[:-1])}{',' if len(kata) > 2 else ''} dan {kata[-1]}"

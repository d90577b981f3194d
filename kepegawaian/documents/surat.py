"""Letters of the personnel desk: the KGB notice, and the list of papers that lack."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from inti.documents import (
    VERSI_TATA_LETAK,
    BlokNomor,
    Butir,
    Isian,
    Paragraf,
    Surat,
    Tujuan,
    gambar_surat,
    surat_dari_data,
    surat_ke_data,
)
from inti.formats import tanggal_panjang
from inti.models import Instansi
from inti.queries.kantor import kertas_instansi, kop_instansi, qr_periksa
from inti.services.dokumen import DataDokumen
from kepegawaian.models import Jenis, Pegawai
from kepegawaian.queries.tanda_tangan import tanda_tangan
from kepegawaian.rules.karier import Jatuh, masa_kerja

JENIS_KGB, JENIS_BERKAS = "kepegawaian.kgb", "kepegawaian.kurang-berkas"
TATA_LETAK = f"kepegawaian-{VERSI_TATA_LETAK}"
KLASIFIKASI = {JENIS_KGB: "800.1.10", JENIS_BERKAS: "800.1.6"}
HAL = {JENIS_KGB: "Pemberitahuan kenaikan gaji berkala", JENIS_BERKAS: "Permintaan kelengkapan berkas kepegawaian"}


def gambar(snapshot: Sequence[dict[str, Any]], *, kaki: Sequence[str]) -> bytes:
    """Letters of snapshots in one PDF, each with its footer."""
    return gambar_surat([surat_dari_data(s) for s in snapshot], judul="Surat kepegawaian", kaki=list(kaki))


def data_surat(jenis: str, nomor: str, tanggal: dt.date, pejabat: Pegawai) -> DataDokumen:
    """What the letter says of itself on the page that verifies it: nothing about the person."""
    return DataDokumen(
        jenis=jenis,
        judul=HAL[jenis],
        nomor=nomor,
        tanggal=tanggal,
        penandatangan=f"{pejabat.nama}, {pejabat.jabatan}",
    )


def _surat(
    jenis: str, nomor: str, kode: str, tanggal: dt.date, pejabat: Pegawai, tujuan: tuple[str, ...], isi: tuple[Any, ...],
    tembusan: tuple[str, ...], penutup: str,
) -> dict[str, Any]:  # fmt: skip
    instansi = Instansi.kini()
    return surat_ke_data(
        Surat(
            kop=kop_instansi(instansi),
            kertas=kertas_instansi(instansi),
            nomor=BlokNomor(
                nomor=nomor,
                hal=HAL[jenis],
                sifat="Biasa",
                lampiran="-",
                tempat_tanggal=f"{instansi.kota}, {tanggal_panjang(tanggal)}",
            ),
            tujuan=Tujuan(tujuan),
            isi=isi,
            penutup=penutup,
            ttd=(tanda_tangan(pejabat),),
            qr=qr_periksa(kode),
            tembusan=tembusan,
        )
    )


def snapshot_kgb(
    *, pegawai: Pegawai, jatuh: Jatuh, mulai: dt.date, pejabat: Pegawai, nomor: str, kode: str, tanggal: dt.date
) -> dict[str, Any]:
    """The KGB notice: from when, at which masa kerja, by which rule. The amount follows the pay table in force."""
    tahun, bulan = masa_kerja(mulai, jatuh.tanggal)
    golongan = "Golongan" if pegawai.jenis == Jenis.PPPK else "Pangkat, golongan/ruang"
    isi = (
        Paragraf(
            "Dengan ini diberitahukan bahwa berhubung telah dipenuhinya masa kerja golongan dan syarat lainnya, kepada:"
        ),
        Isian(
            (
                ("Nama", pegawai.nama),
                ("NIP", pegawai.nip_tampil),
                (golongan, pegawai.pangkat_tampil),
                ("Jabatan", pegawai.jabatan),
                ("Unit kerja", pegawai.unit.nama),
            )
        ),
        Paragraf("diberikan kenaikan gaji berkala dengan ketentuan sebagai berikut:"),
        Isian(
            (
                ("Masa kerja golongan", f"{tahun} tahun {bulan} bulan"),
                ("Terhitung mulai tanggal", tanggal_panjang(jatuh.tanggal)),
                ("Gaji pokok", "menurut tabel gaji yang berlaku pada tanggal tersebut"),
                ("Dasar", jatuh.dasar or jatuh.sebab),
            )
        ),
        Paragraf("Kenaikan gaji berkala berikutnya diberikan menurut masa kerja golongan dan ketentuan yang berlaku."),
    )
    return _surat(
        JENIS_KGB,
        nomor,
        kode,
        tanggal,
        pejabat,
        ("Kepala Badan Pengelolaan Keuangan dan Aset Daerah", f"di {Instansi.kini().kota}"),
        isi,
        ("Pegawai yang bersangkutan", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "Arsip"),
        "Demikian untuk dilaksanakan sebagaimana mestinya.",
    )


def snapshot_berkas(
    *,
    pegawai: Pegawai,
    kurang: Sequence[str],
    tenggat: dt.date,
    pejabat: Pegawai,
    nomor: str,
    kode: str,
    tanggal: dt.date,
) -> dict[str, Any]:
    """The list of papers that a person still owes the office."""
    isi = (
        Paragraf(
            "Berdasarkan pemeriksaan kelengkapan berkas kepegawaian, berkas Saudara berikut ini belum ada pada kami "
            "atau telah habis masa berlakunya:"
        ),
        Butir(tuple(kurang)),
        Paragraf(
            f"Saudara diminta menyerahkan pindaian dan memperlihatkan aslinya kepada pengelola kepegawaian "
            f"paling lambat tanggal {tanggal_panjang(tenggat)}."
        ),
    )
    return _surat(
        JENIS_BERKAS,
        nomor,
        kode,
        tanggal,
        pejabat,
        (f"Saudara {pegawai.nama}", pegawai.jabatan, f"pada {pegawai.unit.nama}"),
        isi,
        ("Arsip",),
        "Atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.",
    )

"""Wording of the recommendation, kept by the office among its templates; as delivered where it has none yet."""

from __future__ import annotations

from typing import Any

from dtks.models import JenisPermohonan

MASA = (
    "Surat ini berlaku {masa} hari sejak tanggal diterbitkan, sampai dengan {sampai}, dan digunakan hanya untuk keperluan "
    "tersebut. Penerbitannya tidak dipungut biaya."
)
BIDANG = (
    ("dasar", "Dasar: surat pengantar dan keterangan yang dilampirkan"),
    ("daftar_warga", "Tabel warga, pada baris sendiri"),
    ("pernyataan", "Yang tercatat dalam data terpadu pada hari itu"),
    ("masa", "Masa berlaku dalam hari, dengan huruf"),
    ("sampai", "Tanggal akhir masa berlaku"),
    ("desa", "Nama desa"),
)
KODE = {JenisPermohonan.REAKTIVASI: "dtks-reaktivasi", JenisPermohonan.PENGAJUAN_BARU: "dtks-pengajuan"}
_MAKSUD = {
    JenisPermohonan.REAKTIVASI: "pengaktifan kembali kepesertaan Penerima Bantuan Iuran Jaminan Kesehatan (PBI-JK)",
    JenisPermohonan.PENGAJUAN_BARU: "pengusulan sebagai peserta Penerima Bantuan Iuran Jaminan Kesehatan (PBI-JK)",
}
_HAL = {
    JenisPermohonan.REAKTIVASI: "Rekomendasi reaktivasi PBI-JK",
    JenisPermohonan.PENGAJUAN_BARU: "Rekomendasi pengajuan peserta PBI-JK",
}


def teks_bawaan(jenis: JenisPermohonan) -> dict[str, str]:
    """Texts of the letter as delivered, by field of a template."""
    return {
        "judul": "",
        "hal": _HAL[jenis],
        "isi": f"{{dasar}} kami merekomendasikan {_MAKSUD[jenis]} bagi warga berikut:\n\n{{daftar_warga}}\n\n"
        f"{{pernyataan}}\n\n{MASA}",
        "penutup": "Demikian, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.",
        "tembusan": "Kepala Desa {desa}\nArsip",
    }


def templat_surat() -> list[dict[str, Any]]:
    """Templates that the letter desk is given, to be reworded there."""
    return [
        {
            "kode": KODE[jenis],
            "nama": _HAL[jenis],
            "klasifikasi": "400.9",
            "sumber": "aplikasi",
            "bidang": [{"nama": n, "label": label, "jenis": "teks", "wajib": True} for n, label in BIDANG],
            **teks_bawaan(jenis),
        }
        for jenis in KODE
    ]

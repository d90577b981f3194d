"""Findings at the counter: stable codes, a sentence, what the citizen does next, and where.

Sources: Dinas Sosial Rembang 2022 (table 1.2: the three dominant reasons), Inpres 4/2025 (DTSEN), Permensos 3/2026.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Alasan:
    """A coded reason: `kalimat` for the page and the slip, `langkah` what to do, `tempat` where."""

    kode: str
    kalimat: str
    langkah: str = ""
    tempat: str = ""


SEMUA: dict[str, Alasan] = {
    a.kode: a
    for a in (
        Alasan(
            "SUDAH_TERDAFTAR",
            "Warga sudah terdaftar dalam data terpadu.",
            "Pengajuan baru tidak diperlukan. Bila kartu JKN nonaktif, ajukan reaktivasi lewat admin desa.",
            "Kantor desa/kelurahan",
        ),
        Alasan(
            "ID_DTKS_TIDAK_DICANTUMKAN",
            "ID-DTKS tidak tercantum pada surat pengantar desa.",
            "Loket melengkapi ID dari data terpadu; bila ID tidak ada di data, minta pengantar baru yang mencantumkannya.",
            "Loket ini, atau kantor desa/kelurahan",
        ),
        Alasan(
            "PERIODE_BELUM_DIBUKA",
            "Periode pengajuan baru belum dibuka.",
            "Datang kembali setelah periode dibuka, atau titipkan berkas kepada admin desa.",
            "Kantor desa/kelurahan",
        ),
        Alasan(
            "DESIL_DI_LUAR_SASARAN",
            "Desil keluarga di luar sasaran.",
            "Bila keadaan keluarga berubah, minta pemutakhiran data kepada admin desa. Desil ditetapkan pusat.",
            "Kantor desa/kelurahan",
        ),
        Alasan(
            "DATA_TIDAK_COCOK",
            "Data pada berkas tidak cocok dengan data terpadu.",
            "Perbaiki data kependudukan lebih dahulu, lalu kembali dengan KTP dan KK terbaru.",
            "Dinas Kependudukan dan Pencatatan Sipil",
        ),
        Alasan(
            "SURAT_FASKES_BELUM_ADA",
            "Surat keterangan membutuhkan layanan dari fasilitas kesehatan belum ada.",
            "Minta surat keterangan di puskesmas atau rumah sakit; admin desa boleh mengirimkannya.",
            "Puskesmas atau rumah sakit",
        ),
        Alasan(
            "DIKECUALIKAN",
            "Warga bertanda dikecualikan dalam data terpadu.",
            "Sanggahan diajukan lewat musyawarah desa, dengan bukti keadaan keluarga.",
            "Kantor desa/kelurahan",
        ),
        Alasan(
            "BERKAS_BELUM_LENGKAP",
            "Berkas belum lengkap.",
            "Lengkapi semua yang tertulis pada lembar kekurangan.",
            "Loket ini",
        ),
        Alasan(
            "PENGANTAR_BELUM_ADA",
            "Surat pengantar desa belum ada.",
            "Minta surat pengantar yang memuat nomor dan tanggal.",
            "Kantor desa/kelurahan",
        ),
        Alasan(
            "TIDAK_TERDAFTAR",
            "Warga tidak tercatat dalam data terpadu.",
            "Reaktivasi memerlukan data yang terdaftar. Layani sebagai pengajuan baru bila periodenya dibuka.",
            "Loket ini",
        ),
        Alasan(
            "ANGGOTA_TERHALANG",
            "Ada anggota lain yang tidak dapat dimohonkan.",
            "Lepaskan anggota itu dari permohonan di loket, atau tunggu sampai datanya diperbaiki.",
            "Loket ini",
        ),
        Alasan(
            "SURAT_TERLALU_LAMA",
            "Surat pendukung terlalu lama.",
            "Minta surat baru kepada yang menerbitkannya.",
            "Kantor desa/kelurahan atau fasilitas kesehatan",
        ),
        Alasan("UMUR_SURAT_BELUM_DIATUR", "Batas umur surat pendukung belum ditetapkan kantor."),
        Alasan("TERDAFTAR", "Terdaftar dalam data terpadu."),
        Alasan("BELUM_TERDAFTAR", "Belum tercatat dalam data terpadu."),
        Alasan("DESIL_SASARAN", "Desil keluarga termasuk sasaran."),
        Alasan(
            "DESIL_TIDAK_DIKETAHUI",
            "Desil keluarga belum ada dalam data.",
            "Periksa kembali setelah data triwulan berikut.",
            "Loket ini",
        ),
        Alasan("TIDAK_DIKECUALIKAN", "Tidak ada tanda pengecualian."),
        Alasan("PERIODE_DIBUKA", "Periode pengajuan baru sedang dibuka."),
        Alasan("PENGANTAR_ADA", "Surat pengantar desa ada."),
        Alasan("BERKAS_LENGKAP", "Semua berkas wajib ada."),
        Alasan("ID_DTKS_ADA", "ID-DTKS tercantum."),
    )
}

PENOLAKAN = (
    "SUDAH_TERDAFTAR",
    "ID_DTKS_TIDAK_DICANTUMKAN",
    "PERIODE_BELUM_DIBUKA",
    "DESIL_DI_LUAR_SASARAN",
    "DATA_TIDAK_COCOK",
    "SURAT_FASKES_BELUM_ADA",
    "DIKECUALIKAN",
    "BERKAS_BELUM_LENGKAP",
    "PENGANTAR_BELUM_ADA",
    "TIDAK_TERDAFTAR",
)
"""Codes with which a request may be refused."""

"""Every change of the staff files."""

from kepegawaian.services.aturan_awal import aturan_awal_isi
from kepegawaian.services.berkas import berkas_massal, berkas_tambah, berkas_ubah
from kepegawaian.services.karier import (
    fakta_buang,
    fakta_tambah,
    fakta_ubah,
    pegawai_segarkan,
    pegawai_terima,
)
from kepegawaian.services.kategori import kategori_tambah, kategori_ubah
from kepegawaian.services.orang import atasan_tetapkan, diri_ubah, keluarga_tambah, pegawai_ubah
from kepegawaian.services.surat import surat_berkas_terbitkan, surat_kgb_terbitkan, surat_pegawai_cetak

__all__ = [
    "atasan_tetapkan",
    "aturan_awal_isi",
    "berkas_massal",
    "berkas_tambah",
    "berkas_ubah",
    "diri_ubah",
    "fakta_buang",
    "fakta_tambah",
    "fakta_ubah",
    "kategori_tambah",
    "kategori_ubah",
    "keluarga_tambah",
    "pegawai_segarkan",
    "pegawai_terima",
    "pegawai_ubah",
    "surat_berkas_terbitkan",
    "surat_kgb_terbitkan",
    "surat_pegawai_cetak",
]

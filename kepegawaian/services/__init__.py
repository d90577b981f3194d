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
from kepegawaian.services.kinerja import (
    hari_ajukan,
    hari_salin,
    hari_simpan,
    kegiatan_alihkan,
    kegiatan_kembalikan,
    kegiatan_setujui,
    target_tambah,
    target_tutup,
    target_ubah,
)
from kepegawaian.services.kinerja_nilai import penilaian_beri
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
    "hari_ajukan",
    "hari_salin",
    "hari_simpan",
    "kategori_tambah",
    "kategori_ubah",
    "kegiatan_alihkan",
    "kegiatan_kembalikan",
    "kegiatan_setujui",
    "keluarga_tambah",
    "pegawai_segarkan",
    "pegawai_terima",
    "pegawai_ubah",
    "penilaian_beri",
    "surat_berkas_terbitkan",
    "surat_kgb_terbitkan",
    "surat_pegawai_cetak",
    "target_tambah",
    "target_tutup",
    "target_ubah",
]

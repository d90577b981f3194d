"""Every change of letters and archives. Upper apps import from here."""

from arsip.services.disposisi import (
    disposisi_baca,
    disposisi_ingatkan,
    disposisi_selesai,
    disposisi_tarik,
    disposisi_teruskan,
    instruksi_isi,
    surat_masuk_disposisikan,
    surat_masuk_lewatkan,
    surat_masuk_selesaikan,
)
from arsip.services.keluar import (
    surat_keluar_batalkan,
    surat_keluar_bukukan,
    surat_keluar_lampirkan,
    surat_keluar_terbitkan,
)
from arsip.services.klasifikasi import klasifikasi_tambah, klasifikasi_ubah, versi_klasifikasi_muat
from arsip.services.masuk import (
    surat_masuk_batalkan,
    surat_masuk_catat,
    surat_masuk_muat,
    surat_masuk_pindai,
    surat_masuk_ubah,
)

__all__ = [
    "disposisi_baca",
    "disposisi_ingatkan",
    "disposisi_selesai",
    "disposisi_tarik",
    "disposisi_teruskan",
    "instruksi_isi",
    "klasifikasi_tambah",
    "klasifikasi_ubah",
    "surat_keluar_batalkan",
    "surat_keluar_bukukan",
    "surat_keluar_lampirkan",
    "surat_keluar_terbitkan",
    "surat_masuk_batalkan",
    "surat_masuk_catat",
    "surat_masuk_disposisikan",
    "surat_masuk_lewatkan",
    "surat_masuk_muat",
    "surat_masuk_pindai",
    "surat_masuk_selesaikan",
    "surat_masuk_ubah",
    "versi_klasifikasi_muat",
]

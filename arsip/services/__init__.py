"""Every change of letters and archives. Upper apps import from here."""

from arsip.services.keluar import (
    surat_keluar_batalkan,
    surat_keluar_bukukan,
    surat_keluar_lampirkan,
    surat_keluar_terbitkan,
)
from arsip.services.klasifikasi import klasifikasi_tambah, klasifikasi_ubah, versi_klasifikasi_muat

__all__ = [
    "klasifikasi_tambah",
    "klasifikasi_ubah",
    "surat_keluar_batalkan",
    "surat_keluar_bukukan",
    "surat_keluar_lampirkan",
    "surat_keluar_terbitkan",
    "versi_klasifikasi_muat",
]

"""Tables of letters and archives."""

from arsip.models.disposisi import Disposisi, InstruksiDisposisi
from arsip.models.keluar import SuratKeluar
from arsip.models.klasifikasi import Klasifikasi, VersiKlasifikasi
from arsip.models.masuk import SuratMasuk
from arsip.models.pilihan import TERTUTUP, Keamanan, Kecepatan

__all__ = [
    "TERTUTUP",
    "Disposisi",
    "InstruksiDisposisi",
    "Keamanan",
    "Kecepatan",
    "Klasifikasi",
    "SuratKeluar",
    "SuratMasuk",
    "VersiKlasifikasi",
]

"""Tables of letters and archives."""

from arsip.models.keluar import SuratKeluar
from arsip.models.klasifikasi import Klasifikasi, VersiKlasifikasi
from arsip.models.pilihan import TERTUTUP, Keamanan, Kecepatan

__all__ = ["TERTUTUP", "Keamanan", "Kecepatan", "Klasifikasi", "SuratKeluar", "VersiKlasifikasi"]

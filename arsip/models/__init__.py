"""Tables of letters and archives."""

from arsip.models.boks import Boks
from arsip.models.jra import JadwalRetensi, ParameterArsip
from arsip.models.keluar import SuratKeluar
from arsip.models.klasifikasi import Klasifikasi, VersiKlasifikasi
from arsip.models.opname import Opname, TemuanOpname
from arsip.models.pemusnahan import AnggotaPanitia, ButirPemusnahan, Pemusnahan, SaksiPemusnahan
from arsip.models.pilihan import TERTUTUP, Keamanan, Kecepatan
from arsip.models.pinjam import Peminjaman
from arsip.models.rekam import BerkasArsip, JenisArsip, PindaianArsip

__all__ = [
    "TERTUTUP",
    "AnggotaPanitia",
    "BerkasArsip",
    "Boks",
    "ButirPemusnahan",
    "JadwalRetensi",
    "JenisArsip",
    "Keamanan",
    "Kecepatan",
    "Klasifikasi",
    "Opname",
    "ParameterArsip",
    "Peminjaman",
    "Pemusnahan",
    "PindaianArsip",
    "SaksiPemusnahan",
    "SuratKeluar",
    "TemuanOpname",
    "VersiKlasifikasi",
]

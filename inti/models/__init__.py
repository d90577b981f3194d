"""Tables of the kernel, by subject."""

from inti.models.berkas import BerkasTersimpan, Cetakan, Dokumen, Nomor, SeriNomor
from inti.models.dasar import Kueri, Rekam, Riwayat
from inti.models.kantor import Instansi, Perusahaan, UnitKerja, Wilayah
from inti.models.kerja import Pemberitahuan, TampilanTersimpan, Tugas
from inti.models.pengguna import Pengguna, Sesi
from inti.models.perubahan import JejakBaca, Perubahan

__all__ = [
    "BerkasTersimpan",
    "Cetakan",
    "Dokumen",
    "Instansi",
    "JejakBaca",
    "Kueri",
    "Nomor",
    "Pemberitahuan",
    "Pengguna",
    "Perubahan",
    "Perusahaan",
    "Rekam",
    "Riwayat",
    "SeriNomor",
    "Sesi",
    "TampilanTersimpan",
    "Tugas",
    "UnitKerja",
    "Wilayah",
]

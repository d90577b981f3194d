"""Tables of the kernel, by subject."""

from inti.models.berkas import BerkasTersimpan, Cetakan, Dokumen, Nomor, SeriNomor
from inti.models.bertanggal import Bertanggal, BertanggalKueri, Tanda
from inti.models.dasar import Kueri, Rekam, Riwayat
from inti.models.impor import BatchImpor, NilaiLama
from inti.models.kalender import HariLibur
from inti.models.kantor import Instansi, Perusahaan, UnitKerja, Wilayah
from inti.models.kerja import DetakPekerja, Pemberitahuan, Percobaan, TampilanTersimpan, Tugas
from inti.models.pengguna import Pengguna, Sesi
from inti.models.perubahan import JejakBaca, Perubahan
from inti.models.privasi import AlarmBaca, Insiden, PermintaanSubjek
from inti.models.segel import Segel, SegelBagian
from inti.models.tempat import Tempat
from inti.models.usulan import Usulan

__all__ = [
    "AlarmBaca",
    "BatchImpor",
    "BerkasTersimpan",
    "Bertanggal",
    "BertanggalKueri",
    "Cetakan",
    "DetakPekerja",
    "Dokumen",
    "HariLibur",
    "Insiden",
    "Instansi",
    "JejakBaca",
    "Kueri",
    "NilaiLama",
    "Nomor",
    "Pemberitahuan",
    "Pengguna",
    "Percobaan",
    "PermintaanSubjek",
    "Perubahan",
    "Perusahaan",
    "Rekam",
    "Riwayat",
    "Segel",
    "SegelBagian",
    "SeriNomor",
    "Sesi",
    "TampilanTersimpan",
    "Tanda",
    "Tempat",
    "Tugas",
    "UnitKerja",
    "Usulan",
    "Wilayah",
]

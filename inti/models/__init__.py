"""Tables of the kernel, by subject."""

from inti.models.alur import BerAlur, JedaPegangan, Pegangan
from inti.models.aplikasi import AplikasiAktif
from inti.models.berkas import BerkasTersimpan, Cetakan, Dokumen, Nomor, SeriNomor
from inti.models.bertanggal import Bertanggal, BertanggalKueri, Tanda
from inti.models.dasar import Kueri, Rekam, Riwayat
from inti.models.impor import BatchImpor, NilaiLama, PetaJudul
from inti.models.kalender import HariLibur
from inti.models.kantor import Instansi, UnitKerja, Wilayah
from inti.models.keadaan import BerKeadaan, Bertanda
from inti.models.kerja import ButirTugas, DetakPekerja, Pemberitahuan, Percobaan, TampilanTersimpan, Tugas
from inti.models.lingkup import Lingkup
from inti.models.pengguna import Pengguna, Sesi
from inti.models.perubahan import JejakBaca, Perubahan
from inti.models.perusahaan import Perusahaan
from inti.models.pos import PosKeluar
from inti.models.privasi import AlarmBaca, Insiden, PermintaanSubjek
from inti.models.segel import Segel, SegelBagian
from inti.models.survei import TanpaIdentitas, TokenSurvei
from inti.models.tempat import Tempat
from inti.models.usulan import Usulan

__all__ = [
    "AlarmBaca",
    "AplikasiAktif",
    "BatchImpor",
    "BerAlur",
    "BerKeadaan",
    "BerkasTersimpan",
    "Bertanda",
    "Bertanggal",
    "BertanggalKueri",
    "ButirTugas",
    "Cetakan",
    "DetakPekerja",
    "Dokumen",
    "HariLibur",
    "Insiden",
    "Instansi",
    "JedaPegangan",
    "JejakBaca",
    "Kueri",
    "Lingkup",
    "NilaiLama",
    "Nomor",
    "Pegangan",
    "Pemberitahuan",
    "Pengguna",
    "Percobaan",
    "PermintaanSubjek",
    "Perubahan",
    "Perusahaan",
    "PetaJudul",
    "PosKeluar",
    "Rekam",
    "Riwayat",
    "Segel",
    "SegelBagian",
    "SeriNomor",
    "Sesi",
    "TampilanTersimpan",
    "Tanda",
    "TanpaIdentitas",
    "Tempat",
    "TokenSurvei",
    "Tugas",
    "UnitKerja",
    "Usulan",
    "Wilayah",
]

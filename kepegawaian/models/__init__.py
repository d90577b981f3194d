"""Tables of the staff files."""

from kepegawaian.models.aturan import AturanKepegawaian, Formasi
from kepegawaian.models.aturan_cuti import AturanCuti, JenisCuti, SaldoAwalCuti
from kepegawaian.models.berkas import BerkasPegawai, KategoriBerkas, SyaratBerkas
from kepegawaian.models.cuti import PengajuanCuti
from kepegawaian.models.karier import (
    AtasanKhusus,
    DiklatPegawai,
    Fakta,
    GajiBerkala,
    HukumanPegawai,
    JabatanPegawai,
    KeluargaPegawai,
    PangkatPegawai,
    PendidikanPegawai,
    PenghargaanPegawai,
    StatusPegawai,
)
from kepegawaian.models.kinerja import KegiatanHarian, PenilaianBulanan, TargetKinerja
from kepegawaian.models.magang import Penempatan, PesertaMagang, Sekolah
from kepegawaian.models.magang_harian import CatatanHarian, KehadiranMagang, KetentuanHari
from kepegawaian.models.magang_nilai import AturanNilai, KomponenNilai, PenilaianMagang, SkalaNilai
from kepegawaian.models.pegawai import Pegawai, PegawaiKueri
from kepegawaian.models.pilihan import (
    GOLONGAN_URUT,
    JAUH,
    PANGKAT_URUT,
    TINGKAT_URUT,
    Jenis,
    JenisJabatan,
    Jenjang,
    Keadaan,
    Kelamin,
    Pangkat,
    Sebagai,
    Tingkat,
)
from kepegawaian.models.surat import SuratPegawai

__all__ = [
    "GOLONGAN_URUT",
    "JAUH",
    "PANGKAT_URUT",
    "TINGKAT_URUT",
    "AtasanKhusus",
    "AturanCuti",
    "AturanKepegawaian",
    "AturanNilai",
    "BerkasPegawai",
    "CatatanHarian",
    "DiklatPegawai",
    "Fakta",
    "Formasi",
    "GajiBerkala",
    "HukumanPegawai",
    "JabatanPegawai",
    "Jenis",
    "JenisCuti",
    "JenisJabatan",
    "Jenjang",
    "KategoriBerkas",
    "Keadaan",
    "KegiatanHarian",
    "KehadiranMagang",
    "Kelamin",
    "KeluargaPegawai",
    "KetentuanHari",
    "KomponenNilai",
    "Pangkat",
    "PangkatPegawai",
    "Pegawai",
    "PegawaiKueri",
    "PendidikanPegawai",
    "Penempatan",
    "PengajuanCuti",
    "PenghargaanPegawai",
    "PenilaianBulanan",
    "PenilaianMagang",
    "PesertaMagang",
    "SaldoAwalCuti",
    "Sebagai",
    "Sekolah",
    "SkalaNilai",
    "StatusPegawai",
    "SuratPegawai",
    "SyaratBerkas",
    "TargetKinerja",
    "Tingkat",
]

"""Tables of the staff files."""

from kepegawaian.models.aturan import AturanKepegawaian, Formasi
from kepegawaian.models.berkas import BerkasPegawai, KategoriBerkas, SyaratBerkas
from kepegawaian.models.karier import (
    AtasanKhusus,
    DiklatPegawai,
    Fakta,
    FaktaKueri,
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
    "AturanKepegawaian",
    "BerkasPegawai",
    "DiklatPegawai",
    "Fakta",
    "FaktaKueri",
    "Formasi",
    "GajiBerkala",
    "HukumanPegawai",
    "JabatanPegawai",
    "Jenis",
    "JenisJabatan",
    "Jenjang",
    "KategoriBerkas",
    "Keadaan",
    "KegiatanHarian",
    "Kelamin",
    "KeluargaPegawai",
    "Pangkat",
    "PangkatPegawai",
    "Pegawai",
    "PegawaiKueri",
    "PendidikanPegawai",
    "PenghargaanPegawai",
    "PenilaianBulanan",
    "Sebagai",
    "StatusPegawai",
    "SuratPegawai",
    "SyaratBerkas",
    "TargetKinerja",
    "Tingkat",
]

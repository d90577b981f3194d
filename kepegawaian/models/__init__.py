"""Tables of the staff files."""

from kepegawaian.models.magang import Penempatan, PesertaMagang, Sekolah
from kepegawaian.models.magang_harian import CatatanHarian, KehadiranMagang, KetentuanHari
from kepegawaian.models.magang_nilai import AturanNilai, KomponenNilai, PenilaianMagang, SkalaNilai
from kepegawaian.models.pegawai import Pangkat, Pegawai, PegawaiKueri

__all__ = [
    "AturanNilai",
    "CatatanHarian",
    "KehadiranMagang",
    "KetentuanHari",
    "KomponenNilai",
    "Pangkat",
    "Pegawai",
    "PegawaiKueri",
    "Penempatan",
    "PenilaianMagang",
    "PesertaMagang",
    "Sekolah",
    "SkalaNilai",
]

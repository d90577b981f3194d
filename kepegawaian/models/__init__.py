"""Tables of the staff files."""

from kepegawaian.models.pegawai import Pangkat, Pegawai, PegawaiKueri

__all__ = ["Pangkat", "Pegawai", "PegawaiKueri"]

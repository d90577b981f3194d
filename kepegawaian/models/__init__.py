"""Tables of the staff files."""

from kepegawaian.models.cuti import AturanCuti, JenisCuti, PengajuanCuti, SaldoAwalCuti
from kepegawaian.models.pegawai import Pangkat, Pegawai, PegawaiKueri

__all__ = ["AturanCuti", "JenisCuti", "Pangkat", "Pegawai", "PegawaiKueri", "PengajuanCuti", "SaldoAwalCuti"]

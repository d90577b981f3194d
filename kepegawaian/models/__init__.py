"""Tables of the staff files."""

from kepegawaian.models.aturan_cuti import AturanCuti, JenisCuti, SaldoAwalCuti
from kepegawaian.models.cuti import PengajuanCuti
from kepegawaian.models.pegawai import Pangkat, Pegawai, PegawaiKueri

__all__ = ["AturanCuti", "JenisCuti", "Pangkat", "Pegawai", "PegawaiKueri", "PengajuanCuti", "SaldoAwalCuti"]

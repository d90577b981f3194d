"""Tables of the social registry and of the counter."""

from dtks.models.aturan import AturanLayanan, JenisPermohonan, PeriodePengajuan, SyaratBerkas
from dtks.models.layanan import (
    AnggotaPermohonan,
    BerkasPermohonan,
    Kunjungan,
    Pemeriksaan,
    Permohonan,
    SuratRekomendasi,
)
from dtks.models.registri import Individu, KeadaanPeriode, Keluarga, TinjauGanda

__all__ = [
    "AnggotaPermohonan",
    "AturanLayanan",
    "BerkasPermohonan",
    "Individu",
    "JenisPermohonan",
    "KeadaanPeriode",
    "Keluarga",
    "Kunjungan",
    "Pemeriksaan",
    "PeriodePengajuan",
    "Permohonan",
    "SuratRekomendasi",
    "SyaratBerkas",
    "TinjauGanda",
]

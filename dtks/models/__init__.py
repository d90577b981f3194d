"""Tables of the social registry and of the counter."""

from dtks.models.antrean import Layar, Meja, Tiket
from dtks.models.aturan import AturanLayanan, JamLayanan, JenisPermohonan, PeriodePengajuan, SyaratBerkas
from dtks.models.ganda import NikBermasalah, Penggabungan
from dtks.models.layanan import (
    AnggotaPermohonan,
    BerkasPermohonan,
    Kunjungan,
    Pemeriksaan,
    Permohonan,
    SuratRekomendasi,
)
from dtks.models.privasi import Pembatasan
from dtks.models.registri import Individu, KeadaanPeriode, Keluarga, TinjauGanda
from dtks.models.sekaligus import Sekaligus, SekaligusBaris

__all__ = [
    "AnggotaPermohonan",
    "AturanLayanan",
    "BerkasPermohonan",
    "Individu",
    "JamLayanan",
    "JenisPermohonan",
    "KeadaanPeriode",
    "Keluarga",
    "Kunjungan",
    "Layar",
    "Meja",
    "NikBermasalah",
    "Pembatasan",
    "Pemeriksaan",
    "Penggabungan",
    "PeriodePengajuan",
    "Permohonan",
    "Sekaligus",
    "SekaligusBaris",
    "SuratRekomendasi",
    "SyaratBerkas",
    "Tiket",
    "TinjauGanda",
]

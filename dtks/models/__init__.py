"""Tables of the social registry and of the counter."""

from dtks.models.antrean import Layar, Meja, Tiket
from dtks.models.aturan import AturanLayanan, JamLayanan, JenisPermohonan, PeriodePengajuan, SyaratBerkas
from dtks.models.ganda import NikBermasalah, Penggabungan
from dtks.models.intervensi import RencanaIntervensi, SasaranIntervensi
from dtks.models.layanan import (
    AnggotaPermohonan,
    BerkasPermohonan,
    Kunjungan,
    Pemeriksaan,
    Permohonan,
)
from dtks.models.privasi import Pembatasan
from dtks.models.puspaga import Konseling, SesiKonseling
from dtks.models.registri import Individu, KeadaanPeriode, Keluarga, TinjauGanda
from dtks.models.sekaligus import Sekaligus, SekaligusBaris
from dtks.models.surat import SuratRekomendasi

__all__ = [
    "AnggotaPermohonan",
    "AturanLayanan",
    "BerkasPermohonan",
    "Individu",
    "JamLayanan",
    "JenisPermohonan",
    "KeadaanPeriode",
    "Keluarga",
    "Konseling",
    "Kunjungan",
    "Layar",
    "Meja",
    "NikBermasalah",
    "Pembatasan",
    "Pemeriksaan",
    "Penggabungan",
    "PeriodePengajuan",
    "Permohonan",
    "RencanaIntervensi",
    "SasaranIntervensi",
    "Sekaligus",
    "SekaligusBaris",
    "SesiKonseling",
    "SuratRekomendasi",
    "SyaratBerkas",
    "Tiket",
    "TinjauGanda",
]

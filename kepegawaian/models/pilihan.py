"""Fixed words of personnel law: kinds of staff, ranks, posts, education. What changes by date is data (`AturanKepegawaian`)."""

from __future__ import annotations

import datetime as dt

from django.db import models

JAUH = dt.date(9999, 12, 31)  # "never" in a column that lists order by: such a column can't be empty


class Jenis(models.TextChoices):
    """Kinds of staff."""

    PNS = "PNS", "PNS"
    CPNS = "CPNS", "CPNS"
    PPPK = "PPPK", "PPPK"
    PPPK_PW = "PPPK_PW", "PPPK Paruh Waktu"
    NON_PNS = "NON_PNS", "Non-PNS/TKS"


class Keadaan(models.TextChoices):
    """Whether the person still works here, and if not, why not."""

    AKTIF = "aktif", "Aktif"
    PENSIUN = "pensiun", "Pensiun"
    BERHENTI = "berhenti", "Berhenti"
    PINDAH = "pindah", "Pindah instansi"
    MENINGGAL = "meninggal", "Meninggal dunia"


class Pangkat(models.TextChoices):
    """Ranks of PNS by golongan/ruang (PP 99/2000), lowest first."""

    I_A = "I/a", "Juru Muda"
    I_B = "I/b", "Juru Muda Tingkat I"
    I_C = "I/c", "Juru"
    I_D = "I/d", "Juru Tingkat I"
    II_A = "II/a", "Pengatur Muda"
    II_B = "II/b", "Pengatur Muda Tingkat I"
    II_C = "II/c", "Pengatur"
    II_D = "II/d", "Pengatur Tingkat I"
    III_A = "III/a", "Penata Muda"
    III_B = "III/b", "Penata Muda Tingkat I"
    III_C = "III/c", "Penata"
    III_D = "III/d", "Penata Tingkat I"
    IV_A = "IV/a", "Pembina"
    IV_B = "IV/b", "Pembina Tingkat I"
    IV_C = "IV/c", "Pembina Utama Muda"
    IV_D = "IV/d", "Pembina Utama Madya"
    IV_E = "IV/e", "Pembina Utama"


ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII")
GOLONGAN_PPPK = [(g, f"Golongan {g}") for g in ROMAWI]
"""Grades of PPPK (Perpres 98/2020): they have no pangkat, and a letter never prints one."""
PANGKAT_URUT = {kode: i for i, kode in enumerate(Pangkat.values)}
GOLONGAN_URUT = {kode: i for i, kode in enumerate(ROMAWI)}


class JenisJabatan(models.TextChoices):
    """Kinds of posts (UU 20/2023), highest first."""

    JPT = "jpt", "Pimpinan Tinggi"
    ADMINISTRATOR = "administrator", "Administrator"
    PENGAWAS = "pengawas", "Pengawas"
    FUNGSIONAL = "fungsional", "Fungsional"
    PELAKSANA = "pelaksana", "Pelaksana"


class Jenjang(models.TextChoices):
    """Levels of functional posts, highest first."""

    AHLI_UTAMA = "ahli_utama", "Ahli Utama"
    AHLI_MADYA = "ahli_madya", "Ahli Madya"
    AHLI_MUDA = "ahli_muda", "Ahli Muda"
    AHLI_PERTAMA = "ahli_pertama", "Ahli Pertama"
    PENYELIA = "penyelia", "Penyelia"
    MAHIR = "mahir", "Mahir"
    TERAMPIL = "terampil", "Terampil"
    PEMULA = "pemula", "Pemula"


class Tingkat(models.TextChoices):
    """Education, lowest first."""

    SD = "SD", "SD"
    SLTP = "SLTP", "SLTP"
    SLTA = "SLTA", "SLTA"
    D1 = "D1", "D-I"
    D2 = "D2", "D-II"
    D3 = "D3", "D-III"
    D4 = "D4", "D-IV"
    S1 = "S1", "S-1"
    S2 = "S2", "S-2"
    S3 = "S3", "S-3"


TINGKAT_URUT = {kode: i for i, kode in enumerate(Tingkat.values)}


class Kelamin(models.TextChoices):
    """Sex as in the civil registry."""

    L = "L", "Laki-laki"
    P = "P", "Perempuan"


class Sebagai(models.TextChoices):
    """How a post is held. Only a definitive one changes the person's own post."""

    DEFINITIF = "definitif", "Definitif"
    PLT = "plt", "Pelaksana Tugas (Plt.)"
    PLH = "plh", "Pelaksana Harian (Plh.)"

"""An intern with his account, his placements and the rules that he is marked by."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from inti.models import Pengguna, UnitKerja
from kepegawaian.models import AturanNilai, Pegawai, PesertaMagang, Sekolah
from kepegawaian.services import magang as services
from kepegawaian.services.magang_nilai import aturan_nilai_simpan

BOBOT = (("Disiplin", 20), ("Tanggung jawab", 25), ("Penyesuaian diri", 10), ("Hasil kerja", 30), ("Perilaku", 15))
SKALA = ((81, "Istimewa"), (71, "Baik sekali"), (66, "Baik"), (61, "Cukup Baik"), (56, "Cukup"), (0, "Kurang"))


@pytest.fixture
def sekolah(db: None) -> Sekolah:
    return Sekolah.objects.create(nama="SMK Bina Karya", pimpinan="Kepala SMK Bina Karya", kota="Wanasari")


@pytest.fixture
def pembimbing(penyelia: Pengguna) -> Pegawai:
    return Pegawai.objects.get(pengguna=penyelia)


@pytest.fixture
def isian(sekolah: Sekolah, pembimbing: Pegawai) -> dict[str, Any]:
    """An internship that began twenty days ago and has ten to go."""
    hari = timezone.localdate()
    return {
        "nama": "Arif Gunawan",
        "nomor_induk": "0041201",
        "jurusan": "Perkantoran",
        "sekolah": sekolah,
        "mulai": hari - dt.timedelta(days=20),
        "sampai": hari + dt.timedelta(days=10),
        "pembimbing": pembimbing,
        "nomor_permohonan": "421/7/2026",
    }


@pytest.fixture
def peserta(isian: dict[str, Any], unit: UnitKerja, penyelia: Pengguna, instansi: Any) -> PesertaMagang:
    """Running, with an account."""
    baru = services.magang_terima(isian=isian, unit=unit, oleh=penyelia)
    baru = services.magang_mulai(peserta=baru, oleh=penyelia)
    return services.akun_magang_buka(peserta=baru, username="arif", oleh=penyelia)


@pytest.fixture
def aturan(penyelia: Pengguna) -> AturanNilai:
    return aturan_nilai_simpan(
        berlaku_mulai=dt.date(2020, 1, 1),
        dasar="Pedoman",
        komponen=[(n, Decimal(b)) for n, b in BOBOT],
        skala=[(Decimal(d), p) for d, p in SKALA],
        oleh=penyelia,
    )

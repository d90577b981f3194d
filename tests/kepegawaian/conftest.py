"""Staff for leave: an office with its head, a head of division, and two people below him. An intern, with his marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from inti.models import Pengguna, UnitKerja
from kepegawaian.models import (
    AturanNilai,
    JabatanPegawai,
    Pegawai,
    PengajuanCuti,
    PesertaMagang,
    Sekolah,
    StatusPegawai,
)
from kepegawaian.services import cuti as services
from kepegawaian.services import magang as services_magang
from kepegawaian.services.aturan_cuti import aturan_cuti_isi
from kepegawaian.services.magang_nilai import aturan_nilai_simpan
from tests.kepegawaian.contoh_cuti import isian as isian_cuti


@pytest.fixture
def aturan_cuti(db: None) -> None:
    aturan_cuti_isi(oleh=None)


def _pegawai(pengguna: Pengguna, unit: UnitKerja, nip: str, jenis: str = "PNS", **lain: Any) -> Pegawai:
    return Pegawai.objects.create(
        nama=pengguna.nama, nip=nip, jenis=jenis, jabatan="Pengelola Data", unit=unit, pengguna=pengguna, **lain
    )


@pytest.fixture
def laras(staf: Pengguna, unit: UnitKerja, penyelia: Pengguna, pimpinan: Pengguna, aturan_cuti: None) -> Pegawai:
    """A PNS whose superior is the head of division and whose officer is the head of the office."""
    return _pegawai(staf, unit, "199006172015032003", pangkat="III/b")


@pytest.fixture
def rina(loket: Pengguna, unit: UnitKerja, penyelia: Pengguna, pimpinan: Pengguna, aturan_cuti: None) -> Pegawai:
    """A PPPK of the same unit."""
    return _pegawai(loket, unit, "199204282023212018", "PPPK")


@pytest.fixture
def cuti(laras: Pegawai, staf: Pengguna, instansi: Any) -> PengajuanCuti:
    return services.cuti_ajukan(isian=isian_cuti(), oleh=staf)


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
    baru = services_magang.magang_terima(isian=isian, unit=unit, oleh=penyelia)
    baru = services_magang.magang_mulai(peserta=baru, oleh=penyelia)
    return services_magang.akun_magang_buka(peserta=baru, username="arif", oleh=penyelia)


@pytest.fixture
def aturan(penyelia: Pengguna) -> AturanNilai:
    return aturan_nilai_simpan(
        berlaku_mulai=dt.date(2020, 1, 1),
        dasar="Pedoman",
        komponen=[(n, Decimal(b)) for n, b in BOBOT],
        skala=[(Decimal(d), p) for d, p in SKALA],
        oleh=penyelia,
    )


LAMA = dt.date(2020, 1, 1)


@pytest.fixture
def pegawai_baru(db: None) -> Callable[..., Pegawai]:
    """Somebody of a unit since 2020, with an account if one is given."""

    def buat(nama: str, unit: UnitKerja, pengguna: Pengguna | None = None, memimpin: bool = False) -> Pegawai:
        p = Pegawai.objects.create(
            nama=nama, jenis="NON_PNS", jabatan="Kepala" if memimpin else "Pelaksana", unit=unit, pengguna=pengguna,
            memimpin=memimpin,
        )  # fmt: skip
        StatusPegawai.objects.create(pegawai=p, tmt=LAMA, jenis="NON_PNS")
        jabat(p, unit, LAMA, memimpin=memimpin)
        return p

    return buat


def jabat(p: Pegawai, unit: UnitKerja, tmt: dt.date, **lain: Any) -> JabatanPegawai:
    """A posting from a day on."""
    return JabatanPegawai.objects.create(pegawai=p, unit=unit, tmt=tmt, nama="Jabatan", jenis="pelaksana", **lain)

"""Staff for leave: an office with its head, a head of division, and two people below him."""

from __future__ import annotations

from typing import Any

import pytest

from inti.models import Pengguna, UnitKerja
from kepegawaian.models import Pegawai, PengajuanCuti
from kepegawaian.services import cuti as services
from kepegawaian.services.aturan_cuti import aturan_cuti_isi
from tests.kepegawaian.contoh_cuti import isian


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
    return services.cuti_ajukan(isian=isian(), oleh=staf)

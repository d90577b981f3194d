"""Staff of the tests with careers: an office, two units with heads, and people below them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from inti.models import Pengguna, UnitKerja
from kepegawaian.models import JabatanPegawai, Pegawai, StatusPegawai

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

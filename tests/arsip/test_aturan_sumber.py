"""Pages of the dated rules of the archive."""

from __future__ import annotations

import datetime as dt
from typing import Any

from arsip.models import ParameterArsip
from arsip.queries.parameter import parameter
from inti.models import Pengguna
from inti.services.aturan import aturan_ganti, aturan_tambah
from tests.dtks.test_aturan import _Bertanggal

SIAPA = {"pemegang": "arsiparis", "pembaca": "penyelia", "asing": "loket"}
D = dt.date


class _TanpaSampah(_Bertanggal):
    siapa, sampah = SIAPA, False


class TestParameter(_TanpaSampah):
    model, depan = ParameterArsip, "/arsip/jra/parameter/"
    baru = {"kode": "lama_pinjam", "nilai": 14, "berlaku_mulai": "2025-01-01", "dasar_hukum": ""}
    ubahan = {"nilai": 10}

    def tampak(self, objek: Any) -> str:
        return "Lama pinjam (hari)"

    def test_the_number_of_the_day_else_what_the_program_brings(self, arsiparis: Pengguna) -> None:
        isian = {"kode": "lama_pinjam", "nilai": 14, "berlaku_mulai": D(2025, 1, 1)}
        satu = aturan_tambah(model="arsip.parameterarsip", isian=isian, oleh=arsiparis)
        aturan_ganti(objek=satu, isian={"nilai": 21, "berlaku_mulai": D(2026, 1, 1)}, oleh=arsiparis)
        hari = (D(2024, 12, 31), D(2025, 12, 31), D(2026, 1, 1))
        assert [parameter("lama_pinjam", h) for h in hari] == [7, 14, 21]
        assert [parameter("batas_arsip", h) for h in hari] == [7, 7, 7]

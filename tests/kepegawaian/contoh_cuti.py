"""Helpers of the tests of leave."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from inti.rules.kalender import tambah_hari_kerja
from kepegawaian.models import Pegawai
from kepegawaian.queries.cuti import saldo_pegawai


def mulai_depan(minggu: int = 2) -> dt.date:
    """A Monday some weeks on; never across a year's end, so that counts stay the same every day of the year."""
    hari = timezone.localdate() + dt.timedelta(weeks=minggu)
    senin = hari - dt.timedelta(days=hari.weekday())
    return senin if (senin + dt.timedelta(days=11)).year == senin.year else senin + dt.timedelta(weeks=3)


def isian(minggu: int = 2, n: int = 3, **ganti: Any) -> dict[str, Any]:
    mulai = mulai_depan(minggu)
    return {
        "jenis": "tahunan",
        "mulai": mulai,
        "sampai": tambah_hari_kerja(mulai, n - 1, ()) if n > 1 else mulai,
        "alasan": "Urusan keluarga",
        "alamat": "Jalan Kenanga 5",
        "telepon": "+6281200000001",
        "kelahiran_ke": None,
        "surat_jenis": "",
    } | ganti


def sisa(p: Pegawai, tahun: int) -> int:
    return saldo_pegawai([p], tahun)[p.pk][tahun].sisa

"""Spreadsheets of leave."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kepegawaian.columns.cuti import CutiColumns
from kepegawaian.models import PengajuanCuti
from kepegawaian.queries.saldo_unit import ekspor_saldo

__all__ = ["ekspor_cuti", "ekspor_saldo"]


def ekspor_cuti(pengguna: Any) -> tuple[list[str], Iterable[list[Any]]]:
    """All leave by id; `pengguna` narrows to his scope, None (the command) gives all."""
    kueri = PengajuanCuti.objects.hidup() if pengguna is None else PengajuanCuti.objects.all().untuk(pengguna)
    return CutiColumns.sumber(kueri.order_by("id"))

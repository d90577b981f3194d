"""Spreadsheets of interns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kepegawaian.columns.magang import PesertaColumns
from kepegawaian.models import PesertaMagang

Isi = tuple[list[str], Iterable[list[Any]]]


def ekspor_magang(pengguna: Any) -> Isi:
    """All interns by id; `pengguna` narrows to his scope, None (the command) gives all."""
    kueri = PesertaMagang.objects.hidup() if pengguna is None else PesertaMagang.objects.untuk(pengguna)
    return PesertaColumns.sumber(kueri.order_by("id"))

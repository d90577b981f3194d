"""Panels of the desk."""

from __future__ import annotations

from typing import Any

from arsip.queries.naskah import massal_menunggu, menunggu
from inti.models import Pengguna


def kartu_naskah(pengguna: Pengguna) -> dict[str, Any] | None:
    """What waits for one's initials or signature; no panel when nothing does."""
    naskah = list(menunggu(pengguna).select_related("konseptor").order_by("diubah_pada", "pk")[:5])
    massal = massal_menunggu(pengguna).count()
    return {"naskah": naskah, "massal": massal} if naskah or massal else None

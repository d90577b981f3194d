"""Panels of the desk."""

from __future__ import annotations

from typing import Any

from arsip.models import Naskah
from arsip.queries.naskah import massal_menunggu, menunggu
from inti.models import Pengguna


def kartu_naskah(pengguna: Pengguna) -> dict[str, Any] | None:
    """What waits for one's initials or signature, and one's own drafts that came back; no panel when nothing does."""
    naskah = list(menunggu(pengguna).select_related("konseptor").order_by("diubah_pada", "pk")[:5])
    massal = massal_menunggu(pengguna).count()
    kembali = list(
        Naskah.objects.hidup()
        .filter(konseptor=pengguna, status=Naskah.Status.KONSEP)
        .exclude(alasan_kembali="")
        .order_by("-diubah_pada", "pk")[:5]
    )
    isi = {"naskah": naskah, "massal": massal, "kembali": kembali}
    return isi if any(isi.values()) else None

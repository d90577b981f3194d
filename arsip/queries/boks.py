"""Boxes: which box a place belongs to, and what lies in one."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from arsip.models import BerkasArsip, Boks
from inti.models import Tempat


def jalur_atas(jalur: str) -> list[str]:
    """A place's path and those of all places above it."""
    potong = jalur.strip("/").split("/")
    return ["/".join(potong[:n]) + "/" for n in range(1, len(potong) + 1)]


def boks_dari(tempat: Iterable[Tempat | None], *, kunci: bool = False) -> list[Boks]:
    """Boxes in which these places lie (or which they are). `kunci` locks their rows until the act ends."""
    jalur = {j for t in tempat if t is not None for j in jalur_atas(t.jalur)}
    if not jalur:
        return []
    kueri = Boks.objects.hidup().filter(tempat__jalur__in=jalur).select_related("tempat").order_by("pk")
    return list(kueri.select_for_update(of=("self",)) if kunci else kueri)


def isi_boks(boks: Boks) -> QuerySet[BerkasArsip]:
    """Records of a box: in their fixed order once it is closed, else by kind and by code as people count."""
    kueri = BerkasArsip.objects.ada().di_dalam(boks.tempat.jalur).select_related("jenis", "tempat")
    if boks.status == Boks.Status.DITUTUP:
        return kueri.order_by("urut_boks", "pk")
    return kueri.order_by("jenis__urutan", "jenis_id", "urut_kode", "pk")

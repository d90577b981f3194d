"""How the system itself is doing: its checks."""

from __future__ import annotations

from inti.models import Tugas


def periksa_terakhir() -> Tugas | None:
    """The newest finished check of everything."""
    return Tugas.objects.filter(jenis="periksa", keadaan=Tugas.Keadaan.SELESAI).order_by("-selesai_pada").first()


def periksa_berjalan() -> Tugas | None:
    """A check that waits or runs."""
    jalan = [Tugas.Keadaan.ANTRE, Tugas.Keadaan.BERJALAN]
    return Tugas.objects.filter(jenis="periksa", keadaan__in=jalan).first()

"""Closed letters and records (Rahasia, Sangat Rahasia): what may not be said of them, and who may not propose them."""

from __future__ import annotations

from typing import Any

from arsip.models.pilihan import TERTUTUP, Keamanan
from inti.galat import AturanDilanggar
from inti.models import Pengguna


def tolak_usul_tertutup(keamanan: str, oleh: Pengguna | None) -> None:
    """A proposal is read by every supervisor of the unit and stays readable, so nothing closed is ever proposed.

    Raises AturanDilanggar(USUL_TERTUTUP) while an intern's call is tried.
    """
    if keamanan in TERTUTUP and getattr(oleh, "hanya_mengusul", False):
        raise AturanDilanggar(
            "USUL_TERTUTUP", "Yang bersifat rahasia tidak diusulkan.", "Serahkan kepada pegawai yang berwenang."
        )


def sebutan_hal(objek: Any) -> str:
    """The subject of a letter for a notice; of a closed one its nature alone, for notices outlive the right to read."""
    return f"surat {Keamanan(objek.keamanan).label.lower()}" if objek.keamanan in TERTUTUP else str(objek.hal)

"""The full-text index of the demonstration office."""

from __future__ import annotations

from arsip.services.indeks import indeks_segarkan


def isi_indeks() -> None:
    """Take in every record that the other parts made. Idempotent."""
    indeks_segarkan()

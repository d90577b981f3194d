"""The counter's persons, rules and requests for the attacks too."""

from tests.dtks.conftest import aturan, buat_permohonan, buat_warga, periksa, permohonan, surat, warga

__all__ = ["aturan", "buat_permohonan", "buat_warga", "periksa", "permohonan", "surat", "warga"]

"""How the system itself is doing, for the administrator's desk."""

from __future__ import annotations

from typing import Any

from inti.jobs import pekerja_hidup
from inti.models import BatchImpor, Nomor, Pengguna, Tugas


def kartu_sistem(pengguna: Pengguna) -> dict[str, Any]:
    """Accounts, workers, jobs that failed, numbers still reserved, and the newest imports. No case data."""
    return {
        "akun": Pengguna.objects.hidup().filter(is_active=True).count(),
        "pekerja": pekerja_hidup(),
        "gagal": Tugas.objects.filter(keadaan=Tugas.Keadaan.GAGAL).count(),
        "cadangan": Nomor.objects.filter(keadaan=Nomor.Keadaan.DICADANGKAN).count(),
        "impor": list(BatchImpor.objects.select_related("oleh")[:6]),
    }

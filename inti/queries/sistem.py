"""How the system itself is doing, for the administrator's desk."""

from __future__ import annotations

from typing import Any

from inti.jobs import pekerja_hidup
from inti.models import BatchImpor, Nomor, Pengguna, Tugas


def periksa_terakhir() -> Tugas | None:
    """The newest finished check of everything."""
    return Tugas.objects.filter(jenis="periksa", keadaan=Tugas.Keadaan.SELESAI).order_by("-selesai_pada").first()


def periksa_berjalan() -> Tugas | None:
    """A check that waits or runs."""
    jalan = [Tugas.Keadaan.ANTRE, Tugas.Keadaan.BERJALAN]
    return Tugas.objects.filter(jenis="periksa", keadaan__in=jalan).first()


def kartu_sistem(pengguna: Pengguna) -> dict[str, Any]:
    """Accounts, workers, jobs that failed, numbers still reserved, the newest imports and check. No case data."""
    periksa = periksa_terakhir()
    return {
        "periksa": periksa,
        "temuan": len(periksa.hasil["temuan"]) if periksa and periksa.hasil else 0,
        "akun": Pengguna.objects.hidup().filter(is_active=True).count(),
        "pekerja": pekerja_hidup(),
        "gagal": Tugas.objects.filter(keadaan=Tugas.Keadaan.GAGAL).count(),
        "cadangan": Nomor.objects.filter(keadaan=Nomor.Keadaan.DICADANGKAN).count(),
        "impor": list(BatchImpor.objects.select_related("oleh")[:6]),
    }

"""Background jobs: queued in the database, carried by django-tasks, kept alive by a lease of ours."""

from inti.jobs.jalan import Dibatalkan, Jalannya, SewaHilang
from inti.jobs.layanan import detak, pekerja_hidup, tuai, tugas_antrekan, tugas_batalkan, tugas_ulangi

__all__ = [
    "Dibatalkan",
    "Jalannya",
    "SewaHilang",
    "detak",
    "pekerja_hidup",
    "tuai",
    "tugas_antrekan",
    "tugas_batalkan",
    "tugas_ulangi",
]

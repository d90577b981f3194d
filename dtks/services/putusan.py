"""Opening a decision again: shared by the counter and by the letter that is sent back."""

from __future__ import annotations

from dtks.models import Permohonan
from dtks.services.ikatan import ikat
from inti.models import Pengguna
from inti.perubahan import perubahan


def buka_putusan(permohonan: Permohonan, oleh: Pengguna, alasan: str) -> Permohonan:
    """Let a request be mended and decided anew, within the act of a service. Raises as `ikatan_pastikan`."""
    with perubahan(permohonan, oleh=oleh, sebab=alasan) as segar:
        segar.buka_kembali()
        segar.diputus_oleh, segar.diputus_pada, segar.menyimpang = None, None, False
        segar.alasan, segar.catatan = "", ""
        ikat(segar)
    return segar

"""Work of the letter desk in the background."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.urls import reverse

from arsip.models import SuratMassal
from arsip.services.massal import massal_selesai, massal_terbitkan_sebagian
from inti.jobs.jalan import Dibatalkan, Jalannya
from inti.models import Pengguna

SEKALI = 20  # letters in one transaction: other clerks wait no longer than that


def surat_massal(jalannya: Jalannya, *, oleh: Pengguna, massal: int) -> dict[str, Any]:
    """Issue a batch in stretches, each an act of its own; what is issued already is passed, so a repeat goes on."""
    induk = SuratMassal.objects.get(pk=massal)
    tautan = {"tautan": reverse("arsip:suratmassal", args=[massal])}
    banyak = len(induk.baris)
    for awal in range(0, banyak, SEKALI):
        urut = list(range(awal, min(awal + SEKALI, banyak)))
        try:
            with transaction.atomic():
                jalannya.pastikan_milik()
                massal_terbitkan_sebagian(massal=induk, urut=urut, oleh=oleh)
            jalannya.maju(urut[-1] + 1, banyak, f"{urut[-1] + 1} surat terbit")
        except Dibatalkan:
            return {"ringkas": f"Dihentikan sesudah {awal} surat. Ulangi tugas ini untuk melanjutkan.", **tautan}
    with transaction.atomic():
        jalannya.pastikan_milik()
        if induk.status == SuratMassal.Status.DISETUJUI:
            massal_selesai(massal=induk, oleh=oleh)
    return {"ringkas": f"{banyak} surat terbit.", "banyak": banyak, **tautan}

"""Work of the letter desk in the background."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.urls import reverse

from arsip.models import SuratKeluar, SuratMassal
from arsip.services.massal import massal_selesai, massal_terbitkan_satu
from inti.jobs.butir import Butir, kerjakan_butir
from inti.jobs.jalan import Jalannya
from inti.models import Pengguna


def surat_massal(jalannya: Jalannya, *, oleh: Pengguna, massal: int) -> dict[str, Any]:
    """Issue a batch letter by letter, each an act of its own; what is issued already is passed, so a repeat goes on."""
    induk = SuratMassal.objects.get(pk=massal)
    semua = [Butir(str(n), str(b.get("tujuan", ""))[:160] or f"Surat {n + 1}", n) for n, b in enumerate(induk.baris)]

    def satu(n: int) -> SuratKeluar:
        return massal_terbitkan_satu(massal=induk, n=n, oleh=oleh)

    hasil = kerjakan_butir(jalannya, semua, satu, kata="surat terbit", berhenti_sesudah=5)
    if not hasil["ditolak"] and not hasil["belum"]:
        with transaction.atomic():
            jalannya.pastikan_milik()
            if induk.status == SuratMassal.Status.DISETUJUI:
                massal_selesai(massal=induk, oleh=oleh)
    return hasil | {"banyak": hasil["berhasil"], "tautan": reverse("arsip:suratmassal", args=[massal])}

"""Work in the background: each step its own transaction under the job's lease, so that a kill repeats nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.urls import reverse

from dtks.models import Sekaligus, SekaligusBaris, SuratRekomendasi
from dtks.queries.ganda import calon_bermasalah
from dtks.queries.sekaligus import surat_dari
from dtks.services.ganda import nik_kumpulkan
from dtks.services.sekaligus import sekaligus_catat_satu
from dtks.services.surat import surat_setujui
from inti.galat import AturanDilanggar
from inti.jobs.jalan import Dibatalkan, Jalannya
from inti.models import Pengguna


def sekaligus_terima(jalannya: Jalannya, *, oleh: Pengguna, sekaligus: int) -> dict[str, Any]:
    """Take the chosen lines of a list as requests. Out: how many were taken, how many could not, and where to look."""
    induk = Sekaligus.objects.get(pk=sekaligus)
    tunggu = list(induk.baris.filter(dipilih=True, permohonan__isnull=True))

    def satu(baris: SekaligusBaris) -> None:
        sekaligus_catat_satu(baris=baris, oleh=oleh)

    def gagal(baris: SekaligusBaris, galat: AturanDilanggar) -> None:
        SekaligusBaris.objects.filter(pk=baris.pk).update(pesan=galat.kalimat[:200])

    return _berurutan(jalannya, tunggu, satu, gagal, "permohonan dicatat") | {"tautan": induk.get_absolute_url()}


def sekaligus_setujui(jalannya: Jalannya, *, oleh: Pengguna, sekaligus: int) -> dict[str, Any]:
    """Approve the letters of a list that wait. Each for itself: one that can't be approved doesn't hold up the others."""
    induk = Sekaligus.objects.get(pk=sekaligus)
    tunggu = list(surat_dari(induk).filter(status=SuratRekomendasi.Status.MENUNGGU))

    def satu(surat: SuratRekomendasi) -> None:
        surat_setujui(surat=surat, oleh=oleh)

    def gagal(surat: SuratRekomendasi, galat: AturanDilanggar) -> None:
        SekaligusBaris.objects.filter(permohonan=surat.permohonan).update(pesan=galat.kalimat[:200])

    return _berurutan(jalannya, tunggu, satu, gagal, "surat disetujui") | {"tautan": induk.get_absolute_url()}


def _berurutan(
    jalannya: Jalannya,
    semua: list[Any],
    satu: Callable[[Any], None],
    gagal: Callable[[Any, AturanDilanggar], None],
    kata: str,
) -> dict[str, Any]:
    """Do `satu` for each, one transaction each; what the rules refuse goes to `gagal`; a cancel ends after a step."""
    berhasil = ditolak = 0
    for n, objek in enumerate(semua, 1):
        try:
            with transaction.atomic():
                jalannya.pastikan_milik()
                satu(objek)
            berhasil += 1
        except AturanDilanggar as galat:
            gagal(objek, galat)
            ditolak += 1
        except Dibatalkan:
            return {"ringkas": f"Dihentikan: {berhasil} {kata}, {len(semua) - n + 1} belum.", "berhasil": berhasil}
        jalannya.maju(n, len(semua), f"{berhasil} {kata}")
    return {"ringkas": f"{berhasil} {kata}, {ditolak} tidak dapat.", "berhasil": berhasil, "ditolak": ditolak}


def nik_kumpulkan_semua(jalannya: Jalannya, *, oleh: Pengguna, mulai: int = 0) -> dict[str, Any]:
    """Look through the registry for NIKs that contradict their person. Each stretch is an act of its own; a repeat
    finds its rows noted and adds none. Out: how many were noted and where to look.
    """
    dilihat = dicatat = 0
    kunci: int | None = mulai
    while kunci is not None:
        calon, kunci = calon_bermasalah(kunci, 5000)
        dilihat += 5000
        for awal in range(0, len(calon), 200):
            with transaction.atomic():
                jalannya.pastikan_milik()
                dicatat += len(nik_kumpulkan(individu=calon[awal : awal + 200], oleh=oleh))
        jalannya.maju(dilihat, pesan=f"{dilihat} orang diperiksa, {dicatat} dicatat")
    return {"ringkas": f"{dicatat} NIK dicatat.", "dicatat": dicatat, "tautan": reverse("dtks:nik_daftar")}

"""Work in the background: each step its own transaction under the job's lease, so that a kill repeats nothing."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.urls import reverse

from dtks.models import Permohonan, Sekaligus, SekaligusBaris, SuratRekomendasi
from dtks.queries.ganda import calon_bermasalah
from dtks.queries.sekaligus import surat_dari
from dtks.services.ganda import nik_kumpulkan
from dtks.services.sekaligus import sekaligus_catat_satu
from dtks.services.surat import surat_setujui
from inti.galat import AturanDilanggar
from inti.jobs.butir import butir_objek, kerjakan_butir
from inti.jobs.jalan import Jalannya
from inti.models import Pengguna

BERHENTI = 25  # refusals one after the other: then something is wrong with all of them


def sekaligus_terima(jalannya: Jalannya, *, oleh: Pengguna, sekaligus: int) -> dict[str, Any]:
    """Take the chosen lines of a list as requests. Out: how many were taken, how many could not, and where to look."""
    induk = Sekaligus.objects.get(pk=sekaligus)
    pilihan = induk.baris.filter(dipilih=True, permohonan__isnull=True).select_related("individu")
    tunggu = butir_objek(pilihan, lambda b: f"Baris {b.urutan}: {b.individu.nama if b.individu else 'tanpa data'}")

    def satu(baris: SekaligusBaris) -> Permohonan | None:
        return sekaligus_catat_satu(baris=baris, oleh=oleh).permohonan

    def gagal(baris: SekaligusBaris, galat: AturanDilanggar) -> None:
        SekaligusBaris.objects.filter(pk=baris.pk).update(pesan=galat.kalimat[:200])

    hasil = kerjakan_butir(jalannya, tunggu, satu, kata="permohonan dicatat", gagal=gagal, berhenti_sesudah=BERHENTI)
    return hasil | {"tautan": induk.get_absolute_url()}


def sekaligus_setujui(jalannya: Jalannya, *, oleh: Pengguna, sekaligus: int) -> dict[str, Any]:
    """Approve the letters of a list that wait. Each for itself: one that can't be approved doesn't hold up the others."""
    induk = Sekaligus.objects.get(pk=sekaligus)
    tunggu = butir_objek(surat_dari(induk).filter(status=SuratRekomendasi.Status.MENUNGGU), lambda s: s.pemohon)

    def satu(surat: SuratRekomendasi) -> SuratRekomendasi:
        return surat_setujui(surat=surat, oleh=oleh)

    def gagal(surat: SuratRekomendasi, galat: AturanDilanggar) -> None:
        SekaligusBaris.objects.filter(permohonan=surat.permohonan).update(pesan=galat.kalimat[:200])

    hasil = kerjakan_butir(jalannya, tunggu, satu, kata="surat disetujui", gagal=gagal, berhenti_sesudah=BERHENTI)
    return hasil | {"tautan": induk.get_absolute_url()}


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

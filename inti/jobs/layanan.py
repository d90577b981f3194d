"""Queueing, cancelling and repeating jobs; taking over those whose worker died."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django_tasks import task

from inti.galat import AturanDilanggar
from inti.jobs.jalan import jalankan, sewa_lepas
from inti.models import DetakPekerja, Pengguna, Tugas


@task()
def jalankan_tugas(tugas_id: str) -> None:
    """What django-tasks carries: the id of a job's row."""
    jalankan(tugas_id)


def tugas_antrekan(*, jenis: str, judul: str, argumen: dict[str, Any], oleh: Pengguna | None, jumlah: int = 0) -> Tugas:
    """Queue a job in the caller's transaction; a worker sees it when that commits."""
    with transaction.atomic():
        tugas = Tugas.objects.create(jenis=jenis, judul=judul[:160], argumen=argumen, oleh=oleh, jumlah=jumlah)
        jalankan_tugas.enqueue(str(tugas.pk))
    return tugas


def tugas_batalkan(*, tugas: Tugas) -> None:
    """Cancel: at once while it waits; while it runs, at its next step. A finished job stays as it is."""
    antre = Tugas.objects.filter(pk=tugas.pk, keadaan=Tugas.Keadaan.ANTRE)
    if not antre.update(keadaan=Tugas.Keadaan.DIBATALKAN, minta_batal=True, selesai_pada=timezone.now()):
        Tugas.objects.filter(pk=tugas.pk, keadaan=Tugas.Keadaan.BERJALAN).update(minta_batal=True)


def tugas_ulangi(*, tugas: Tugas) -> None:
    """Queue a failed or cancelled job again. Raises AturanDilanggar when it is neither."""
    with transaction.atomic():
        gagal = Tugas.objects.filter(pk=tugas.pk, keadaan__in=[Tugas.Keadaan.GAGAL, Tugas.Keadaan.DIBATALKAN])
        if not antrekan_lagi(gagal):
            raise AturanDilanggar("TUGAS_TIDAK_DAPAT_DIULANG", "Tugas ini tidak gagal.", "Muat ulang halaman.")


def antrekan_lagi(satu: QuerySet[Tugas]) -> int:
    """Put a job that ended back into the queue as if it had not run, within the caller's transaction. Out: 1, or 0."""
    kunci = list(satu.values_list("pk", flat=True))
    diubah = satu.update(
        keadaan=Tugas.Keadaan.ANTRE,
        percobaan=0,
        minta_batal=False,
        pesan="",
        hasil=None,
        selesai_pada=None,
        kemajuan=0,
    )
    for pk in kunci if diubah else ():
        jalankan_tugas.enqueue(str(pk))
    return diubah


def tuai() -> int:
    """Give jobs of dead workers to living ones; those that failed too often end as failed. Returns how many.

    A worker killed with SIGKILL leaves its row running for ever: nobody renews the lease, so it runs out.
    """
    kini = timezone.now()
    Tugas.objects.filter(sewa_lepas(kini), keadaan=Tugas.Keadaan.BERJALAN, percobaan__gte=F("paling_banyak")).update(
        keadaan=Tugas.Keadaan.GAGAL, selesai_pada=kini, pesan="Pekerja berhenti berkali-kali. Hubungi administrator."
    )
    lama = kini - dt.timedelta(seconds=settings.SEWA_TUGAS * 2)
    jumlah = 0
    with transaction.atomic():
        mati = Tugas.objects.select_for_update(skip_locked=True).filter(
            sewa_lepas(kini), keadaan=Tugas.Keadaan.BERJALAN
        )
        terlantar = Tugas.objects.select_for_update(skip_locked=True).filter(
            keadaan=Tugas.Keadaan.ANTRE, dibuat_pada__lt=lama, sewa_sampai__isnull=True
        )
        for tugas in [*mati, *terlantar]:
            # A mark on the waiting ones, so that they are queued again once in two leases and not at every round.
            Tugas.objects.filter(pk=tugas.pk).update(
                keadaan=Tugas.Keadaan.ANTRE, sewa_sampai=None, pemegang="", dibuat_pada=kini
            )
            jalankan_tugas.enqueue(str(tugas.pk))
            jumlah += 1
    return jumlah


def detak(nama: str) -> None:
    """A worker's sign of life."""
    DetakPekerja.objects.update_or_create(nama=nama, defaults={"terakhir": timezone.now()})
    DetakPekerja.objects.filter(terakhir__lt=timezone.now() - dt.timedelta(days=1)).delete()


def pekerja_hidup() -> bool:
    """Whether any worker gave a sign of life within two leases."""
    kini, dua = timezone.now(), dt.timedelta(seconds=settings.SEWA_TUGAS * 2)
    return DetakPekerja.objects.filter(terakhir__range=(kini - dua, kini + dua)).exists()

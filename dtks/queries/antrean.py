"""What the waiting room and its clerks see: who is called where, how many wait, how long it takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet
from django.utils import timezone

from dtks.models import AnggotaPermohonan, Kunjungan, Meja, Tiket
from dtks.rules.antrean import perkiraan
from inti.models import Pengguna, UnitKerja

S = Tiket.Status
AKTIF = (S.DIPANGGIL, S.DILAYANI)


def hari_ini(unit: UnitKerja) -> QuerySet[Tiket]:
    """Today's tickets of a unit."""
    return Tiket.objects.filter(unit=unit, tanggal=timezone.localdate())


def tiket_kini(pengguna: Pengguna) -> Tiket | None:
    """The ticket that this clerk has called or serves."""
    return Tiket.objects.filter(petugas=pengguna, status__in=AKTIF).select_related("meja", "kunjungan").first()


def papan(unit: UnitKerja) -> dict[str, Any]:
    """The display: the newest call, what each counter serves, how many wait. `tanda` changes with every call."""
    aktif = list(hari_ini(unit).filter(status__in=AKTIF).select_related("meja").order_by("-dipanggil_pada", "-id")[:12])
    dipanggil = [t for t in aktif if t.status == S.DIPANGGIL]
    menunggu = hari_ini(unit).filter(status=S.MENUNGGU)
    return {
        "utama": dipanggil[0] if dipanggil else None,
        "loket": sorted(aktif, key=lambda t: str(t.meja)),
        "menunggu": menunggu.count(),
        "berikut": list(menunggu.order_by("urut").values_list("kode", flat=True)[:6]),
        "tanda": ",".join(f"{t.kode}.{t.panggilan}" for t in dipanggil),
        "kini": timezone.now(),
    }


def meja_untuk(pengguna: Pengguna) -> QuerySet[Meja]:
    """Counters of the user's unit."""
    return Meja.objects.untuk(pengguna)


def antrean_petugas(pengguna: Pengguna) -> dict[str, Any]:
    """The clerk's view of the line: who waits, who was missed, the day's times."""
    assert pengguna.unit is not None
    hari = hari_ini(pengguna.unit)
    return {
        "menunggu": list(hari.filter(status=S.MENUNGGU).order_by("urut")[:60]),
        "terlewat": list(hari.filter(status=S.TIDAK_HADIR).order_by("-dipanggil_pada")[:10]),
        "selesai": hari.filter(status=S.SELESAI).count(),
        "kini": tiket_kini(pengguna),
        "meja": list(meja_untuk(pengguna)),
    }


def perkiraan_tunggu(tiket: Tiket) -> tuple[int, int | None]:
    """How many are before a fresh ticket, and about how many minutes that takes."""
    hari = hari_ini(tiket.unit)
    depan = hari.filter(status=S.MENUNGGU, urut__lt=tiket.urut).count()
    lama = list(
        hari.filter(status=S.SELESAI, mulai_pada__isnull=False)
        .order_by("-selesai_pada")
        .values_list("mulai_pada", "selesai_pada")[:30]
    )
    buka = hari.filter(status__in=AKTIF).values("meja").distinct().count()
    return depan, perkiraan(depan, buka or 1, [b - a for a, b in lama if a and b])


def lama_tunggu(kunjungan: Iterable[int]) -> list[dt.timedelta]:
    """Waiting times of visits that came with a ticket, from taking it to the call, in no order."""
    return list(
        Tiket.objects.filter(kunjungan__in=kunjungan, dipanggil_pada__isnull=False)
        .annotate(lama=F("dipanggil_pada") - F("diambil_pada"))
        .values_list("lama", flat=True)
    )


def kunjungan_untuk(kunjungan: Kunjungan | None, no_kk: str) -> Kunjungan | None:
    """The visit if it may be this citizen's: nobody was served on it yet, or somebody of his family card."""
    if kunjungan is None:
        return None
    pertama = AnggotaPermohonan.objects.filter(permohonan__kunjungan=kunjungan, urutan=1).values_list(
        "no_kk", flat=True
    )
    return kunjungan if not (ada := list(pertama)) or no_kk in ada else None


def kunjungan_berjalan(petugas: Pengguna, sejak: dt.datetime) -> Kunjungan | None:
    """The visit of the ticket that this clerk was serving at a moment and still has open."""
    tiket = Tiket.objects.filter(petugas=petugas, status=S.DILAYANI, mulai_pada__lte=sejak).select_related("kunjungan")
    return next((t.kunjungan for t in tiket), None)

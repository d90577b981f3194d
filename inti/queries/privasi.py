"""Who is told about personal data, and what waits on the desk and in the menu."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import F, QuerySet, Value

from inti.models import AlarmBaca, JejakBaca, Pengguna, PermintaanSubjek, UnitKerja


def pemegang_peran(peran: str, unit: UnitKerja | None) -> QuerySet[Pengguna]:
    """Active users of a role whose unit is `unit` or above it in the tree; without a unit, all of the role."""
    semua = Pengguna.objects.hidup().filter(groups__name=peran, is_active=True, unit__isnull=False)
    if unit is None:
        return semua
    return semua.annotate(jalur_anak=Value(unit.jalur)).filter(jalur_anak__startswith=F("unit__jalur"))


def kartu_privasi(pengguna: Pengguna) -> dict[str, Any] | None:
    """The desk's panel: requests by their deadline, alarms that nobody looked at; None when nothing waits."""
    tunggu = PermintaanSubjek.objects.untuk(pengguna).filter(status=PermintaanSubjek.Status.DITERIMA)
    permintaan = list(tunggu.select_related("nomor").order_by("batas_pada")[:5])
    alarm = AlarmBaca.objects.untuk(pengguna).filter(ditinjau_pada__isnull=True).exclude(pengguna=pengguna).count()
    return {"permintaan": permintaan, "alarm": alarm} if permintaan or alarm else None


def bacaan_alarm(alarm: AlarmBaca) -> list[JejakBaca]:
    """What the alarm counted: the user's readings of the hour before it was raised, newest first (at most 100)."""
    return list(
        JejakBaca.objects.filter(
            oleh_id=alarm.pengguna_id,
            waktu__gt=alarm.dibuat_pada - dt.timedelta(hours=1),
            waktu__lte=alarm.dibuat_pada,
            jenis__in=[JejakBaca.Jenis.BUKA, JejakBaca.Jenis.TAMPIL, JejakBaca.Jenis.EKSPOR],
        ).order_by("-waktu", "-id")[:100]
    )

"""Who is told about personal data, and what an alarm counted."""

from __future__ import annotations

import datetime as dt

from django.db.models import F, QuerySet, Value

from inti.models import AlarmBaca, JejakBaca, Pengguna, UnitKerja


def pemegang_peran(peran: str, unit: UnitKerja | None) -> QuerySet[Pengguna]:
    """Active users of a role whose unit is `unit` or above it in the tree; without a unit, all of the role."""
    semua = Pengguna.objects.hidup().filter(groups__name=peran, is_active=True, unit__isnull=False)
    if unit is None:
        return semua
    return semua.annotate(jalur_anak=Value(unit.jalur)).filter(jalur_anak__startswith=F("unit__jalur"))


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

"""Who is above whom: the head who may sign, of the unit or of the nearest unit above."""

from __future__ import annotations

import datetime as dt

from kepegawaian.models import Pegawai


def atasan_pada(pegawai: Pegawai, hari: dt.date) -> Pegawai | None:
    """The direct superior of a member of staff on a day; None for the head of the office.

    Who may sign himself looks to the units above his own; others begin with their own unit.
    """
    bagian = pegawai.unit.jalur.rstrip("/").split("/")
    jalur = ["/".join(bagian[: n + 1]) + "/" for n in range(len(bagian))]
    if pegawai.boleh_menandatangani:
        jalur = jalur[:-1]
    calon = (
        Pegawai.objects.hidup()
        .filter(boleh_menandatangani=True, unit__jalur__in=jalur)
        .exclude(pk=pegawai.pk)
        .select_related("unit", "pengguna")
    )
    return max(calon, key=lambda p: (len(p.unit.jalur), p.pangkat, -p.pk), default=None)

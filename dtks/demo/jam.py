"""The demonstration counter's hours."""

from __future__ import annotations

import datetime as dt

from dtks.models import JamLayanan
from inti.models.bertanggal import ASAL_CONTOH

DASAR = "Standar pelayanan Dinas Sosial"
JAM = (
    (JamLayanan.Hari.SENIN, JamLayanan.Hari.KAMIS, dt.time(16, 0), dt.time(12, 0), dt.time(13, 0)),
    (JamLayanan.Hari.JUMAT, JamLayanan.Hari.JUMAT, dt.time(11, 0), None, None),
)


def isi_jam() -> None:
    """Monday to Thursday with a break, Friday morning; closed on Saturday and Sunday."""
    if JamLayanan.objects.exists():
        return
    for awal, akhir, tutup, istirahat, selesai in JAM:
        JamLayanan.objects.create(
            hari_awal=awal,
            hari_akhir=akhir,
            buka=dt.time(7, 30),
            tutup=tutup,
            istirahat_mulai=istirahat,
            istirahat_selesai=selesai,
            berlaku_mulai=dt.date(2022, 1, 1),
            dasar_hukum=DASAR,
            asal=ASAL_CONTOH,
        )

"""Personal data in the demonstration office: a closed incident, an alarm. Invented people only."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.utils import timezone

from inti.models import AlarmBaca, Insiden, JejakBaca, Pengguna
from inti.services import insiden as insiden_services
from inti.services.alarm import alarm_catat


def isi_privasi() -> None:
    """Fill what is missing."""
    orang = {p.username: p for p in Pengguna.objects.filter(username__in=["loket2", "admin"])}
    kini = timezone.now().replace(second=0, microsecond=0)
    if not Insiden.objects.exists():
        _insiden(orang["admin"], kini)
    if not AlarmBaca.objects.exists():
        _alarm(orang["loket2"], kini)


def _insiden(admin: Pengguna, kini: dt.datetime) -> None:
    diketahui = kini - dt.timedelta(days=20)
    satu = insiden_services.insiden_catat(
        isian={
            "judul": "Daftar hadir tertinggal di mesin fotokopi",
            "kejadian": "Dua lembar daftar hadir berisi nama dan NIK tertinggal di mesin fotokopi umum di lobi.",
            "terjadi_pada": diketahui - dt.timedelta(hours=3),
            "diketahui_pada": diketahui,
            "data_terdampak": "Nama, NIK, dan tanda tangan",
            "jumlah_orang": 34,
            "tindakan": "Lembarannya diambil dan dimusnahkan. Fotokopi daftar hadir dipindah ke ruang sekretariat.",
        },
        oleh=admin,
    )
    insiden_services.insiden_lapor(
        insiden=satu,
        kepada="Lembaga pelindungan data pribadi dan 34 orang yang terdampak",
        pada=diketahui + dt.timedelta(hours=26),
        oleh=admin,
    )
    insiden_services.insiden_tutup(insiden=satu, penutup="Tidak ada keluhan; petugas diberi penjelasan.", oleh=admin)


def _alarm(pengguna: Pengguna, kini: dt.datetime) -> None:
    """Four exports within the hour, one more than allowed."""
    for n in range(settings.AMBANG_BACA["ekspor"] + 1):
        JejakBaca.objects.create(jenis="ekspor", oleh=pengguna, keterangan=f"permohonan: {20 + n} baris, xlsx")
    jam = timezone.localtime(kini).replace(minute=0)
    alarm_catat(pengguna=pengguna, jenis="ekspor", jam=jam, jumlah=settings.AMBANG_BACA["ekspor"] + 1, oleh=None)

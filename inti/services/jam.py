"""A server's clock that jumped forward and was set back leaves times that are still to come. Nobody waits a year for them.

Leases of jobs look after themselves (`inti.jobs.tuai`), sessions too (`sesi_lewat`).
"""

from __future__ import annotations

import datetime as dt

from axes.models import AccessAttempt
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from inti.models import DetakPekerja, Pengguna
from inti.services.pengguna import UMUR_SANDI_SEKALI

NANTI = dt.timedelta(minutes=10)  # clocks of two machines never differ by so much


def jam_bereskan() -> int:
    """Take away marks from a time to come: lock-outs, pauses and used codes of the second factor, workers' signs of life,
    one-time passwords that would last too long. Called at every beat of a worker. Out: how many marks."""
    kini = timezone.now()
    nanti = kini + NANTI
    jumlah = sum(
        banyak
        for banyak, _ in (
            AccessAttempt.objects.filter(attempt_time__gt=nanti).delete(),
            DetakPekerja.objects.filter(terakhir__gt=nanti).delete(),
        )
    )
    for alat in (TOTPDevice, StaticDevice):
        jeda = alat.objects.filter(throttling_failure_timestamp__gt=nanti)
        jumlah += jeda.update(throttling_failure_timestamp=None, throttling_failure_count=0)
    for totp in TOTPDevice.objects.filter(last_t__gt=int(nanti.timestamp()) // 30):
        # Codes up to now count as used: none is taken twice.
        jumlah += TOTPDevice.objects.filter(pk=totp.pk, last_t=totp.last_t).update(
            last_t=int(kini.timestamp() - totp.t0) // totp.step + totp.drift
        )
    lewat = Pengguna.objects.filter(sandi_sekali_sampai__gt=nanti + UMUR_SANDI_SEKALI)
    return jumlah + lewat.update(sandi_sekali_sampai=kini)

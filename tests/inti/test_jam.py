"""A clock that was a year ahead and is set back: what it marked is taken away, what is of today stays."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from inti.jobs import pekerja_hidup, tuai
from inti.jobs.jalan import jalankan
from inti.models import DetakPekerja, Pengguna, Tugas
from inti.services.jam import jam_bereskan

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
SETAHUN = dt.timedelta(days=365)


def test_marks_of_a_time_to_come_go_and_those_of_today_stay(staf: Pengguna) -> None:
    kini = timezone.now()
    langkah = int(kini.timestamp()) // 30
    for nama, saat in (("jauh", kini + SETAHUN), ("kini", kini)):
        coba = AccessAttempt.objects.create(username=nama, failures_since_start=10)
        AccessAttempt.objects.filter(pk=coba.pk).update(attempt_time=saat)
        DetakPekerja.objects.create(nama=nama, terakhir=saat)
    terkunci = TOTPDevice.objects.create(
        user=staf, throttling_failure_timestamp=kini + SETAHUN, throttling_failure_count=3, last_t=langkah + 1_000_000
    )
    baik = TOTPDevice.objects.create(
        user=staf, throttling_failure_timestamp=kini, throttling_failure_count=1, last_t=langkah
    )
    Pengguna.objects.filter(pk=staf.pk).update(sandi_sekali_sampai=kini + SETAHUN)
    assert jam_bereskan() == 5
    assert list(AccessAttempt.objects.values_list("username", flat=True)) == ["kini"]
    assert list(DetakPekerja.objects.values_list("nama", flat=True)) == ["kini"]
    terkunci.refresh_from_db()
    assert terkunci.verify_is_allowed()[0]
    assert langkah <= terkunci.last_t <= langkah + 1, "a code used up to now is not taken again"
    baik.refresh_from_db()
    assert (baik.throttling_failure_count, baik.last_t) == (1, langkah)
    assert Pengguna.objects.get(pk=staf.pk).sandi_sekali_sampai <= timezone.now()
    assert jam_bereskan() == 0


def test_a_lease_that_ends_in_a_year_holds_nothing(staf: Pengguna) -> None:
    kini = timezone.now()
    isi: dict[str, Any] = {"judul": "x", "oleh": staf, "keadaan": Tugas.Keadaan.BERJALAN, "argumen": {}}
    jauh = Tugas.objects.create(jenis="periksa", sewa_sampai=kini + SETAHUN, pemegang="mati", **isi)
    hidup = Tugas.objects.create(jenis="periksa", sewa_sampai=kini + dt.timedelta(seconds=20), pemegang="ada", **isi)
    jalankan(str(hidup.pk))
    hidup.refresh_from_db()
    assert hidup.pemegang == "ada", "a lease of today is kept"
    tuai()
    jauh.refresh_from_db()
    assert jauh.pemegang != "mati"
    assert Tugas.objects.get(pk=hidup.pk).keadaan == Tugas.Keadaan.BERJALAN


def test_a_sign_of_life_from_next_year_is_none(staf: Pengguna) -> None:
    DetakPekerja.objects.create(nama="jauh", terakhir=timezone.now() + SETAHUN)
    assert not pekerja_hidup()

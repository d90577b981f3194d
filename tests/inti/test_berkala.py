"""What a worker does from time to time: each day's work once a day, a fault in one stops nothing else."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError
from django.utils import timezone

from inti import registry
from inti.management.commands import pekerja
from inti.management.commands.pekerja import tahan_koneksi
from inti.models import Pemberitahuan, Pengguna
from inti.services.pemberitahuan import ingatkan_sekali

SENIN = dt.date(2026, 11, 23)


@pytest.fixture
def kerja(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Callable[[], Any]]]:
    """The apps' own work, to be filled by the test; the kernel's is left out."""
    isi: dict[str, list[Callable[[], Any]]] = {"berkala": [], "harian": []}
    monkeypatch.setattr(registry, "semua_berkala", lambda mati: isi["berkala"])
    monkeypatch.setattr(registry, "semua_harian", lambda mati: isi["harian"])
    monkeypatch.setattr(pekerja, "aplikasi_mati", set)
    for nama in (
        "jam_bereskan", "segel_bila_waktunya", "privasi_bila_waktunya", "lupakan_lama", "berkas_sapu", "berkas_tinggal_musnahkan",
    ):  # fmt: skip
        monkeypatch.setattr(pekerja, nama, _kosong(nama))
    return isi


def _kosong(nama: str) -> Callable[[], None]:
    def tidak_apa() -> None:
        return None

    tidak_apa.__name__ = nama
    return tidak_apa


def test_a_days_work_is_done_once_a_day_and_the_rest_at_every_beat(
    kerja: dict[str, list[Callable[[], Any]]],
) -> None:
    hitung = {"berkala": 0, "harian": 0}

    def berkala() -> None:
        hitung["berkala"] += 1

    def harian() -> None:
        hitung["harian"] += 1

    kerja["berkala"].append(berkala)
    kerja["harian"].append(harian)
    denyut = pekerja._Denyut("uji")
    for hari in (SENIN, SENIN, SENIN + dt.timedelta(days=1)):
        denyut.berkala(hari)
    assert hitung == {"berkala": 3, "harian": 2}


def test_a_fault_is_logged_and_stops_nothing_else(
    kerja: dict[str, list[Callable[[], Any]]], caplog: pytest.LogCaptureFixture
) -> None:
    sampai: list[str] = []

    def rusak() -> None:
        raise ValueError("rusak")

    def sesudah() -> None:
        sampai.append("ya")

    kerja["harian"] += [rusak, sesudah]
    with caplog.at_level(logging.ERROR, logger="tu.pekerja"):
        pekerja._Denyut("uji").berkala(SENIN)
    assert sampai == ["ya"]
    assert "rusak gagal" in caplog.text


def test_a_busy_database_leaves_the_days_work_for_the_next_beat(kerja: dict[str, list[Callable[[], Any]]]) -> None:
    galat: list[Exception] = [OperationalError("database is locked")]
    sampai: list[str] = []

    def sibuk() -> None:
        if galat:
            raise galat.pop()
        sampai.append("ya")

    kerja["harian"].append(sibuk)
    denyut = pekerja._Denyut("uji")
    with pytest.raises(OperationalError):
        denyut.berkala(SENIN)
    denyut.berkala(SENIN)
    assert sampai == ["ya"]


@pytest.mark.django_db
def test_two_workers_remind_once(staf: Pengguna) -> None:
    """Any record with a time of its own will do: the second worker holds the record as it was before the first."""
    lain = Pengguna.objects.get(pk=staf.pk)
    isi: dict[str, Any] = {
        "bidang": "sandi_sekali_sampai",
        "kini": timezone.now(),
        "kepada": [staf, None, staf],
        "teks": "Ingat",
    }
    assert [ingatkan_sekali(staf, **isi), ingatkan_sekali(lain, **isi)] == [True, False]
    assert Pemberitahuan.objects.filter(pengguna=staf).count() == 1


def test_a_worker_keeps_its_connections_but_leaves_a_pool_alone() -> None:
    """PostgreSQL's backend refuses a pool together with an age; DEBUG keeps no connection by itself."""
    biasa, lama, kolam = {"CONN_MAX_AGE": 0}, {"CONN_MAX_AGE": 60}, {"CONN_MAX_AGE": 0, "OPTIONS": {"pool": True}}
    tahan_koneksi([biasa, lama, kolam])
    assert [b["CONN_MAX_AGE"] for b in (biasa, lama, kolam)] == [600, 60, 0]

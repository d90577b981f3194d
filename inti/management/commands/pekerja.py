"""`pekerja`: carry background jobs, take over those of dead workers, and give a sign of life."""

from __future__ import annotations

import datetime as dt
import logging
import os
import socket
import threading
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from inti import registry
from inti.gerbang.batas import lupakan_lama
from inti.jobs import detak, tuai
from inti.queries.aplikasi import aplikasi_mati
from inti.services.alarm import privasi_bila_waktunya
from inti.services.berkas import berkas_sapu
from inti.services.jam import jam_bereskan
from inti.services.sapu import berkas_tinggal_musnahkan
from inti.services.segel import segel_bila_waktunya

log = logging.getLogger("tu.pekerja")
BERES = 5.0  # seconds for a beat under way to end
SEGEL_TIAP = 4  # beats: looking for what waits to be sealed asks every table


class Command(BaseCommand):
    help = "Menjalankan tugas latar. Jalankan satu proses atau lebih di samping server web."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--jeda", type=float, default=1.0, help="Detik menunggu bila antrean kosong (bawaan: 1).")
        parser.add_argument("--sampai-kosong", action="store_true", help="Berhenti bila antrean kosong.")

    def handle(self, *args: Any, jeda: float, sampai_kosong: bool, **options: Any) -> None:
        """Run until stopped."""
        nama = f"{socket.gethostname()[:40]}-{os.getpid()}"
        tahan_koneksi(settings.DATABASES.values())
        self.stderr.write(f"Pekerja {nama} mulai.")
        denyut = _Denyut(nama)
        if not sampai_kosong:
            denyut.start()
        else:
            tuai()
        pekerja = Worker(
            queue_names=["*"],
            interval=jeda,
            batch=True,  # it ends when the queue is empty; waiting is ours
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=nama,
            excluded_queue_names=[],
        )
        utama = threading.current_thread() is threading.main_thread()
        try:
            if utama:
                pekerja.configure_signals()
            while True:
                pekerja.run()
                if sampai_kosong or not pekerja.running:
                    break
                _tunggu(pekerja, jeda)
        finally:
            if utama:
                pekerja.reset_signals()  # one more signal ends it at once
            denyut.usai()


def tahan_koneksi(basis: Iterable[dict[str, Any]]) -> None:
    """Let a worker keep its connections: with DEBUG none is kept, and opening one costs more than asking.

    A pool keeps them itself and refuses to start with an age of its own.
    """
    for satu in basis:
        if not satu.get("OPTIONS", {}).get("pool"):
            satu["CONN_MAX_AGE"] = satu.get("CONN_MAX_AGE") or 600


def _tunggu(pekerja: Worker, jeda: float) -> None:
    """Until something is queued or the worker is told to end.

    The library's own waiting takes the database's write lock each second, on a new connection where none is kept: an
    idle worker used 2.6 % of a core. One read by the queue's index costs a twentieth.
    """
    while pekerja.running:
        time.sleep(jeda)
        close_old_connections()
        try:
            if DBTaskResult.objects.ready().exists():
                return
        except DatabaseError:  # a busy or restarting database: look again
            connection.close()


class _Denyut(threading.Thread):
    """Every quarter of a lease: sign of life, the reaper, then what the kernel and the apps do from time to time."""

    def __init__(self, nama: str) -> None:
        super().__init__(daemon=True)
        self.nama = nama
        self._henti = threading.Event()
        self._putaran = 0
        self._hari: dict[Callable[[], Any], dt.date] = {}

    def usai(self) -> None:
        """End with the worker. A beat that doesn't end in time is cut off with the process: what it was doing is undone
        by the database. Python itself may never end while another thread is inside SQLite."""
        self._henti.set()
        if self.is_alive():
            self.join(BERES)
        if self.is_alive():
            logging.shutdown()
            os._exit(0)

    def run(self) -> None:
        """Go on until the worker ends."""
        while not self._henti.is_set():
            try:
                detak(self.nama)
                tuai()
                self.berkala(timezone.localdate())
            except DatabaseError:  # a busy or restarting database: the next round is soon
                connection.close()
            close_old_connections()
            self._henti.wait(settings.SEWA_TUGAS / 4)

    def berkala(self, hari: dt.date) -> None:
        """One round of work. What fails is logged and stops neither the rest nor the sign of life."""
        mati = aplikasi_mati()
        for kerja in (
            jam_bereskan,
            *([segel_bila_waktunya] if self._putaran % SEGEL_TIAP == 0 else []),
            privasi_bila_waktunya,
            lupakan_lama,
            *registry.semua_berkala(mati),
        ):
            self._lakukan(kerja)
        self._putaran += 1
        for kerja in (berkas_sapu, berkas_tinggal_musnahkan, *registry.semua_harian(mati)):
            if self._hari.get(kerja) != hari:
                self._lakukan(kerja)
                self._hari[kerja] = hari

    def _lakukan(self, kerja: Callable[[], Any]) -> None:
        if self._henti.is_set():
            return
        try:
            kerja()
        except DatabaseError:
            raise
        except Exception:
            log.exception("Kerja berkala %s.%s gagal", kerja.__module__, kerja.__name__)

"""`pekerja`: carry background jobs, take over those of dead workers, and give a sign of life."""

from __future__ import annotations

import logging
import os
import socket
import threading
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Worker

from inti import registry
from inti.batas import lupakan_lama
from inti.jobs import detak, tuai
from inti.services.alarm import privasi_bila_waktunya
from inti.services.sapu import sapu_bila_waktunya
from inti.services.segel import segel_bila_waktunya

BERES = 5.0  # seconds for a beat under way to end


class Command(BaseCommand):
    help = "Menjalankan tugas latar. Jalankan satu proses atau lebih di samping server web."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Options."""
        parser.add_argument("--jeda", type=float, default=1.0, help="Detik menunggu bila antrean kosong (bawaan: 1).")
        parser.add_argument("--sampai-kosong", action="store_true", help="Berhenti bila antrean kosong.")

    def handle(self, *args: Any, jeda: float, sampai_kosong: bool, **options: Any) -> None:
        """Run until stopped."""
        nama = f"{socket.gethostname()[:40]}-{os.getpid()}"
        self.stderr.write(f"Pekerja {nama} mulai.")
        denyut = _Denyut(nama)
        if not sampai_kosong:
            denyut.start()
        else:
            tuai()
        pekerja = Worker(
            queue_names=["*"],
            interval=jeda,
            batch=sampai_kosong,
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
            pekerja.run()
        finally:
            if utama:
                pekerja.reset_signals()  # one more signal ends it at once
            denyut.usai()


class _Denyut(threading.Thread):
    """Every quarter of a lease: sign of life, the reaper, the seal in its time, old counts and files left behind."""

    def __init__(self, nama: str) -> None:
        super().__init__(daemon=True)
        self.nama = nama
        self._henti = threading.Event()

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
                segel_bila_waktunya()
                privasi_bila_waktunya()
                lupakan_lama()
                sapu_bila_waktunya()
                for berkala in registry.semua_berkala():
                    if not self._henti.is_set():
                        berkala()
            except DatabaseError:  # a busy or restarting database: the next round is soon
                connection.close()
            close_old_connections()
            self._henti.wait(settings.SEWA_TUGAS / 4)

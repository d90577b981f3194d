"""A job under way: its lease, its progress, and the moment when its effect becomes final."""

from __future__ import annotations

import datetime as dt
import logging
import threading
import time
import uuid
from typing import Any

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from inti import registry
from inti.galat import AturanDilanggar
from inti.models import Tugas
from inti.queries.aplikasi import aplikasi_mati

catatan = logging.getLogger(__name__)


class Dibatalkan(Exception):
    """The user asked to cancel."""


class SewaHilang(Exception):
    """Another worker took the job over, because this one was silent too long."""


class Jalannya:
    """Handle given to a job's function: report progress with `maju`, make effects final under `pastikan_milik`."""

    def __init__(self, tugas: Tugas, pemegang: str) -> None:
        self.tugas, self.pemegang = tugas, pemegang
        self._terakhir = 0.0

    def maju(self, kemajuan: int, jumlah: int | None = None, pesan: str = "") -> None:
        """Report progress (written at most twice a second). Raises Dibatalkan or SewaHilang."""
        if time.monotonic() - self._terakhir < 0.5 and kemajuan != jumlah:
            return
        self._terakhir = time.monotonic()
        isi: dict[str, Any] = {"kemajuan": kemajuan, "sewa_sampai": _sewa()}
        if jumlah is not None:
            isi["jumlah"] = jumlah
        if pesan:
            isi["pesan"] = pesan[:300]
        if not self._milik().update(**isi):
            raise SewaHilang
        if self._milik().filter(minta_batal=True).exists():
            raise Dibatalkan

    def pastikan_milik(self) -> None:
        """First line of the transaction that makes an effect final: locks the job's row, so that of two workers one
        commits. Raises SewaHilang, or Dibatalkan while there is still time.
        """
        baris = Tugas.objects.select_for_update().get(pk=self.tugas.pk)
        if baris.pemegang != self.pemegang or baris.keadaan != Tugas.Keadaan.BERJALAN:
            raise SewaHilang
        if baris.minta_batal:
            raise Dibatalkan

    def tuntas(self, hasil: dict[str, Any]) -> None:
        """Mark the job done in the same transaction as its effect, so that a kill in between can't repeat it."""
        self._milik().update(
            keadaan=Tugas.Keadaan.SELESAI, hasil=hasil, selesai_pada=timezone.now(), kemajuan=F("jumlah"), pesan=""
        )

    def perpanjang(self) -> None:
        """Renew the lease."""
        self._milik().update(sewa_sampai=_sewa())

    def _milik(self) -> Any:
        return Tugas.objects.filter(pk=self.tugas.pk, pemegang=self.pemegang, keadaan=Tugas.Keadaan.BERJALAN)


def jalankan(tugas_id: str) -> None:
    """Claim a job and run its function; does nothing when somebody else holds it. Called by the worker."""
    pemegang = uuid.uuid4().hex
    bebas = Q(keadaan=Tugas.Keadaan.ANTRE) | (Q(keadaan=Tugas.Keadaan.BERJALAN) & sewa_lepas(timezone.now()))
    diambil = Tugas.objects.filter(bebas, pk=tugas_id, percobaan__lt=F("paling_banyak")).update(
        keadaan=Tugas.Keadaan.BERJALAN,
        pemegang=pemegang,
        sewa_sampai=_sewa(),
        percobaan=F("percobaan") + 1,
        mulai_pada=timezone.now(),
    )
    if not diambil:
        return
    jalannya = Jalannya(Tugas.objects.select_related("oleh").get(pk=tugas_id), pemegang)
    with _Penjaga(jalannya):
        _kerjakan(jalannya)


def _kerjakan(jalannya: Jalannya) -> None:
    tugas = jalannya.tugas
    milik = jalannya._milik()
    try:
        if tugas.minta_batal:
            raise Dibatalkan
        _pastikan_dipakai(tugas.jenis)
        hasil = registry.fungsi_tugas(tugas.jenis)(jalannya, oleh=tugas.oleh, **tugas.argumen)
    except SewaHilang:
        catatan.warning("tugas %s diambil alih pekerja lain", tugas.pk)
    except Dibatalkan:
        milik.update(
            keadaan=Tugas.Keadaan.DIBATALKAN, selesai_pada=timezone.now(), pesan="Dibatalkan; tidak ada yang disimpan."
        )
    except AturanDilanggar as galat:
        milik.update(
            keadaan=Tugas.Keadaan.GAGAL,
            selesai_pada=timezone.now(),
            pesan=galat.kalimat[:300],
            hasil={"kode": galat.kode},
        )
    except Exception:
        sisa = tugas.percobaan < tugas.paling_banyak
        milik.update(
            keadaan=Tugas.Keadaan.ANTRE if sisa else Tugas.Keadaan.GAGAL,
            sewa_sampai=None,
            selesai_pada=None if sisa else timezone.now(),
            pesan="Terjadi gangguan; dicoba lagi." if sisa else "Gagal karena gangguan sistem. Hubungi administrator.",
        )
        raise
    else:
        with transaction.atomic():
            jalannya.tuntas(hasil or {})


def _pastikan_dipakai(jenis: str) -> None:
    app = registry.aplikasi_tugas(jenis)
    if app in aplikasi_mati():
        nama = registry.semua_aplikasi()[app].singkat
        raise AturanDilanggar(
            "APLIKASI_MATI", f"Aplikasi {nama} tidak dipakai kantor ini.", "Hidupkan aplikasinya, lalu ulangi tugas."
        )


class _Penjaga(threading.Thread):
    """Renews the lease while the function works, from a connection of its own."""

    def __init__(self, jalannya: Jalannya) -> None:
        super().__init__(daemon=True)
        self.jalannya, self.selesai = jalannya, threading.Event()

    def __enter__(self) -> None:
        if not connection.in_atomic_block:  # within a test's transaction a second connection sees nothing
            self.start()

    def __exit__(self, *_: object) -> None:
        self.selesai.set()
        if self.is_alive():
            self.join()

    def run(self) -> None:
        """Renew at a third of the lease until told to stop."""
        while not self.selesai.wait(settings.SEWA_TUGAS / 3):
            try:
                self.jalannya.perpanjang()
            except DatabaseError as galat:  # a busy database: the next beat is soon
                catatan.warning("sewa belum diperpanjang: %s", type(galat).__name__)
            finally:
                close_old_connections()
        connection.close()


def sewa_lepas(kini: dt.datetime) -> Q:
    """Leases that hold nothing: run out, or of a clock that went ahead by a year and was set back."""
    return Q(sewa_sampai__lt=kini) | Q(sewa_sampai__gt=kini + dt.timedelta(seconds=settings.SEWA_TUGAS * 2))


def _sewa() -> dt.datetime:
    return timezone.now() + dt.timedelta(seconds=settings.SEWA_TUGAS)

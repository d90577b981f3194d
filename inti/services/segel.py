"""Sealing history: rows that came since the last set go into the next one. Writers never wait for it.

Which keys a set may cover must be certain: on PostgreSQL a lower key can commit after a higher one. So each table's
bound is the last key that its sequence gave out; then we wait until those who held a row lock on the table at that
moment have ended (as CREATE INDEX CONCURRENTLY does), and only then read. After that no honest row can appear at or
below the bound: whatever does was inserted behind the system's back. SQLite has one writer, so nothing is waited for.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from inti import registry
from inti.galat import AturanDilanggar
from inti.models import Segel, SegelBagian, Tugas
from inti.rules.segel import AWAL, BagianRantai, Penghimpun, buka_kunci, hash_segel, tanda
from inti.services.segel_kepala import (
    Kepala,
    KepalaDiubah,
    baca_kepala,
    baca_kunci,
    buat_kunci,
    singkirkan,
    tulis_kepala,
)

POTONG = 50_000  # rows of one part
JEDA = 600  # seconds between two sealings by the worker
TUNGGU = 20.0  # seconds that we wait for writers under way before a table is left for the next set

# By table: the last key that its sequence gave out. CASE, because the planner may call the function on other relations.
URUTAN_POSTGRESQL = """SELECT tabel, COALESCE(terakhir, 0) FROM (
    SELECT t.relname AS tabel, CASE WHEN s.relkind = 'S' THEN pg_sequence_last_value(s.oid) END AS terakhir
    FROM pg_class s JOIN pg_depend d ON d.objid = s.oid AND d.classid = 'pg_class'::regclass
        AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
    JOIN pg_class t ON t.oid = d.refobjid WHERE s.relkind = 'S' AND pg_table_is_visible(t.oid)) u"""


@dataclass(frozen=True)
class TabelSegel:
    """A table under seal: its model, the columns that never change, and the one that says when the row came."""

    label: str
    model: type[models.Model]
    kolom: tuple[str, ...]
    kolom_waktu: str | None

    @property
    def uuid(self) -> bool:
        """Whether its keys are UUIDs, which have no order: then each key is listed."""
        return isinstance(self.model._meta.pk, models.UUIDField)

    @property
    def pk(self) -> str:
        """Name of the key's column."""
        assert self.model._meta.pk is not None
        return self.model._meta.pk.attname


def tabel_bersegel() -> list[TabelSegel]:
    """Every history table whole, and the registered ones with their columns."""
    hasil = []
    for model in apps.get_models():
        bidang = {f.attname for f in model._meta.concrete_fields}
        if {"history_id", "history_type", "history_date"} <= bidang:
            kolom = tuple(f.attname for f in model._meta.concrete_fields)
            hasil.append(TabelSegel(model._meta.label, model, kolom, "history_date"))
    for label, kolom in registry.semua_segel().items():
        model = apps.get_model(label)
        hasil.append(TabelSegel(label, model, kolom, "waktu" if "waktu" in kolom else None))
    return sorted(hasil, key=lambda t: t.label)


def batas_kunci(tabel: list[TabelSegel]) -> dict[str, int]:
    """For each table with ordered keys: the last key given out so far, committed or not."""
    with connection.cursor() as kursor:
        if connection.vendor == "postgresql":
            kursor.execute(URUTAN_POSTGRESQL)
        else:
            kursor.execute("SELECT name, seq FROM sqlite_sequence")
        isi = dict(kursor.fetchall())
    return {t.label: int(isi.get(t.model._meta.db_table, 0)) for t in tabel if not t.uuid}


def segel_susun(*, tunggu: float = TUNGGU) -> Segel | None:
    """Seal what came since the last set. Out: the new set, or None when there was nothing (or another process did it).

    Raises AturanDilanggar when the chain in the database and its head outside do not agree: then nothing is added,
    for it would hide what happened.
    """
    terakhir, kunci, kepala = _pangkal()
    batas = {} if terakhir is None else {k: list(v) for k, v in terakhir.batas.items()}
    tabel = tabel_bersegel()
    tertinggi = batas_kunci(tabel)
    baru = [t for t in tabel if t.uuid or tertinggi[t.label] > batas.get(t.label, [0, 0])[0]]
    tertahan = _tunggu_penulis([t for t in baru if not t.uuid], tunggu)
    bagian: list[BagianRantai] = []
    for t in baru:
        if t.label not in tertahan:
            dari, jumlah = batas.get(t.label, [0, 0])
            isi = list(_bagian_uuid(t, jumlah) if t.uuid else _bagian_urut(t, dari, tertinggi[t.label]))
            bagian += isi
            batas[t.label] = [tertinggi.get(t.label, 0), jumlah + sum(b.jumlah for b in isi)]
    if not any(b.jumlah for b in bagian):
        return None
    if kunci is None:
        kunci = buat_kunci()
    if kepala is None:  # before the first set, so that a crash between the two never looks like a lost head
        kepala = Kepala(0, AWAL, "")
        tulis_kepala(kepala, kunci)
    segel = _simpan(terakhir, batas, bagian, kunci)
    if segel is not None:
        tulis_kepala(Kepala(segel.urut, segel.hash, segel.waktu.isoformat(), kepala.jangkar if kepala else None), kunci)
    return segel


def _simpan(terakhir: Segel | None, batas: dict[str, Any], bagian: list[BagianRantai], kunci: bytes) -> Segel | None:
    urut, sebelum = (terakhir.urut + 1, terakhir.hash) if terakhir else (1, AWAL)
    waktu = timezone.now()
    isi = hash_segel(urut, waktu, sebelum, batas, [(b.label, b.dari, b.sidik) for b in bagian])
    try:
        with transaction.atomic():
            segel = Segel.objects.create(
                urut=urut, waktu=waktu, sebelum=sebelum, batas=batas, hash=isi, tanda=tanda(kunci, isi)
            )
            for b in bagian:
                SegelBagian.objects.create(segel=segel, sidik=b.sidik, **(vars(b) | {"kolom": list(b.kolom)}))
    except IntegrityError:  # another process made this set first; what is left goes into the next one
        return None
    return segel


def _pangkal() -> tuple[Segel | None, bytes | None, Kepala | None]:
    """Last set, key and head. Raises AturanDilanggar when they do not belong together."""
    terakhir = Segel.objects.order_by("-urut").first()
    try:
        kunci = baca_kunci()
        kepala = baca_kepala(kunci)
    except KepalaDiubah as galat:
        raise _tak_sejalan("Berkas di folder segel diubah.") from galat
    if terakhir is None and (kepala is None or kepala.urut == 0):
        return None, kunci, kepala
    if terakhir is None or kepala is None or kunci is None:
        raise _tak_sejalan("Rantai segel, kepala, atau kuncinya tidak lengkap.")
    if terakhir.urut < kepala.urut:
        raise _tak_sejalan(f"Kepala segel ada di nomor {kepala.urut}, basis data di nomor {terakhir.urut}.")
    if kepala.urut and Segel.objects.filter(urut=kepala.urut).values_list("hash", flat=True).first() != kepala.hash:
        raise _tak_sejalan(f"Segel {kepala.urut} bukan yang dicatat di kepala.")
    return terakhir, kunci, kepala


def _tak_sejalan(pesan: str) -> AturanDilanggar:
    return AturanDilanggar("SEGEL_TAK_SEJALAN", pesan, "Jalankan periksa, lalu baca bagian Segel di docs/operasi.md.")


def _bagian_urut(tabel: TabelSegel, dari: int, sampai: int) -> Iterator[BagianRantai]:
    """Parts of the rows with keys in (dari, sampai], each of at most POTONG rows; the last one reaches `sampai`."""
    himpun, awal = Penghimpun(), dari
    for pk, nilai in baris_tabel(tabel, tabel.kolom, dari, sampai):
        if len(himpun.kunci) == POTONG:
            yield himpun.bagian(tabel.label, awal, himpun.kunci[-1], tabel.kolom)
            himpun, awal = Penghimpun(), himpun.kunci[-1]
        himpun.tambah(pk, nilai)
    yield himpun.bagian(tabel.label, awal, sampai, tabel.kolom)


def _bagian_uuid(tabel: TabelSegel, sudah: int) -> Iterator[BagianRantai]:
    """Parts of the rows that no set lists yet."""
    semua = tabel.model._base_manager
    if semua.count() <= sudah:
        return
    tersegel = {k for (k,) in _kunci_tersegel(tabel.label)}
    lagi = sorted(k for k in semua.values_list("pk", flat=True).iterator() if k not in tersegel)
    for n in range(0, len(lagi), 500):
        himpun = Penghimpun()
        for pk, nilai in baris_uuid(tabel, tabel.kolom, lagi[n : n + 500]):
            himpun.tambah(pk, nilai)
        if himpun.kunci:
            yield himpun.bagian(tabel.label, 0, 0, tabel.kolom)


def _kunci_tersegel(label: str) -> Iterator[tuple[Any]]:
    for isi in SegelBagian.objects.filter(label=label).values_list("kunci", flat=True).iterator():
        for k in buka_kunci(bytes(isi), uuid_=True):
            yield (k,)


def baris_tabel(tabel: TabelSegel, kolom: tuple[str, ...], dari: int, sampai: int) -> Iterator[tuple[int, Any]]:
    """(key, values) of a table's rows with keys in (dari, sampai] in order; `dari` 0 means from the very first."""
    kueri = tabel.model._base_manager.filter(pk__lte=sampai).order_by("pk")
    if dari:
        kueri = kueri.filter(pk__gt=dari)
    for baris in kueri.values_list("pk", *kolom).iterator(chunk_size=5_000):
        yield baris[0], baris[1:]


def baris_uuid(tabel: TabelSegel, kolom: tuple[str, ...], kunci: list[Any]) -> Iterator[tuple[Any, Any]]:
    """(key, values) of the rows with these keys, in order of the keys; absent ones are left out."""
    ada = {b[0]: b[1:] for b in tabel.model._base_manager.filter(pk__in=kunci).values_list("pk", *kolom)}
    return ((k, ada[k]) for k in kunci if k in ada)


def _tunggu_penulis(tabel: list[TabelSegel], paling_lama: float) -> set[str]:
    """Wait for the transactions that may still commit a key at or below the bounds; out: tables they still hold."""
    if connection.vendor != "postgresql" or not tabel:
        return set()
    nama = {t.model._meta.db_table: t.label for t in tabel}
    perintah = (
        "SELECT l.virtualtransaction, c.relname FROM pg_locks l JOIN pg_class c ON c.oid = l.relation "
        "WHERE l.locktype = 'relation' AND l.granted AND l.pid <> pg_backend_pid() AND c.relname = ANY(%s) "
        "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
        "AND l.mode IN ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')"
    )
    akhir = time.monotonic() + paling_lama
    with connection.cursor() as kursor:
        kursor.execute(perintah, [list(nama)])
        menunggu = set(kursor.fetchall())
        while menunggu and time.monotonic() < akhir:
            time.sleep(0.05)
            kursor.execute(perintah, [list(nama)])
            menunggu &= set(kursor.fetchall())
    return {nama[t] for _, t in menunggu}


def belum_disegel() -> dict[str, int]:
    """How many rows of each table wait for the next set."""
    terakhir = Segel.objects.order_by("-urut").first()
    batas = terakhir.batas if terakhir else {}
    return {t.label: n for t in tabel_bersegel() if (n := _menunggu(t, batas))}


def _menunggu(tabel: TabelSegel, batas: dict[str, list[int]]) -> int:
    dari, jumlah = batas.get(tabel.label, [0, 0])
    semua = tabel.model._base_manager
    return max(semua.count() - jumlah, 0) if tabel.uuid else semua.filter(pk__gt=dari).count()


def segel_bila_waktunya() -> bool:
    """Queue a sealing when the last one is `JEDA` old, something came since, and none waits. Called by the worker.

    A clock that was set back does not stop it: a last set from the future counts as old.
    """
    from inti.jobs import tugas_antrekan

    kini = timezone.now()
    terakhir = Segel.objects.order_by("-urut").first()
    if terakhir is not None and 0 <= (kini - terakhir.waktu).total_seconds() < JEDA:
        return False
    tugas = Tugas.objects.filter(jenis="segel")
    if tugas.filter(keadaan__in=[Tugas.Keadaan.ANTRE, Tugas.Keadaan.BERJALAN]).exists():
        return False
    # A chain that does not agree with its head refuses each time: say so once an hour, not at every round.
    for keadaan, detik in ((Tugas.Keadaan.GAGAL, 6 * JEDA), (Tugas.Keadaan.SELESAI, JEDA)):
        sejak = kini - dt.timedelta(seconds=detik)
        if tugas.filter(keadaan=keadaan, dibuat_pada__gt=sejak, dibuat_pada__lte=kini).exists():
            return False
    batas = terakhir.batas if terakhir else {}
    if not any(_menunggu(t, batas) for t in tabel_bersegel()):
        return False
    tugas.filter(keadaan=Tugas.Keadaan.SELESAI, dibuat_pada__lt=kini - dt.timedelta(days=1)).delete()
    tugas_antrekan(jenis="segel", judul="Segel riwayat", argumen={}, oleh=None)
    return True


def segel_akui(*, alasan: str) -> Kepala | None:
    """Accept the database's chain as it is, by hand and with a reason: after an older copy was put back knowingly, or
    when key or head was lost. The old head is kept beside. Out: the new head, None when the database has no set yet.
    """
    if not alasan.strip():
        raise AturanDilanggar("ALASAN_KOSONG", "Mengakui rantai segel memerlukan alasan.", "Tulis alasannya.")
    terakhir = Segel.objects.order_by("-urut").first()
    singkirkan(alasan.strip(), timezone.now().isoformat())
    try:
        kunci = baca_kunci() or buat_kunci()
    except KepalaDiubah:
        kunci = buat_kunci()
    if terakhir is None:
        (settings.SEGEL_DIR / "kepala.json").unlink(missing_ok=True)
        return None
    kepala = Kepala(terakhir.urut, terakhir.hash, terakhir.waktu.isoformat(), (terakhir.urut, terakhir.hash))
    tulis_kepala(kepala, kunci, mundur=True)
    return kepala

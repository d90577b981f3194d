"""Alarms on heavy reading, raised by the worker from the read log, and their review."""

from __future__ import annotations

import datetime as dt
import time
from collections import defaultdict

from django.conf import settings
from django.db import IntegrityError
from django.utils import timezone

from inti.galat import AturanDilanggar
from inti.models import AlarmBaca, JejakBaca, Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.queries.privasi import pemegang_peran
from inti.rules.privasi import Bacaan, nilai_bacaan
from inti.services.insiden import ingatkan_insiden
from inti.services.pemberitahuan import beritahu
from inti.services.privasi import ingatkan_permintaan

JEDA = 300.0  # seconds between two rounds of one worker
_terakhir = -JEDA


def privasi_bila_waktunya() -> bool:
    """The worker's round, every five minutes: alarms, requests and incidents whose time runs out. Harmless in several workers."""
    global _terakhir
    if time.monotonic() - _terakhir < JEDA:
        return False
    _terakhir = time.monotonic()
    alarm_periksa()
    ingatkan_permintaan()
    ingatkan_insiden()
    return True


def alarm_periksa(kini: dt.datetime | None = None) -> list[AlarmBaca]:
    """Judge every user's last hour of reading. Out: the alarms raised: one for a user, kind and hour.

    A spell of reading that goes over the full hour is one alarm, not two.
    """
    kini = kini or timezone.now()
    sejak = kini - dt.timedelta(hours=1)
    per: dict[int, list[Bacaan]] = defaultdict(list)
    baris = JejakBaca.objects.filter(
        waktu__gt=sejak,
        waktu__lte=kini,
        oleh__isnull=False,
        jenis__in=[JejakBaca.Jenis.BUKA, JejakBaca.Jenis.TAMPIL, JejakBaca.Jenis.EKSPOR],
    ).values_list("oleh_id", "jenis", "objek_label", "objek_id", "waktu")
    for oleh, jenis, label, objek, waktu in baris.iterator(chunk_size=5000):
        per[oleh].append(Bacaan(jenis, f"{label} {objek}", timezone.localtime(waktu).hour))
    lewat = {oleh: n for oleh, isi in per.items() if (n := nilai_bacaan(isi, settings.AMBANG_BACA))}
    if not lewat:
        return []
    sudah = set(AlarmBaca.objects.filter(dibuat_pada__gt=sejak).values_list("pengguna_id", "jenis"))
    jam = timezone.localtime(kini).replace(minute=0, second=0, microsecond=0)
    pengguna = Pengguna.objects.select_related("unit").in_bulk(lewat)
    hasil = []
    for oleh, jenis_jumlah in sorted(lewat.items()):
        for jenis, jumlah in jenis_jumlah.items():
            if (oleh, jenis) in sudah or AlarmBaca.objects.filter(pengguna_id=oleh, jenis=jenis, jam=jam).exists():
                continue
            try:
                hasil.append(alarm_catat(pengguna=pengguna[oleh], jenis=jenis, jam=jam, jumlah=jumlah, oleh=None))
            except IntegrityError:  # another worker raised the same one a moment ago
                continue
    return hasil


@layanan("Alarm pembacaan dicatat")
def alarm_catat(*, pengguna: Pengguna, jenis: str, jam: dt.datetime, jumlah: int, oleh: Pengguna | None) -> AlarmBaca:
    """Raise one alarm and tell the heads and the user's supervisors; not himself."""
    alarm = simpan_baru(
        AlarmBaca(pengguna=pengguna, jenis=jenis, jam=jam, jumlah=jumlah, ambang=settings.AMBANG_BACA[jenis])
    )
    tujuan = {p.pk: p for peran in ("pimpinan", "penyelia") for p in pemegang_peran(peran, pengguna.unit)}
    if pengguna.unit is None:  # a village or a company: the heads, not every supervisor
        tujuan = {p.pk: p for p in pemegang_peran("pimpinan", None)}
    for satu in tujuan.values():
        if satu.pk != pengguna.pk:
            beritahu(satu, f"Alarm pembacaan. {alarm} ({jumlah} dalam satu jam)", alarm)
    return alarm


@layanan("Alarm pembacaan ditinjau")
def alarm_tinjau(*, alarm: AlarmBaca, catatan: str, oleh: Pengguna) -> AlarmBaca:
    """Note what came of it. Raises AturanDilanggar: one's own (DIRI_SENDIRI), reviewed already, no note."""
    if not catatan.strip():
        raise AturanDilanggar("CATATAN_KOSONG", "Tinjauan memerlukan catatan.", "Tulis apa yang ditemukan.")
    with perubahan(alarm, oleh=oleh, sebab=catatan) as segar:
        if segar.ditinjau_pada is not None:
            raise AturanDilanggar("SUDAH_DITINJAU", "Alarm ini sudah ditinjau.", "Muat ulang halaman.")
        segar.ditinjau_oleh, segar.ditinjau_pada, segar.catatan = oleh, timezone.now(), catatan.strip()
    return segar

"""The index follows the records: what changed since the last time is taken in, in sets; no signal, nothing twice.

The worker calls `indeks_bila_waktunya` at each beat, `segarkan_indeks` does it by hand. Several workers may do it at
the same time: rows are written under the lock of their source's mark.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import DateTimeField, F, Value
from django.utils import timezone

from arsip.models import IndeksArsip, TandaIndeks
from arsip.models.indeks import kunci_indeks
from arsip.queries.sumber_indeks import SUMBER, IsiIndeks, SumberIndeks
from arsip.rules.cari import TEKS_TERBANYAK, kata_indeks
from arsip.services.teks_berkas import teks_berkas_baca
from inti.formats import samar_angka_panjang
from inti.pages.keyset import Sesudah

POTONG = 200  # records of one set
JEDA = dt.timedelta(minutes=2)  # longest transaction: what it changed shows later than its time says
DETIK_DENYUT = 4.0


def indeks_bila_waktunya() -> int:
    """A little at each beat of a worker. Out: records taken in."""
    return indeks_segarkan(detik=DETIK_DENYUT)


def indeks_segarkan(
    *, label: str | None = None, batas: int | None = None, detik: float | None = None, semua: bool = False
) -> int:
    """Take in what changed since each source's mark. Repeating it changes nothing.

    In: one source or all; at most so many records of each; seconds after which it stops; `semua` takes in every
    record anew and removes rows whose record is gone. Out: how many records were taken in or out.
    """
    sampai = None if detik is None else time.monotonic() + detik
    return sum(_segarkan(s, batas, sampai, semua) for s in SUMBER.values() if label in {None, s.label})


def _segarkan(sumber: SumberIndeks, batas: int | None, sampai: float | None, semua: bool) -> int:
    tanda = TandaIndeks.objects.filter(label=sumber.label).first()
    kursor = None
    if tanda is not None and tanda.diubah_pada is not None and not semua:
        kursor = (tanda.diubah_pada, tanda.objek_id)
    jumlah = 0
    while baris := _berikutnya(sumber, kursor):
        jumlah += indeks_tulis(sumber=sumber, pk=_berubah(sumber, baris, semua), sampai=sampai)
        pk, waktu = baris[-1]
        if sampai is not None and time.monotonic() > sampai:
            break  # the mark stays before this set: what was read of its files is kept, and it goes on from there
        kursor = (waktu, pk)
        _tandai(sumber.label, *kursor)
        if len(baris) < POTONG or (batas is not None and jumlah >= batas):
            break
    if semua and sampai is None:
        hilang = IndeksArsip.objects.filter(label=sumber.label).exclude(objek_id__in=sumber.hidup().values("pk"))
        jumlah += hilang.delete()[0]
    return jumlah


def _berikutnya(sumber: SumberIndeks, kursor: tuple[dt.datetime, int] | None) -> list[tuple[int, dt.datetime]]:
    """The next set in the order of change: key and time, thrown-away and cancelled records too."""
    kueri = sumber.model._default_manager.order_by("diubah_pada", "pk")
    if kursor is not None:
        waktu = Value(kursor[0], output_field=DateTimeField())
        kueri = kueri.filter(Sesudah(F("diubah_pada"), F("pk"), waktu, Value(kursor[1]), tanda=">"))
    return list(kueri.values_list("pk", "diubah_pada")[:POTONG])


def _berubah(sumber: SumberIndeks, baris: Sequence[tuple[int, dt.datetime]], semua: bool) -> list[int]:
    """Those that the index doesn't hold as they are."""
    if semua:
        return [pk for pk, _ in baris]
    ada = dict(
        IndeksArsip.objects.filter(label=sumber.label, objek_id__in=[pk for pk, _ in baris]).values_list(
            "objek_id", "objek_diubah"
        )
    )
    beda = [pk for pk, waktu in baris if ada.get(pk) != waktu]
    hidup = set(sumber.hidup().filter(pk__in=beda).values_list("pk", flat=True)) if beda else set()
    return [pk for pk in beda if pk in hidup or pk in ada]


def _tandai(label: str, waktu: dt.datetime, pk: int) -> None:
    """Move the mark on, but not into the last two minutes: those are looked at again."""
    aman = timezone.now() - JEDA
    waktu, pk = (waktu, pk) if waktu < aman else (aman, 0)
    with transaction.atomic():
        tanda = TandaIndeks.objects.select_for_update().get_or_create(label=label)[0]
        if tanda.diubah_pada is None or (tanda.diubah_pada, tanda.objek_id) < (waktu, pk):
            tanda.diubah_pada, tanda.objek_id = waktu, pk
            tanda.save(update_fields=["diubah_pada", "objek_id"])


def indeks_tulis(*, sumber: SumberIndeks, pk: Sequence[int], sampai: float | None = None) -> int:
    """Write the rows of some records as they are now; a record that doesn't belong in has none afterwards.

    Files are read before the transaction begins. A record whose files could not all be read by `sampai` waits.
    Out: how many records were dealt with.
    """
    if not pk:
        return 0
    isi = list(sumber.isi(sumber.hidup().filter(pk__in=pk)))
    teks = teks_berkas_baca(berkas=[b for i in isi for b in i.berkas], sampai=sampai)
    siap = [i for i in isi if all(b.sha256 in teks for b in i.berkas)]
    menunggu = {i.objek.pk for i in isi} - {i.objek.pk for i in siap}
    baris = [_baris(sumber, i, [teks[b.sha256] for b in i.berkas]) for i in siap]
    selesai = [n for n in pk if n not in menunggu]
    with transaction.atomic():
        TandaIndeks.objects.select_for_update().get_or_create(label=sumber.label)
        ada = IndeksArsip.objects.filter(label=sumber.label, objek_id__in=selesai)
        lebih_baru = _lebih_baru(ada, baris)
        ada.exclude(objek_id__in=lebih_baru).delete()
        IndeksArsip.objects.bulk_create([b for b in baris if b.objek_id not in lebih_baru], batch_size=POTONG)
    return len(selesai)


def _lebih_baru(ada: Any, baris: Iterable[IndeksArsip]) -> set[int]:
    """Records that another worker has taken in at a later state meanwhile."""
    kini = dict(ada.values_list("objek_id", "objek_diubah"))
    return {b.objek_id for b in baris if b.objek_id in kini and kini[b.objek_id] > b.objek_diubah}


def _baris(sumber: SumberIndeks, isi: IsiIndeks, dari_berkas: list[str]) -> IndeksArsip:
    """A row. Numbers of persons are masked: they are neither shown in a snippet nor found."""
    teks = samar_angka_panjang("\n".join(t for t in isi.teks if t).replace("\0", " "))
    teks = "\n".join([teks, *dari_berkas]).strip()[:TEKS_TERBANYAK]
    judul, pihak = samar_angka_panjang(isi.judul), samar_angka_panjang(isi.pihak)
    return IndeksArsip(
        id=kunci_indeks(isi.tanggal, sumber.kode, isi.objek.pk),
        label=sumber.label,
        objek_id=isi.objek.pk,
        objek_diubah=isi.objek.diubah_pada,
        tanggal=isi.tanggal,
        jenis=isi.jenis,
        klasifikasi=isi.klasifikasi,
        keamanan=isi.keamanan,
        nomor=isi.nomor[:120],
        judul=judul[:300],
        pihak=pihak[:260],
        kata=kata_indeks(judul, isi.nomor, pihak, isi.klasifikasi, teks),
        teks=teks,
    )

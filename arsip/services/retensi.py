"""The schedule, the archive's numbers and kinds; what follows from the schedule is written on the records in sets."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import Q

from arsip.models import BerkasArsip, JadwalRetensi
from arsip.queries.retensi import jadwal_kini
from arsip.rules.kode import kunci_urut
from arsip.rules.musnah import JAUH
from arsip.rules.retensi import AKHIR_TAHUN, Baris, baris_untuk, masa
from inti.models import Pengguna
from inti.perubahan import layanan
from inti.services.aturan import aturan_ganti, aturan_simpan, aturan_ubah

SENDIRI = (AKHIR_TAHUN, JadwalRetensi.Peristiwa.TANGGAL)  # events that the record's own day tells


def hitungan(
    kode: str, tanggal: dt.date, peristiwa: dt.date | None, jadwal: dict[str, list[Baris]]
) -> tuple[int | None, dt.date, dt.date, str]:
    """What the schedule says of a record: (row, active until, inactive until, fate).

    The row in force on the day of the event rules; while there was no event, the one of the record's day, and the
    clock stands (JAUH) unless its row counts from the record's own day or year.
    """
    baris = baris_untuk(kode, peristiwa or tanggal, jadwal) if kode else None
    if baris is None:
        return None, JAUH, JAUH, ""
    mulai = peristiwa or (tanggal if baris.peristiwa in SENDIRI else None)
    if mulai is None:
        return baris.pk, JAUH, JAUH, baris.nasib
    batas = masa(baris, mulai)
    return baris.pk, batas.aktif_sampai, batas.inaktif_sampai, baris.nasib


def hitung_berkas(berkas: BerkasArsip, jadwal: dict[str, list[Baris]] | None = None) -> bool:
    """Write on a record (unsaved) what follows from its code, days and number. Out: whether anything changed."""
    lama = [getattr(berkas, n) for n in ("retensi_id", "aktif_sampai", "inaktif_sampai", "nasib", "urut_kode")]
    pk, aktif, inaktif, nasib = hitungan(
        berkas.klasifikasi, berkas.tanggal, berkas.tanggal_peristiwa, jadwal_kini() if jadwal is None else jadwal
    )
    berkas.retensi_id, berkas.aktif_sampai, berkas.inaktif_sampai, berkas.nasib = pk, aktif, inaktif, nasib
    berkas.urut_kode = kunci_urut(berkas.nomor)[:160]
    return lama != [pk, aktif, inaktif, nasib, berkas.urut_kode]


def retensi_segarkan(kode: str | None = None) -> int:
    """Bring what follows from the schedule in step for records of a code and those below it (None: all), in sets.

    Destroyed records keep what was true of them. Out: how many changed.
    """
    kueri = BerkasArsip.objects.ada()
    if kode is not None:
        kueri = kueri.filter(Q(klasifikasi=kode) | Q(klasifikasi__startswith=f"{kode}."))
    jadwal, jumlah = jadwal_kini(), 0
    kolom = ["retensi", "aktif_sampai", "inaktif_sampai", "nasib", "urut_kode"]
    with transaction.atomic():
        kunci = list(kueri.order_by("pk").values_list("pk", flat=True))
        for awal in range(0, len(kunci), 500):
            milik = BerkasArsip.objects.filter(pk__in=kunci[awal : awal + 500])
            basi = [b for b in milik if hitung_berkas(b, jadwal)]
            BerkasArsip.objects.bulk_update(basi, kolom, batch_size=200)
            jumlah += len(basi)
    return jumlah


@layanan("Jadwal retensi dibuat")
def jadwal_tambah(*, isian: dict[str, Any], oleh: Pengguna | None) -> JadwalRetensi:
    """A row of the schedule; the one of its code in force ends the day before. Raises ValidationError."""
    baru = aturan_simpan(JadwalRetensi(**isian, urut=kunci_urut(isian["kode"])), oleh=oleh)
    retensi_segarkan(baru.kode)
    return baru


@layanan("Jadwal retensi diubah")
def jadwal_ubah(*, jadwal: JadwalRetensi, isian: dict[str, Any], oleh: Pengguna | None) -> JadwalRetensi:
    """Correct a row; the dates of its records follow. Raises VersiBerubah, ValidationError."""
    lama = JadwalRetensi.objects.values_list("kode", flat=True).get(pk=jadwal.pk)
    kode = isian.get("kode", lama)
    segar: JadwalRetensi = aturan_ubah(objek=jadwal, isian={**isian, "urut": kunci_urut(kode)}, oleh=oleh)
    for satu in {lama, kode}:
        retensi_segarkan(satu)
    return segar


@layanan("Jadwal retensi diganti mulai tanggal")
def jadwal_ganti(*, jadwal: JadwalRetensi, isian: dict[str, Any], oleh: Pengguna | None) -> JadwalRetensi:
    """Another row of the same code from a day on; the dates of its records follow. Raises as `aturan_ganti`."""
    baru: JadwalRetensi = aturan_ganti(objek=jadwal, isian=isian, oleh=oleh)
    retensi_segarkan(baru.kode)
    return baru


@layanan("Jadwal retensi dimuat")
def jadwal_muat(*, baris: list[dict[str, Any]], oleh: Pengguna | None) -> JadwalRetensi | None:
    """Rows of a file: the same code and first day is the same row, another day ends the row in force. All records are
    brought in step once."""
    ada = {(j.kode, j.berlaku_mulai): j for j in JadwalRetensi.objects.hidup()}
    hasil, baru = None, []
    for isi in baris:  # corrections first: a new row may end one of them, and so make it another version
        lama = ada.get((isi["kode"], isi["berlaku_mulai"]))
        if lama is None:
            baru.append(JadwalRetensi(**isi, urut=kunci_urut(isi["kode"])))
        elif any(getattr(lama, n) != v for n, v in isi.items()):
            hasil = aturan_ubah(objek=lama, isian=isi, oleh=oleh)
    for satu in baru:
        hasil = aturan_simpan(satu, oleh=oleh)
    retensi_segarkan()
    return hasil

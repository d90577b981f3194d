"""Gapless numbers: one row per pattern and year is the lock; a number is given in the transaction that uses it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max

from inti.formats import bulan_romawi
from inti.galat import AturanDilanggar
from inti.models import Nomor, Pengguna, SeriNomor
from inti.perubahan import layanan

HURUF = "abcdefghijklmnopqrstuvwxyz"
KOSONG = "…"  # stands in a reserved number for what only its letter will say


class _Urut(int):
    """The running number as a pattern writes it, with the letter of an insertion behind its digits: 015a."""

    sisipan = ""

    def __format__(self, bentuk: str) -> str:
        return super().__format__(bentuk) + self.sisipan


class _Isian(dict[str, object]):
    """Values of a pattern; what is not known yet stays open."""

    def __missing__(self, nama: str) -> str:
        return KOSONG


def nomor_ambil(
    *,
    seri: str,
    pola: str,
    tanggal: dt.date,
    oleh: Pengguna | None,
    objek_label: str = "",
    objek_id: str = "",
    isian: Mapping[str, str] | None = None,
) -> Nomor:
    """Take the next number of `seri` in the year of `tanggal`. Call it inside the transaction that uses the number.

    `pola` is a pattern with {urut}, {tahun}, {bulan_romawi} and the names in `isian`, for example
    "400.9/{urut:04d}/{tahun}"; it counts when the year's series is opened and is kept with it. A roll-back gives the
    number back, so there is no gap.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("nomor_ambil harus di dalam transaksi yang memakainya")
    baris = _kunci(seri, pola, tanggal.year)
    baris.terakhir += 1
    baris.save(update_fields=["terakhir"])
    return Nomor.objects.create(
        seri=baris,
        urut=baris.terakhir,
        teks=teks_nomor(baris, baris.terakhir, tanggal, isian),
        oleh=oleh,
        objek_label=objek_label,
        objek_id=objek_id,
    )


def nomor_sisipkan(
    *,
    seri: SeriNomor,
    urut: int,
    tanggal: dt.date,
    oleh: Pengguna | None,
    alasan: str,
    objek_label: str = "",
    objek_id: str = "",
    isian: Mapping[str, str] | None = None,
) -> Nomor:
    """Insert a back-dated number behind `urut`: 15a, then 15b. Call it inside the transaction that uses the number.

    Raises AturanDilanggar: ALASAN_KOSONG, NOMOR_POKOK_TIDAK_ADA, TAHUN_SISIPAN, SISIPAN_HABIS.
    """
    if not alasan.strip():
        raise AturanDilanggar("ALASAN_KOSONG", "Nomor sisipan memerlukan alasan.", "Tulis alasannya.")
    baris = SeriNomor.objects.select_for_update().get(pk=seri.pk)
    if not 1 <= urut <= baris.terakhir:
        raise AturanDilanggar(
            "NOMOR_POKOK_TIDAK_ADA",
            f"Nomor urut {urut} belum ada; yang terakhir {baris.terakhir}.",
            "Sisipkan sesudah nomor yang sudah ada, atau ambil nomor biasa.",
        )
    if tanggal.year != baris.tahun:
        raise AturanDilanggar(
            "TAHUN_SISIPAN", f"Seri ini untuk tahun {baris.tahun}.", "Pakai tanggal pada tahun yang sama."
        )
    akhir = Nomor.objects.filter(seri=baris, urut=urut).aggregate(a=Max("sisipan"))["a"]
    if akhir == HURUF[-1]:
        raise AturanDilanggar("SISIPAN_HABIS", f"Nomor {urut} sudah mempunyai 26 sisipan.", "Pilih nomor lain.")
    huruf = HURUF[HURUF.index(akhir) + 1] if akhir else HURUF[0]
    return Nomor.objects.create(
        seri=baris,
        urut=urut,
        sisipan=huruf,
        teks=teks_nomor(baris, urut, tanggal, isian, huruf),
        asal=alasan.strip()[:300],
        oleh=oleh,
        objek_label=objek_label,
        objek_id=objek_id,
    )


def nomor_pakai_cadangan(
    *,
    nomor: Nomor,
    tanggal: dt.date,
    oleh: Pengguna | None,
    objek_label: str = "",
    objek_id: str = "",
    isian: Mapping[str, str] | None = None,
) -> Nomor:
    """Use a number that was reserved for a power cut, for the letter that bears it. Raises AturanDilanggar(BUKAN_CADANGAN)."""
    segar = Nomor.objects.select_for_update().get(pk=nomor.pk)
    seri = SeriNomor.objects.get(pk=segar.seri_id)
    if segar.keadaan != Nomor.Keadaan.DICADANGKAN or tanggal.year != seri.tahun:
        raise AturanDilanggar("BUKAN_CADANGAN", f"Nomor {segar.teks} bukan nomor cadangan.", "Muat ulang daftar.")
    segar.keadaan, segar.oleh = Nomor.Keadaan.DIPAKAI, oleh
    segar.alasan = f"Dari cadangan: {segar.asal}"[:300]
    segar.teks = teks_nomor(seri, segar.urut, tanggal, isian)
    segar.objek_label, segar.objek_id = objek_label, objek_id
    segar.save()
    return segar


@layanan("Nomor dibatalkan")
def nomor_batalkan(*, nomor: Nomor, oleh: Pengguna, alasan: str) -> Nomor:
    """Mark a number as cancelled with its reason. It is never given out again."""
    segar = Nomor.objects.select_for_update().get(pk=nomor.pk)
    if segar.keadaan == Nomor.Keadaan.DIBATALKAN:
        raise AturanDilanggar(
            "NOMOR_SUDAH_BATAL", f"Nomor {segar.teks} sudah dibatalkan.", "Tidak ada yang perlu dilakukan."
        )
    if not alasan.strip():
        raise AturanDilanggar("ALASAN_KOSONG", "Pembatalan nomor memerlukan alasan.", "Tulis alasannya.")
    segar.keadaan, segar.alasan = Nomor.Keadaan.DIBATALKAN, alasan.strip()[:300]
    segar.save(update_fields=["keadaan", "alasan"])
    return segar


@layanan("Blok nomor dicadangkan")
def nomor_cadangkan(*, seri: SeriNomor, jumlah: int, tanggal: dt.date, oleh: Pengguna, alasan: str) -> list[Nomor]:
    """Reserve the next `jumlah` (1 to 100) numbers for handwritten use in a power cut, to be reconciled afterwards."""
    if not 1 <= jumlah <= 100:
        raise AturanDilanggar("JUMLAH_CADANGAN", "Jumlah cadangan 1 sampai 100.", "Perbaiki jumlahnya.")
    baris = SeriNomor.objects.select_for_update().get(pk=seri.pk)
    awal, baris.terakhir = baris.terakhir + 1, baris.terakhir + jumlah
    baris.save(update_fields=["terakhir"])
    return Nomor.objects.bulk_create(
        Nomor(
            seri=baris,
            urut=u,
            teks=teks_nomor(baris, u, tanggal),
            keadaan=Nomor.Keadaan.DICADANGKAN,
            asal=alasan,
            oleh=oleh,
        )
        for u in range(awal, baris.terakhir + 1)
    )


@layanan("Nomor cadangan dicocokkan")
def nomor_cocokkan(*, nomor: Nomor, oleh: Pengguna, dipakai_untuk: str) -> Nomor:
    """Reconcile a reserved number: an empty `dipakai_untuk` cancels it, else it was used by hand for what is written."""
    segar = Nomor.objects.select_for_update().get(pk=nomor.pk)
    if segar.keadaan != Nomor.Keadaan.DICADANGKAN:
        raise AturanDilanggar("BUKAN_CADANGAN", f"Nomor {segar.teks} bukan nomor cadangan.", "Muat ulang daftar.")
    if dipakai_untuk:
        segar.keadaan, segar.alasan = Nomor.Keadaan.DIPAKAI, f"Dipakai tangan: {dipakai_untuk}"[:300]
    else:
        segar.keadaan, segar.alasan = Nomor.Keadaan.DIBATALKAN, "Cadangan tidak dipakai"
    segar.save(update_fields=["keadaan", "alasan"])
    return segar


def _kunci(seri: str, pola: str, tahun: int) -> SeriNomor:
    SeriNomor.objects.get_or_create(kode=seri, tahun=tahun, defaults={"pola": pola})
    return SeriNomor.objects.select_for_update().get(kode=seri, tahun=tahun)


def teks_nomor(
    seri: SeriNomor, urut: int, tanggal: dt.date, isian: Mapping[str, str] | None = None, sisipan: str = ""
) -> str:
    """A number of the series as it is written: its running number, the letter of an insertion, and the pattern's values."""
    angka = _Urut(urut)
    angka.sisipan = sisipan
    nilai = {"urut": angka, "tahun": seri.tahun, "bulan_romawi": bulan_romawi(tanggal), **(isian or {})}
    return seri.pola.format_map(_Isian(nilai))

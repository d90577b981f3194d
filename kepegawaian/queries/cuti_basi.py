"""Leave whose stored days are not what calendar and rule say now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from inti.queries.kalender import libur_antara
from kepegawaian.models import AturanCuti, PengajuanCuti
from kepegawaian.rules.cuti import KELOMPOK, Hitungan, hitung

S = PengajuanCuti.Status
# Those whose days stand in a balance. What was refused or given up keeps the figures of its day.
BERHITUNG = (*PengajuanCuti.BERLAKU, *PengajuanCuti.TERBUKA, S.DITANGGUHKAN)


@dataclass(frozen=True)
class CutiBasi:
    """A leave with what its days would be now."""

    cuti: PengajuanCuti
    hitungan: Hitungan
    satuan: str

    @property
    def beda(self) -> str:
        """The difference in a sentence's words."""
        if self.hitungan.hari == self.cuti.hari:
            return f"tetap {self.cuti.lama}, pada tanggal lain"
        return f"dari {self.cuti.lama} menjadi {self.hitungan.hari}"


def hitung_kini(
    cuti: Iterable[PengajuanCuti], andai: Mapping[dt.date, str | None] | None = None
) -> list[tuple[PengajuanCuti, Hitungan, str]]:
    """Each leave (its person fetched with it) with its days and their unit by calendar and rule of now; two queries.

    `andai` is what the calendar would be besides: a date's name, None where it would be no day off. Where no rule is in
    force any more (the person is of another group by now) the unit stays that by which it was counted.
    """
    semua = list(cuti)
    if not semua:
        return []
    libur = libur_antara(min(c.mulai for c in semua), max(c.berakhir for c in semua))
    for hari, nama in (andai or {}).items():
        if nama is None:
            libur.pop(hari, None)
        else:
            libur[hari] = nama
    aturan = list(AturanCuti.objects.hidup())
    hasil = []
    for c in semua:
        satuan = _satuan(c, aturan)
        hasil.append((c, hitung(c.mulai, c.berakhir, satuan, libur), satuan))
    return hasil


def _satuan(c: PengajuanCuti, aturan: list[AturanCuti]) -> str:
    kelompok = KELOMPOK.get(c.pegawai.jenis)
    cocok = (a for a in aturan if (a.jenis, a.kelompok) == (c.jenis, kelompok) and a.berlaku_mulai <= c.mulai)
    return next((a.satuan for a in cocok if a.berlaku_sampai is None or a.berlaku_sampai >= c.mulai), c.satuan)


def pilih_basi(cuti: Iterable[PengajuanCuti], andai: Mapping[dt.date, str | None] | None = None) -> list[CutiBasi]:
    """Those of them that differ from calendar and rule: in days, in the years they fall in, or in which days count."""
    return [CutiBasi(c, h, satuan) for c, h, satuan in hitung_kini(cuti, andai) if _beda(c, h)]


def _beda(c: PengajuanCuti, h: Hitungan) -> bool:
    libur = {hari.isoformat() for _, semua in h.tidak_dihitung for hari in semua}
    semula = {hari for t in c.rincian.get("tidak_dihitung", ()) for hari in t["tanggal"]}
    return (
        c.hari != h.hari
        or {t: n for t, n in c.isi_tahun().items() if n} != dict(h.per_tahun)
        or {hari for hari in semula if hari <= c.berakhir.isoformat()} != libur
    )


def basi_satu(cuti: PengajuanCuti) -> CutiBasi | None:
    """How one leave differs; None when it doesn't, or stands in no balance."""
    return next(iter(pilih_basi([cuti])), None) if cuti.status in BERHITUNG else None


def cuti_berhitung(kueri: QuerySet[PengajuanCuti] | None = None) -> QuerySet[PengajuanCuti]:
    """Living leave that stands in a balance, with its people, oldest first."""
    semua = PengajuanCuti.objects.hidup() if kueri is None else kueri
    return semua.filter(status__in=BERHITUNG).select_related("pegawai", "nomor").order_by("mulai", "id")


def basi_antara(mulai: dt.date, sampai: dt.date, andai: Mapping[dt.date, str | None]) -> list[CutiBasi]:
    """Stale leave with a day in a span, of the whole office: what the calendar's pages count."""
    return pilih_basi(cuti_berhitung().filter(mulai__lte=sampai, berakhir__gte=mulai), andai)

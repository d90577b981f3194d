"""The month of a unit: who is away on which day, and where too many are away at once."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, field

from inti.formats import hari_tanggal
from inti.models import UnitKerja
from inti.queries.kalender import libur_antara
from inti.rules.kalender import AKHIR_PEKAN
from kepegawaian.models import Pegawai, PengajuanCuti

BENTROK = 2  # so many of one unit away on a working day is worth a look


@dataclass(frozen=True)
class HariKalender:
    """A column: its day and why it is none of work."""

    tanggal: dt.date
    nama: str
    libur: str


@dataclass(frozen=True)
class Sel:
    """A person's day: the letter shown, what it means in words, whether it is only asked for, and the leave."""

    huruf: str = ""
    arti: str = ""
    menunggu: bool = False
    libur: bool = False
    cuti: int = 0


@dataclass
class BarisUnit:
    """A unit with its people's rows and, for each day, how many are away (0 where fewer than two)."""

    unit: UnitKerja
    orang: list[tuple[Pegawai, list[Sel]]] = field(default_factory=list)
    bersamaan: list[int] = field(default_factory=list)

    @property
    def ada_bentrok(self) -> bool:
        """Whether any day of the month has two or more away."""
        return any(self.bersamaan)


def hari_bulan(tahun: int, bulan: int) -> list[HariKalender]:
    """Columns of a month."""
    akhir = calendar.monthrange(tahun, bulan)[1]
    semua = [dt.date(tahun, bulan, n + 1) for n in range(akhir)]
    libur = libur_antara(semua[0], semua[-1])
    hasil = []
    for h in semua:
        nama = hari_tanggal(h).split(",")[0]
        hasil.append(HariKalender(h, nama, libur.get(h) or (nama if h.weekday() in AKHIR_PEKAN else "")))
    return hasil


def kalender_unit(unit: UnitKerja, tahun: int, bulan: int) -> tuple[list[HariKalender], list[BarisUnit]]:
    """Days of a month and the rows of a unit and those below it; three queries."""
    hari = hari_bulan(tahun, bulan)
    orang = list(
        Pegawai.objects.hidup()
        .filter(unit__jalur__startswith=unit.jalur)
        .select_related("unit")
        .order_by("unit__jalur", "nama", "id")
    )
    cuti: dict[int, list[PengajuanCuti]] = {}
    for c in (
        PengajuanCuti.objects.hidup()
        .filter(
            pegawai__unit__jalur__startswith=unit.jalur,
            mulai__lte=hari[-1].tanggal,
            berakhir__gte=hari[0].tanggal,
            status__in=[*PengajuanCuti.BERLAKU, *PengajuanCuti.BERJALAN],
        )
        .order_by("mulai", "id")
    ):
        cuti.setdefault(c.pegawai_id, []).append(c)
    hasil: dict[int, BarisUnit] = {}
    for p in orang:
        baris = hasil.setdefault(p.unit_id, BarisUnit(p.unit))
        baris.orang.append((p, [_sel(h, cuti.get(p.pk, ())) for h in hari]))
    for b in hasil.values():
        for n, h in enumerate(hari):
            banyak = sum(bool(sel[n].cuti) for _, sel in b.orang)
            b.bersamaan.append(banyak if banyak >= BENTROK and not h.libur else 0)
    return hari, list(hasil.values())


def _sel(h: HariKalender, cuti: list[PengajuanCuti] | tuple[()]) -> Sel:
    for c in cuti:
        if c.mulai <= h.tanggal <= c.berakhir:
            if h.libur and c.satuan == "hari_kerja":
                return Sel(libur=True)
            menunggu = c.status in PengajuanCuti.BERJALAN
            arti = f"{c.get_jenis_display()}{', menunggu' if menunggu else ''}"
            return Sel(c.huruf, arti, menunggu, bool(h.libur), c.pk)
    return Sel(libur=bool(h.libur))

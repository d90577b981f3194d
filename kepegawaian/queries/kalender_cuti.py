"""The month of a unit: who is away on which day, and where too many are away at once."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from django.urls import reverse
from django.utils import timezone

from inti.formats import bulan_tahun
from inti.keluaran.kisi import BarisKisi, KelompokKisi, Kisi, KolomKisi, SelKisi
from inti.models import UnitKerja
from inti.pages.kisi import kolom_hari
from inti.rules.kalender import rentang
from kepegawaian.models import Pegawai, PengajuanCuti

BENTROK = 2  # so many of one unit away on a working day is worth a look
LEGENDA = (
    ("T", "tahunan"), ("B", "besar"), ("S", "sakit"), ("M", "melahirkan"), ("P", "alasan penting"),
    ("N", "di luar tanggungan negara"),
)  # fmt: skip
CATATAN = (
    "Tanda ? berarti belum diputus. "
    "Baris Bersamaan menunjukkan hari kerja dengan dua orang atau lebih dari satu unit yang cuti."
)


def kalender_unit(unit: UnitKerja, tahun: int, bulan: int) -> Kisi:
    """The grid of a month for a unit and those below it; three queries."""
    awal = dt.date(tahun, bulan, 1)
    akhir = awal.replace(day=calendar.monthrange(tahun, bulan)[1])
    orang = (
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
            mulai__lte=akhir,
            berakhir__gte=awal,
            status__in=[*PengajuanCuti.BERLAKU, *PengajuanCuti.TERBUKA],
        )
        .order_by("mulai", "id")
    ):
        cuti.setdefault(c.pegawai_id, []).append(c)
    kolom = kolom_hari(awal, akhir, kini=timezone.localdate())
    hari = list(zip(rentang(awal, akhir), kolom, strict=True))
    kelompok = []
    for u, isi in groupby(orang, key=lambda p: p.unit):
        baris = tuple(BarisKisi(p.nama, tuple(_sel(h, k, cuti.get(p.pk, ())) for h, k in hari)) for p in isi)
        kelompok.append(KelompokKisi(baris, u.nama, _bersamaan(baris, kolom)))
    judul = f"Kalender cuti {bulan_tahun(awal)}"
    return Kisi(judul, "Pegawai", kolom, tuple(kelompok), legenda=LEGENDA, catatan=CATATAN)


def _bersamaan(baris: Sequence[BarisKisi], kolom: Sequence[KolomKisi]) -> tuple[BarisKisi, ...]:
    """The row that says on which working days two or more are away; none when there is no such day."""
    banyak = [0 if k.libur else sum(bool(b.sel[n].kode) for b in baris) for n, k in enumerate(kolom)]
    sel = tuple(SelKisi(f"{n}!", f"{n} orang cuti", "awas") if n >= BENTROK else SelKisi() for n in banyak)
    return (BarisKisi("Bersamaan", sel),) if max(banyak) >= BENTROK else ()


def _sel(hari: dt.date, kolom: KolomKisi, cuti: Sequence[PengajuanCuti]) -> SelKisi:
    for c in cuti:
        if c.mulai <= hari <= c.berakhir:
            if kolom.libur and c.satuan == "hari_kerja":
                break
            alamat = reverse("kepegawaian:cuti", args=[c.pk])
            if c.terbuka:
                return SelKisi(f"{c.huruf}?", f"{c.get_jenis_display()}, menunggu", "tunggu", alamat=alamat)
            return SelKisi(c.huruf, c.get_jenis_display(), "kabar", alamat=alamat)
    return SelKisi()

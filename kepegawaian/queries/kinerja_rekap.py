"""The month: one person's, and that of many people in a few queries, for page, PDF and workbook alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from inti.queries.kalender import libur_antara
from inti.rules.kalender import hari_kerja
from kepegawaian.models import Keadaan, KegiatanHarian, Pegawai, PenilaianBulanan
from kepegawaian.queries.atasan import atasan_pada
from kepegawaian.rules.kinerja import akhir_bulan

S = KegiatanHarian.Status
SETUJU = Q(status=S.DISETUJUI)
JUDUL_BULANAN = [
    "Bulan", "NIP", "Nama", "Jabatan", "Unit", "Hari kerja", "Hari terisi", "Kegiatan disetujui", "Menit disetujui",
    "Menunggu", "Hasil kerja", "Perilaku kerja", "Predikat", "Rujukan e-Kinerja",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class BarisTarget:
    """What was approved in the month for one target; `target` empty: for none."""

    target: str
    satuan: str
    kegiatan: int
    jumlah: int
    menit: int


@dataclass(frozen=True, slots=True)
class BulanOrang:
    """One person's month."""

    pegawai: Pegawai
    bulan: dt.date
    kegiatan: list[KegiatanHarian]
    target: list[BarisTarget]
    hari_kerja: int
    penilaian: PenilaianBulanan | None
    atasan: Pegawai | None

    @property
    def hari_terisi(self) -> int:
        """Days with something proposed or approved."""
        return len({k.tanggal for k in self.kegiatan if k.status != S.KONSEP})

    @property
    def menit_disetujui(self) -> int:
        return sum(k.menit for k in self.kegiatan if k.status == S.DISETUJUI)

    @property
    def menunggu(self) -> int:
        """Activities not decided yet."""
        return sum(k.status == S.DIAJUKAN for k in self.kegiatan)

    @property
    def selesai(self) -> bool:
        """Whether the month may be rated already."""
        return timezone.localdate() >= akhir_bulan(self.bulan)


def bulan_orang(pegawai: Pegawai, bulan: dt.date, *, konsep: bool) -> BulanOrang:
    """A person's month; drafts (`konsep`) are for himself alone."""
    akhir = akhir_bulan(bulan)
    semua = KegiatanHarian.objects.hidup().filter(pegawai=pegawai, tanggal__range=(bulan, akhir))
    if not konsep:
        semua = semua.exclude(status=S.KONSEP)
    kegiatan = list(semua.select_related("target", "atasan", "bukti").order_by("tanggal", "id"))
    nilai = (
        PenilaianBulanan.objects.hidup()
        .filter(pegawai=pegawai, bulan=bulan)
        .select_related("dinilai_oleh", "atasan")
        .first()
    )
    return BulanOrang(
        pegawai,
        bulan,
        kegiatan,
        _per_target(kegiatan),
        hari_kerja(bulan, akhir, libur_antara(bulan, akhir)),
        nilai,
        atasan_pada(pegawai, akhir),
    )


def _per_target(kegiatan: list[KegiatanHarian]) -> list[BarisTarget]:
    isi: dict[int, list[KegiatanHarian]] = {}
    for k in kegiatan:
        if k.status == S.DISETUJUI:
            isi.setdefault(k.target_id or 0, []).append(k)
    hasil = []
    for pk, daftar in sorted(isi.items(), key=lambda b: (not b[0], b[0])):
        t = daftar[0].target
        nama, satuan = (t.uraian, t.satuan) if pk and t is not None else ("", "")
        hasil.append(
            BarisTarget(nama, satuan, len(daftar), sum(k.jumlah for k in daftar), sum(k.menit for k in daftar))
        )
    return hasil


@dataclass(slots=True)
class BarisRekap:
    """One person in the recap of a month."""

    pegawai: Pegawai
    hari_kerja: int
    hari_terisi: int = 0
    kegiatan: int = 0
    menit: int = 0
    menunggu: int = 0
    penilaian: PenilaianBulanan | None = None


def rekap_bulan(staf: QuerySet, bulan: dt.date) -> list[BarisRekap]:
    """Active people, and those who left after they had written something, by unit and name. Four queries."""
    akhir = akhir_bulan(bulan)
    kerja = hari_kerja(bulan, akhir, libur_antara(bulan, akhir))
    kegiatan = KegiatanHarian.objects.hidup().exclude(status=S.KONSEP).filter(tanggal__range=(bulan, akhir))
    hitung = {
        b["pegawai_id"]: b
        for b in kegiatan.filter(pegawai__in=staf.order_by().values("pk"))
        .order_by()
        .values("pegawai_id")
        .annotate(
            hari=Count("tanggal", distinct=True),
            setuju=Count("id", filter=SETUJU),
            menit_setuju=Sum("menit", filter=SETUJU, default=0),
            tunggu=Count("id", filter=Q(status=S.DIAJUKAN)),
        )
    }
    nilai = {n.pegawai_id: n for n in PenilaianBulanan.objects.hidup().filter(bulan=bulan)}
    hasil = []
    for p in staf.select_related("unit").order_by("unit__jalur", "nama", "id"):
        h = hitung.get(p.pk)
        if h is None and p.keadaan != Keadaan.AKTIF:
            continue
        b = BarisRekap(p, kerja, penilaian=nilai.get(p.pk))
        if h is not None:
            b.hari_terisi, b.kegiatan, b.menit, b.menunggu = h["hari"], h["setuju"], h["menit_setuju"], h["tunggu"]
        hasil.append(b)
    return hasil


def sel_bulanan(bulan: dt.date, b: BarisRekap) -> list[Any]:
    """A row of the recap as cells of JUDUL_BULANAN."""
    n = b.penilaian
    return [
        f"{bulan:%m-%Y}", b.pegawai.nip, b.pegawai.nama, b.pegawai.jabatan, b.pegawai.unit.nama, b.hari_kerja,
        b.hari_terisi, b.kegiatan, b.menit, b.menunggu,
        *((n.get_hasil_display(), n.get_perilaku_display(), n.get_predikat_display(), n.rujukan_ekinerja) if n else [""] * 4),
    ]  # fmt: skip


def bulan_berisi() -> list[dt.date]:
    """Months in which anything was proposed, oldest first."""
    semua = KegiatanHarian.objects.hidup().exclude(status=S.KONSEP).order_by()
    return sorted(b for b in semua.annotate(b=TruncMonth("tanggal")).values_list("b", flat=True).distinct())


def semua_bulan(staf: QuerySet) -> Iterator[list[Any]]:
    """The recap of every month there is, month by month."""
    for bulan in bulan_berisi():
        for b in rekap_bulan(staf, bulan):
            yield sel_bulanan(bulan, b)

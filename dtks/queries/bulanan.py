"""The monthly report out of single records: a handful of grouped queries, never a loop over records."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, Count, F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from dtks.models import Kunjungan, Pemeriksaan, Permohonan
from dtks.rules.alasan import PENOLAKAN
from dtks.rules.bulanan import (
    LAYANAN,
    PENOLAKAN_TERBIT,
    TabelSilang,
    awal_bulan,
    bulan_berikut,
    deret_bulan,
    persentil,
    silang,
)
from inti.formats.tanggal import saat_iso
from inti.models import Pengguna

ALASAN = (*PENOLAKAN_TERBIT, *(k for k in PENOLAKAN if k not in PENOLAKAN_TERBIT))
DITERIMA, DITOLAK = str(Permohonan.Status.DITERIMA), str(Permohonan.Status.DITOLAK)
PUTUSAN = (DITERIMA, DITOLAK)


class Menit(Func):
    """Whole minutes between two times, the later one first; NULL where one of them is. Seconds are rounded first."""

    arity = 2
    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **lain: Any) -> Any:
        """By SQLite's own function: Django's difference would call Python for each row."""
        pola = "(CAST((julianday(%(expressions)s)) * 86400.0 + 0.5 AS INTEGER) / 60)"
        return self.as_sql(compiler, connection, template=pola, arg_joiner=") - julianday(", **lain)

    def as_postgresql(self, compiler: Any, connection: Any, **lain: Any) -> Any:
        """By seconds since the epoch."""
        pola = "(ROUND(EXTRACT(EPOCH FROM (%(expressions)s)))::integer / 60)"
        return self.as_sql(compiler, connection, template=pola, arg_joiner=" - ", **lain)


class JamUtc(Func):
    """The hour of a time in UTC as text ("2022-02-01 01"), cut by the database; the office's zone is applied after."""

    arity = 1
    output_field = CharField()

    def as_sqlite(self, compiler: Any, connection: Any, **lain: Any) -> Any:
        """Times are stored as UTC text."""
        return self.as_sql(compiler, connection, template="substr(%(expressions)s, 1, 13)", **lain)

    def as_postgresql(self, compiler: Any, connection: Any, **lain: Any) -> Any:
        """The same text."""
        return self.as_sql(
            compiler, connection, template="to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24')", **lain
        )


@dataclass(frozen=True)
class Waktu:
    """Of how many visits waiting and serving are known, and their median and 90th percentile in minutes."""

    kunjungan: int
    tunggu_tercatat: int
    tunggu: tuple[int | None, int | None]
    layan_tercatat: int
    layan: tuple[int | None, int | None]


@dataclass(frozen=True)
class Laporan:
    """Everything the report shows. `desa` and `petugas`: (name, more of the name, served, refused)."""

    bulan: list[dt.date]
    layanan: TabelSilang[dt.date, str]
    penolakan: TabelSilang[dt.date, str]
    terbuka: int
    desa: list[tuple[str, str, int, int]]
    petugas: list[tuple[str, str, int, int]]
    jam: TabelSilang[int, int]
    waktu: dict[dt.date, Waktu]
    waktu_semua: Waktu

    @property
    def alasan(self) -> dict[str, int]:
        """Refusals by reason, all months together."""
        return {k: self.penolakan.jumlah_kolom(k) for k in self.penolakan.kolom}


def laporan(pengguna: Pengguna, awal: dt.date, akhir: dt.date) -> Laporan:
    """The report of the months `awal` to `akhir`, within the user's scope. Four queries whatever the number of records."""
    bulan = deret_bulan(awal, akhir)
    permohonan = Permohonan.objects.untuk(pengguna).filter(tanggal__gte=bulan[0], tanggal__lt=bulan_berikut(bulan[-1]))
    hitung = list(_hitung(permohonan))
    layanan, penolakan = tabel(hitung, bulan)
    desa, petugas = _menurut(permohonan)
    kunjungan = Kunjungan.objects.untuk(pengguna).filter(
        waktu__gte=_pukul_nol(bulan[0]), waktu__lt=_pukul_nol(bulan_berikut(bulan[-1]))
    )
    waktu, waktu_semua = _waktu(kunjungan, bulan)
    return Laporan(
        bulan=bulan,
        layanan=layanan,
        penolakan=penolakan,
        terbuka=sum(n for _, _, status, _, n in hitung if status not in PUTUSAN),
        desa=desa,
        petugas=petugas,
        jam=_jam(kunjungan),
        waktu=waktu,
        waktu_semua=waktu_semua,
    )


def bulan_ada(pengguna: Pengguna) -> list[dt.date]:
    """Months with requests within the user's scope, ascending."""
    hari = Permohonan.objects.untuk(pengguna).order_by().values_list("tanggal", flat=True).distinct()
    return sorted({awal_bulan(d) for d in hari})


def tabel_semua(pengguna: Pengguna | None) -> tuple[TabelSilang[dt.date, str], TabelSilang[dt.date, str]]:
    """Both tables of every month in which a request was decided; None is the command, which sees the whole office."""
    permohonan = Permohonan.objects.hidup() if pengguna is None else Permohonan.objects.untuk(pengguna)
    hitung = list(_hitung(permohonan.filter(status__in=PUTUSAN)))
    return tabel(hitung, sorted({awal_bulan(h[0]) for h in hitung}))


Hitung = tuple[dt.date, str, str, str, int]


def _hitung(permohonan: QuerySet[Permohonan]) -> Iterable[Hitung]:
    """Counts by day, kind, state and reason: some rows a day, however many records."""
    return permohonan.order_by().values_list("tanggal", "jenis", "status", "alasan").annotate(n=Count("id"))


def tabel(
    hitung: Iterable[Hitung], bulan: list[dt.date]
) -> tuple[TabelSilang[dt.date, str], TabelSilang[dt.date, str]]:
    """Served by month and kind, refused by month and reason. Only decided requests count, in the month of their day."""
    hitung = list(hitung)
    return (
        silang(
            ((awal_bulan(d), jenis, n) for d, jenis, status, _, n in hitung if status == DITERIMA),
            baris=bulan,
            kolom=LAYANAN,
        ),
        silang(
            ((awal_bulan(d), alasan, n) for d, _, status, alasan, n in hitung if status == DITOLAK),
            baris=bulan,
            kolom=ALASAN,
        ),
    )


def _menurut(
    permohonan: QuerySet[Permohonan],
) -> tuple[list[tuple[str, str, int, int]], list[tuple[str, str, int, int]]]:
    """Served and refused by village and by clerk, the most first."""
    desa: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    petugas: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    isi = (
        permohonan.filter(status__in=PUTUSAN)
        .order_by()
        .values_list("desa__nama", "desa__induk__nama", "diputus_oleh__nama", "diputus_oleh__username", "status")
        .annotate(n=Count("id"))
    )
    for nama, kecamatan, siapa, akun, status, n in isi:
        desa[nama or "", kecamatan or ""][status] += n
        petugas[siapa or "", akun or ""][status] += n
    return _urut(desa), _urut(petugas)


def _urut(isi: dict[tuple[str, str], Counter[str]]) -> list[tuple[str, str, int, int]]:
    baris = [(nama, lain, n[DITERIMA], n[DITOLAK]) for (nama, lain), n in isi.items()]
    return sorted(baris, key=lambda b: (-b[2] - b[3], b[0], b[1]))


def _jam(kunjungan: QuerySet[Kunjungan]) -> TabelSilang[int, int]:
    """Visits by weekday (Monday 0) and hour, as the office's clock shows."""
    hasil: Counter[tuple[int, int]] = Counter()
    for teks, n in kunjungan.order_by().values_list(JamUtc("waktu")).annotate(n=Count("id")):
        saat = timezone.localtime(saat_iso(f"{teks}:00+00:00"))
        hasil[saat.weekday(), saat.hour] += n
    jam = [j for _, j in hasil]
    return silang(
        ((hari, j, n) for (hari, j), n in hasil.items()),
        baris=sorted({0, 1, 2, 3, 4} | {hari for hari, _ in hasil}) if hasil else [],
        kolom=range(min(jam), max(jam) + 1) if jam else [],
    )


def waktu_dipanggil() -> Any:
    """When the visitor was called, for an annotation of Kunjungan: by his ticket, else the first look-up of the visit."""
    periksa = Pemeriksaan.objects.filter(kunjungan=OuterRef("pk")).order_by("waktu").values("waktu")[:1]
    return Coalesce(F("tiket__dipanggil_pada"), Subquery(periksa))


def _waktu(kunjungan: QuerySet[Kunjungan], bulan: list[dt.date]) -> tuple[dict[dt.date, Waktu], Waktu]:
    """Waiting and serving by month out of one query of counts by whole minutes.

    A visit that began with its look-up has no waiting that anybody knows; times out of order are no times.
    """
    # Month boundaries in the office's zone, compared as they are stored: no function runs for each row.
    ke = [When(waktu__lt=_pukul_nol(bulan_berikut(b)), then=Value(i)) for i, b in enumerate(bulan)]
    sah = Q(_panggil__gt=F("waktu"), _panggil__lte=F("selesai_pada"))
    isi = (
        kunjungan.annotate(_panggil=waktu_dipanggil())
        .annotate(_mulai=Case(When(sah, then=F("_panggil"))), _bulan=Case(*ke, output_field=IntegerField()))
        .annotate(
            _tunggu=Menit("_mulai", "waktu"),
            _layan=Case(When(selesai_pada__gte=F("waktu"), then=Menit("selesai_pada", Coalesce("_mulai", "waktu")))),
        )
        .order_by()
        .values_list("_bulan", "_tunggu", "_layan")
        .annotate(n=Count("id"))
    )
    tunggu: dict[int, Counter[int]] = defaultdict(Counter)
    layan: dict[int, Counter[int]] = defaultdict(Counter)
    banyak: Counter[int] = Counter()
    for i, menit_tunggu, menit_layan, n in isi:
        banyak[i] += n
        if menit_tunggu is not None:
            tunggu[i][menit_tunggu] += n
        if menit_layan is not None:
            layan[i][menit_layan] += n
    per_bulan = {b: _ringkas(banyak[i], tunggu[i], layan[i]) for i, b in enumerate(bulan)}
    return per_bulan, _ringkas(banyak.total(), sum(tunggu.values(), Counter()), sum(layan.values(), Counter()))


def _ringkas(banyak: int, tunggu: Counter[int], layan: Counter[int]) -> Waktu:
    return Waktu(
        kunjungan=banyak,
        tunggu_tercatat=tunggu.total(),
        tunggu=(persentil(tunggu, 50), persentil(tunggu, 90)),
        layan_tercatat=layan.total(),
        layan=(persentil(layan, 50), persentil(layan, 90)),
    )


def _pukul_nol(hari: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(hari, dt.time()))

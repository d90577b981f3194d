"""Daily performance for its owner and for his superior: a day, a week, targets, what waits."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import Max, Q, QuerySet, Sum
from django.utils import timezone

from inti.models import Pengguna
from inti.queries.kalender import libur_antara
from kepegawaian.models import Keadaan, KegiatanHarian, Pegawai, PenilaianBulanan, StatusPegawai, TargetKinerja
from kepegawaian.queries.karier import nilai_aturan
from kepegawaian.rules.kinerja import SEHARI, BatasKinerja, awal_bulan, batas_pada, batas_terlambat, hari_kerja

S = KegiatanHarian.Status
TAMPIL_ANTREAN = 200


def bekerja_pada(pegawai: Pegawai, hari: dt.date) -> bool:
    """Whether he worked here that day by his dated status; without any, whether he does now. One query."""
    status = list(StatusPegawai.objects.hidup().filter(pegawai=pegawai).order_by("tmt", "id"))
    if not status:
        return pegawai.aktif
    kini = [s for s in status if s.tmt <= hari]
    return bool(kini) and kini[-1].keadaan == Keadaan.AKTIF


def batas_kini(hari: dt.date) -> BatasKinerja:
    """Limits in force on a day. One query."""
    return batas_pada(nilai_aturan(), hari)


def isi_hari(pegawai: Pegawai, tanggal: dt.date) -> list[KegiatanHarian]:
    """Activities of a day in the order of writing."""
    semua = KegiatanHarian.objects.hidup().filter(pegawai=pegawai, tanggal=tanggal)
    return list(semua.select_related("target", "bukti", "atasan", "pegawai").order_by("id"))


@dataclass(slots=True)
class HariPekan:
    """A day of the week's strip."""

    tanggal: dt.date
    menit: int = 0
    status: set[str] = field(default_factory=set)
    libur: str = ""

    @property
    def tanda(self) -> tuple[str, str]:
        """Mark and word: what is returned first, then what is not proposed, then what waits."""
        for s in (S.DIKEMBALIKAN, S.KONSEP, S.DIAJUKAN, S.DISETUJUI):
            if s in self.status:
                return KegiatanHarian.TANDA[s], S(s).label
        return "", ""

    @property
    def kerja(self) -> bool:
        """Whether it is a working day."""
        return not self.libur and hari_kerja(self.tanggal)


def pekan(pegawai: Pegawai, tanggal: dt.date) -> list[HariPekan]:
    """The seven days from Monday around `tanggal`. Two queries."""
    senin = tanggal - tanggal.weekday() * SEHARI
    hasil = {senin + n * SEHARI: HariPekan(senin + n * SEHARI) for n in range(7)}
    for hari, nama in libur_antara(senin, senin + 6 * SEHARI).items():
        hasil[hari].libur = nama
    semua = KegiatanHarian.objects.hidup().filter(pegawai=pegawai, tanggal__range=(senin, senin + 6 * SEHARI))
    for hari, menit, status in semua.values_list("tanggal", "menit", "status"):
        hasil[hari].menit += menit
        hasil[hari].status.add(status)
    return list(hasil.values())


def hari_untuk_disalin(pegawai: Pegawai, tanggal: dt.date) -> dt.date | None:
    """The last day before `tanggal` on which he wrote anything, within two weeks: on a Monday that is Friday."""
    semua = KegiatanHarian.objects.hidup().filter(
        pegawai=pegawai, tanggal__lt=tanggal, tanggal__gte=tanggal - 14 * SEHARI
    )
    hari: dt.date | None = semua.aggregate(m=Max("tanggal"))["m"]
    return hari


def target_tahun(pegawai: Pegawai, tahun: int) -> list[TargetKinerja]:
    """Targets of a year, each with `tercapai` out of approved activities and `persen` of its amount."""
    setuju = Q(kegiatan_set__status=S.DISETUJUI, kegiatan_set__dibuang_pada__isnull=True)
    kueri = TargetKinerja.objects.hidup().filter(pegawai=pegawai, tahun=tahun)
    hasil: list[Any] = list(kueri.annotate(tercapai=Sum("kegiatan_set__jumlah", filter=setuju, default=0)))
    for t in hasil:
        t.persen = t.tercapai * 100 // t.jumlah
    return hasil


@dataclass(frozen=True, slots=True)
class KelompokAntrean:
    """What one person proposed for one day."""

    pegawai: Pegawai
    tanggal: dt.date
    kegiatan: list[KegiatanHarian]
    terlambat: bool

    @property
    def menit(self) -> int:
        return sum(k.menit for k in self.kegiatan)

    @property
    def kunci(self) -> str:
        """Name of the group in the form."""
        return f"{self.pegawai.pk}:{self.tanggal:%Y-%m-%d}"


def saat_terlambat(hari: dt.date) -> dt.datetime:
    """What was proposed before this moment waits too long on `hari`."""
    libur = libur_antara(hari - 60 * SEHARI, hari)
    batas = batas_terlambat(hari, batas_kini(hari).hari_setuju, libur) + SEHARI
    return timezone.make_aware(dt.datetime.combine(batas, dt.time.min))


def antrean(pengguna: Pengguna, *, terlambat: bool = False) -> tuple[list[KelompokAntrean], int, int]:
    """What waits for a superior by person and day, the longest waiting first; how many in all, how many late."""
    saat = saat_terlambat(timezone.localdate())
    kueri = KegiatanHarian.objects.menunggu(pengguna)
    semua, lewat = kueri.count(), kueri.filter(diajukan_pada__lt=saat).count()
    if terlambat:
        kueri = kueri.filter(diajukan_pada__lt=saat)
    baris = kueri.select_related("pegawai__unit", "target", "bukti").order_by(
        "tanggal", "pegawai__nama", "pegawai_id", "id"
    )[:TAMPIL_ANTREAN]
    hasil = []
    for (hari, _), isi in groupby(baris, key=lambda k: (k.tanggal, k.pegawai_id)):
        daftar = list(isi)
        telat = any(k.diajukan_pada is not None and k.diajukan_pada < saat for k in daftar)
        hasil.append(KelompokAntrean(daftar[0].pegawai, hari, daftar, telat))
    return hasil, semua, lewat


def menunggu(pengguna: Pengguna) -> QuerySet:
    """Activities that wait for this superior: counted beside the menu."""
    return KegiatanHarian.objects.menunggu(pengguna)


def menunggu_dialihkan(kegiatan: QuerySet) -> list[Any]:
    """Waiting activities with their people and superiors, the longest waiting first; `terlambat` on each."""
    saat = saat_terlambat(timezone.localdate())
    baris: list[Any] = list(
        kegiatan.filter(status=S.DIAJUKAN)
        .select_related("pegawai__pengguna", "pegawai__unit", "atasan__pengguna")
        .order_by("diajukan_pada", "id")[:TAMPIL_ANTREAN]
    )
    for k in baris:
        k.terlambat = k.diajukan_pada < saat
        k.tanpa_akun = k.atasan.pengguna_id is None
    return baris


def ringkasan_saya(pegawai: Pegawai) -> dict[str, Any]:
    """Daily performance on one's own page: today's minutes, the month, what came back, the last rating. Four queries."""
    hari = timezone.localdate()
    bulan = KegiatanHarian.objects.hidup().filter(pegawai=pegawai, tanggal__gte=awal_bulan(hari), tanggal__lte=hari)
    hitung = bulan.aggregate(
        hari_ini=Sum("menit", filter=Q(tanggal=hari), default=0),
        setuju=Sum("menit", filter=Q(status=S.DISETUJUI), default=0),
    )
    belum = KegiatanHarian.objects.hidup().filter(pegawai=pegawai)
    kembali = list(belum.filter(status=S.DIKEMBALIKAN).order_by("tanggal", "id")[:5])
    nilai = PenilaianBulanan.objects.hidup().filter(pegawai=pegawai).order_by("-bulan").first()
    return {
        "hari": hari,
        "norma": batas_kini(hari).norma,
        "menit_hari_ini": hitung["hari_ini"],
        "menit_disetujui": hitung["setuju"],
        "dikembalikan": kembali,
        "penilaian": nilai,
    }

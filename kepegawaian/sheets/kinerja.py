"""Spreadsheets out of daily performance."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet, Sum

from inti.models import Pengguna
from kepegawaian.columns.kinerja import KegiatanColumns, TargetColumns
from kepegawaian.models import KegiatanHarian, Pegawai, TargetKinerja
from kepegawaian.queries.kinerja_rekap import JUDUL_BULANAN, semua_bulan

Tabel = tuple[list[str], Iterable[list[Any]]]
S = KegiatanHarian.Status


def _staf(pengguna: Pengguna | None) -> QuerySet:
    return Pegawai.objects.untuk(pengguna) if pengguna is not None else Pegawai.objects.hidup()


def ekspor_kinerja_bulanan(pengguna: Pengguna | None) -> Tabel:
    """The recap of every month, ordered by month, unit and name."""
    return list(JUDUL_BULANAN), semua_bulan(_staf(pengguna))


def ekspor_kinerja_harian(pengguna: Pengguna | None) -> Tabel:
    """Every proposed activity, ordered by day and id; drafts are their owners' alone."""
    kueri = KegiatanHarian.objects.hidup().exclude(status=S.KONSEP)
    kueri = kueri.filter(pegawai__in=_staf(pengguna).order_by().values("pk"))
    return KegiatanColumns.sumber(kueri.order_by("tanggal", "id"))


def ekspor_target_kinerja(pengguna: Pengguna | None) -> Tabel:
    """Targets with what was approved for them, ordered by year, person and id."""
    setuju = Q(kegiatan_set__status=S.DISETUJUI, kegiatan_set__dibuang_pada__isnull=True)
    kueri = TargetKinerja.objects.hidup().filter(pegawai__in=_staf(pengguna).order_by().values("pk"))
    kueri = kueri.annotate(tercapai=Sum("kegiatan_set__jumlah", filter=setuju, default=0))
    return TargetColumns.sumber(kueri.order_by("-tahun", "pegawai__nama", "id"))

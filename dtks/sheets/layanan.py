"""Spreadsheets out of the counter: requests and letters, in the columns that their lists show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dtks.columns.layanan import PermohonanColumns, SekaligusColumns, SuratColumns, TiketColumns
from dtks.models import NikBermasalah, Permohonan, Sekaligus, SuratRekomendasi, Tiket
from dtks.queries.ganda import JUDUL_REKAP, rekap_nik


def ekspor_permohonan(pengguna: Any) -> tuple[list[str], Iterable[list[Any]]]:
    """All requests by id; `pengguna` narrows to his scope, None (the command) gives all."""
    kueri = Permohonan.objects.untuk(pengguna) if pengguna is not None else Permohonan.objects.hidup()
    return PermohonanColumns.sumber(kueri.order_by("id"))


def ekspor_surat(pengguna: Any) -> tuple[list[str], Iterable[list[Any]]]:
    """All letters of recommendation by id; narrowed likewise."""
    kueri = SuratRekomendasi.objects.untuk(pengguna) if pengguna is not None else SuratRekomendasi.objects.hidup()
    return SuratColumns.sumber(kueri.order_by("id"))


def ekspor_sekaligus(pengguna: Any) -> tuple[list[str], Iterable[list[Any]]]:
    """Pasted lists by id; narrowed likewise. The numbers in them stay on their page."""
    kueri = Sekaligus.objects.untuk(pengguna) if pengguna is not None else Sekaligus.objects.hidup()
    return SekaligusColumns.sumber(kueri.order_by("id"))


def ekspor_tiket(pengguna: Any) -> tuple[list[str], Iterable[list[Any]]]:
    """Tickets of the waiting room by id; narrowed likewise."""
    kueri = Tiket.objects.untuk(pengguna) if pengguna is not None else Tiket.objects.hidup()
    return TiketColumns.sumber(kueri.order_by("id"))


def ekspor_nik(pengguna: Any) -> tuple[list[str], Iterable[list[Any]]]:
    """The recap of wrong NIKs by id, with whole numbers: what goes to the population office."""
    kueri = NikBermasalah.objects.untuk(pengguna) if pengguna is not None else NikBermasalah.objects.hidup()
    return JUDUL_REKAP, rekap_nik(kueri)

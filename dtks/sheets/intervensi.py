"""Spreadsheets of plans: plans, target families with masked numbers, the recap by village."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dtks.columns.intervensi import RencanaColumns, SasaranEksporColumns
from dtks.models import RencanaIntervensi, SasaranIntervensi
from dtks.queries.intervensi import H, rekap

Isi = tuple[list[str], Iterable[list[Any]]]


def _rencana(pengguna: Any) -> Any:
    semua = RencanaIntervensi.objects.hidup() if pengguna is None else RencanaIntervensi.objects.untuk(pengguna)
    return semua.order_by("id")


def ekspor_rencana(pengguna: Any) -> Isi:
    """All plans by id; `pengguna` narrows to his scope, None (the command) gives all."""
    return RencanaColumns.sumber(_rencana(pengguna))


def ekspor_sasaran(pengguna: Any) -> Isi:
    """All target families by id; narrowed likewise. NIK and KK masked."""
    kueri = SasaranIntervensi.objects.hidup() if pengguna is None else SasaranIntervensi.objects.untuk(pengguna)
    return SasaranEksporColumns.sumber(kueri.order_by("id"))


def ekspor_rekap(pengguna: Any) -> Isi:
    """By plan and village: families by result, and money; narrowed likewise."""
    judul = ["Rencana", "Tahun", "Desa", "Kecamatan", *H.labels, "Keluarga", "Jumlah (Rp)"]
    baris = (
        [r.nama, r.tahun, b.desa.title(), b.kecamatan.title(), *(b.hasil[h] for h in H.values), b.semua, b.jumlah]
        for r in _rencana(pengguna)
        for b in rekap(r, pengguna)
    )
    return judul, baris

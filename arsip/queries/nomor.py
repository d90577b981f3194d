"""Numbers of the letter book, series by series."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Q

from arsip.models import Seri
from inti.models import Nomor, SeriNomor, UnitKerja


def nama_buku(kode: str, unit: Mapping[int, str]) -> str:
    """What people call a series: `surat.400.9` is the letters of code 400.9, `surat.nota.u7` the notes of unit 7."""
    bagian = kode.split(".")[1:]
    if bagian[0] not in Seri.values:
        return f"{Seri.SURAT.label}, kode {'.'.join(bagian)}"
    nama, sisa = [str(Seri(bagian[0]).label)], bagian[1:]
    # A unit is `u7`, or `7` when it has a pattern of its own; the first part of a code has three digits.
    if sisa and (cocok := re.fullmatch(r"u(\d+)|(\d{1,2}|\d{4,})", sisa[0])):
        pk = int(cocok[1] or cocok[2])
        nama.append(unit.get(pk, f"unit {pk}"))
        sisa = sisa[1:]
    return ", ".join(nama + ([f"kode {'.'.join(sisa)}"] if sisa else []))


def laporan_nomor(tahun: int | None) -> tuple[list[dict[str, Any]], list[int]]:
    """Per series of letters: given, inserted, cancelled, reserved, gaps and doubles. Out: rows, and the years there are."""
    seri = SeriNomor.objects.filter(kode__startswith="surat.")
    semua = sorted(set(seri.values_list("tahun", flat=True)), reverse=True)
    pokok = Q(nomor__sisipan="")
    kueri = seri.filter(tahun=tahun or (semua[0] if semua else 0)).annotate(
        ada=Count("nomor__urut", filter=pokok, distinct=True),
        baris=Count("nomor", filter=pokok),
        sisipan=Count("nomor", filter=~pokok),
        batal=Count("nomor", filter=Q(nomor__keadaan=Nomor.Keadaan.DIBATALKAN)),
        cadangan=Count("nomor", filter=Q(nomor__keadaan=Nomor.Keadaan.DICADANGKAN)),
    )
    nama_unit = {u.pk: u.nama for u in UnitKerja.objects.all()}
    return [
        {
            "seri": s,
            "nama": nama_buku(s.kode, nama_unit),
            "pola": s.pola,
            "terakhir": s.terakhir,
            "sisipan": s.sisipan,
            "batal": s.batal,
            "cadangan": s.cadangan,
            "bolong": s.terakhir - s.ada,
            "ganda": s.baris - s.ada,
        }
        for s in sorted(kueri, key=lambda s: (s.kode.split(".")[1] in Seri.values, nama_buku(s.kode, nama_unit)))
    ], semua

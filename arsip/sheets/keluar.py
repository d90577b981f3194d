"""Spreadsheets out of the letter book."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from arsip.models import SuratKeluar

JUDUL = ["NOMOR", "TANGGAL", "TUJUAN", "HAL", "KLASIFIKASI", "UNIT", "PENANDA TANGAN", "STATUS"]


def ekspor_surat_keluar(pengguna: Any) -> tuple[list[str], Iterable[list[Any]]]:
    """All letters by date then id; `pengguna` narrows to his scope, None (the command) gives all."""
    kueri = SuratKeluar.objects.untuk(pengguna) if pengguna is not None else SuratKeluar.objects.hidup()
    baris = kueri.select_related("nomor", "unit", "penandatangan").order_by("tanggal", "id").iterator(chunk_size=2000)
    return JUDUL, (
        [
            s.nomor.teks,
            s.tanggal,
            s.tujuan,
            s.hal,
            s.klasifikasi,
            s.unit.nama,
            s.penandatangan.nama,
            s.get_keadaan_display(),
        ]
        for s in baris
    )

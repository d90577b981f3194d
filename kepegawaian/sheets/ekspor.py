"""Spreadsheets out of the staff files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kepegawaian.models import Pegawai

JUDUL = ["NAMA", "JENIS", "NIP", "PANGKAT", "JABATAN", "UNIT"]


def ekspor_pegawai(pengguna: Any) -> tuple[list[str], Iterable[list[Any]]]:
    """All living staff ordered by name then id; `pengguna` narrows to his scope, None (the command) gives all."""
    kueri = Pegawai.objects.untuk(pengguna) if pengguna is not None else Pegawai.objects.hidup()
    baris = kueri.select_related("unit").order_by("nama", "id")
    return JUDUL, (
        [p.nama, p.get_jenis_display(), p.nip, p.pangkat, p.jabatan, p.unit.nama]
        for p in baris.iterator(chunk_size=2000)
    )

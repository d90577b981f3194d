"""A list taken away as a file: logged, formula-safe, numbers as text."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from inti.models import JejakBaca
from inti.permintaan import Permintaan
from inti.services.jejak import jejak_catat
from inti.sheets.tulis import tulis_tabel

JENIS_ISI = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def balasan_ekspor(
    request: Permintaan, *, nama: str, judul: Sequence[str], baris: Iterable[Sequence[Any]], bentuk: str, kaki: int = 0
) -> HttpResponse:
    """Reply with the rows as xlsx or csv, and one line in the read log saying how many went out.

    `kaki`: so many rows at the end are totals and no records.
    """
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / f"ekspor.{bentuk}"
        banyak = tulis_tabel(berkas, list(judul), baris, lembar=nama[:31], untuk_orang=True) - kaki
        isi = berkas.read_bytes()
    jejak_catat(request, JejakBaca.Jenis.EKSPOR, keterangan=f"{nama}: {banyak} baris, {bentuk}")
    balasan = HttpResponse(isi, content_type=JENIS_ISI[bentuk])
    balasan.headers["Content-Disposition"] = (
        content_disposition_header(True, f"{nama}-{timezone.localdate():%Y%m%d}.{bentuk}") or "attachment"
    )
    return balasan

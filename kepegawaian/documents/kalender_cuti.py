"""The month of a unit on paper."""

from __future__ import annotations

from inti.keluaran.kisi import Kisi
from inti.models import Pengguna, UnitKerja
from kepegawaian.documents.daftar import lembar_pdf


def kalender_pdf(kisi: Kisi, unit: UnitKerja, oleh: Pengguna) -> bytes:
    """The calendar of leave, lying, signed by whoever heads the reader's unit. Out: PDF bytes."""
    return lembar_pdf(judul=f"{kisi.judul}\n{unit.nama}", isi=(kisi,), oleh=oleh)

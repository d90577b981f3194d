"""Who signs for a reader: lists, recaps, letters."""

from __future__ import annotations

from inti.galat import AturanDilanggar
from inti.models import Pengguna
from kepegawaian.models import Pegawai


def pejabat_untuk(oleh: Pengguna) -> Pegawai | None:
    """The reader if he may sign, else the nearest official of the units above him."""
    boleh = Pegawai.objects.aktif().filter(boleh_menandatangani=True).select_related("unit")
    pejabat = boleh.filter(pengguna=oleh).first()
    if pejabat is None and oleh.unit is not None:
        jalur = oleh.unit.jalur
        atas = [p for p in boleh.order_by("id") if jalur.startswith(p.unit.jalur)]
        pejabat = max(atas, key=lambda p: len(p.unit.jalur), default=None)
    return pejabat


def pejabat_wajib(oleh: Pengguna) -> Pegawai:
    """The same for a letter, which somebody has to sign. Raises AturanDilanggar(PEJABAT_TIDAK_ADA)."""
    pejabat = pejabat_untuk(oleh)
    if pejabat is None:
        raise AturanDilanggar(
            "PEJABAT_TIDAK_ADA", "Belum ada pejabat yang boleh menandatangani.", "Tetapkan pada data pegawai."
        )
    return pejabat


def penanda_tangan(oleh: Pengguna) -> Pegawai:
    """The user as an official who signs himself. Raises AturanDilanggar(BUKAN_PENANDATANGAN)."""
    pegawai = Pegawai.objects.hidup().filter(pengguna=oleh, boleh_menandatangani=True).first()
    if pegawai is None:
        raise AturanDilanggar(
            "BUKAN_PENANDATANGAN",
            "Akun Anda tidak tercatat sebagai penanda tangan surat.",
            "Minta penyelia mencatatnya di Pegawai.",
        )
    return pegawai

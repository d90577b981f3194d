"""Who signs for a reader: lists, recaps, letters."""

from __future__ import annotations

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

"""Part `pos`: mails that nobody sends, and those of which nobody knows whether they went out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db.models import Q
from django.utils import timezone

from inti.models import PosKeluar
from inti.periksa.temuan import CATATAN, TemuanPeriksa
from inti.services.pos import pos_menyala

MACET = dt.timedelta(hours=1)
S = PosKeluar.Status


def periksa() -> Iterator[TemuanPeriksa]:
    """Handed over for an hour, due for an hour though mail is on: faults. Uncertain ones: worth knowing."""
    batas = timezone.now() - MACET
    macet = Q(status=S.DISERAHKAN, diserahkan_pada__lt=batas) | Q(status=S.ANTRE, coba_pada__isnull=True)
    if pos_menyala():
        macet |= Q(status=S.ANTRE, coba_pada__lt=batas)
    for pk, status in PosKeluar.objects.filter(macet).order_by("pk").values_list("pk", "status"):
        pesan = f"Pos keluar {pk} {S(status).label.lower()} lebih dari satu jam."
        yield TemuanPeriksa("POS_MACET", "inti.PosKeluar", str(pk), pesan, "Jalankan pekerja dan periksa EMAIL_URL.")
    for pk in PosKeluar.objects.filter(status=S.TAK_PASTI).order_by("pk").values_list("pk", flat=True):
        pesan, langkah = (
            f"Pos keluar {pk} tidak pasti terkirim.",
            "Tanyakan kepada penerimanya, lalu kirim lagi atau batalkan.",
        )
        yield TemuanPeriksa("POS_TAK_PASTI", "inti.PosKeluar", str(pk), pesan, langkah, CATATAN)

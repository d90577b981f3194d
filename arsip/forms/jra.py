"""The shape of the schedule's rows."""

from __future__ import annotations

from arsip.forms.klasifikasi import KodeKlasifikasiField
from arsip.models import JadwalRetensi
from inti.pages.sumber_bertanggal import MASA, FormBertanggal


class JadwalForm(FormBertanggal):
    """A row of the schedule."""

    kode = KodeKlasifikasiField()

    class Meta:
        model = JadwalRetensi
        fields = ["kode", "uraian", "aktif_tahun", "inaktif_tahun", "nasib", "peristiwa", *MASA]

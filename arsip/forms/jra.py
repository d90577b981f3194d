"""Shapes of the schedule and the kinds of records."""

from __future__ import annotations

from arsip.forms.klasifikasi import KodeKlasifikasiField
from arsip.models import JadwalRetensi, JenisArsip
from inti.forms.dasar import FormRekam
from inti.pages.sumber_bertanggal import MASA, FormBertanggal


class JadwalForm(FormBertanggal):
    """A row of the schedule."""

    kode = KodeKlasifikasiField()

    class Meta:
        model = JadwalRetensi
        fields = ["kode", "uraian", "aktif_tahun", "inaktif_tahun", "nasib", "peristiwa", *MASA]


class JenisForm(FormRekam):
    class Meta:
        model = JenisArsip
        fields = ["kode", "nama", "urutan"]

"""Shapes of the schedule and the kinds of records."""

from __future__ import annotations

from arsip.forms.klasifikasi import KodeKlasifikasiField
from arsip.models import JadwalRetensi, JenisArsip
from inti.forms.dasar import FormRekam


class JadwalForm(FormRekam):
    """A row of the schedule."""

    kode = KodeKlasifikasiField()

    class Meta:
        model = JadwalRetensi
        fields = [
            "kode",
            "uraian",
            "aktif_tahun",
            "inaktif_tahun",
            "nasib",
            "peristiwa",
            "dasar_hukum",
            "berlaku_mulai",
            "berlaku_sampai",
        ]


class JenisForm(FormRekam):
    class Meta:
        model = JenisArsip
        fields = ["kode", "nama", "urutan"]

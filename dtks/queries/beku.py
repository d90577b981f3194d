"""Letters about somebody who asked something about his data that is open still, or whose data is frozen."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from dtks.models import AnggotaPermohonan, SuratRekomendasi
from inti.models import PermintaanSubjek


def surat_beku(label: str, kunci: set[str]) -> dict[str, str]:
    """For "arsip.suratkeluar": letters of requests that name such a person. The sentence names nobody."""
    if label != "arsip.suratkeluar" or not kunci:
        return {}
    surat = dict(
        SuratRekomendasi.objects.filter(surat_keluar__in=kunci).values_list("permohonan_id", "surat_keluar_id")
    )
    terbuka = PermintaanSubjek.objects.hidup().filter(status=PermintaanSubjek.Status.DITERIMA).exclude(nik="")
    orang = AnggotaPermohonan.objects.filter(permohonan__in=surat)
    kena = orang.filter(
        Q(nik__in=terbuka.values("nik")) | Q(individu__dibatasi_sampai__gte=timezone.localdate())
    ).values_list("permohonan_id", flat=True)
    return {str(surat[p]): "Surat ini memuat orang yang permintaan datanya terbuka atau dibatasi." for p in kena}

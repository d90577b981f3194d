"""The letters that bind a person still, so that nobody files for him what he has."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from dtks.models import Individu, SuratRekomendasi
from inti.models import Pengguna

S = SuratRekomendasi.Status


def surat_berlaku(pengguna: Pengguna, orang: Individu) -> list[SuratRekomendasi]:
    """Letters of this person that wait or are valid today, within the user's scope, newest first."""
    hari = timezone.localdate()
    sampai = Q(surat_keluar__dokumen__berlaku_sampai__gte=hari) | Q(surat_keluar__dokumen__berlaku_sampai__isnull=True)
    return list(
        SuratRekomendasi.objects.untuk(pengguna)
        .filter(
            sampai,
            Q(permohonan__anggota__individu=orang) | Q(permohonan__anggota__nik=orang.nik),
            permohonan__anggota__mengikat=True,
        )
        .exclude(status__in=[S.DIBATALKAN, S.DIKEMBALIKAN])
        .select_related("permohonan__nomor", "surat_keluar__nomor", "surat_keluar__dokumen")
        .distinct()
        .order_by("-id")[:5]
    )

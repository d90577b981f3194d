"""A pasted list as its page shows it."""

from __future__ import annotations

from collections import Counter
from typing import Any, cast

from django.db.models import Prefetch, QuerySet

from dtks.models import Sekaligus, SekaligusBaris, SuratRekomendasi

S = SuratRekomendasi.Status


def surat_dari(sekaligus: Sekaligus) -> QuerySet[SuratRekomendasi]:
    """Letters of the requests that came of a list, in the order of the list."""
    return (
        SuratRekomendasi.objects.filter(permohonan__baris_sekaligus__induk=sekaligus)
        .exclude(status=S.DIBATALKAN)
        .select_related("permohonan__kunjungan", "surat_keluar__dokumen")
        .order_by("permohonan__baris_sekaligus__urutan")
    )


def isi_daftar(sekaligus: Sekaligus) -> dict[str, Any]:
    """All lines with their person, request and letter, and what they add up to: three queries for any length."""
    surat = Prefetch(
        "permohonan__surat", SuratRekomendasi.objects.exclude(status=S.DIBATALKAN), to_attr="surat_berlaku"
    )
    baris = list(sekaligus.baris.select_related("individu__desa", "permohonan__nomor").prefetch_related(surat))
    hasil = Counter(b.hasil for b in baris)
    keadaan = Counter(s.status for b in baris if b.permohonan for s in cast(Any, b.permohonan).surat_berlaku)
    return {
        "baris": baris,
        "dapat": sum(_dapat(b) for b in baris),
        "ringkasan": [(SekaligusBaris.Hasil(k).label, hasil[k]) for k in SekaligusBaris.Hasil.values if hasil[k]],
        "dicatat": sum(b.permohonan_id is not None for b in baris),
        "menunggu": keadaan[S.MENUNGGU],
        "siap": keadaan[S.DISETUJUI],
        "berjalan": sum(b.dipilih and b.permohonan_id is None for b in baris),
    }


def _dapat(baris: SekaligusBaris) -> bool:
    return baris.saran == "terima" and baris.individu_id is not None and baris.permohonan_id is None

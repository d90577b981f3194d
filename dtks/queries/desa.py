"""Reads of a village: its own people, its own requests."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from django.db.models import Count, QuerySet

from dtks.models import Individu, Pemeriksaan, Permohonan, SuratRekomendasi
from dtks.queries.layanan import BATAS_CALON, HasilCari, cari_warga
from dtks.queries.registri import saring_individu
from inti.formats.nomor import hanya_angka
from inti.models import Pengguna

H = Pemeriksaan.Hasil


def cari_di_desa(pengguna: Pengguna, teks: str) -> HasilCari:
    """As the counter's search, among the people of the user's village; somebody elsewhere is as good as not found."""
    milik = Individu.objects.untuk(pengguna)
    if not hanya_angka(teks):
        calon = list(saring_individu(milik, teks).select_related("desa").order_by("nama", "pk")[:BATAS_CALON])
        return HasilCari(
            Pemeriksaan.Cara.NAMA, " ".join(teks.split())[:60], teks, H.MIRIP if calon else H.TIDAK, None, calon
        )
    semua = cari_warga(teks)
    dikenal = set(
        milik.filter(pk__in=[o.pk for o in [*semua.calon, *([semua.individu] if semua.individu else [])]]).values_list(
            "pk", flat=True
        )
    )
    calon = [o for o in semua.calon if o.pk in dikenal]
    orang = semua.individu if semua.individu and semua.individu.pk in dikenal else None
    if orang is None and len(calon) == 1:
        orang, calon = calon[0], []
    return replace(semua, hasil=H.DITEMUKAN if orang or calon else H.TIDAK, individu=orang, calon=calon)


def menunggu(pengguna: Pengguna) -> QuerySet:
    """For a village: its requests that came back. For the office: those that villages filed and nobody decided yet."""
    milik = Permohonan.objects.untuk(pengguna).filter(asal=Permohonan.Asal.DESA)
    return milik.filter(status="belum_lengkap" if pengguna.desa_id else "diperiksa")


def ringkasan_desa(pengguna: Pengguna) -> dict[str, Any]:
    """How a village's requests stand, letters to hand over, the newest requests; its work stands on its desk."""
    permohonan, surat = Permohonan.objects.untuk(pengguna), SuratRekomendasi.objects.untuk(pengguna)
    status = Counter(dict(permohonan.order_by().values_list("status").annotate(Count("id"))))
    return {
        "kembali": status["belum_lengkap"],
        "diperiksa": status["diperiksa"],
        "siap": surat.filter(status="disetujui").count(),
        "serah": list(surat.filter(status="dicetak", permohonan__asal=Permohonan.Asal.DESA).order_by("id")[:6]),
        "terakhir": list(permohonan.select_related("nomor").order_by("-id")[:6]),
    }

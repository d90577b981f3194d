"""A request by the code on its slip, as plain data for the public page."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from dtks.models import Permohonan, SuratRekomendasi
from dtks.queries.penilaian import daftar_berkas
from dtks.rules.lacak import Perkara
from inti.services.dokumen import baca_kode


def perkara_dari_kode(kode: str) -> Perkara | None:
    """The request that this code follows; None for any other text. Look-alike letters, blanks and dashes are mended."""
    bersih = baca_kode(kode)
    p = Permohonan.objects.hidup().filter(kode_lacak=bersih).first() if bersih else None
    if p is None:
        return None
    surat = (
        SuratRekomendasi.objects.filter(permohonan=p)
        .exclude(status=SuratRekomendasi.Status.DIBATALKAN)
        .select_related("surat_keluar__dokumen")
        .first()
    )
    dokumen = surat.surat_keluar.dokumen if surat is not None and surat.surat_keluar is not None else None
    return Perkara(
        jenis=p.get_jenis_display(),
        status=p.status,
        diajukan=p.tanggal,
        diputus=_hari(p.diputus_pada),
        alasan=p.alasan,
        kode=tuple(t["kode"] for t in p.temuan if t["sifat"] in {"ragu", "tidak"}),
        berkas_kurang=tuple(s.nama for s in daftar_berkas(p).kurang)
        if p.status == Permohonan.Status.BELUM_LENGKAP
        else (),
        surat=surat.status if surat is not None else "",
        disetujui=_hari(surat.disetujui_pada) if surat is not None else None,
        diserahkan=_hari(surat.diserahkan_pada) if surat is not None else None,
        dari_desa=p.asal == Permohonan.Asal.DESA,
        berlaku_sampai=dokumen.berlaku_sampai if dokumen is not None else None,
    )


def _hari(saat: dt.datetime | None) -> dt.date | None:
    return timezone.localdate(saat) if saat is not None else None

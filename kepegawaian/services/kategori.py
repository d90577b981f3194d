"""Categories of papers, and from which day which kind of staff must have them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q
from django.utils import timezone

from inti.models import Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from kepegawaian.models import KategoriBerkas, SyaratBerkas


@layanan("Kategori berkas dibuat")
def kategori_tambah(*, isian: dict[str, Any], wajib: list[str], oleh: Pengguna) -> KategoriBerkas:
    """A category with its requirement from today on."""
    baru = simpan_baru(KategoriBerkas(**isian))
    _syarat(baru, set(wajib), oleh)
    return baru


@layanan("Kategori berkas diubah")
def kategori_ubah(
    *, kategori: KategoriBerkas, isian: dict[str, Any], wajib: list[str], oleh: Pengguna
) -> KategoriBerkas:
    """Change it; a requirement that ends does so yesterday, one that begins does so today: the past stays."""
    with perubahan(kategori, oleh=oleh) as segar:
        for nama, isi in isian.items():
            setattr(segar, nama, isi)
    _syarat(segar, set(wajib), oleh)
    return segar


def _syarat(kategori: KategoriBerkas, wajib: set[str], oleh: Pengguna) -> None:
    hari = timezone.localdate()
    lagi = Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=hari)
    kini = {s.jenis: s for s in kategori.syarat.hidup().filter(lagi)}
    for jenis in wajib - set(kini):
        simpan_baru(SyaratBerkas(kategori=kategori, jenis=jenis, berlaku_mulai=hari))
    for jenis in set(kini) - wajib:
        with perubahan(kini[jenis], oleh=oleh) as s:
            if s.berlaku_mulai >= hari:
                s.dibuang_pada = timezone.now()
            else:
                s.berlaku_sampai = hari - dt.timedelta(days=1)

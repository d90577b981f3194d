"""Scans without text, whose writing could be recognised, and whether this system can do it."""

from __future__ import annotations

import shutil

from arsip.models import SuratMasuk, TeksBerkas
from inti.models import BerkasTersimpan, Pengguna

PROGRAM = "ocrmypdf"
DIPERIKSA, TERBANYAK = 400, 10


def program_pengenal() -> str | None:
    """Path of the program that recognises writing; None when it isn't installed."""
    return shutil.which(PROGRAM)


def surat_tanpa_teks(pengguna: Pengguna) -> list[SuratMasuk]:
    """The newest letters in of this user that have a scan without any text; at most ten of the last 400 scanned."""
    surat = SuratMasuk.objects.untuk(pengguna).filter(banyak_pindaian__gt=0).exclude(status="dibatalkan")
    ada = {str(s.pk): s for s in surat.select_related("nomor").order_by("-diterima", "-pk")[:DIPERIKSA]}
    pindaian = BerkasTersimpan.objects.filter(pemilik_label="arsip.suratmasuk", pemilik_id__in=ada)
    kosong = TeksBerkas.objects.filter(keadaan=TeksBerkas.Keadaan.KOSONG, dikenali=False)
    milik = set(pindaian.filter(sha256__in=kosong.values("sha256")).values_list("pemilik_id", flat=True))
    return [s for pk, s in ada.items() if pk in milik][:TERBANYAK]

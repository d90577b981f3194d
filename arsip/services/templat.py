"""Templates of letters: what is saved can be used."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from arsip.models import SumberData, TemplatSurat
from arsip.models.templat import TEKS_TEMPLAT
from inti.models import Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.rules.isian import BAKU, BAKU_PEGAWAI, bidang_asing
from inti.rules.tulisan import rapikan


@layanan("Templat surat dibuat")
def templat_tambah(*, isian: dict[str, Any], oleh: Pengguna | None) -> TemplatSurat:
    """A new template. Raises ValidationError that names every unknown blank at its field."""
    baru = TemplatSurat(**isian)
    periksa_bidang(baru)
    return simpan_baru(baru)


@layanan("Templat surat diubah", dapat_dikembalikan=True)
def templat_ubah(*, templat: TemplatSurat, isian: dict[str, Any], oleh: Pengguna) -> TemplatSurat:
    """Another wording; letters already written keep theirs. Raises as `templat_tambah`, VersiBerubah."""
    with perubahan(templat, oleh=oleh) as segar:
        for nama, nilai in isian.items():
            setattr(segar, nama, nilai)
        periksa_bidang(segar)
    return segar


def periksa_bidang(templat: TemplatSurat) -> None:
    """Raise ValidationError for braces that name no blank of this template."""
    dikenal = [*BAKU, *templat.nama_bidang(), *(BAKU_PEGAWAI if templat.sumber == SumberData.PEGAWAI else ())]
    salah = {}
    for nama in TEKS_TEMPLAT:
        setattr(templat, nama, rapikan(getattr(templat, nama)))
        if asing := bidang_asing(templat.teks[nama], dikenal):
            salah[nama] = ValidationError(
                f"Bidang tidak dikenal: {', '.join(asing[:10])}. Daftarkan pada bidang isian atau perbaiki tulisannya.",
                code="BIDANG_TAK_DIKENAL",
            )
    if salah:
        raise ValidationError(salah)

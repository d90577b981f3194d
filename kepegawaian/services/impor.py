"""What an import stores, one act for each person."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from inti.models import Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from kepegawaian.models import Pegawai
from kepegawaian.services.karier import FAKTA, periksa_riwayat, segarkan


@layanan("Pegawai diimpor")
def orang_simpan(
    *, pegawai: Pegawai | None, diri: dict[str, Any], fakta: list[tuple[str, dict[str, Any]]], oleh: Pengguna | None
) -> Pegawai:
    """A new person with his first facts, or what a row changes of one who is there.

    Raises AturanDilanggar when the history can't be (see `fakta_tambah`).
    """
    if pegawai is None:
        isi = dict(fakta)
        jabatan = isi["jabatan"]
        orang = simpan_baru(
            Pegawai(**diri, jenis=isi["status"]["jenis"], jabatan=jabatan["nama"], unit=jabatan["unit"])
        )
    else:
        orang = Pegawai.objects.get(pk=pegawai.pk)
        if diri:
            with perubahan(orang, oleh=oleh) as segar:
                for nama, nilai in diri.items():
                    setattr(segar, nama, nilai)
    for macam, isian in fakta:
        simpan_baru(apps.get_model(FAKTA[macam])(pegawai=orang, **isian))
    if fakta:
        periksa_riwayat(orang)
    return segarkan(orang, oleh)


@layanan("Riwayat karier diimpor")
def riwayat_simpan(
    *, pegawai: Pegawai, catatan_karier: list[tuple[str, Any, dict[str, Any]]], oleh: Pengguna | None
) -> Pegawai:
    """New and mended facts of one person: kind, the fact that is there (None: new), fields. Raises as `fakta_tambah`."""
    for macam, fakta, isi in catatan_karier:
        if fakta is None:
            simpan_baru(apps.get_model(FAKTA[macam])(pegawai=pegawai, **isi))
        else:
            with perubahan(fakta, oleh=oleh) as segar:
                for nama, nilai in isi.items():
                    setattr(segar, nama, nilai)
    periksa_riwayat(pegawai)
    return segarkan(pegawai, oleh)

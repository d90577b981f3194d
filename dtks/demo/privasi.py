"""Requests of two invented people about their own data."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from dtks.models import AnggotaPermohonan, Individu
from inti.models import Pengguna, PermintaanSubjek
from inti.services.privasi import permintaan_catat, permintaan_jawab

J = PermintaanSubjek.Jenis


def isi_privasi() -> None:
    """One answered, one with less than a day left; once."""
    if PermintaanSubjek.objects.exists():
        return
    staf, penyelia = (Pengguna.objects.get(username=u) for u in ("staf", "penyelia"))
    kini = timezone.now().replace(second=0, microsecond=0)
    dilayani = AnggotaPermohonan.objects.filter(individu__isnull=False).values("individu_id")
    orang = Individu.objects.filter(pk__in=dilayani, digabung_ke__isnull=True).order_by("id")[:2]
    for jenis, satu_orang, uraian, lalu in (
        (J.JEJAK, orang[0], "Ingin mengetahui siapa saja yang membuka datanya.", dt.timedelta(days=2, hours=5)),
        (J.AKSES, orang[1], "Meminta salinan data keluarga miliknya sendiri.", dt.timedelta(days=2, hours=9)),
    ):
        satu = permintaan_catat(
            isian={
                "jenis": jenis,
                "nama": satu_orang.nama,
                "nik": satu_orang.nik,
                "kontak": "Datang sendiri ke kantor",
                "bukti": PermintaanSubjek.Bukti.KTP,
                "uraian": uraian,
                "diterima_pada": kini - lalu,
            },
            oleh=staf,
        )
        if jenis == J.JEJAK:
            permintaan_jawab(
                permintaan=satu,
                cara=PermintaanSubjek.Cara.LANGSUNG,
                jawaban="Jejak pemrosesan dicetak dan diserahkan kepada pemohon.",
                oleh=penyelia,
            )

"""The usual letters of an office and their numbers, for an office that begins. What is there stays."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.utils import timezone

from arsip.models import PolaNomor, TemplatSurat
from arsip.services.teks_awal import TEMPLAT
from arsip.services.templat import templat_tambah
from inti import registry
from inti.models import Pengguna
from inti.perubahan import layanan
from inti.queries.aplikasi import aplikasi_mati
from inti.rules.isian import baca_bidang
from inti.services.aturan import aturan_tambah

POLA = (
    ("sk", "kantor", "{kode}/{urut:03d}/SK/{tahun}"),
    ("nota", "unit", "{kode}/{urut:03d}/ND-{unit}/{tahun}"),
    ("perjanjian", "kantor", "{kode}/{urut:03d}/PKS/{bulan_romawi}/{tahun}"),
    ("ba", "kantor", "{kode}/{urut:03d}/BA/{tahun}"),
    ("tugas", "kantor", "{kode}/{urut:03d}/ST/{bulan_romawi}/{tahun}"),
)


def templat_bawaan() -> list[dict[str, Any]]:
    """Fields of the templates that come with the program."""
    hasil = []
    for t in TEMPLAT:
        bidang, salah = baca_bidang(t.get("bidang", ""))
        if salah:
            raise ValueError(f"templat {t['kode']}: {'; '.join(salah)}")
        hasil.append({**t, "bidang": [asdict(b) for b in bidang]})
    return [*hasil, *registry.semua_templat_surat(aplikasi_mati())]


@layanan("Templat bawaan diisikan")
def templat_awal_isi(*, oleh: Pengguna | None) -> TemplatSurat | None:
    """Fill in templates and patterns whose code or book is not there yet. Out: the first new one, if any."""
    ada = set(TemplatSurat.objects.hidup().values_list("kode", flat=True))
    baru = [templat_tambah(isian=t, oleh=oleh) for t in templat_bawaan() if t["kode"] not in ada]
    berpola = set(PolaNomor.objects.hidup().values_list("seri", flat=True))
    awal_tahun = timezone.localdate().replace(month=1, day=1, year=timezone.localdate().year - 2)
    for seri, urutan, pola in POLA:
        if seri not in berpola:
            aturan_tambah(
                model="arsip.polanomor",
                isian={"seri": seri, "urutan": urutan, "pola": pola, "unit": None, "berlaku_mulai": awal_tahun},
                oleh=oleh,
            )
    return baru[0] if baru else None

"""Parts of `periksa`: each person's present state is what his dated facts say today; each leave's days are what the
calendar and the rule in force say."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from inti.models import UnitKerja
from inti.periksa import TemuanPeriksa
from kepegawaian.models import Pegawai
from kepegawaian.queries.cuti_basi import cuti_berhitung, pilih_basi
from kepegawaian.queries.karier import karier_pegawai, nilai_aturan
from kepegawaian.rules.karier import keadaan_pada
from kepegawaian.services.karier import keadaan_baru

LANGKAH = "Jalankan `manage.py segarkan_pegawai`, lalu cari siapa yang menulis langsung."


def periksa() -> Iterator[TemuanPeriksa]:
    """Columns of the state that differ from the facts. A date that passed overnight is mended by the worker."""
    orang = list(Pegawai.objects.hidup().select_related("unit"))
    nilai, karier, hari = nilai_aturan(), karier_pegawai(orang), timezone.localdate()
    unit = {u.pk: u for u in UnitKerja.objects.all()}
    for p in orang:
        if beda := keadaan_baru(p, keadaan_pada(karier[p.pk], hari, nilai), unit):
            kolom = ", ".join(sorted(beda))
            yield TemuanPeriksa(
                "PEGAWAI_BASI", "kepegawaian.Pegawai", str(p.pk), f"Kolom {kolom} tidak sesuai riwayat.", LANGKAH
            )


def periksa_cuti() -> Iterator[TemuanPeriksa]:
    """Leave that keeps the days of another calendar or rule."""
    for b in pilih_basi(cuti_berhitung()):
        yield TemuanPeriksa(
            "CUTI_BASI",
            "kepegawaian.PengajuanCuti",
            str(b.cuti.pk),
            f"{b.cuti}: menurut kalender dan aturan sekarang {b.beda}.",
            "Buka Daftar cuti, Hitung ulang.",
        )

"""Once a day the present state of the staff follows its dated facts: a posting that begins today is today's."""

from __future__ import annotations

import logging

from django.utils import timezone

from inti.galat import VersiBerubah
from inti.models import UnitKerja
from kepegawaian.models import Pegawai
from kepegawaian.queries.karier import karier_pegawai, nilai_aturan
from kepegawaian.rules.karier import keadaan_pada
from kepegawaian.services.karier import keadaan_baru, pegawai_segarkan
from kepegawaian.services.magang import akun_selaraskan_semua

log = logging.getLogger("tu.kepegawaian")


def harian() -> None:
    """The day's work on staff files."""
    segarkan_semua_pegawai()
    for kalimat in akun_selaraskan_semua()[1]:
        log.warning(kalimat)


def segarkan_semua_pegawai() -> int:
    """Bring everybody's state in step, one act for each who changed. Out: how many."""
    orang = list(Pegawai.objects.hidup().select_related("unit"))
    nilai, karier, hari = nilai_aturan(), karier_pegawai(orang), timezone.localdate()
    unit = {u.pk: u for u in UnitKerja.objects.all()}
    basi = [p for p in orang if keadaan_baru(p, keadaan_pada(karier[p.pk], hari, nilai), unit)]
    for p in basi:
        try:
            pegawai_segarkan(pegawai=[p], oleh=None)
        except VersiBerubah:  # somebody saved him just now, or another worker did the same: his state is fresh
            continue
    return len(basi)

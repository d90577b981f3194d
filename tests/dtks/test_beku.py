"""A letter about somebody whose request is open, or whose data is frozen, is not destroyed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from dtks.models import AnggotaPermohonan, Individu, SuratRekomendasi
from dtks.queries.beku import surat_beku
from dtks.services import surat as services
from inti import registry
from inti.models import Pengguna
from inti.services.privasi import permintaan_catat

pytestmark = pytest.mark.django_db


def test_letters_of_an_open_request_and_of_a_frozen_person_are_named(
    surat: SuratRekomendasi, penyelia: Pengguna, loket: Pengguna, instansi: Any
) -> None:
    services.surat_setujui(surat=surat, oleh=penyelia)
    keluar = SuratRekomendasi.objects.get(pk=surat.pk).surat_keluar
    assert keluar is not None
    kunci = str(keluar.pk)
    anggota = AnggotaPermohonan.objects.filter(permohonan=surat.permohonan).first()
    assert anggota is not None and anggota.individu is not None
    assert registry.yang_beku("arsip.suratkeluar", {kunci}) == {}
    assert surat_beku("arsip.lain", {kunci}) == {}
    Individu.objects.filter(pk=anggota.individu_id).update(dibatasi_sampai=timezone.localdate() + dt.timedelta(days=9))
    assert set(registry.yang_beku("arsip.suratkeluar", {kunci, "0"})) == {kunci}
    Individu.objects.filter(pk=anggota.individu_id).update(dibatasi_sampai=None)
    permintaan_catat(
        isian={
            "jenis": "akses", "nama": anggota.nama, "nik": anggota.nik, "kontak": "", "bukti": "ktp",
            "uraian": "Salinan data", "diterima_pada": timezone.now(),
        },
        oleh=penyelia,
    )  # fmt: skip
    beku = registry.yang_beku("arsip.suratkeluar", {kunci})
    assert set(beku) == {kunci} and anggota.nik not in beku[kunci] and anggota.nama not in beku[kunci]

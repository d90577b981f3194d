"""What nobody needs any more leaves the store; what a record names, or a job waits for, stays."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from inti.models import BerkasTersimpan, Instansi, Pengguna, Tugas
from inti.services.berkas import berkas_simpan
from inti.services.sapu import berkas_tinggal_musnahkan

pytestmark = pytest.mark.django_db


def simpan(oleh: Pengguna, hari: int, label: str = "", pk: str = "") -> BerkasTersimpan:
    b = berkas_simpan(
        isi=f"{hari} {label}".encode(), nama="x.txt", jenis_isi="text/plain", oleh=oleh,
        pemilik_label=label, pemilik_id=pk,
    )  # fmt: skip
    BerkasTersimpan.objects.filter(pk=b.pk).update(waktu=timezone.now() - dt.timedelta(days=hari))
    return b


def test_only_what_was_left_behind_goes(
    staf: Pengguna, instansi: Instansi, django_capture_on_commit_callbacks: Any
) -> None:
    tinggal, baru = simpan(staf, 15), simpan(staf, 13)
    lambang, ditunggu, milik = simpan(staf, 40), simpan(staf, 40), simpan(staf, 40, "arsip.suratmasuk", "7")
    hasil_lama, hasil_baru = simpan(staf, 31, "inti.tugas", "1"), simpan(staf, 29, "inti.tugas", "2")
    Instansi.objects.update(lambang=lambang)
    Tugas.objects.create(jenis="impor-simpan", judul="x", oleh=staf, argumen={"berkas": str(ditunggu.pk)})
    with django_capture_on_commit_callbacks(execute=True):
        assert berkas_tinggal_musnahkan() == 2
    pergi = {b.pk for b in BerkasTersimpan.objects.filter(dimusnahkan_pada__isnull=False)}
    assert pergi == {tinggal.pk, hasil_lama.pk}
    ada = {
        b
        for b in (baru, lambang, ditunggu, milik, hasil_baru, tinggal)
        if (Path(settings.BERKAS_DIR) / b.jalur).exists()
    }
    assert ada == {baru, lambang, ditunggu, milik, hasil_baru}
    assert berkas_tinggal_musnahkan() == 0
    Tugas.objects.update(keadaan=Tugas.Keadaan.SELESAI)
    assert berkas_tinggal_musnahkan() == 1, "once the job is over, its workbook has served"

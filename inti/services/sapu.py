"""What nothing needs any more goes once a day, so that no citizen's paper lies about for ever: files, texts of mails."""

from __future__ import annotations

import datetime as dt
import json

from django.db.models import Exists, OuterRef
from django.utils import timezone

from inti.models import BerkasTersimpan, PosKeluar, Tugas
from inti.rules.pos import SIMPAN
from inti.services.berkas import berkas_musnahkan

TANPA_PEMILIK = dt.timedelta(days=14)  # an upload whose form was refused or never confirmed, a workbook once imported
HASIL_TUGAS = dt.timedelta(days=30)  # what a job made for its owner: merged sheets, rows to be mended


def berkas_tinggal_musnahkan() -> int:
    """Destroy what was left behind. Out: how many files.

    Left behind is a file without owner that no record names and no job still needs, or a job's result past its time.
    """
    kini = timezone.now()
    ada = BerkasTersimpan.objects.filter(dimusnahkan_pada__isnull=True)
    tinggal = ada.filter(pemilik_label="", waktu__lt=kini - TANPA_PEMILIK)
    for hubungan in BerkasTersimpan._meta.get_fields(include_hidden=True):
        if hubungan.auto_created and hubungan.is_relation and not hubungan.concrete:
            model, nama = hubungan.related_model, hubungan.field.name  # type: ignore[union-attr]
            dipakai = model._base_manager.filter(**{nama: OuterRef("pk")})  # type: ignore[union-attr]
            tinggal = tinggal.exclude(Exists(dipakai))
    belum = Tugas.objects.filter(keadaan__in=[Tugas.Keadaan.ANTRE, Tugas.Keadaan.BERJALAN])
    ditunggu = json.dumps(list(belum.values_list("argumen", flat=True)))
    lewat = ada.filter(pemilik_label="inti.tugas", waktu__lt=kini - HASIL_TUGAS)
    return berkas_musnahkan([b for b in (*tinggal, *lewat) if str(b.pk) not in ditunggu])


def pos_kosongkan() -> int:
    """Once a day: what was sent or cancelled 90 days ago, or is still undecided then, loses address, text and file.

    Out: how many. The row stays as the record that there was a mail.
    """
    lama = PosKeluar.objects.filter(diubah_pada__lt=timezone.now() - SIMPAN).exclude(kepada="")
    return lama.exclude(status__in=[PosKeluar.Status.ANTRE, PosKeluar.Status.DISERAHKAN]).update(
        kepada="", isi="", lampiran=None
    )

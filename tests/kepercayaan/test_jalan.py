"""Every page and every act of the filled office, asked once by each account; see jalan.py for what is looked at."""

from __future__ import annotations

import pytest
from django.apps import apps

from inti.models import JejakBaca, Pengguna
from kepegawaian.models import Pegawai
from tests.kepercayaan.jalan import telusuri
from tests.kepercayaan.kenari import tabur
from tests.kepercayaan.penyerang import klien_peran, tembok

pytestmark = pytest.mark.django_db
# One of each role, the two units of the counter and of the other field, a village, a company, and nobody.
# (account, pages that it opens at least, marks of its own records that it meets at least)
LAMA, KEDUANYA = pytest.mark.lama, pytest.mark.keduanya
AKUN = [
    ("", 8, 0), ("admin", 60, 0), ("pimpinan", 120, 1000), ("penyelia", 200, 1000), ("staf2", 60, 100),
    ("personalia", 100, 300), ("arsiparis", 120, 300), pytest.param("loket", 50, 100, marks=KEDUANYA),
    ("magang", 40, 100), ("desa", 20, 20), ("perusahaan", 4, 0),
    # what these may do the ones above may too, in another unit or beside a further role
    pytest.param("penyelia2", 120, 300, marks=LAMA), pytest.param("staf", 100, 300, marks=LAMA),
]  # fmt: skip


@pytest.mark.parametrize(("akun", "terbuka", "tanda"), AKUN)
def test_no_observer_has_anything_to_say(akun: str, terbuka: int, tanda: int, kantor_demo: str) -> None:
    assert tabur() > 300
    pengguna = Pengguna.objects.get(username=akun) if akun else None
    with tembok() as keluar:
        hasil = telusuri(pengguna)
    assert hasil.temuan == []
    assert keluar == []
    assert hasil.jawaban > 700
    assert (hasil.terbuka >= terbuka, hasil.tanda >= tanda) == (True, True), (hasil.terbuka, hasil.tanda)


def test_no_header_of_a_client_hides_a_reading(kantor_demo: str) -> None:
    """A page that calls itself a fragment is a page: the same lines in the log, for each kind of person."""
    for akun, model in (
        ("penyelia", "dtks.Individu"),
        ("penyelia", "dtks.Permohonan"),
        ("personalia", "kepegawaian.Pegawai"),
    ):
        pengguna = Pengguna.objects.get(username=akun)
        klien = klien_peran(pengguna)
        satu = apps.get_model(model)._default_manager.untuk(pengguna).first()
        assert satu is not None
        for kepala in ({}, {"HX-Request": "true"}, {"X-Requested-With": "XMLHttpRequest"}, {"Sec-Purpose": "prefetch"}):
            sebelum = JejakBaca.objects.filter(oleh=pengguna, objek_label=model.lower(), objek_id=str(satu.pk)).count()
            assert klien.get(satu.get_absolute_url(), headers=kepala).status_code == 200
            kini = JejakBaca.objects.filter(oleh=pengguna, objek_label=model.lower(), objek_id=str(satu.pk)).count()
            assert kini == sebelum + 1, (model, kepala)


def test_forms_of_a_person_leave_a_line_as_their_page_does(kantor_demo: str) -> None:
    pengguna = Pengguna.objects.get(username="personalia")
    klien = klien_peran(pengguna)
    satu = Pegawai.objects.untuk(pengguna).first()
    assert satu is not None
    sebelum = JejakBaca.objects.filter(objek_label="kepegawaian.pegawai", objek_id=str(satu.pk)).count()
    assert klien.get(f"/kepegawaian/pegawai/{satu.pk}/ubah/").status_code == 200
    assert JejakBaca.objects.filter(objek_label="kepegawaian.pegawai", objek_id=str(satu.pk)).count() == sebelum + 1

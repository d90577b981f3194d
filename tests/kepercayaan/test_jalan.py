"""Every page and every act of the filled office, asked once by each account; see jalan.py for what is looked at."""

from __future__ import annotations

import pytest

from inti.models import Pengguna
from tests.kepercayaan.jalan import telusuri
from tests.kepercayaan.kenari import tabur
from tests.kepercayaan.penyerang import tembok

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

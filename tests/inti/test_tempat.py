"""The tree of places: paths follow moves, no place lies within itself, codes are apart in one place only."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from inti.galat import AturanDilanggar
from inti.models import Pengguna, Tempat
from inti.services.tempat import tempat_tambah, tempat_ubah

pytestmark = pytest.mark.django_db


def _tambah(kode: str, oleh: Pengguna, induk: Tempat | None = None) -> Tempat:
    return tempat_tambah(kode=kode, nama=kode.upper(), jenis="lemari", induk=induk, oleh=oleh)


def test_what_lies_in_a_place_moves_with_it(penyelia: Pengguna) -> None:
    ruang, lain = _tambah("r1", penyelia), _tambah("r2", penyelia)
    lemari = _tambah("l1", penyelia, ruang)
    boks = _tambah("b1", penyelia, lemari)
    tempat_ubah(tempat=lemari, kode="L9", nama="Lemari", jenis="lemari", induk=lain, oleh=penyelia)
    boks.refresh_from_db()
    assert boks.jalur == "r2/l9/b1/" and str(boks) == "R2 / L9 / B1"


def test_a_place_never_lies_within_itself(penyelia: Pengguna) -> None:
    ruang = _tambah("r1", penyelia)
    lemari = _tambah("l1", penyelia, ruang)
    with pytest.raises(AturanDilanggar) as galat:
        tempat_ubah(tempat=ruang, kode="r1", nama="R", jenis="ruang", induk=lemari, oleh=penyelia)
    assert galat.value.kode == "TEMPAT_BERPUTAR"


def test_the_same_code_twice_in_one_place_is_refused_and_elsewhere_is_not(penyelia: Pengguna) -> None:
    ruang, lain = _tambah("r1", penyelia), _tambah("r2", penyelia)
    _tambah("l1", penyelia, ruang)
    _tambah("l1", penyelia, lain)
    with pytest.raises(ValidationError):
        _tambah("L1", penyelia, ruang)

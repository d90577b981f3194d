"""Tokens of a survey: each used once, by one of two at once, until its day, for its own survey only."""

from __future__ import annotations

import datetime as dt
import threading
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from inti.galat import AturanDilanggar
from inti.models import Instansi, Pengguna, Perubahan, TokenSurvei, UnitKerja
from inti.services.survei import (
    SEKALI,
    survei_token_berlaku,
    survei_token_buang,
    survei_token_buat,
    survei_token_pakai,
)

pytestmark = pytest.mark.django_db
BESOK = dt.timedelta(days=1)


def buat(subjek: Any, banyak: int = 1, hari: dt.timedelta = BESOK) -> list[str]:
    semua: list[str] = survei_token_buat(subjek=subjek, banyak=banyak, sampai=timezone.localdate() + hari, oleh=None)
    return semua


def pakai(token: str, subjek: Any) -> bool:
    try:
        with transaction.atomic():
            survei_token_pakai(token=token, subjek=subjek)
    except AturanDilanggar as galat:
        assert galat.kode == "TOKEN_TIDAK_BERLAKU"
        return False
    return True


def test_each_token_is_good_once_for_its_own_survey(instansi: Instansi, unit: UnitKerja) -> None:
    satu, dua = buat(instansi, 2)
    assert not pakai(satu, unit), "of another survey"
    assert survei_token_berlaku(token=satu, subjek=instansi)
    assert pakai(satu, instansi)
    assert not pakai(satu, instansi)
    assert not survei_token_berlaku(token=satu, subjek=instansi)
    assert pakai(f"{dua[:4]}-{dua[4:8]} {dua[8:]}".lower(), instansi), "as it is typed from a paper"
    assert not pakai("", instansi) and not pakai("0" * 16, instansi)


def test_a_fault_after_it_gives_the_token_back(instansi: Instansi) -> None:
    (token,) = buat(instansi)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        survei_token_pakai(token=token, subjek=instansi)
        _ = 1 / 0
    assert pakai(token, instansi)


def test_its_day_is_the_last_and_then_it_goes(instansi: Instansi) -> None:
    (kini,) = buat(instansi, hari=dt.timedelta(0))
    (lama,) = buat(instansi)
    TokenSurvei.objects.filter(berlaku_sampai=timezone.localdate() + BESOK).update(
        berlaku_sampai=timezone.localdate() - BESOK
    )
    assert not pakai(lama, instansi)
    assert survei_token_buang() == 1
    assert pakai(kini, instansi)
    assert not TokenSurvei.objects.exists()


@pytest.mark.parametrize(
    ("banyak", "hari", "kode"), [(0, 1, "BANYAK_TOKEN"), (SEKALI + 1, 1, "BANYAK_TOKEN"), (1, -1, "SAMPAI_LEWAT")]
)
def test_what_makes_no_batch(banyak: int, hari: int, kode: str, instansi: Instansi) -> None:
    with pytest.raises(AturanDilanggar) as galat:
        buat(instansi, banyak, dt.timedelta(days=hari))
    assert galat.value.kode == kode


def test_a_batch_is_one_act_that_knows_no_token(instansi: Instansi, staf: Pengguna) -> None:
    semua = survei_token_buat(subjek=instansi, banyak=50, sampai=timezone.localdate(), oleh=staf)
    assert len(set(semua)) == 50
    tersimpan = [t.sidik for t in TokenSurvei.objects.all()]
    act = Perubahan.objects.get(layanan="inti.survei_token_buat")
    assert act.oleh == staf
    for token in semua:
        assert token not in str(act.argumen) + str(tersimpan)


@pytest.mark.django_db(transaction=True)
def test_outside_the_answers_transaction_it_is_not_used(instansi: Instansi) -> None:
    (token,) = buat(instansi)
    with pytest.raises(RuntimeError):
        survei_token_pakai(token=token, subjek=instansi)
    assert pakai(token, instansi)


@pytest.mark.keduanya
@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_gets_through(instansi: Instansi) -> None:
    (token,) = buat(instansi)
    hasil: list[bool] = []
    mulai = threading.Barrier(4)

    def satu() -> None:
        mulai.wait(10)
        hasil.append(pakai(token, instansi))
        connection.close()

    semua = [threading.Thread(target=satu) for _ in range(4)]
    for t in semua:
        t.start()
    for t in semua:
        t.join(30)
    assert sorted(hasil) == [False, False, False, True]

"""Jobs: claimed once, cancelled, repeated, taken over when a worker dies; an effect is final for one worker only."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from inti import registry
from inti.galat import AturanDilanggar
from inti.jobs import (
    Dibatalkan,
    Jalannya,
    SewaHilang,
    detak,
    pekerja_hidup,
    tuai,
    tugas_antrekan,
    tugas_batalkan,
    tugas_ulangi,
)
from inti.jobs.jalan import jalankan
from inti.models import Tugas

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
CATATAN: list[Any] = []


def kerja(jalannya: Jalannya, *, oleh: Any, apa: str) -> dict[str, Any]:
    CATATAN.append(apa)
    if apa == "aturan":
        raise AturanDilanggar("UJI", "Tidak boleh.")
    if apa == "gangguan":
        raise ZeroDivisionError
    if apa == "batal":
        tugas_batalkan(tugas=jalannya.tugas)
        jalannya.maju(1, 2)
    if apa == "diambil":
        Tugas.objects.filter(pk=jalannya.tugas.pk).update(pemegang="orang lain")
        with transaction.atomic():
            jalannya.pastikan_milik()
            CATATAN.append("tidak boleh sampai sini")
    jalannya.maju(2, 2)
    return {"jumlah": 2}


@pytest.fixture(autouse=True)
def terdaftar(monkeypatch: pytest.MonkeyPatch) -> None:
    CATATAN.clear()
    monkeypatch.setattr(registry, "fungsi_tugas", {"uji": kerja}.__getitem__)


def antrekan(apa: str) -> Tugas:
    return tugas_antrekan(jenis="uji", judul="Uji", argumen={"apa": apa}, oleh=None)


def selesaikan(tugas: Tugas) -> Tugas:
    jalankan(str(tugas.pk))
    tugas.refresh_from_db()
    return tugas


def test_a_job_runs_once_with_its_result() -> None:
    tugas = selesaikan(antrekan("biasa"))
    assert (tugas.keadaan, tugas.hasil, tugas.kemajuan, tugas.percobaan) == ("selesai", {"jumlah": 2}, 2, 1)
    jalankan(str(tugas.pk))
    assert CATATAN == ["biasa"]


def test_queueing_hands_the_job_to_the_worker() -> None:
    tugas = antrekan("biasa")
    assert DBTaskResult.objects.get().args_kwargs["args"] == [str(tugas.pk)]


def test_a_refusal_is_shown_as_its_sentence() -> None:
    tugas = selesaikan(antrekan("aturan"))
    assert (tugas.keadaan, tugas.pesan, tugas.hasil) == ("gagal", "Tidak boleh.", {"kode": "UJI"})


def test_a_fault_is_tried_again_and_ends_after_three() -> None:
    tugas = antrekan("gangguan")
    for keadaan in ("antre", "antre", "gagal"):
        with pytest.raises(ZeroDivisionError):
            jalankan(str(tugas.pk))
        tugas.refresh_from_db()
        assert tugas.keadaan == keadaan
    jalankan(str(tugas.pk))
    assert len(CATATAN) == 3


def test_cancelling_while_it_waits_and_while_it_runs() -> None:
    menunggu = antrekan("biasa")
    tugas_batalkan(tugas=menunggu)
    assert selesaikan(menunggu).keadaan == "dibatalkan"
    assert CATATAN == []
    assert selesaikan(antrekan("batal")).keadaan == "dibatalkan"


def test_a_cancelled_job_can_be_repeated_but_not_a_finished_one() -> None:
    tugas = antrekan("biasa")
    tugas_batalkan(tugas=tugas)
    tugas_ulangi(tugas=tugas)
    assert selesaikan(tugas).keadaan == "selesai"
    with pytest.raises(AturanDilanggar, match="TUGAS_TIDAK_DAPAT_DIULANG"):
        tugas_ulangi(tugas=tugas)


def test_a_dead_workers_job_is_given_to_another() -> None:
    tugas = antrekan("biasa")
    lewat = timezone.now() - dt.timedelta(minutes=5)
    Tugas.objects.filter(pk=tugas.pk).update(keadaan="berjalan", pemegang="mati", sewa_sampai=lewat, percobaan=1)
    DBTaskResult.objects.all().delete()
    assert tuai() == 1
    assert DBTaskResult.objects.count() == 1
    assert selesaikan(tugas).keadaan == "selesai"


def test_a_job_that_killed_three_workers_ends() -> None:
    tugas = antrekan("biasa")
    Tugas.objects.filter(pk=tugas.pk).update(
        keadaan="berjalan", sewa_sampai=timezone.now() - dt.timedelta(minutes=5), percobaan=3
    )
    tuai()
    tugas.refresh_from_db()
    assert tugas.keadaan == "gagal"


def test_a_living_workers_job_is_left_alone() -> None:
    tugas = antrekan("biasa")
    Tugas.objects.filter(pk=tugas.pk).update(
        keadaan="berjalan", pemegang="hidup", sewa_sampai=timezone.now() + dt.timedelta(minutes=1), percobaan=1
    )
    assert tuai() == 0
    jalankan(str(tugas.pk))
    assert CATATAN == []


def test_a_worker_that_lost_its_lease_changes_nothing() -> None:
    tugas = selesaikan(antrekan("diambil"))
    assert CATATAN == ["diambil"]
    assert (tugas.keadaan, tugas.pemegang, tugas.hasil) == ("berjalan", "orang lain", None)


def test_progress_of_a_lost_lease_is_refused() -> None:
    tugas = antrekan("biasa")
    with pytest.raises(SewaHilang):
        Jalannya(tugas, "bukan pemegang").maju(1, 1)
    Tugas.objects.filter(pk=tugas.pk).update(keadaan="berjalan", pemegang="p", minta_batal=True)
    with pytest.raises(Dibatalkan):
        Jalannya(tugas, "p").maju(1, 1)


def test_the_probe_knows_whether_a_worker_lives() -> None:
    assert not pekerja_hidup()
    detak("uji-1")
    assert pekerja_hidup()


def test_an_import_whose_lease_was_lost_saves_nothing() -> None:
    from inti.jobs.impor import simpan
    from inti.models import BatchImpor, Wilayah
    from inti.services.berkas import berkas_simpan

    berkas = berkas_simpan(
        isi=b"KODE,NAMA,TINGKAT,INDUK\r\n99,NUSA TENGAH,PROVINSI,\r\n", nama="w.csv", jenis_isi="text/csv", oleh=None
    )
    tugas = antrekan("biasa")
    Tugas.objects.filter(pk=tugas.pk).update(keadaan="berjalan", pemegang="p")
    argumen: dict[str, Any] = {"oleh": None, "jenis": "wilayah", "berkas": str(berkas.pk), "opsi": {}, "asal": ""}
    jalannya = Jalannya(tugas, "p")
    jalannya._terakhir = float("inf")  # no progress in between: the lease is looked at when the rows are saved
    Tugas.objects.filter(pk=tugas.pk).update(pemegang="orang lain")
    with pytest.raises(SewaHilang):
        simpan(jalannya, **argumen)
    assert not Wilayah.objects.exists()
    assert not BatchImpor.objects.exists()
    Tugas.objects.filter(pk=tugas.pk).update(pemegang="p")
    assert simpan(jalannya, **argumen)["baru"] == 1

"""The seal on history: whatever is altered behind the system's back shows, and what is honest never does."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection, transaction
from django.utils import timezone

from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan, JejakBaca, Nomor, Perubahan, Perusahaan, Segel, SegelBagian, Tugas
from inti.periksa.segel import periksa
from inti.rules.segel import baris_kanonik, buka_kunci, bungkus_kunci
from inti.services.segel import (
    batas_kunci,
    segel_akui,
    segel_bila_waktunya,
    segel_susun,
    tabel_bersegel,
)
from tests.inti.serangan_segel import HARI, SERANGAN, isi_rantai, kode, lama, perbuatan, temuan

pytestmark = pytest.mark.keduanya


@pytest.fixture(autouse=True)
def folder_segel(settings: Any, tmp_path: Path) -> Path:
    settings.SEGEL_DIR, settings.BERKAS_DIR = tmp_path / "segel", tmp_path / "berkas"
    return settings.SEGEL_DIR


def pastikan_serangan_ketahuan(
    serangan: Callable[[random.Random], set[tuple[str, str, str]]], posisi: int, benih: int
) -> None:
    """Play the attack at so many places, each on the sound chain."""
    for n in range(posisi):
        titik = transaction.savepoint()
        kepala = {p: p.read_bytes() for p in _berkas_segel()}
        harus = serangan(random.Random(f"{benih}-{n}"))
        ditemukan = temuan()
        assert harus <= ditemukan, (serangan.__name__, n, harus - ditemukan)
        transaction.savepoint_rollback(titik)
        for p, isi in kepala.items():
            p.write_bytes(isi)
    assert kode() == set()


def _berkas_segel() -> Iterator[Path]:
    from inti.services.segel_kepala import folder_segel as folder

    yield from (p for p in folder().iterdir() if p.is_file())


@pytest.mark.django_db
@pytest.mark.parametrize("serangan", SERANGAN, ids=lambda s: s.__name__)
def test_what_is_done_behind_the_systems_back_is_found(serangan: Any) -> None:
    isi_rantai(4, 3)
    assert kode() == set()
    pastikan_serangan_ketahuan(serangan, 4, 1)


@pytest.mark.lama
@pytest.mark.django_db
@pytest.mark.parametrize("serangan", SERANGAN, ids=lambda s: s.__name__)
def test_what_is_done_behind_the_systems_back_is_found_at_fifty_places(serangan: Any) -> None:
    isi_rantai(12, 5)
    pastikan_serangan_ketahuan(serangan, 50, 7)


@pytest.mark.django_db
def test_a_sealed_chain_with_rolled_back_keys_is_sound_and_what_waits_is_a_count() -> None:
    isi_rantai(2, 2)
    perbuatan(99)
    assert kode() == set()
    (catatan,) = [t for t in periksa() if t.kode == "SEGEL_BELUM"]
    assert catatan.sifat == "catatan"
    assert catatan.pesan.startswith("7 baris")  # two versions, two acts, a number, a file, a line of the read log
    segel_susun()
    assert segel_susun() is None
    assert not list(periksa())


@pytest.mark.django_db
def test_lawful_changes_after_the_seal_are_no_fault(penyelia: Any) -> None:
    from inti.services.berkas import berkas_miliki
    from inti.services.nomor import nomor_batalkan

    isi_rantai(1, 2)
    nomor_batalkan(nomor=Nomor.objects.first(), oleh=penyelia, alasan="salah")
    berkas_miliki(BerkasTersimpan.objects.all(), label="inti.perusahaan", pk=Perusahaan.objects.first().pk)
    assert kode() == set()


@pytest.mark.django_db
@pytest.mark.parametrize(("nama", "harus"), [("kunci", "SEGEL_KEPALA_HILANG"), ("kepala.json", "SEGEL_KEPALA_HILANG")])
def test_a_lost_key_or_head_is_a_fault_and_nothing_is_sealed_over_it(nama: str, harus: str, folder_segel: Path) -> None:
    isi_rantai(1, 1)
    (folder_segel / nama).unlink()
    assert harus in kode()
    perbuatan(5)
    with pytest.raises(AturanDilanggar, match="SEGEL_TAK_SEJALAN"):
        segel_susun()


@pytest.mark.django_db
def test_an_altered_head_is_a_fault(folder_segel: Path) -> None:
    isi_rantai(2, 1)
    berkas = folder_segel / "kepala.json"
    berkas.write_text(berkas.read_text().replace('"urut": 2', '"urut": 1'))
    assert kode() == {"SEGEL_KEPALA_DIUBAH"}
    with pytest.raises(AturanDilanggar, match="SEGEL_TAK_SEJALAN"):
        segel_susun()


@pytest.mark.django_db
def test_an_older_database_is_not_sealed_on_until_somebody_accepts_it_with_a_reason(folder_segel: Path) -> None:
    isi_rantai(3, 1)
    lama(random.Random(1))
    with pytest.raises(AturanDilanggar, match="SEGEL_TAK_SEJALAN"):
        segel_susun()
    with pytest.raises(AturanDilanggar, match="ALASAN_KOSONG"):
        segel_akui(alasan=" ")
    segel_akui(alasan="dipulihkan dari cadangan kemarin")
    assert kode() == set()
    assert "cadangan kemarin" in (folder_segel / "jejak.jsonl").read_text()
    perbuatan(50)
    assert segel_susun() is not None
    assert kode() == set()


@pytest.mark.django_db
def test_a_set_whose_head_was_not_written_any_more_is_no_fault(folder_segel: Path) -> None:
    isi_rantai(1, 1)
    kepala = (folder_segel / "kepala.json").read_bytes()
    perbuatan(2)
    segel_susun()
    (folder_segel / "kepala.json").write_bytes(kepala)  # killed between the database and the file
    assert kode() == set()
    perbuatan(3)
    segel_susun()
    assert kode() == set()


@pytest.mark.django_db
def test_key_and_head_are_the_owners_alone(folder_segel: Path) -> None:
    isi_rantai(1, 1)
    assert folder_segel.stat().st_mode & 0o777 == 0o700
    assert {p.name: p.stat().st_mode & 0o777 for p in _berkas_segel() if p.name != ".gembok"} == {
        "kunci": 0o600,
        "kepala.json": 0o600,
    }


@pytest.mark.django_db
def test_a_clock_that_jumps_neither_stops_the_seal_nor_raises_an_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    asli = timezone.now
    isi_rantai(1, 1)
    for n, geser in enumerate((dt.timedelta(days=365), dt.timedelta(), dt.timedelta(days=-1), dt.timedelta())):
        monkeypatch.setattr(timezone, "now", lambda g=geser: asli() + g)
        Tugas.objects.all().delete()
        perbuatan(10 + n)
        if geser:
            assert segel_bila_waktunya()
        segel_susun()
        perbuatan(20 + n)
        assert kode() == set(), geser
    assert Segel.objects.count() == 5


@pytest.mark.django_db
def test_the_worker_queues_a_sealing_only_when_something_came_and_none_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not segel_bila_waktunya()
    perbuatan(1)
    assert segel_bila_waktunya()
    assert not segel_bila_waktunya()
    from inti.jobs.jalan import jalankan

    tugas = Tugas.objects.get(jenis="segel")
    jalankan(str(tugas.pk))
    tugas.refresh_from_db()
    assert (tugas.keadaan, tugas.hasil) == ("selesai", {"segel": 1})
    perbuatan(2)
    assert not segel_bila_waktunya()  # the last set is fresh
    asli = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: asli() + dt.timedelta(minutes=11))
    assert segel_bila_waktunya()


@pytest.mark.django_db
def test_a_column_that_an_upgrade_took_away_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    isi_rantai(1, 1)
    b = SegelBagian.objects.get(label="inti.JejakBaca")
    kolom = [*b.kolom, "kolom_lama"]
    SegelBagian.objects.filter(pk=b.pk).update(kolom=kolom)
    assert "SEGEL_TAK_TERBACA" in {t.kode for t in periksa() if t.sifat == "catatan"}
    assert kode() == {"SEGEL_DIUBAH"}  # what the part says of itself is under the hash all the same


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite mempunyai satu penulis")
@pytest.mark.django_db(transaction=True)
def test_a_lower_key_that_commits_late_is_neither_an_alarm_nor_a_hole() -> None:
    isi = {k: v for k, v in connection.get_connection_params().items() if k != "pool"}
    perbuatan(1)
    tambah = "INSERT INTO inti_jejakbaca (jenis, waktu, objek_label, objek_id, keterangan) VALUES ('buka', now(), '', '', 'x') RETURNING id"
    with psycopg.connect(**isi) as lambat:
        rendah = lambat.execute(tambah).fetchone()
        tinggi = JejakBaca.objects.create(jenis="buka", keterangan="cepat")
        assert rendah and rendah[0] < tinggi.pk
        assert segel_susun(tunggu=0.2) is not None  # the other tables
        assert "inti.JejakBaca" not in Segel.objects.latest("urut").batas
        lambat.commit()
    segel_susun()
    assert Segel.objects.latest("urut").batas["inti.JejakBaca"][0] >= tinggi.pk
    assert kode() == set()
    JejakBaca.objects.create(pk=rendah[0] - 1, jenis="buka")  # the key that `perbuatan` left unused
    assert ("SEGEL_BARIS_DISISIPKAN", "inti.JejakBaca", str(rendah[0] - 1)) in temuan()


@pytest.mark.django_db
def test_twenty_thousand_before_values_are_sealed_in_a_moment() -> None:
    import time

    from inti.models import BatchImpor, NilaiLama

    batch = BatchImpor.objects.create(jenis="uji", nama_berkas="u.csv", sha256="0" * 64)
    for awal in range(0, 20_000, 5_000):
        NilaiLama.objects.bulk_create(
            NilaiLama(batch=batch, model="dtks.individu", objek_id=n, sebelum={"nama": f"Nama {n}", "desil": n % 10})
            for n in range(awal, awal + 5_000)
        )
    mulai = time.monotonic()
    segel_susun()
    assert time.monotonic() - mulai < 4
    assert kode() == set()


def test_a_row_has_one_form_and_keys_come_back() -> None:
    import uuid
    from decimal import Decimal

    utc = dt.datetime(2026, 11, 20, 3, 4, 5, 6, tzinfo=dt.UTC)
    wib = utc.astimezone(dt.timezone(dt.timedelta(hours=7)))
    assert baris_kanonik([utc, {"b": 1, "a": None}]) == baris_kanonik([wib, {"a": None, "b": 1}])
    assert baris_kanonik([Decimal("1.50"), HARI]) == b'["1.50","2026-11-20"]'
    angka = [1, 2, 3, 7, 9, 10]
    assert list(buka_kunci(bungkus_kunci(angka), uuid_=False)) == angka
    kunci = sorted(uuid.uuid4() for _ in range(3))
    assert list(buka_kunci(bungkus_kunci(kunci), uuid_=True)) == kunci
    with pytest.raises(TypeError):
        baris_kanonik([object()])


@pytest.mark.django_db
def test_bounds_are_the_last_keys_given_out() -> None:
    perbuatan(1)
    assert batas_kunci(tabel_bersegel())["inti.JejakBaca"] == JejakBaca.objects.latest("pk").pk + 1
    assert batas_kunci(tabel_bersegel())["inti.Perubahan"] == Perubahan.objects.latest("pk").pk

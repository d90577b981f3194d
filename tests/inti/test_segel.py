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
from inti.segel_rantai import Penghimpun, baris_kanonik, buka_kunci, bungkus_kunci, hash_segel, tanda
from inti.services.berkas import berkas_simpan
from inti.services.nomor import nomor_ambil
from inti.services.rekam import rekam_tambah, rekam_ubah
from inti.services.segel import (
    baris_tabel,
    baris_uuid,
    batas_kunci,
    segel_akui,
    segel_bila_waktunya,
    segel_susun,
    tabel_bersegel,
)

HARI = dt.date(2026, 11, 20)
TABEL = {t.label: t for t in tabel_bersegel()}
TEKS = {
    "inti.RiwayatPerusahaan": "nama",
    "inti.Perubahan": "layanan",
    "inti.Nomor": "teks",
    "inti.JejakBaca": "keterangan",
    "inti.BerkasTersimpan": "nama_asli",
}


@pytest.fixture(autouse=True)
def folder_segel(settings: Any, tmp_path: Path) -> Path:
    settings.SEGEL_DIR, settings.BERKAS_DIR = tmp_path / "segel", tmp_path / "berkas"
    return settings.SEGEL_DIR


def perbuatan(n: int) -> None:
    """One act: a record with two versions, a number, a file, a line in the read log; and a key that is left unused."""
    with transaction.atomic():
        satu = rekam_tambah(model="inti.Perusahaan", isian={"npp": f"{n:08d}", "nama": f"PT {n}"}, oleh=None)
        nomor_ambil(seri="uji", pola="U/{urut}/{tahun}", tanggal=HARI, oleh=None)
        berkas_simpan(isi=f"isi {n}".encode(), nama=f"{n}.txt", jenis_isi="text/plain", oleh=None)
        rekam_ubah(objek=satu, isian={"nama": f"PT {n} Jaya"}, oleh=None)
        JejakBaca.objects.create(jenis="buka", keterangan=f"uji {n}")
    lewati(JejakBaca._meta.db_table)


def lewati(tabel: str) -> int:
    """Use up a key without a row, as a roll-back does on PostgreSQL; out: the key."""
    with connection.cursor() as kursor:
        if connection.vendor == "postgresql":
            kursor.execute(f"SELECT nextval(pg_get_serial_sequence('{tabel}', 'id'))")
        else:
            kursor.execute("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = %s RETURNING seq", [tabel])
        return kursor.fetchone()[0]


def isi_rantai(banyak_segel: int, per_segel: int) -> None:
    for s in range(banyak_segel):
        for n in range(per_segel):
            perbuatan(s * per_segel + n)
        assert segel_susun() is not None


def kode() -> set[str]:
    return {t.kode for t in periksa() if t.sifat == "salah"}


def temuan() -> set[tuple[str, str, str]]:
    return {(t.kode, t.tabel, t.baris) for t in periksa() if t.sifat == "salah"}


def pilih(acak: random.Random) -> tuple[str, Any]:
    """A sealed row at random."""
    label = acak.choice(sorted(TEKS))
    tabel = TABEL[label]
    kunci = sorted(tabel.model._base_manager.values_list("pk", flat=True))
    if not tabel.uuid:
        kunci = [k for k in kunci if k <= Segel.objects.latest("urut").batas[label][0]]
    return label, acak.choice(kunci)


def ubah(acak: random.Random) -> set[tuple[str, str, str]]:
    label, pk = pilih(acak)
    assert TABEL[label].model._base_manager.filter(pk=pk).update(**{TEKS[label]: "diubah tangan"}) == 1
    return {("SEGEL_BARIS_BERUBAH", label, str(pk))}


def hapus(acak: random.Random) -> set[tuple[str, str, str]]:
    label, pk = pilih(acak)
    model = TABEL[label].model
    with connection.cursor() as kursor:  # the ORM would refuse
        nilai = model._meta.pk.get_db_prep_value(pk, connection)
        kursor.execute(f'DELETE FROM {model._meta.db_table} WHERE "{model._meta.pk.column}" = %s', [nilai])
    return {("SEGEL_BARIS_HILANG", label, str(pk))}


def tukar(acak: random.Random) -> set[tuple[str, str, str]]:
    label, pk = pilih(acak)
    tabel = TABEL[label]
    lain = acak.choice([k for k in tabel.model._base_manager.values_list("pk", flat=True) if k != pk])
    kolom = TEKS[label]
    isi = dict(tabel.model._base_manager.filter(pk__in=[pk, lain]).values_list("pk", kolom))
    if isi[pk] == isi[lain]:
        kolom = "history_date" if "history_date" in tabel.kolom else "waktu"
        isi = dict(tabel.model._base_manager.filter(pk__in=[pk, lain]).values_list("pk", kolom))
    for satu, dua in ((pk, lain), (lain, pk)):
        tabel.model._base_manager.filter(pk=satu).update(**{kolom: isi[dua]})
    return {("SEGEL_BARIS_BERUBAH", label, str(pk)), ("SEGEL_BARIS_BERUBAH", label, str(lain))}


def sisip(acak: random.Random) -> set[tuple[str, str, str]]:
    """A row at a key that was never used, below the seal."""
    ada = set(JejakBaca.objects.values_list("pk", flat=True))
    batas = Segel.objects.latest("urut").batas["inti.JejakBaca"][0]
    pk = acak.choice([0, -7, *(k for k in range(1, batas + 1) if k not in ada)])
    JejakBaca.objects.create(pk=pk, jenis="buka", keterangan="disisipkan")
    return {("SEGEL_BARIS_DISISIPKAN", "inti.JejakBaca", str(pk))}


def sisip_mundur(acak: random.Random) -> set[tuple[str, str, str]]:
    """A row with a fresh key, dated before the last set; it is found before and after it is sealed."""
    lama = timezone.now() - dt.timedelta(days=acak.randrange(1, 400))
    baris = JejakBaca.objects.create(jenis="buka", keterangan="mundur")
    JejakBaca.objects.filter(pk=baris.pk).update(waktu=lama)
    harus = {("SEGEL_TANGGAL_MUNDUR", "inti.JejakBaca", str(baris.pk))}
    assert harus <= temuan()
    segel_susun()
    return harus


def potong(acak: random.Random) -> set[tuple[str, str, str]]:
    """Rows and sets at the tail, as if they had never been."""
    semua = list(Segel.objects.order_by("urut"))
    sampai = semua[acak.randrange(len(semua) - 1)]
    hilangkan(sampai, ["inti.JejakBaca"])
    return {("SEGEL_TERPOTONG", "inti.Segel", str(semua[-1].urut))}


def lama(acak: random.Random) -> set[tuple[str, str, str]]:
    """The whole database as it was at an earlier set."""
    semua = list(Segel.objects.order_by("urut"))
    hilangkan(semua[acak.randrange(len(semua) - 1)], [t.label for t in tabel_bersegel()])
    return {("SEGEL_TERPOTONG", "inti.Segel", str(semua[-1].urut))}


def hilangkan(sampai: Segel, label: list[str]) -> None:
    buang = SegelBagian.objects.filter(segel__urut__gt=sampai.urut)
    for nama in label:
        tabel = TABEL[nama]
        if tabel.uuid:
            kunci = [k for b in buang.filter(label=nama) for k in buka_kunci(bytes(b.kunci), uuid_=True)]
            tabel.model._base_manager.filter(pk__in=kunci)._raw_delete("default")
        elif nama in sampai.batas:
            tabel.model._base_manager.filter(pk__gt=sampai.batas[nama][0])._raw_delete("default")
    buang._raw_delete("default")
    Segel.objects.filter(urut__gt=sampai.urut)._raw_delete("default")


def susun_ulang(acak: random.Random) -> set[tuple[str, str, str]]:
    """Alter a row, then compute every digest and hash anew, signed with a key of one's own."""
    ubah(acak)
    sebelum = "0" * 64
    for s in Segel.objects.order_by("urut"):
        bagian = []
        for b in s.bagian.order_by("pk"):
            tabel, himpun = TABEL[b.label], Penghimpun()
            kunci = list(buka_kunci(bytes(b.kunci), uuid_=tabel.uuid))
            isi = (
                baris_uuid(tabel, tabel.kolom, kunci)
                if tabel.uuid
                else baris_tabel(tabel, tabel.kolom, b.dari, b.sampai)
            )
            for pk, nilai in isi:
                himpun.tambah(pk, nilai)
            baru = himpun.bagian(b.label, b.dari, b.sampai, tabel.kolom)
            SegelBagian.objects.filter(pk=b.pk).update(
                isi=baru.isi, jejak=baru.jejak, kunci=baru.kunci, sidik=baru.sidik
            )
            bagian.append((b.label, b.dari, baru.sidik))
        isi_hash = hash_segel(s.urut, s.waktu, sebelum, s.batas, bagian)
        Segel.objects.filter(pk=s.pk).update(hash=isi_hash, sebelum=sebelum, tanda=tanda(b"x" * 32, isi_hash))
        sebelum = isi_hash
    akhir = Segel.objects.latest("urut").urut
    return {("SEGEL_BUKAN_YANG_DICATAT", "inti.Segel", str(akhir)), ("SEGEL_TANDA_PALSU", "inti.Segel", str(akhir))}


SERANGAN: list[Callable[[random.Random], set[tuple[str, str, str]]]] = [
    ubah, hapus, tukar, sisip, sisip_mundur, potong, lama, susun_ulang,
]  # fmt: skip


def mainkan(serangan: Callable[[random.Random], set[tuple[str, str, str]]], posisi: int, benih: int) -> None:
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
    mainkan(serangan, 4, 1)


@pytest.mark.lama
@pytest.mark.django_db
@pytest.mark.parametrize("serangan", SERANGAN, ids=lambda s: s.__name__)
def test_what_is_done_behind_the_systems_back_is_found_at_fifty_places(serangan: Any) -> None:
    isi_rantai(12, 5)
    mainkan(serangan, 50, 7)


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

"""Backup and restore: one instant while clerks write, secret and true, into an empty system only."""

from __future__ import annotations

import json
import os
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection

from inti.cadangan.ambil import cadangkan
from inti.cadangan.kolom import KolomCadangan, semua_tabel
from inti.cadangan.manifes import Cadangan
from inti.cadangan.sandi import CadanganRusak, Pembaca, Penulis, baca_kunci, buat_kunci
from tests.inti.sistem_uji import Pabrik, Sistem

KENARI = b"KENARI-"


@pytest.fixture(scope="module")
def pabrik(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any) -> Iterator[Pabrik]:
    with django_db_blocker.unblock():
        pabrik = Pabrik(tmp_path_factory.mktemp("sistem"))
    yield pabrik
    pabrik.bersihkan()


@pytest.fixture
def kunci(tmp_path: Path) -> Path:
    buat_kunci(tmp_path / "kunci")
    return tmp_path / "kunci"


@pytest.fixture(scope="module")
def kantor(pabrik: Pabrik) -> Sistem:
    """A system at rest with some acts, and two backups of it: `biasa` and `rahasia` (with the key `kunci`)."""
    sistem = pabrik()
    with sistem.penulis(2):
        pass
    buat_kunci(sistem.folder / "kunci")
    for nama, opsi in (("biasa", []), ("rahasia", ["--kunci", str(sistem.folder / "kunci")])):
        hasil = sistem.jalankan("cadangkan", str(sistem.folder / nama), *opsi)
        assert hasil.returncode == 0, hasil.stderr
    return sistem


def baris(sistem: Sistem, perintah: str) -> list[tuple[Any, ...]]:
    import sqlite3

    if sistem.url.startswith("sqlite"):
        with sqlite3.connect(sistem.folder / "db.sqlite3") as hubungan:
            return hubungan.execute(perintah).fetchall()
    with psycopg.connect(sistem.url) as hubungan:
        return hubungan.execute(perintah).fetchall()


def pastikan_satu_saat(pabrik: Pabrik, tmp_path: Path, kunci: Path, n: int) -> None:
    """Back up under load, restore, check: what came back is one instant."""
    asal, tujuan = pabrik(), pabrik()
    opsi = ["--kunci", str(kunci)] if n % 2 else []
    folder = str(tmp_path / f"cadangan-{n}")
    with asal.penulis(3) as penulis:
        mulai = time.time()
        hasil = asal.jalankan("cadangkan", folder, *opsi)
        selesai = time.time()
        assert hasil.returncode == 0, hasil.stderr
        penulis.tunggu(1)
    pulih = tujuan.jalankan("pulihkan", folder, *opsi)
    assert pulih.returncode == 0, pulih.stderr
    assert "Semua baik." in pulih.stderr  # `periksa` ran over what came back
    jumlah = 0
    for buku in penulis.buku:
        nama = buku.name[-1]
        ada = [
            npp for (npp,) in baris(tujuan, f"SELECT npp FROM inti_perusahaan WHERE npp LIKE '{nama}%' ORDER BY npp")
        ]
        assert ada == [f"{nama}{i:06d}" for i in range(1, len(ada) + 1)]  # the clerk's first acts, none left out
        diakui = penulis.baca(buku)
        assert len(ada) >= sum(1 for _, _, saat in diakui if saat < mulai)
        assert len(ada) <= sum(1 for _, _, saat in diakui if saat < selesai) + 1
        jumlah += len(ada)
    for tabel, kali in (("nomor", 1), ("berkastersimpan", 1), ("perubahan", 2), ("riwayatperusahaan", 2)):
        assert baris(tujuan, f"SELECT COUNT(*) FROM inti_{tabel}")[0][0] == jumlah * kali  # whole acts only
    assert len(list((tujuan.folder / "berkas").glob("??/??/*"))) == jumlah
    if n == 0:  # the chain goes on
        assert tujuan.jalankan("segel").returncode == 0
        assert tujuan.jalankan("periksa").returncode == 0


@pytest.mark.lama
@pytest.mark.django_db
def test_twenty_backups_under_load_are_each_one_instant(pabrik: Pabrik, tmp_path: Path, kunci: Path) -> None:
    for n in range(20):
        pastikan_satu_saat(pabrik, tmp_path, kunci, n)


@pytest.mark.keduanya
@pytest.mark.django_db
def test_every_table_comes_back_row_for_row_and_writing_goes_on(pabrik: Pabrik, kantor: Sistem) -> None:
    tujuan = pabrik()
    assert tujuan.jalankan("pulihkan", str(kantor.folder / "biasa")).returncode == 0
    for t in semua_tabel().values():
        kolom = ", ".join(f'"{k.nama}"' for k in t.kolom)
        perintah = f'SELECT {kolom} FROM "{t.nama}" ORDER BY "{t.kunci}"'
        assert baris(tujuan, perintah) == baris(kantor, perintah), t.nama
    terakhir = baris(kantor, "SELECT MAX(id) FROM inti_perusahaan")[0][0]
    with tujuan.penulis(3, mulai=2):  # a clerk with a letter of his own
        pass
    assert baris(tujuan, "SELECT MIN(id) FROM inti_perusahaan WHERE npp LIKE 'C%'")[0][0] > terakhir
    assert tujuan.jalankan("periksa").returncode == 0


@pytest.mark.keduanya
@pytest.mark.django_db
def test_an_encrypted_backup_holds_no_canary_and_a_plain_one_does(kantor: Sistem) -> None:
    def kenari(folder: Path) -> int:
        return sum(p.read_bytes().count(KENARI) for p in folder.rglob("*") if p.is_file())

    assert kenari(kantor.folder / "rahasia") == 0
    assert kenari(kantor.folder / "biasa") > 0
    assert not (kantor.folder / "biasa" / "segel").exists()  # the seal's key travels only encrypted
    kunci_segel = bytes.fromhex((kantor.folder / "segel" / "kunci").read_text().strip())
    assert all(kunci_segel not in p.read_bytes() for p in (kantor.folder / "rahasia").rglob("*") if p.is_file())


def balik(berkas: Path, letak: int) -> None:
    isi = bytearray(berkas.read_bytes())
    isi[letak] ^= 0x20  # also turns a letter into its other case
    berkas.write_bytes(isi)


@pytest.mark.django_db
@pytest.mark.parametrize("nama", ["rahasia", pytest.param("biasa", marks=pytest.mark.lama)])
def test_one_byte_flipped_anywhere_is_refused_naming_the_member(kantor: Sistem, tmp_path: Path, nama: str) -> None:
    kunci = baca_kunci(kantor.folder / "kunci") if nama == "rahasia" else None
    folder = tmp_path / nama
    shutil.copytree(kantor.folder / nama, folder)
    Cadangan(folder, kunci).periksa_semua()
    anggota = [p for p in sorted(folder.rglob("*")) if p.is_file()]
    assert len(anggota) > 60
    for berkas in anggota:
        asli = berkas.read_bytes()
        for letak in {0, len(asli) // 2, len(asli) - 1}:
            balik(berkas, letak)
            with pytest.raises(CadanganRusak) as galat:
                Cadangan(folder, kunci).periksa_semua()
            assert berkas.relative_to(folder).as_posix() in str(galat.value) or berkas.name in str(galat.value)
            berkas.write_bytes(asli)
        berkas.write_bytes(asli[:-1])
        with pytest.raises(CadanganRusak, match=berkas.name):
            Cadangan(folder, kunci).periksa_semua()
        berkas.unlink()
        with pytest.raises(CadanganRusak, match=berkas.name):
            Cadangan(folder, kunci).periksa_semua()
        berkas.write_bytes(asli)
    (folder / "data" / "tambahan").write_text("x")
    with pytest.raises(CadanganRusak, match="data/tambahan"):
        Cadangan(folder, kunci).periksa_semua()


@pytest.mark.django_db
def test_a_manifest_rewritten_without_the_key_is_refused(kantor: Sistem, tmp_path: Path) -> None:
    import hashlib

    folder = tmp_path / "palsu"
    shutil.copytree(kantor.folder / "rahasia", folder)
    kunci = baca_kunci(kantor.folder / "kunci")
    isi = json.loads((folder / "manifes.json").read_text())
    isi["waktu"] = "2020-01-01T00:00:00+00:00"
    teks = json.dumps(isi)
    (folder / "manifes.json").write_text(teks)
    (folder / "manifes.sidik").write_text(hashlib.sha256(teks.encode()).hexdigest() + "\n")
    with pytest.raises(CadanganRusak, match=r"manifes\.json"):
        Cadangan(folder, kunci)
    isi["sandi"] = None  # pretending that it was never encrypted
    teks = json.dumps(isi)
    (folder / "manifes.json").write_text(teks)
    (folder / "manifes.sidik").write_text(hashlib.sha256(teks.encode()).hexdigest() + "\n")
    with pytest.raises(CadanganRusak, match="tidak dienkripsi"):
        Cadangan(folder, kunci)
    with pytest.raises(CadanganRusak, match="kunci"):
        Cadangan(kantor.folder / "rahasia", None)
    with pytest.raises(CadanganRusak, match="kunci"):
        Cadangan(kantor.folder / "rahasia", b"kunci yang lain sama sekali, panjang")


@pytest.mark.django_db
def test_an_altered_backup_changes_nothing(pabrik: Pabrik, kantor: Sistem, tmp_path: Path) -> None:
    folder, tujuan = tmp_path / "rusak", pabrik()
    shutil.copytree(kantor.folder / "biasa", folder)
    balik(folder / "data" / "inti_nomor.csv.gz", 30)
    hasil = tujuan.jalankan("pulihkan", str(folder))
    assert (hasil.returncode, hasil.stdout) == (2, "")
    assert "data/inti_nomor.csv.gz" in hasil.stderr
    assert "Traceback" not in hasil.stderr
    assert baris(tujuan, "SELECT COUNT(*) FROM inti_perubahan") == [(0,)]
    assert not (tujuan.folder / "berkas").exists()


@pytest.mark.django_db
def test_a_system_that_is_not_empty_is_left_as_it_is(pabrik: Pabrik, kantor: Sistem) -> None:
    sebelum = baris(kantor, "SELECT COUNT(*) FROM inti_perubahan")
    hasil = kantor.jalankan("pulihkan", str(kantor.folder / "biasa"))
    assert hasil.returncode == 2
    assert "tidak kosong" in hasil.stderr
    assert baris(kantor, "SELECT COUNT(*) FROM inti_perubahan") == sebelum
    tujuan = pabrik()
    (tujuan.folder / "berkas").mkdir()
    (tujuan.folder / "berkas" / "asing").write_text("milik orang")
    hasil = tujuan.jalankan("pulihkan", str(kantor.folder / "biasa"))
    assert (hasil.returncode, "Folder berkas" in hasil.stderr) == (2, True)


@pytest.mark.django_db
def test_a_backup_of_another_shape_is_refused(pabrik: Pabrik, kantor: Sistem) -> None:
    tujuan = pabrik()
    hapus = "DELETE FROM django_migrations WHERE app = 'inti' AND name = '0001_initial'"
    if connection.vendor == "postgresql":
        with psycopg.connect(tujuan.url) as hubungan:
            hubungan.execute(hapus)
    else:
        import sqlite3

        with sqlite3.connect(tujuan.folder / "db.sqlite3") as hubungan:
            hubungan.execute(hapus)
    hasil = tujuan.jalankan("pulihkan", str(kantor.folder / "biasa"))
    assert hasil.returncode == 2
    assert "inti.0001_initial" in hasil.stderr


@pytest.mark.keduanya
@pytest.mark.django_db
def test_the_seal_goes_on_after_a_restore_with_and_without_its_key(pabrik: Pabrik, kantor: Sistem) -> None:
    for nama, opsi in (("biasa", []), ("rahasia", ["--kunci", str(kantor.folder / "kunci")])):
        tujuan = pabrik()
        assert tujuan.jalankan("pulihkan", str(kantor.folder / nama), *opsi).returncode == 0
        sama = (tujuan.folder / "segel" / "kunci").read_text() == (kantor.folder / "segel" / "kunci").read_text()
        assert sama is (nama == "rahasia")
        ubah = "UPDATE inti_perubahan SET layanan = 'x' WHERE id = 3"
        if connection.vendor == "postgresql":
            with psycopg.connect(tujuan.url) as hubungan:
                hubungan.execute(ubah)
        else:
            import sqlite3

            with sqlite3.connect(tujuan.folder / "db.sqlite3") as hubungan:
                hubungan.execute(ubah)
        hasil = tujuan.jalankan("periksa", "--json")
        assert hasil.returncode == 1
        assert [(t["tabel"], t["baris"]) for t in json.loads(hasil.stdout)["temuan"]] == [("inti.Perubahan", "3")]


@pytest.mark.django_db
def test_a_killed_backup_leaves_nothing_that_looks_whole(pabrik: Pabrik, kantor: Sistem, tmp_path: Path) -> None:
    folder = tmp_path / "c" / "harian"
    proses = kantor.mulai("manage.py", "cadangkan", str(folder))
    akhir = time.monotonic() + 30
    while not (sementara := list(folder.parent.glob(".harian.sementara-*/data/*"))):
        assert time.monotonic() < akhir
        assert proses.poll() is None
    proses.send_signal(signal.SIGKILL)
    proses.wait()
    assert not folder.exists()
    hasil = pabrik().jalankan("pulihkan", str(sementara[0].parents[1]))
    assert (hasil.returncode, "bukan cadangan yang utuh" in hasil.stderr) == (2, True)
    assert kantor.jalankan("cadangkan", str(folder)).returncode == 0


@pytest.mark.keduanya
@pytest.mark.django_db
def test_a_killed_restore_can_be_repeated(pabrik: Pabrik, kantor: Sistem) -> None:
    tujuan = pabrik()
    proses = tujuan.mulai("manage.py", "pulihkan", str(kantor.folder / "biasa"))
    akhir = time.monotonic() + 30
    while not list((tujuan.folder / "berkas").glob("??/??/*")):
        assert time.monotonic() < akhir
        assert proses.poll() is None
    proses.send_signal(signal.SIGKILL)
    proses.wait()
    hasil = tujuan.jalankan("pulihkan", str(kantor.folder / "biasa"))
    if "tidak kosong" not in hasil.stderr:  # unless the first one had committed already
        assert hasil.returncode == 0, hasil.stderr
    assert tujuan.jalankan("periksa").returncode == 0


@pytest.mark.django_db
def test_refusals_are_one_sentence(kantor: Sistem, tmp_path: Path) -> None:
    (tmp_path / "isi").mkdir()
    (tmp_path / "isi" / "x").write_text("x")
    (tmp_path / "pendek").write_text("rahasia")
    for argumen in (
        ["cadangkan", str(tmp_path / "isi")],
        ["cadangkan", "/proc/tidak/bisa"],
        ["cadangkan"],
        ["cadangkan", str(tmp_path / "a"), "--kunci", str(tmp_path / "pendek")],
        ["cadangkan", str(tmp_path / "a"), "--kunci", str(tmp_path / "tiada")],
        ["cadangkan", "--buat-kunci", str(tmp_path / "pendek")],
        ["pulihkan", str(tmp_path / "isi")],
        ["pulihkan", str(kantor.folder / "rahasia")],
    ):
        hasil = kantor.jalankan(*argumen)
        assert (hasil.returncode, hasil.stdout) == (2, ""), argumen
        assert len(hasil.stderr.strip().splitlines()) == 1, (argumen, hasil.stderr)


@pytest.mark.django_db(transaction=True)
def test_a_full_disk_is_one_sentence_and_leaves_nothing(
    kantor: Sistem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    def penuh(*_: Any) -> int:
        raise OSError(errno.ENOSPC, "penuh")

    monkeypatch.setattr("inti.cadangan.ambil.segel_susun", lambda: None)
    monkeypatch.setattr("inti.cadangan.ambil.Potret", _PotretKosong)
    monkeypatch.setattr("inti.cadangan.sandi.os.fsync", penuh)
    with pytest.raises(CadanganRusak, match="Ruang cakram"):
        cadangkan(tmp_path / "x", None)
    assert list(tmp_path.iterdir()) == []


class _PotretKosong:
    vendor = "sqlite"

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def salin(self, tabel: Any, tulis: Any) -> int:
        tulis(b"1,2\r\n")
        return 1


@pytest.mark.django_db
def test_a_missing_file_is_told_and_the_rest_is_saved(pabrik: Pabrik, tmp_path: Path) -> None:
    asal = pabrik()
    with asal.penulis(1):
        pass
    korban = next((asal.folder / "berkas").glob("??/??/*"))
    korban.unlink()
    hasil = asal.jalankan("cadangkan", str(tmp_path / "c"))
    assert hasil.returncode == 1
    assert korban.relative_to(asal.folder / "berkas").as_posix() in hasil.stderr
    tujuan = pabrik()
    pulih = tujuan.jalankan("pulihkan", str(tmp_path / "c"))
    assert pulih.returncode == 1
    assert "BERKAS_HILANG" in pulih.stderr


def test_every_column_of_every_model_can_travel() -> None:
    tabel = semua_tabel()
    assert {"inti_pengguna", "inti_pengguna_groups", "inti_nilailama", "dtks_individu"} <= set(tabel)
    assert "django_session" not in tabel
    assert {k.jenis for t in tabel.values() for k in t.kolom} >= {"bulat", "teks", "saat", "json", "biner", "uuid"}


@pytest.mark.parametrize("nilai", [None, "", "\\", "\\E", "a\\", "\r", 'x"y,z\n', "'"])
def test_text_that_allows_null_survives(nilai: str | None) -> None:
    import csv
    import io
    import sqlite3

    kolom = KolomCadangan("c", "teks", True)
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE t (c text)")
    db.execute("INSERT INTO t VALUES (?)", [nilai])
    aliran = io.StringIO()
    csv.writer(aliran).writerows([("1", b) for (b,) in db.execute(f"SELECT {kolom.baca('sqlite')} FROM t")])
    ((_, sel),) = csv.reader(io.StringIO(aliran.getvalue(), newline=""))
    assert db.execute(f"SELECT {kolom.tulis_sqlite(1)}", [sel]).fetchone() == (nilai,)


@pytest.mark.parametrize("ukuran", [0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024])
@pytest.mark.parametrize("kunci_", [None, b"k" * 32])
def test_a_member_reads_back_what_was_written(ukuran: int, kunci_: bytes | None, tmp_path: Path) -> None:
    isi = os.urandom(ukuran)
    for nama, mampat in (("a.tar", False), ("a.csv.gz", True)):
        penulis = Penulis(tmp_path / nama, nama, kunci_, mampatkan=mampat)
        penulis.write(isi)
        catatan = penulis.selesai()
        assert catatan["ukuran"] == (tmp_path / nama).stat().st_size
        with Pembaca(tmp_path / nama, nama, kunci_, mampat=mampat) as pembaca:
            assert pembaca.read() == isi
        if kunci_:
            with Pembaca(tmp_path / nama, "lain", kunci_, mampat=mampat) as pembaca, pytest.raises(CadanganRusak):
                pembaca.read()

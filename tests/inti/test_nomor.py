"""Numbers: no gap, no double, whatever races, rolls back or dies."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction

from inti.galat import AturanDilanggar
from inti.models import Nomor, Pengguna, SeriNomor
from inti.services.nomor import nomor_ambil, nomor_batalkan, nomor_cadangkan, nomor_cocokkan, nomor_sisipkan

pytestmark = pytest.mark.keduanya

AKAR = Path(__file__).resolve().parents[2]
HARI = dt.date(2026, 11, 20)


def ambil(seri: str = "surat", hari: dt.date = HARI) -> Nomor:
    with transaction.atomic():
        return nomor_ambil(seri=seri, pola="400.9/{urut:03d}/{bulan_romawi}/{tahun}", tanggal=hari, oleh=None)


@pytest.mark.django_db
def test_numbers_follow_the_pattern_and_restart_with_the_year() -> None:
    assert [ambil().teks, ambil().teks] == ["400.9/001/XI/2026", "400.9/002/XI/2026"]
    assert ambil(hari=dt.date(2027, 1, 2)).teks == "400.9/001/I/2027"
    assert ambil("lain").urut == 1


@pytest.mark.django_db(transaction=True)
def test_a_number_is_given_within_the_transaction_that_uses_it_only() -> None:
    with pytest.raises(RuntimeError):
        nomor_ambil(seri="uji", pola="U/{urut}/{tahun}", tanggal=dt.date(2026, 5, 1), oleh=None)


@pytest.mark.django_db
def test_a_roll_back_gives_the_number_back() -> None:
    ambil()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        nomor_ambil(seri="surat", pola="x", tanggal=HARI, oleh=None)
        raise ZeroDivisionError
    assert ambil().urut == 2


@pytest.mark.django_db
def test_a_cancelled_number_keeps_its_reason_and_is_not_given_again(penyelia: Pengguna) -> None:
    nomor = nomor_batalkan(nomor=ambil(), oleh=penyelia, alasan="salah jenis")
    assert (nomor.keadaan, nomor.alasan) == ("dibatalkan", "salah jenis")
    assert ambil().urut == 2
    with pytest.raises(AturanDilanggar, match="NOMOR_SUDAH_BATAL"):
        nomor_batalkan(nomor=nomor, oleh=penyelia, alasan="lagi")


@pytest.mark.django_db
def test_a_reserved_block_is_reconciled(penyelia: Pengguna) -> None:
    ambil()
    blok = nomor_cadangkan(seri=SeriNomor.objects.get(), jumlah=3, tanggal=HARI, oleh=penyelia, alasan="listrik padam")
    assert [n.urut for n in blok] == [2, 3, 4]
    assert ambil().urut == 5
    assert nomor_cocokkan(nomor=blok[0], oleh=penyelia, dipakai_untuk="undangan rapat").keadaan == "dipakai"
    assert nomor_cocokkan(nomor=blok[1], oleh=penyelia, dipakai_untuk="").keadaan == "dibatalkan"
    with pytest.raises(AturanDilanggar, match="BUKAN_CADANGAN"):
        nomor_cocokkan(nomor=blok[0], oleh=penyelia, dipakai_untuk="lagi")


@pytest.mark.django_db
def test_why_a_number_was_inserted_outlives_its_cancelling(penyelia: Pengguna) -> None:
    ambil()
    with transaction.atomic():
        sisip = nomor_sisipkan(
            seri=SeriNomor.objects.get(), urut=1, tanggal=HARI, oleh=penyelia, alasan="surat tertinggal"
        )
    (cadangan,) = nomor_cadangkan(
        seri=SeriNomor.objects.get(), jumlah=1, tanggal=HARI, oleh=penyelia, alasan="listrik padam"
    )
    nomor_cocokkan(nomor=cadangan, oleh=penyelia, dipakai_untuk="undangan")
    for nomor, asal in ((sisip, "surat tertinggal"), (cadangan, "listrik padam")):
        batal = nomor_batalkan(nomor=nomor, oleh=penyelia, alasan="salah tujuan")
        assert (batal.asal, batal.alasan) == (asal, "salah tujuan")


@pytest.fixture
def alamat_db(tmp_path: Path, transactional_db: None) -> Iterator[str]:
    """A real database for other processes: the test database on PostgreSQL, a migrated file on SQLite."""
    if connection.vendor == "postgresql":
        s = connection.settings_dict
        yield f"postgres://{s['USER']}:{s['PASSWORD']}@{s['HOST']}:{s['PORT']}/{s['NAME']}"
        return
    berkas = tmp_path / "nomor.sqlite3"
    salin_basis(berkas)
    yield f"sqlite:///{berkas}"


def salin_basis(berkas: Path) -> None:
    """The test's own empty database (SQLite) as a file, for other processes: migrating it anew takes half a minute."""
    connection.ensure_connection()
    with sqlite3.connect(berkas) as tujuan:
        connection.connection.backup(tujuan)
    tujuan.close()


def jalankan(url: str, *argumen: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, *argumen], cwd=AKAR, env=os.environ | {"DATABASE_URL": url, "DB_POOL": "0"}
    )


def baca(url: str) -> list[int]:
    if url.startswith("sqlite"):
        return [
            u
            for (u,) in sqlite3.connect(url.removeprefix("sqlite:///")).execute(
                "SELECT urut FROM inti_nomor ORDER BY urut"
            )
        ]
    return list(Nomor.objects.order_by("urut").values_list("urut", flat=True))


def test_processes_that_race_roll_back_and_die_leave_no_gap_and_no_double(alamat_db: str) -> None:
    proses = [
        jalankan(alamat_db, "-m", "tests.inti.pengambil_nomor", "10", str(n), *(["--mati"] if n == 4 else []))
        for n in range(5)
    ]
    kode = [p.wait(timeout=120) for p in proses]
    assert kode[:4] == [0, 0, 0, 0]
    assert kode[4] == -9
    urut = baca(alamat_db)
    assert len(urut) > 25
    assert urut == list(range(1, len(urut) + 1))

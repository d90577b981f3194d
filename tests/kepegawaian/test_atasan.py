"""Who is whose superior on a day: transfer in mid-month, Plt. and Plh., empty chairs, appointed superiors, the top."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from inti.galat import AturanDilanggar
from inti.models import Pengguna, UnitKerja
from kepegawaian.models import AtasanKhusus, Pegawai
from kepegawaian.queries.atasan import atasan_pada
from kepegawaian.services import orang as services
from tests.kepegawaian.contoh_karier import TMT, D, jabatan, keluar, kepala, orang

pytestmark = pytest.mark.django_db
H = D(2026, 5, 16)


@pytest.fixture
def seksi(unit: UnitKerja, dinas: UnitKerja) -> UnitKerja:
    return UnitKerja.objects.create(kode="jaminan", nama="Seksi Jaminan", jalur="dinsos/linjamsos/jaminan/", induk=unit)


@pytest.fixture
def pohon(
    personalia: Pengguna, dinas: UnitKerja, unit: UnitKerja, unit_lain: UnitKerja, seksi: UnitKerja
) -> dict[str, Pegawai]:
    """Dinas with two Bidang and a section, each with its head, and one who works in the section."""
    return {
        "dinas": kepala(dinas, personalia, 1),
        "bidang": kepala(unit, personalia, 2),
        "lain": kepala(unit_lain, personalia, 3),
        "seksi": kepala(seksi, personalia, 4),
        "staf": orang(seksi, personalia, 5),
    }


def test_each_is_answered_by_the_head_above_and_the_top_by_nobody(pohon: dict[str, Pegawai]) -> None:
    naik = {"staf": "seksi", "seksi": "bidang", "bidang": "dinas", "lain": "dinas"}
    assert {k: atasan_pada(pohon[k], H) for k in naik} == {k: pohon[v] for k, v in naik.items()}
    assert atasan_pada(pohon["dinas"], H) is None


def test_a_transfer_in_mid_month_changes_the_superior_on_its_day(
    pohon: dict[str, Pegawai], personalia: Pengguna, unit_lain: UnitKerja
) -> None:
    jabatan(pohon["staf"], unit_lain, H, personalia, nama="Penelaah")
    staf = Pegawai.objects.get(pk=pohon["staf"].pk)
    assert atasan_pada(staf, H - dt.timedelta(days=1)) == pohon["seksi"]
    assert atasan_pada(staf, H) == pohon["lain"]


def test_the_head_who_is_moved_leaves_his_chair_that_day(
    pohon: dict[str, Pegawai], personalia: Pengguna, unit_lain: UnitKerja
) -> None:
    jabatan(pohon["seksi"], unit_lain, H, personalia, nama="Penelaah")
    assert atasan_pada(pohon["staf"], H - dt.timedelta(days=1)) == pohon["seksi"]
    assert atasan_pada(pohon["staf"], H) == pohon["bidang"], "an empty chair goes one up"
    baru = kepala(UnitKerja.objects.get(kode="jaminan"), personalia, 6, H + dt.timedelta(days=10))
    assert atasan_pada(pohon["staf"], H + dt.timedelta(days=9)) == pohon["bidang"]
    assert atasan_pada(pohon["staf"], H + dt.timedelta(days=10)) == baru


def test_two_empty_chairs_go_two_up(pohon: dict[str, Pegawai], personalia: Pengguna) -> None:
    for siapa in ("seksi", "bidang"):
        keluar(pohon[siapa], H, personalia)
    assert atasan_pada(pohon["staf"], H) == pohon["dinas"]
    assert atasan_pada(pohon["staf"], H - dt.timedelta(days=1)) == pohon["seksi"]


def test_plt_then_plh_stand_in_an_empty_chair_within_their_days(
    pohon: dict[str, Pegawai], personalia: Pengguna, seksi: UnitKerja
) -> None:
    def ganti(siapa: str, sebagai: str, mulai: dt.date, sampai: dt.date) -> None:
        jabatan(pohon[siapa], seksi, mulai, personalia, nama="Kepala Seksi", memimpin=True, sebagai=sebagai, sampai=sampai)  # fmt: skip

    ganti("lain", "plh", H, D(2026, 8, 31))
    assert atasan_pada(pohon["staf"], H) == pohon["seksi"], "the definitive head sits there"
    keluar(pohon["seksi"], D(2026, 6, 1), personalia)
    assert atasan_pada(pohon["staf"], D(2026, 6, 1)) == pohon["lain"]
    ganti("bidang", "plt", D(2026, 7, 1), D(2026, 7, 31))
    assert atasan_pada(pohon["staf"], D(2026, 7, 15)) == pohon["bidang"], "Plt. stands above Plh."
    assert atasan_pada(pohon["staf"], D(2026, 8, 31)) == pohon["lain"]
    assert atasan_pada(pohon["staf"], D(2026, 9, 1)) == pohon["bidang"], "after both: one up"
    assert atasan_pada(pohon["bidang"], D(2026, 7, 15)) == pohon["dinas"], "acting below does not change his own"


def test_whoever_acts_above_himself_is_answered_one_further_up(
    pohon: dict[str, Pegawai], personalia: Pengguna, unit: UnitKerja
) -> None:
    keluar(pohon["bidang"], D(2026, 1, 1), personalia)
    jabatan(pohon["seksi"], unit, D(2026, 1, 1), personalia, memimpin=True, sebagai="plt", sampai=D(2026, 12, 31))
    assert atasan_pada(pohon["seksi"], H) == pohon["dinas"]


def test_an_appointed_superior_counts_for_his_time_only(pohon: dict[str, Pegawai], personalia: Pengguna) -> None:
    isian = {"atasan": pohon["lain"], "tmt": H, "sampai": D(2026, 6, 30), "alasan": "Gugus tugas"}
    services.atasan_tetapkan(pegawai=pohon["staf"], isian=isian, oleh=personalia)
    for hari, siapa in ((H - dt.timedelta(days=1), "seksi"), (H, "lain"), (D(2026, 6, 30), "lain"), (D(2026, 7, 1), "seksi")):  # fmt: skip
        assert atasan_pada(pohon["staf"], hari) == pohon[siapa], hari
    with pytest.raises(AturanDilanggar, match="ATASAN_TUMPANG"):
        services.atasan_tetapkan(pegawai=pohon["staf"], isian=isian | {"tmt": D(2026, 6, 30), "sampai": None}, oleh=personalia)  # fmt: skip
    balik: dict[str, Any] = isian | {"atasan": pohon["staf"]}
    with pytest.raises(AturanDilanggar, match="ATASAN_BERPUTAR"):
        services.atasan_tetapkan(pegawai=pohon["lain"], isian=balik, oleh=personalia)
    with pytest.raises(IntegrityError), transaction.atomic():
        AtasanKhusus.objects.create(pegawai=pohon["staf"], atasan=pohon["staf"], tmt=TMT, alasan="Diri sendiri")


def test_staff_typed_in_without_careers_answer_to_whoever_signs_there(
    pimpinan: Pengguna, penyelia: Pengguna, unit: UnitKerja
) -> None:
    biasa = Pegawai.objects.create(nama="Laras", jabatan="Pengelola", unit=unit, nip="199006172015032003")
    bidang, dinas = Pegawai.objects.get(pengguna=penyelia), Pegawai.objects.get(pengguna=pimpinan)
    assert [atasan_pada(p, H) for p in (biasa, bidang, dinas)] == [bidang, dinas, None]

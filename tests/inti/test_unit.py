"""The tree of units: paths follow every move, no cycle, and the trash keeps order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from inti.galat import AturanDilanggar
from inti.models import Pengguna, UnitKerja
from inti.services.rekam import rekam_buang
from inti.services.unit import unit_pulihkan, unit_tambah, unit_ubah


@pytest.fixture
def pohon(administrator: Pengguna) -> dict[str, UnitKerja]:
    """badan > (bidang-a > seksi > regu, bidang-b)"""
    p: dict[str, UnitKerja] = {}
    for kode, atas in (
        ("badan", ""),
        ("bidang-a", "badan"),
        ("bidang-b", "badan"),
        ("seksi", "bidang-a"),
        ("regu", "seksi"),
    ):
        p[kode] = unit_tambah(kode=kode, nama=kode.title(), induk=p.get(atas), oleh=administrator)
    return p


def jalur() -> dict[str, str]:
    return dict(UnitKerja.objects.values_list("kode", "jalur"))


def ubah(unit: UnitKerja, oleh: Pengguna, **isian: Any) -> UnitKerja:
    segar = UnitKerja.objects.get(pk=unit.pk)
    return unit_ubah(unit=segar, oleh=oleh, **{"kode": segar.kode, "nama": segar.nama, "induk": segar.induk, **isian})


def test_a_path_is_the_parents_and_the_own_code(pohon: dict[str, UnitKerja]) -> None:
    assert jalur()["regu"] == "badan/bidang-a/seksi/regu/"
    assert unit_tambah(kode=" UPPER ", nama="U", induk=None, oleh=None).jalur == "upper/"


def test_a_move_takes_the_whole_subtree_along_with_history(
    pohon: dict[str, UnitKerja], administrator: Pengguna
) -> None:
    ubah(pohon["seksi"], administrator, induk=pohon["bidang-b"])
    assert jalur()["seksi"] == "badan/bidang-b/seksi/"
    assert jalur()["regu"] == "badan/bidang-b/seksi/regu/"
    assert UnitKerja.riwayat.filter(kode="regu").count() == 2
    assert UnitKerja.objects.get(kode="bidang-a").versi == 1


def test_a_new_code_and_the_root_move_too(pohon: dict[str, UnitKerja], administrator: Pengguna) -> None:
    ubah(pohon["badan"], administrator, kode="dinas")
    assert jalur()["regu"] == "dinas/bidang-a/seksi/regu/"
    ubah(pohon["bidang-a"], administrator, induk=None)
    assert jalur()["regu"] == "bidang-a/seksi/regu/"


@pytest.mark.parametrize("ke", ["bidang-a", "seksi", "regu"])
def test_a_cycle_is_refused(ke: str, pohon: dict[str, UnitKerja], administrator: Pengguna) -> None:
    sebelum = jalur()
    with pytest.raises(AturanDilanggar) as galat:
        ubah(pohon["bidang-a"], administrator, induk=pohon[ke])
    assert galat.value.kode == "UNIT_BERPUTAR" and jalur() == sebelum


def test_a_code_that_begins_like_another_is_another_unit(pohon: dict[str, UnitKerja], administrator: Pengguna) -> None:
    unit_tambah(kode="bidang", nama="Bidang", induk=pohon["badan"], oleh=administrator)
    ubah(UnitKerja.objects.get(kode="bidang"), administrator, kode="b")
    assert jalur()["bidang-a"] == "badan/bidang-a/"


def test_what_is_in_use_stays_and_a_child_waits_for_its_parent(
    pohon: dict[str, UnitKerja], administrator: Pengguna
) -> None:
    with pytest.raises(AturanDilanggar) as galat:
        rekam_buang(objek=pohon["seksi"], oleh=administrator)
    assert galat.value.kode == "MASIH_DIPAKAI"
    rekam_buang(objek=pohon["regu"], oleh=administrator)
    rekam_buang(objek=pohon["seksi"], oleh=administrator)
    with pytest.raises(AturanDilanggar) as galat:
        unit_pulihkan(unit=UnitKerja.objects.get(kode="regu"), oleh=administrator)
    assert galat.value.kode == "INDUK_TERBUANG"


def test_the_trash_moves_along_with_the_tree(pohon: dict[str, UnitKerja], administrator: Pengguna) -> None:
    rekam_buang(objek=pohon["regu"], oleh=administrator)
    ubah(pohon["seksi"], administrator, induk=None)
    assert unit_pulihkan(unit=UnitKerja.objects.get(kode="regu"), oleh=administrator).jalur == "seksi/regu/"


def test_too_deep_is_refused(administrator: Pengguna) -> None:
    atas = None
    with pytest.raises(AturanDilanggar) as galat:
        for i in range(12):
            atas = unit_tambah(kode=f"unit-yang-panjang-{i:02d}", nama="U", induk=atas, oleh=administrator)
    assert galat.value.kode == "UNIT_TERLALU_DALAM"


def test_the_pages_create_move_and_refuse(
    pohon: dict[str, UnitKerja], administrator: Pengguna, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    klien = masuk_sebagai(administrator)
    klien.post("/kantor/unit/baru/", {"nama": "Unit X", "kode": "X-1", "induk": pohon["badan"].pk, "jalur": "curang/"})
    assert jalur()["x-1"] == "badan/x-1/"
    isi = klien.get("/kantor/unit/?semua=1").content.decode()
    assert isi.index("Bidang-A") < isi.index("Seksi") < isi.index("Regu") < isi.index("Bidang-B")
    halaman = f"/kantor/unit/{pohon['bidang-a'].pk}/ubah/"
    assert f'value="{pohon["regu"].pk}"' not in klien.get(halaman).content.decode()
    isian = {"nama": "Bidang A", "kode": "bidang-a", "induk": pohon["regu"].pk, "versi": 1}
    assert klien.post(halaman, isian).status_code == 422
    assert klien.post("/kantor/unit/baru/", {"nama": "U", "kode": "regu"}).status_code == 422
    assert klien.post("/kantor/unit/baru/", {"nama": "U", "kode": "a/b"}).status_code == 422

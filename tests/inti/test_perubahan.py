"""The one door for change: a call is data, sent twice is done once, a stale version is refused, a save taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.konteks import DAFTAR_LAYANAN, kiriman
from inti.models import Pengguna, Perubahan, Perusahaan, UnitKerja
from inti.perubahan import perubahan, sebagai_data, simpan_baru
from inti.queries.riwayat import riwayat_objek
from inti.services.rekam import (
    perubahan_kembalikan,
    rekam_buang,
    rekam_pulihkan,
    rekam_tambah,
    rekam_ubah,
    rekam_ubah_massal,
)
from kepegawaian.models import Pegawai

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]


@pytest.fixture
def pegawai(unit: UnitKerja, staf: Pengguna) -> Pegawai:
    return rekam_tambah(
        model="kepegawaian.pegawai",
        isian={"nama": "Sumiati", "jenis": "NON_PNS", "jabatan": "Kebersihan", "unit": unit},
        oleh=staf,
    )


def test_a_call_is_stored_as_data_with_what_it_touched(pegawai: Pegawai, unit: UnitKerja, staf: Pengguna) -> None:
    p = Perubahan.objects.get()
    assert p.layanan == "inti.rekam_tambah"
    assert p.oleh == staf
    assert p.argumen["isian"]["unit"] == {"objek": "inti.unitkerja", "pk": unit.pk, "versi": 1}
    assert p.objek == [["kepegawaian.pegawai", pegawai.pk, "+"]]
    assert (p.hasil_label, p.hasil_id) == ("kepegawaian.pegawai", str(pegawai.pk))


def test_a_record_cannot_be_changed_outside_a_service(pegawai: Pegawai, staf: Pengguna) -> None:
    with pytest.raises(RuntimeError, match="layanan"), perubahan(pegawai, oleh=staf):
        pass
    with pytest.raises(RuntimeError, match="layanan"):
        simpan_baru(Pegawai(nama="x"))


def test_a_stale_version_is_refused_and_nothing_applied(pegawai: Pegawai, staf: Pengguna) -> None:
    lama = Pegawai.objects.get(pk=pegawai.pk)
    rekam_ubah(objek=pegawai, isian={"jabatan": "Pengemudi"}, oleh=staf)
    with pytest.raises(VersiBerubah):
        rekam_ubah(objek=lama, isian={"jabatan": "Juru parkir"}, oleh=staf)
    assert Pegawai.objects.get(pk=pegawai.pk).jabatan == "Pengemudi"
    assert Perubahan.objects.filter(layanan="inti.rekam_ubah").count() == 1


def test_the_same_form_twice_is_done_once_and_says_what_the_first_did(unit: UnitKerja, staf: Pengguna) -> None:
    isian = {"nama": "Darmo", "jenis": "NON_PNS", "jabatan": "Pengemudi", "unit": unit}
    with kiriman("kunci-1"):
        pertama = rekam_tambah(model="kepegawaian.pegawai", isian=isian, oleh=staf)
    with pytest.raises(SudahDikirim) as galat, kiriman("kunci-1"):
        rekam_tambah(model="kepegawaian.pegawai", isian=isian, oleh=staf)
    assert galat.value.perubahan.hasil_id == str(pertama.pk)
    assert Pegawai.objects.count() == 1


def test_a_refused_call_leaves_its_key_free(unit: UnitKerja, staf: Pengguna) -> None:
    with pytest.raises(ValidationError), kiriman("kunci-2"):
        rekam_tambah(
            model="kepegawaian.pegawai", isian={"nama": "", "jenis": "NON_PNS", "jabatan": "x", "unit": unit}, oleh=staf
        )
    with kiriman("kunci-2"):
        assert rekam_tambah(
            model="kepegawaian.pegawai",
            isian={"nama": "Nanik", "jenis": "NON_PNS", "jabatan": "x", "unit": unit},
            oleh=staf,
        ).pk


def test_another_users_key_is_another_key_and_tells_him_nothing(
    pegawai: Pegawai, unit: UnitKerja, staf: Pengguna, penyelia: Pengguna
) -> None:
    isian = {"nama": "Darmo", "jenis": "NON_PNS", "jabatan": "Pengemudi", "unit": unit}
    with kiriman("kunci-3"):
        satu = rekam_tambah(model="kepegawaian.pegawai", isian=isian, oleh=staf)
    with kiriman("kunci-3"):
        dua = rekam_tambah(model="kepegawaian.pegawai", isian=isian, oleh=penyelia)
    assert satu.pk != dua.pk


def test_history_shows_before_and_after_with_names(pegawai: Pegawai, unit_lain: UnitKerja, staf: Pengguna) -> None:
    rekam_ubah(objek=pegawai, isian={"jabatan": "Pengemudi", "unit": unit_lain}, oleh=staf, sebab="mutasi")
    terbaru = riwayat_objek(pegawai)[0]
    assert terbaru.oleh == "Laras Wulandari"
    assert terbaru.sebab == "mutasi"
    assert {(b.isian, b.semula, b.menjadi) for b in terbaru.beda} == {
        ("Jabatan", "Kebersihan", "Pengemudi"),
        ("Unit kerja", "Bidang Linjamsos", "Bidang Rehsos"),
    }


def test_one_save_can_be_taken_back_once(pegawai: Pegawai, staf: Pengguna, penyelia: Pengguna) -> None:
    rekam_ubah(objek=pegawai, isian={"jabatan": "Pengemudi"}, oleh=staf)
    asal = Perubahan.objects.get(layanan="inti.rekam_ubah")
    perubahan_kembalikan(perubahan_asal=asal, oleh=penyelia)
    assert Pegawai.objects.get(pk=pegawai.pk).jabatan == "Kebersihan"
    with pytest.raises(AturanDilanggar, match="SUDAH_KEMBALI"):
        perubahan_kembalikan(perubahan_asal=asal, oleh=penyelia)


def test_a_save_that_was_built_upon_is_not_taken_back(pegawai: Pegawai, staf: Pengguna) -> None:
    rekam_ubah(objek=pegawai, isian={"jabatan": "Pengemudi"}, oleh=staf)
    rekam_ubah(objek=pegawai, isian={"nama": "Sumiyati"}, oleh=staf)
    pertama = Perubahan.objects.filter(layanan="inti.rekam_ubah").order_by("pk")[0]
    with pytest.raises(AturanDilanggar, match="SUDAH_BERUBAH_LAGI"):
        perubahan_kembalikan(perubahan_asal=pertama, oleh=staf)


def test_a_bulk_edit_is_taken_back_as_one(pegawai: Pegawai, unit: UnitKerja, staf: Pengguna) -> None:
    dua = rekam_tambah(
        model="kepegawaian.pegawai",
        isian={"nama": "Nanik", "jenis": "NON_PNS", "jabatan": "Administrasi", "unit": unit},
        oleh=staf,
    )
    rekam_ubah_massal(objek=[pegawai, dua], isian={"jabatan": "Umum"}, oleh=staf)
    perubahan_kembalikan(perubahan_asal=Perubahan.objects.get(layanan="inti.rekam_ubah_massal"), oleh=staf)
    assert list(Pegawai.objects.order_by("pk").values_list("jabatan", flat=True)) == ["Kebersihan", "Administrasi"]


def test_the_creation_of_a_record_is_not_taken_back(pegawai: Pegawai, staf: Pengguna) -> None:
    with pytest.raises(AturanDilanggar, match="TIDAK_DAPAT_KEMBALI"):
        perubahan_kembalikan(perubahan_asal=Perubahan.objects.get(), oleh=staf)


def test_trash_hides_and_restores(pegawai: Pegawai, staf: Pengguna) -> None:
    rekam_buang(objek=pegawai, oleh=staf)
    assert not Pegawai.objects.untuk(staf).filter(pk=pegawai.pk).exists()
    rekam_pulihkan(objek=Pegawai.objects.get(pk=pegawai.pk), oleh=staf)
    assert Pegawai.objects.untuk(staf).filter(pk=pegawai.pk).exists()


def test_what_is_still_referred_to_is_not_trashed(pegawai: Pegawai, unit: UnitKerja, staf: Pengguna) -> None:
    with pytest.raises(AturanDilanggar, match="MASIH_DIPAKAI"):
        rekam_buang(objek=unit, oleh=staf)


def test_only_data_can_be_an_argument() -> None:
    with pytest.raises(TypeError, match="tidak dapat disimpan"):
        sebagai_data(object())


def test_every_service_reads_to_a_person_in_indonesian() -> None:
    assert len(DAFTAR_LAYANAN) > 15
    for layanan in DAFTAR_LAYANAN.values():
        assert layanan.sebutan[0].isupper()
        assert layanan.fungsi.__doc__


def test_the_form_page_keeps_what_was_typed_when_refused(
    pegawai: Pegawai, penyelia: Pengguna, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    balasan = masuk_sebagai(penyelia).post(
        f"/kepegawaian/pegawai/{pegawai.pk}/ubah/",
        {
            "versi": pegawai.versi,
            "nama": "Nama yang diketik",
            "jenis": "PNS",
            "nip": "123",
            "jabatan": "x",
            "unit": pegawai.unit_id,
        },
    )
    isi = balasan.content.decode()
    assert balasan.status_code == 422
    assert "Nama yang diketik" in isi
    assert "Belum tersimpan" in isi


def test_undeclared_fields_of_a_form_change_nothing(
    pegawai: Pegawai, penyelia: Pengguna, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    data: dict[str, Any] = {
        "versi": pegawai.versi,
        "nama": "Sumiati",
        "jenis": "NON_PNS",
        "nip": "",
        "jabatan": "Kebersihan",
        "unit": pegawai.unit_id,
        "dibuang_pada": "2026-01-01",
        "id": 99,
        "dibuat_pada": "2020-01-01",
    }
    assert masuk_sebagai(penyelia).post(f"/kepegawaian/pegawai/{pegawai.pk}/ubah/", data).status_code == 302
    segar = Pegawai.objects.get(pk=pegawai.pk)
    assert segar.dibuang_pada is None
    assert segar.versi == pegawai.versi + 1


def test_a_perusahaan_has_history_too(staf: Pengguna) -> None:
    p = rekam_tambah(model="inti.perusahaan", isian={"npp": "99000009", "nama": "PT Baru"}, oleh=staf)
    assert [e.sebutan for e in riwayat_objek(p)] == ["Dibuat"]
    assert Perusahaan.objects.get().nama == "PT Baru"

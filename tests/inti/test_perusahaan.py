"""Companies: known by any of three numbers, no number twice, in and out by Excel."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client

from inti.formats import npwp_nik, periksa_nib, periksa_npp_usaha, periksa_npwp_usaha
from inti.galat import AturanDilanggar
from inti.models import Pengguna, Perubahan, Perusahaan
from inti.queries.perusahaan import perusahaan_dengan_nomor
from inti.services.perusahaan import perusahaan_muat
from inti.services.rekam import rekam_buang, rekam_tambah, rekam_ubah
from inti.sheets.impor import impor_berkas
from tests.sumber import UjiSumber

NIB, NPWP = "9900000000017", "0990000000000101"
NIK = "9971015706900001"


class TestPerusahaan(UjiSumber):
    model, depan, impor = Perusahaan, "/kantor/perusahaan/", "perusahaan"
    siapa = {"pemegang": "penyelia", "pembaca": "staf", "asing": "loket"}
    baru = {"nama": "PT Uji Jaya", "npp": "99000077"}
    ubahan = {"nama": "PT Uji Sentosa"}
    unik = ("nama", "npp")


@pytest.mark.parametrize(
    ("periksa", "nilai", "jadi", "kode"),
    [
        (periksa_nib, "9900 0000 00017", NIB, set()),
        (periksa_nib, "990000000001", "990000000001", {"NIB_PANJANG"}),
        (periksa_nib, 9900000000017.0, NIB, {"NIB_SEL_ANGKA"}),
        (periksa_nib, "99000000000AB", "99000000000AB", {"NIB_BUKAN_ANGKA"}),
        (periksa_npwp_usaha, "99.000.000.0-000.101", NPWP, set()),
        (periksa_npwp_usaha, NPWP, NPWP, set()),
        (periksa_npwp_usaha, "0" * 15, "0" * 16, {"NPWP_NOL"}),
        (periksa_npwp_usaha, "12345", "12345", {"NPWP_PANJANG"}),
        (periksa_npwp_usaha, NIK, NIK, set()),
        (periksa_npp_usaha, "0003 0283", "00030283", set()),
        (periksa_npp_usaha, "KK003028", "KK003028", set()),
        (periksa_npp_usaha, "0003/0283", "0003/0283", {"NPP_HURUF"}),
        (periksa_npp_usaha, "0" * 13, "0" * 13, {"NPP_HURUF"}),
    ],
)
def test_each_number_has_one_form(periksa: Callable[[Any], Any], nilai: Any, jadi: str, kode: set[str]) -> None:
    hasil = periksa(nilai)
    assert hasil.nilai == jadi
    assert {c.kode for c in hasil.galat} == kode


def test_an_npwp_that_is_a_nik_is_told_from_a_bodys() -> None:
    assert npwp_nik(NIK) and not npwp_nik(NPWP)
    assert {c.kode for c in periksa_npwp_usaha("9971019906900001").peringatan} == {"NIK_TANGGAL_MUSTAHIL"}


@pytest.fixture
def samudra(db: None, penyelia: Pengguna) -> Perusahaan:
    isian = {"nama": "PT Samudra", "npp": "99000001", "nib": NIB, "npwp": NPWP}
    p: Perusahaan = rekam_tambah(model="inti.perusahaan", isian=isian, oleh=penyelia)
    return p


@pytest.mark.parametrize("nomor", ["99000001", "9900-0001", "9900 0000 000 17", "99.000.000.0-000.101", NPWP])
def test_any_number_finds_it_however_it_is_written(nomor: str, samudra: Perusahaan) -> None:
    assert perusahaan_dengan_nomor(nomor) == samudra


def test_what_is_no_number_of_its_finds_nothing(samudra: Perusahaan) -> None:
    for nomor in ("", "PT Samudra", "99000002", NIK):
        assert perusahaan_dengan_nomor(nomor) is None


def test_one_of_three_numbers_must_be_there(penyelia: Pengguna, samudra: Perusahaan) -> None:
    with pytest.raises(ValidationError, match="paling sedikit satu"):
        rekam_tambah(model="inti.perusahaan", isian={"nama": "PT Tanpa Nomor"}, oleh=penyelia)
    with pytest.raises(IntegrityError), transaction.atomic():
        Perusahaan.objects.filter(pk=samudra.pk).update(npp="", nib="", npwp="")


@pytest.mark.parametrize(("bidang", "nilai"), [("npp", "9900 0001"), ("nib", NIB), ("npwp", "990000000000101")])
def test_no_number_stands_twice(bidang: str, nilai: str, penyelia: Pengguna, samudra: Perusahaan) -> None:
    with pytest.raises(ValidationError, match=f"{bidang.upper()} ini sudah dipakai"):
        rekam_tambah(model="inti.perusahaan", isian={"nama": "PT Lain", bidang: nilai}, oleh=penyelia)
    with pytest.raises(IntegrityError), transaction.atomic():
        Perusahaan.objects.create(nama="PT Lain", **{bidang: getattr(samudra, bidang)})
    rekam_buang(objek=samudra, oleh=penyelia)
    assert rekam_tambah(model="inti.perusahaan", isian={"nama": "PT Lain", bidang: nilai}, oleh=penyelia).pk


def test_what_would_clash_stays_in_the_trash(
    penyelia: Pengguna, samudra: Perusahaan, instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    rekam_buang(objek=samudra, oleh=penyelia)
    rekam_tambah(model="inti.perusahaan", isian={"nama": "PT Pengganti", "npp": "99000001"}, oleh=penyelia)
    balasan = masuk_sebagai(penyelia).post("/kantor/perusahaan/sampah/", {"pk": samudra.pk}, follow=True)
    assert "NPP ini sudah dipakai perusahaan lain." in balasan.content.decode()
    assert not Perusahaan.objects.hidup().filter(pk=samudra.pk).exists()


def test_a_page_masks_a_nik_and_a_form_takes_numbers_as_they_are_written(
    penyelia: Pengguna, instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    klien = masuk_sebagai(penyelia)
    isi = {"nama": "UD Perorangan", "nib": "9900 0000 000 99", "npwp": NIK}
    assert klien.post("/kantor/perusahaan/baru/", isi).status_code == 302
    p = Perusahaan.objects.get()
    assert (p.nib, p.npwp) == ("9900000000099", NIK)
    for jalur in ("/kantor/perusahaan/?semua=1", f"/kantor/perusahaan/{p.pk}/"):
        halaman = klien.get(jalur).content.decode()
        assert "UD Perorangan" in halaman and NIK not in halaman
    salah = klien.post("/kantor/perusahaan/baru/", {"nama": "PT Keliru", "nib": "123"})
    assert salah.status_code == 422 and "NIB harus 13 angka" in salah.content.decode()


def test_the_list_is_searched_by_any_number(
    penyelia: Pengguna, samudra: Perusahaan, instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    rekam_tambah(model="inti.perusahaan", isian={"nama": "CV Lain", "npp": "99000002"}, oleh=penyelia)
    klien = masuk_sebagai(penyelia)
    for dicari in ("99.000.000.0-000.101", "samudra", NIB):
        isi = klien.post("/kantor/perusahaan/", {"q": dicari}, follow=True).content.decode()
        assert "PT Samudra" in isi and "CV Lain" not in isi, dicari


def test_an_account_names_its_company_by_any_number(administrator: Pengguna, samudra: Perusahaan) -> None:
    from inti.forms.akun import PenggunaForm

    Perusahaan.objects.filter(pk=samudra.pk).update(npp="")
    form = PenggunaForm({"perusahaan": NIB}, instance=administrator)
    form.full_clean()
    assert form.cleaned_data["perusahaan"] == samudra
    administrator.perusahaan = samudra
    assert PenggunaForm(instance=administrator)["perusahaan"].value() == NIB, "a company without NPP isn't lost"


# --- import ---------------------------------------------------------------------------------------------------------


def tulis(berkas: Path, *baris: str) -> Path:
    berkas.write_text("\n".join(["NAMA;NPP;NIB;NPWP", *baris]), encoding="utf-8")
    return berkas


@pytest.mark.keduanya
def test_rows_are_matched_by_any_number_and_empty_ones_change_nothing(
    penyelia: Pengguna, samudra: Perusahaan, tmp_path: Path
) -> None:
    berkas = tulis(
        tmp_path / "p.csv",
        "PT Samudra;;9900000000017;",
        "PT Baru;99000002;;099000000000102",
        "PT Baru Dua;;9900000000025;",
    )
    hasil = impor_berkas("perusahaan", berkas, simpan=True, oleh=penyelia)
    assert (hasil.baru, hasil.berubah, hasil.sama, hasil.ditolak) == (2, 0, 1, 0), hasil.galat
    assert Perusahaan.objects.get(npp="99000002").npwp == "0099000000000102"
    tulis(berkas, "PT Samudra Abadi;99000001;;", "PT Baru Dua;99000003;9900000000025;")
    hasil = impor_berkas("perusahaan", berkas, simpan=True, oleh=penyelia)
    assert (hasil.baru, hasil.berubah) == (0, 2)
    samudra.refresh_from_db()
    assert (samudra.nama, samudra.nib, samudra.npwp, samudra.versi) == ("PT Samudra Abadi", NIB, NPWP, 2)
    perbuatan = Perubahan.objects.filter(layanan="inti.perusahaan_muat").last()
    assert perbuatan is not None and {r.perubahan_id for r in samudra.riwayat.all()[:1]} == {perbuatan.pk}
    hasil = impor_berkas("perusahaan", berkas, simpan=True, oleh=penyelia)
    assert (hasil.baru, hasil.berubah, hasil.sama) == (0, 0, 2)


def test_what_cannot_be_is_named(penyelia: Pengguna, samudra: Perusahaan, tmp_path: Path) -> None:
    rekam_tambah(model="inti.perusahaan", isian={"nama": "CV Lain", "npp": "99000002"}, oleh=penyelia)
    berkas = tulis(
        tmp_path / "p.csv",
        ";99000009;;",
        "PT Tanpa;;;",
        "PT Pendek;;123;",
        "PT Ganda;99000005;;",
        "PT Ganda Lagi;99000005;;",
        f"PT Dua;99000002;{NIB};",
    )
    hasil = impor_berkas("perusahaan", berkas, simpan=True, oleh=penyelia)
    assert {(g["baris"], g["kode"]) for g in hasil.galat} == {
        (2, "NAMA_KOSONG"),
        (3, "NOMOR_KOSONG"),
        (4, "NIB_PANJANG"),
        (6, "NOMOR_GANDA"),
        (7, "NOMOR_DUA_PERUSAHAAN"),
    }
    assert not hasil.disimpan and Perusahaan.objects.count() == 2


# --- two at once ----------------------------------------------------------------------------------------------------


@pytest.mark.keduanya
@pytest.mark.django_db(transaction=True)
def test_two_clerks_at_once_make_one_company(unit: Any) -> None:
    hasil: list[str] = []
    mulai = threading.Barrier(2)

    def buat(nama: str) -> None:
        try:
            mulai.wait(10)
            rekam_tambah(model="inti.perusahaan", isian={"nama": nama, "nib": NIB}, oleh=None)
            hasil.append("baru")
        except (ValidationError, AturanDilanggar):
            hasil.append("ditolak")
        finally:
            connection.close()

    semua = [threading.Thread(target=buat, args=[f"PT {n}"]) for n in range(2)]
    for t in semua:
        t.start()
    for t in semua:
        t.join(30)
    assert sorted(hasil) == ["baru", "ditolak"]
    assert Perusahaan.objects.count() == 1


@pytest.mark.keduanya
def test_whoever_slips_past_the_check_is_refused_by_the_table_with_a_sentence(
    penyelia: Pengguna, samudra: Perusahaan
) -> None:
    with pytest.raises(AturanDilanggar) as galat, transaction.atomic():
        perusahaan_muat(baris=[(None, {"nama": "PT Serentak", "nib": NIB})], oleh=penyelia)
    assert galat.value.kode == "DATA_BENTROK"
    assert rekam_ubah(objek=samudra, isian={"nama": "PT Samudra Dua"}, oleh=penyelia).versi == 2

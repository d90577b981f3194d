"""A declared import: rows by key, names of related records, headings mapped, rows mended, the batch taken back."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from inti import registry
from inti.galat import AturanDilanggar
from inti.jobs.jalan import jalankan
from inti.models import BatchImpor, HariLibur, Pengguna, PetaJudul, Tugas, UnitKerja
from inti.services.impor_rekam import impor_batalkan
from inti.services.rekam import rekam_buang, rekam_ubah
from inti.sheets.impor import impor_berkas
from inti.sheets.perbaikan import Perbaikan
from kepegawaian.models import Formasi
from kepegawaian.sheets.formasi import ImporFormasi

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
JUDUL = ["KODE UNIT", "NAMA JABATAN", "JENIS JABATAN", "KELAS JABATAN", "KEBUTUHAN", "MEMIMPIN UNIT"]


def tulis(berkas: Path, *baris: list[Any]) -> Path:
    with berkas.open("w", newline="", encoding="utf-8") as keluar:
        csv.writer(keluar).writerows(baris)
    return berkas


def lembar(folder: Path, *baris: list[Any], judul: list[str] = JUDUL) -> Path:
    return tulis(folder / "formasi.csv", judul, *baris)


@pytest.fixture
def pengelola(unit: UnitKerja) -> list[Any]:
    return [unit.kode, "Pengelola Data", "Pelaksana", "7", "2", "Tidak"]


def test_a_new_file_stores_and_the_same_again_changes_nothing(tmp_path: Path, pengelola: list[Any]) -> None:
    berkas = lembar(tmp_path, pengelola)
    hasil = impor_berkas("formasi", berkas, simpan=True)
    assert (hasil.baru, hasil.ditolak, hasil.disimpan) == (1, 0, True), hasil.galat
    satu = Formasi.objects.get()
    assert (satu.kelas, satu.kebutuhan, satu.memimpin, satu.riwayat.count()) == (7, 2, False, 1)
    lagi = impor_berkas("formasi", berkas, simpan=True)
    assert (lagi.baru, lagi.berubah, lagi.sama) == (0, 0, 1)
    assert Formasi.objects.get().versi == satu.versi


def test_the_key_knows_no_capitals_and_a_blank_cell_leaves_what_is_known(
    tmp_path: Path, pengelola: list[Any], unit: UnitKerja
) -> None:
    impor_berkas("formasi", lembar(tmp_path, pengelola), simpan=True)
    hasil = impor_berkas(
        "formasi", lembar(tmp_path, [unit.nama.upper(), "PENGELOLA  data", "pelaksana", "", "3", "-"]), simpan=True
    )
    assert (hasil.baru, hasil.berubah) == (0, 1), hasil.galat
    satu = Formasi.objects.get()
    assert (satu.nama, satu.kelas, satu.kebutuhan) == ("Pengelola Data", 7, 3)


def test_what_goes_out_comes_back_unchanged(tmp_path: Path, pengelola: list[Any]) -> None:
    impor_berkas("formasi", lembar(tmp_path, pengelola), simpan=True)
    judul, baris = ImporFormasi.ekspor(None)
    hasil = impor_berkas("formasi", lembar(tmp_path, *map(list, baris), judul=judul))
    assert (hasil.baru, hasil.berubah, hasil.sama, hasil.ditolak) == (0, 0, 1, 0), hasil.galat


@pytest.mark.parametrize(
    ("tempat", "isi", "kode"),
    [
        (0, "tidak-ada", "RUJUKAN_TIDAK_ADA"),
        (1, "", "ISIAN_KOSONG"),
        (1, "x" * 121, "ISIAN_PANJANG"),
        (2, "Panglima", "PILIHAN_TAK_DIKENAL"),
        (3, "tujuh", "ANGKA_SALAH"),
        (3, "-1", "ANGKA_LUAR_BATAS"),
        (4, "#REF!", "SEL_GALAT"),
        (5, "mungkin", "YA_TIDAK"),
    ],
)
def test_a_bad_cell_refuses_its_row_with_a_code(
    tmp_path: Path, pengelola: list[Any], tempat: int, isi: str, kode: str
) -> None:
    pengelola[tempat] = isi
    hasil = impor_berkas("formasi", lembar(tmp_path, pengelola), simpan=True, lewati_galat=True)
    assert [g["kode"] for g in hasil.galat] == [kode]
    assert hasil.ditolak == 1
    assert not Formasi.objects.exists()


def test_the_same_key_twice_and_one_in_the_trash_are_refused(
    tmp_path: Path, pengelola: list[Any], penyelia: Pengguna
) -> None:
    hasil = impor_berkas("formasi", lembar(tmp_path, pengelola, pengelola), simpan=True, lewati_galat=True)
    assert [g["kode"] for g in hasil.galat] == ["KUNCI_GANDA"]
    rekam_buang(objek=Formasi.objects.get(), oleh=penyelia)
    hasil = impor_berkas("formasi", lembar(tmp_path, pengelola))
    assert [g["kode"] for g in hasil.galat] == ["DI_SAMPAH"]


def test_rows_of_another_unit_are_refused_as_rows(
    tmp_path: Path, pengelola: list[Any], penyelia: Pengguna, unit_lain: UnitKerja
) -> None:
    asing = [unit_lain.kode, *pengelola[1:]]
    hasil = impor_berkas("formasi", lembar(tmp_path, pengelola, asing), simpan=True, lewati_galat=True, oleh=penyelia)
    assert [(g["baris"], g["kode"]) for g in hasil.galat] == [(3, "DI_LUAR_LINGKUP")]
    assert list(Formasi.objects.values_list("unit__kode", flat=True)) == [pengelola[0]]


def test_a_unit_by_its_name_and_by_its_code_is_one_key(tmp_path: Path, pengelola: list[Any], unit: UnitKerja) -> None:
    impor_berkas("formasi", lembar(tmp_path, pengelola), simpan=True)
    baris = [[*pengelola[:4], "3", "Tidak"], [unit.nama, *pengelola[1:4], "4", "Tidak"]]
    hasil = impor_berkas("formasi", lembar(tmp_path, *baris), simpan=True, lewati_galat=True)
    assert [(g["baris"], g["kode"]) for g in hasil.galat] == [(3, "KUNCI_GANDA")]
    assert Formasi.objects.get().kebutuhan == 3


def test_nobody_moves_a_record_out_of_his_reach(
    tmp_path: Path, pengelola: list[Any], penyelia: Pengguna, unit_lain: UnitKerja, monkeypatch: pytest.MonkeyPatch
) -> None:
    class MenurutNama(ImporFormasi):
        kunci = ("nama",)

    impor_berkas("formasi", lembar(tmp_path, pengelola), simpan=True)
    monkeypatch.setattr(registry, "importir", lambda jenis: MenurutNama)
    pindah = lembar(tmp_path, [unit_lain.kode, *pengelola[1:]])
    hasil = impor_berkas("formasi", pindah, simpan=True, lewati_galat=True, oleh=penyelia)
    assert [g["kode"] for g in hasil.galat] == ["DI_LUAR_LINGKUP"]
    assert Formasi.objects.get().unit.kode == pengelola[0]


def test_headings_of_the_office_are_kept(tmp_path: Path, pengelola: list[Any]) -> None:
    PetaJudul.objects.create(jenis="formasi", baku="bagianapa", judul="Bagian apa", kolom="unit")
    PetaJudul.objects.create(jenis="formasi", baku="warna", judul="Warna", kolom="")
    judul = ["Bagian apa", *JUDUL[1:], "Warna"]
    hasil = impor_berkas("formasi", lembar(tmp_path, [*pengelola, "merah"], judul=judul))
    assert (hasil.baru, hasil.ditolak, hasil.peringatan) == (1, 0, [])


def test_mended_cells_are_judged_anew_and_left_out_rows_are_gone(tmp_path: Path, pengelola: list[Any]) -> None:
    tanpa_unit = ["tidak-ada", "Arsiparis", "Fungsional", "8", "1", "Tidak"]
    rusak = [pengelola[0], "Kepala", "Panglima", "9", "1", "Ya"]
    berkas = lembar(tmp_path, pengelola, tanpa_unit, rusak)
    semula = impor_berkas("formasi", berkas)
    assert [(n, sel[0]) for n, sel, _ in semula.baris_galat] == [(3, "tidak-ada"), (4, pengelola[0])]
    hasil = impor_berkas("formasi", berkas, perbaikan=Perbaikan({3: {"unit": pengelola[0]}}, frozenset({4})))
    assert (hasil.dibaca, hasil.baru, hasil.ditolak) == (2, 2, 0), hasil.galat


def test_a_batch_goes_back_but_for_what_was_touched_since(
    tmp_path: Path, pengelola: list[Any], penyelia: Pengguna
) -> None:
    impor_berkas("formasi", lembar(tmp_path, pengelola), simpan=True)
    pengelola[4] = "5"
    lain = [pengelola[0], "Arsiparis", "Fungsional", "8", "1", "Tidak"]
    impor_berkas("formasi", lembar(tmp_path, pengelola, lain), simpan=True)
    batch = BatchImpor.objects.order_by("-pk")[0]
    rekam_ubah(objek=Formasi.objects.get(nama="Arsiparis"), isian={"kelas": 9}, oleh=penyelia)
    batch = impor_batalkan(batch=batch, oleh=penyelia)
    assert Formasi.objects.get(nama="Pengelola Data").kebutuhan == 2
    assert Formasi.objects.hidup().get(nama="Arsiparis").kelas == 9
    assert (batch.laporan["kembali"], len(batch.laporan["sisa"])) == (1, 1)
    with pytest.raises(AturanDilanggar) as galat:
        impor_batalkan(batch=batch, oleh=penyelia)
    assert galat.value.kode == "SUDAH_DIBATALKAN"


def _unggah(klien: Client, berkas: Path) -> Tugas:
    klien.post("/impor/libur/", {"berkas": SimpleUploadedFile(berkas.name, berkas.read_bytes())})
    tugas = Tugas.objects.order_by("-dibuat_pada")[0]
    jalankan(str(tugas.pk))
    tugas.refresh_from_db()
    return tugas


def test_unknown_headings_are_mapped_on_the_page_and_known_next_time(
    tmp_path: Path, masuk_sebagai: Callable[[Pengguna], Client], personalia: Pengguna
) -> None:
    klien = masuk_sebagai(personalia)
    berkas = tulis(tmp_path / "libur.csv", ["TANGGAL", "Peristiwa"], ["17-08-2031", "Kemerdekaan"])
    tugas = _unggah(klien, berkas)
    assert "Petakan judul kolom" in klien.get(f"/impor/libur/{tugas.pk}/").content.decode()
    halaman = f"/impor/libur/{tugas.pk}/petakan/"
    assert "Peristiwa" in klien.get(halaman).content.decode()
    assert klien.post(halaman, {"k0": "bukan-kolom"}).status_code == 422
    klien.post(halaman, {"k0": "nama"})
    baru = Tugas.objects.exclude(pk=tugas.pk).get()
    jalankan(str(baru.pk))
    baru.refresh_from_db()
    assert baru.hasil is not None
    assert (baru.hasil["baru"], baru.hasil["ditolak"]) == (1, 0)
    assert (_unggah(klien, berkas).hasil or {})["baru"] == 1


def test_bad_rows_are_mended_on_the_page_then_stored_and_taken_back(
    tmp_path: Path, masuk_sebagai: Callable[[Pengguna], Client], personalia: Pengguna, staf: Pengguna
) -> None:
    klien = masuk_sebagai(personalia)
    baris = [["31-02-2031", "Tak ada"], ["17-08-2031", "Kemerdekaan"], ["salah", "Dilewati"]]
    tugas = _unggah(klien, tulis(tmp_path / "libur.csv", ["TANGGAL", "NAMA HARI"], *baris))
    halaman = f"/impor/libur/{tugas.pk}/perbaiki/"
    assert 'value="31-02-2031"' in klien.get(halaman).content.decode()
    klien.post(halaman, {"s-2-tanggal": "28-02-2031", "s-2-nama": "Tak ada", "lewati-4": "1"})
    baru = Tugas.objects.exclude(pk=tugas.pk).get()
    jalankan(str(baru.pk))
    baru.refresh_from_db()
    assert baru.hasil is not None
    assert (baru.hasil["dibaca"], baru.hasil["baru"], baru.hasil["ditolak"]) == (2, 2, 0)
    klien.post(f"/impor/libur/{baru.pk}/")
    simpan = Tugas.objects.get(jenis="impor-simpan")
    jalankan(str(simpan.pk))
    assert set(HariLibur.objects.values_list("nama", flat=True)) == {"Tak ada", "Kemerdekaan"}
    batch = BatchImpor.objects.get()
    alamat = f"/impor/libur/batch/{batch.pk}/"
    assert masuk_sebagai(staf).get(alamat).status_code == 403
    assert "Batalkan impor" in klien.get(alamat).content.decode()
    klien.post(alamat)
    assert not HariLibur.objects.hidup().exists()

"""An import knows who imports: rows beyond his reach are refused as rows; an intern proposes the whole as one act."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from arsip.models import SuratMasuk
from inti import registry
from inti.jobs.jalan import jalankan
from inti.models import BatchImpor, Pengguna, Perubahan, Tugas, UnitKerja, Usulan
from inti.services.usulan import usulan_setujui
from inti.sheets.impor import Importir, impor_berkas
from kepegawaian.models import Pegawai
from tests.conftest import buat_pengguna
from tests.kepegawaian.contoh_karier import orang

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
Masuk = Callable[[Pengguna], Client]
JUDUL = ["NIP", "NAMA", "JENIS PEGAWAI", "JABATAN", "KODE UNIT", "TELEPON", "PANGKAT"]
BUKU = [
    ["Tgl Diterima", "Surat Dari", "No. Surat", "Tgl Surat", "Perihal"],
    ["05-01-2026", "Desa Sumberjo", "140/1", "04-01-2026", "Laporan"],
    ["06-01-2026", "Kecamatan Lembayung", "005/2", "05-01-2026", "Undangan"],
]


def tulis(berkas: Path, baris: list[list[str]]) -> Path:
    with berkas.open("w", newline="", encoding="utf-8") as keluar:
        csv.writer(keluar).writerows(baris)
    return berkas


@pytest.fixture
def dua_unit(personalia: Pengguna, unit: UnitKerja, unit_lain: UnitKerja) -> tuple[Pegawai, Pegawai]:
    return orang(unit, personalia, 1), orang(unit_lain, personalia, 2)


def lembar_pegawai(folder: Path, *orang_orang: tuple[Pegawai, str]) -> Path:
    isi = [[p.nip, p.nama, "PNS", p.jabatan, kode, "0812-0000-0009", "III/a"] for p, kode in orang_orang]
    return tulis(folder / "pegawai.csv", [JUDUL, *isi])


def pemegang_impor(unit: UnitKerja | None, **lain: Any) -> Pengguna:
    p = buat_pengguna("pengimpor", "", unit=unit, nama="Pengimpor Satu Unit", **lain)
    p.user_permissions.set(Permission.objects.filter(codename__in=["impor_pegawai", "impor_wilayah"]))
    return Pengguna.objects.get(pk=p.pk)


def test_a_row_about_another_units_person_is_refused_as_a_row(
    tmp_path: Path, dua_unit: tuple[Pegawai, Pegawai], unit: UnitKerja, unit_lain: UnitKerja
) -> None:
    sini, sana = dua_unit
    berkas = lembar_pegawai(tmp_path, (sini, unit.kode), (sana, unit_lain.kode))
    hasil = impor_berkas("pegawai", berkas, simpan=True, lewati_galat=True, oleh=pemegang_impor(unit))
    assert [(g["baris"], g["kolom"], g["kode"]) for g in hasil.galat] == [(3, "NIP", "DI_LUAR_LINGKUP")]
    assert (hasil.berubah, hasil.ditolak) == (1, 1)
    assert set(Pegawai.objects.exclude(telepon="").values_list("pk", flat=True)) == {sini.pk}


def test_nobody_is_moved_into_another_unit_nor_taken_in_there(
    tmp_path: Path, dua_unit: tuple[Pegawai, Pegawai], unit: UnitKerja, unit_lain: UnitKerja
) -> None:
    sini, _ = dua_unit
    isi = [[sini.nip, sini.nama, "PNS", "Analis", unit_lain.kode, "", "III/a", "01-01-2020"]]
    isi += [["199504122023212018", "Orang Baru", "PNS", "Analis", unit_lain.kode, "", "III/a", "01-01-2023"]]
    berkas = tulis(tmp_path / "p.csv", [[*JUDUL, "TMT JABATAN"], *isi])
    hasil = impor_berkas("pegawai", berkas, simpan=True, lewati_galat=True, oleh=pemegang_impor(unit))
    assert [(g["baris"], g["kolom"], g["kode"]) for g in hasil.galat if g["kode"] == "DI_LUAR_LINGKUP"] == [
        (2, "KODE UNIT", "DI_LUAR_LINGKUP"),
        (3, "KODE UNIT", "DI_LUAR_LINGKUP"),
    ]
    assert (Pegawai.objects.count(), Pegawai.objects.get(pk=sini.pk).unit_id) == (2, unit.pk)


def test_the_personnel_desk_and_the_command_reach_the_whole_office(
    tmp_path: Path, dua_unit: tuple[Pegawai, Pegawai], unit: UnitKerja, unit_lain: UnitKerja, personalia: Pengguna
) -> None:
    berkas = lembar_pegawai(tmp_path, (dua_unit[0], unit.kode), (dua_unit[1], unit_lain.kode))
    for oleh in (personalia, None):
        assert impor_berkas("pegawai", berkas, oleh=oleh).ditolak == 0


def test_a_fact_about_another_units_person_is_refused(
    tmp_path: Path, dua_unit: tuple[Pegawai, Pegawai], unit: UnitKerja
) -> None:
    baris = [[p.nip, "pendidikan", "01-07-2012", "S1", "Akuntansi", "Universitas Wanasari"] for p in dua_unit]
    berkas = tulis(tmp_path / "r.csv", [["NIP", "MACAM", "TMT", "ISI 1", "ISI 2", "ISI 3"], *baris])
    kode = {(g["baris"], g["kode"]) for g in impor_berkas("pegawai-riwayat", berkas, oleh=pemegang_impor(unit)).galat}
    assert (3, "DI_LUAR_LINGKUP") in kode
    assert (2, "DI_LUAR_LINGKUP") not in kode


def test_the_whole_offices_data_are_closed_to_a_village(tmp_path: Path, admin_desa: Pengguna) -> None:
    isi = [["KODE", "NAMA", "TINGKAT", "INDUK"], ["33", "PROVINSI UTARA", "PROVINSI", ""]]
    berkas = tulis(tmp_path / "w.csv", isi)
    hasil = impor_berkas("wilayah", berkas, simpan=True, lewati_galat=True, oleh=admin_desa)
    assert ([g["kode"] for g in hasil.galat], hasil.baru) == (["DI_LUAR_LINGKUP"], 0)
    assert impor_berkas("wilayah", berkas).baru == 1


def test_every_importer_says_whose_rows_it_writes() -> None:
    for jenis in registry.semua_importir():
        kelas = registry.importir(jenis)
        assert kelas.lingkup_kantor or kelas.di_luar_lingkup is not Importir.di_luar_lingkup, jenis


# --- an intern's import is a proposal ---------------------------------------------------------------------------------


def usulkan(klien: Client, magang: Pengguna) -> Usulan:
    isi = io.StringIO()
    csv.writer(isi).writerows(BUKU)
    klien.post("/impor/surat-masuk/", {"berkas": SimpleUploadedFile("buku.csv", isi.getvalue().encode())})
    periksa = Tugas.objects.get(jenis="impor-periksa", oleh=magang)
    jalankan(str(periksa.pk))
    halaman = klien.get(f"/impor/surat-masuk/{periksa.pk}/").content.decode()
    assert "Usulkan 2 baris yang benar" in halaman
    assert halaman.count("Isian ini menjadi usulan") == 1
    assert klien.post(f"/impor/surat-masuk/{periksa.pk}/").status_code == 302
    usulan = Usulan.objects.get()
    assert str(usulan) == "Impor disimpan: buku.csv", "the queue calls it by its file"
    return usulan


def test_an_intern_proposes_an_import_and_a_penyelia_carries_it_out(
    magang: Pengguna, penyelia: Pengguna, dinas: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    usulan = usulkan(masuk_sebagai(magang), magang)
    assert (SuratMasuk.objects.count(), Tugas.objects.filter(jenis="impor-simpan").count()) == (0, 0)
    klien = masuk_sebagai(penyelia)
    halaman = klien.get(usulan.get_absolute_url()).content.decode()
    assert "buku.csv" in halaman and "surat-masuk" in halaman
    assert klien.get(f"{usulan.alamat}?usulan={usulan.pk}").status_code == 200, "the checker reads what the check found"
    usulan_setujui(usulan=usulan, oleh=penyelia)
    simpan = Tugas.objects.get(jenis="impor-simpan")
    jalankan(str(simpan.pk))
    simpan.refresh_from_db()
    assert (simpan.keadaan, SuratMasuk.objects.count()) == ("selesai", 2)
    assert BatchImpor.objects.get().oleh == penyelia
    assert Usulan.objects.get().hasil == Perubahan.objects.get(layanan="inti.impor_simpan")


def test_what_changed_since_the_proposal_is_not_written_over(
    magang: Pengguna, penyelia: Pengguna, dinas: UnitKerja, tmp_path: Path, instansi: Any, masuk_sebagai: Masuk
) -> None:
    usulan = usulkan(masuk_sebagai(magang), magang)
    impor_berkas("surat-masuk", tulis(tmp_path / "b.csv", BUKU[:2]), simpan=True, oleh=penyelia)
    usulan_setujui(usulan=usulan, oleh=penyelia)
    simpan = Tugas.objects.get(jenis="impor-simpan")
    jalankan(str(simpan.pk))
    simpan.refresh_from_db()
    assert simpan.keadaan == "gagal" and "Data sudah berubah sejak berkas ini diperiksa." in simpan.pesan
    assert SuratMasuk.objects.count() == 1


def test_another_intern_sees_nothing_of_it(
    magang: Pengguna, unit: UnitKerja, dinas: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    usulan = usulkan(masuk_sebagai(magang), magang)
    lain = buat_pengguna("magang9", "magang", unit=unit, nama="Magang Lain", atasan=magang.atasan)
    klien = masuk_sebagai(lain)
    assert klien.get(usulan.alamat).status_code == 404
    assert klien.get(f"{usulan.alamat}?usulan={usulan.pk}").status_code == 404
    assert klien.post(usulan.alamat, {"usulan": usulan.pk}).status_code == 404


def test_an_intern_imports_nothing_else(magang: Pengguna, instansi: Any, masuk_sebagai: Masuk) -> None:
    for jenis in set(registry.semua_importir()) - {"surat-masuk"}:
        assert masuk_sebagai(magang).get(f"/impor/{jenis}/").status_code == 403, jenis

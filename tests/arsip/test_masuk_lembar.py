"""Old books in, sheets out, the search box, and the demonstration office's desk."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from arsip.models import Disposisi, SuratMasuk
from arsip.queries.masuk import cari_surat_masuk
from arsip.sheets.masuk import KOLOM, ekspor_disposisi, ekspor_srikandi, ekspor_surat_masuk
from inti.models import Nomor, Pengguna, UnitKerja
from inti.periksa.jalan import jalankan_periksa
from inti.sheets.impor import impor_berkas
from tests.arsip.contoh_masuk import catat, kirim

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
JUDUL = ["No. Agenda", "Tgl Diterima", "Surat Dari", "No. Surat", "Tgl Surat", "Perihal", "Sifat", "Kode", "Ket"]
BARIS = [
    ["1", "05-01-2026", "Desa Sumberjo", "140/1", "04-01-2026", "Laporan", "Biasa", "400.9.1", ""],
    ["2", "06-01-2026", "Kecamatan Lembayung", "005/2", "05-01-2026", "Undangan", "Segera", "", "dihadiri"],
]


def tulis(berkas: Path, baris: list[list[str]], judul: list[str] = JUDUL) -> Path:
    with berkas.open("w", newline="", encoding="utf-8") as keluar:
        csv.writer(keluar).writerows([judul, *baris])
    return berkas


def test_an_old_book_comes_in_once_under_new_numbers(tmp_path: Path, arsiparis: Pengguna, dinas: UnitKerja) -> None:
    berkas = tulis(tmp_path / "buku.csv", BARIS[::-1])
    hasil = impor_berkas("surat-masuk", berkas, simpan=True, oleh=arsiparis)
    assert (hasil.baru, hasil.ditolak, hasil.disimpan) == (2, 0, True)
    surat = list(SuratMasuk.objects.select_related("nomor").order_by("nomor__urut"))
    assert [(s.nomor.urut, s.agenda_lama, s.status) for s in surat] == [
        (1, "1", "tanpa_disposisi"),
        (2, "2", "tanpa_disposisi"),
    ]
    assert (surat[1].kecepatan, surat[1].catatan, surat[1].ditujukan_kepada) == ("segera", "dihadiri", dinas)
    ulang = impor_berkas("surat-masuk", berkas, simpan=True, oleh=arsiparis)
    assert (ulang.baru, ulang.sama, SuratMasuk.objects.count()) == (0, 2, 2)


def test_without_an_old_number_a_letter_waits_for_its_head(
    tmp_path: Path, arsiparis: Pengguna, dinas: UnitKerja
) -> None:
    berkas = tulis(tmp_path / "b.csv", [b[1:] for b in BARIS], JUDUL[1:])
    impor_berkas("surat-masuk", berkas, simpan=True, oleh=arsiparis)
    assert set(SuratMasuk.objects.values_list("status", flat=True)) == {"terdaftar"}


def test_bad_rows_are_named_and_the_good_ones_kept(tmp_path: Path, arsiparis: Pengguna, dinas: UnitKerja) -> None:
    buruk = [
        ["3", "31-02-2026", "Desa A", "1", "01-01-2026", "Hal", "", "", ""],
        ["4", "06-01-2026", "", "2", "05-01-2026", "Hal", "", "", ""],
        ["5", "06-01-2026", "Desa A", "3", "05-01-2026", "Hal", "Gawat", "", ""],
        BARIS[0],
    ]
    hasil = impor_berkas(
        "surat-masuk", tulis(tmp_path / "b.csv", BARIS + buruk), simpan=True, lewati_galat=True, oleh=arsiparis
    )
    assert {(g["baris"], g["kode"]) for g in hasil.galat} == {
        (4, "TANGGAL_SALAH"), (5, "ISIAN_KOSONG"), (6, "SIFAT_TAK_DIKENAL"), (7, "SURAT_GANDA"),
    }  # fmt: skip
    assert (hasil.baru, hasil.ditolak, SuratMasuk.objects.count()) == (2, 4, 2)


def test_no_two_columns_claim_one_heading() -> None:
    from inti.sheets.kolom import peta_alias

    assert peta_alias(KOLOM)


def test_exports_stay_within_the_scope(
    arsiparis: Pengguna, pimpinan: Pengguna, staf: Pengguna, loket: Pengguna, dinas: UnitKerja
) -> None:
    terbuka = catat(arsiparis, dinas, 1, srikandi="SRK-1")
    catat(arsiparis, dinas, 2, keamanan="rahasia")
    kirim(terbuka, pimpinan, staf)
    for ekspor, banyak in ((ekspor_surat_masuk, (2, 2, 1, 0)), (ekspor_disposisi, (1, 1, 1, 0))):
        assert tuple(len(list(ekspor(p)[1])) for p in (None, arsiparis, staf, loket)) == banyak
    judul, baris = ekspor_srikandi(arsiparis)
    assert [dict(zip(judul, b, strict=True))["NOMOR ACUAN SRIKANDI"] for b in baris] == ["SRK-1"]
    judul, isi = ekspor_surat_masuk(None)
    assert dict(zip(judul, next(iter(isi)), strict=True))["Disposisi"] == "Laras Wulandari (belum dibaca)"


def test_the_search_box_finds_within_the_scope(arsiparis: Pengguna, staf: Pengguna, dinas: UnitKerja) -> None:
    surat = catat(arsiparis, dinas, 7)
    assert [t.alamat for t in cari_surat_masuk(arsiparis, "lembayung rapat")] == [surat.get_absolute_url()]
    assert cari_surat_masuk(arsiparis, surat.nomor.teks) and not cari_surat_masuk(staf, "lembayung")


def test_the_demonstration_has_every_state_and_nothing_wrong(kantor_demo: str) -> None:
    assert SuratMasuk.objects.count() == 3000
    assert set(SuratMasuk.objects.values_list("status", flat=True)) == set(SuratMasuk.Status.values)
    assert set(Disposisi.objects.values_list("status", flat=True)) == set(Disposisi.Status.values)
    assert Disposisi.objects.filter(induk__isnull=False).exists() and Disposisi.objects.terlambat().exists()
    assert set(SuratMasuk.objects.exclude(cacat="").values_list("cacat", flat=True)) == {"terkunci", "rusak"}
    urut: dict[Any, list[int]] = {}
    for seri, n in Nomor.objects.filter(seri__kode="agenda.masuk").order_by("urut").values_list("seri", "urut"):
        urut.setdefault(seri, []).append(n)
    assert all(u == list(range(1, len(u) + 1)) for u in urut.values())
    temuan = [t for t in jalankan_periksa()["temuan"] if "arsip" in t["tabel"]]
    assert temuan == []

"""Many sheets as one: headings united, every row with its origin, values safe, 800 sheets, its owner only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook

from inti.galat import AturanDilanggar
from inti.jobs.jalan import jalankan
from inti.models import JejakBaca, Pengguna, Tugas
from inti.sheets.gabung_lembar import gabung_lembar
from inti.sheets.semua import Gabungan, cari_judul_umum, nama_kolom

Masuk = Callable[[Pengguna], Client]


def _buku(lembar: dict[str, list[list[Any]]]) -> bytes:
    buku = Workbook(write_only=True)
    for nama, baris in lembar.items():
        halaman = buku.create_sheet(nama)
        for b in baris:
            halaman.append(b)
    wadah = BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def _isi(jalur: Path, lembar: int = 0) -> list[tuple[Any, ...]]:
    return list(load_workbook(jalur).worksheets[lembar].iter_rows(values_only=True))


@pytest.mark.parametrize(
    ("baris", "letak"),
    [
        ([["DAFTAR WARGA"], [], ["NO", "NAMA", "NIK"], [1, "A", "9971"]], 3),
        ([["NAMA", "ALAMAT"], ["A", "B"]], 1),
        ([["Kabupaten", "Wanasari"], ["NO", "NAMA", "DESA", "ALAMAT"], [1, "A", "B", "C"]], 2),
        ([[1, 2, 3]], 0),
        ([["Catatan saja"]], 0),
        ([], 0),
    ],
)
def test_the_heading_is_the_first_row_that_looks_like_one(baris: list[list[Any]], letak: int) -> None:
    assert cari_judul_umum(baris) == letak


def test_headings_are_united_without_case_and_signs_and_doubles_are_numbered() -> None:
    g = Gabungan()
    assert g.tempat(["NIK", "No. KK"]) == [0, 1]
    assert g.tempat(["no_kk", "Nama"]) == [1, 2]
    assert g.judul == ["NIK", "No. KK", "Nama"]
    assert nama_kolom(["Nama", "", "NAMA"], 4) == ["Nama", "KOLOM 2", "NAMA (2)", "KOLOM 4"]


def test_rows_keep_origin_text_and_harmless_formulas_and_skips_have_reasons(tmp_path: Path) -> None:
    satu, dua, rusak = tmp_path / "satu.xlsx", tmp_path / "dua.csv", tmp_path / "rusak.xlsx"
    satu.write_bytes(
        _buku(
            {
                "Desa A": [
                    ["DAFTAR PENERIMA"],
                    ["NIK", "NAMA", "TGL"],
                    ["(1)", "(2)", "(3)"],
                    ["0071011503840001", "SLAMET", dt.date(1984, 3, 15)],
                    [None, None, None],
                    ["9971011503840002", "'=1+1", dt.date(1990, 1, 2)],
                    ["JUMLAH", 2, None],
                ],
                "Kosong": [],
                "Angka": [[1, 2], [3, 4]],
                "Desa B": [["Nama", "Desil", "N.I.K"], ["SRI", 3, 9971011503840003]],
            }
        )
    )
    dua.write_text("nama;alamat\r\n=HYPERLINK(1);Jalan Melati\r\n", encoding="utf-8")
    rusak.write_bytes(b"PK\x03\x04rusak")
    ke = tmp_path / "hasil.xlsx"
    hasil = gabung_lembar([("satu.xlsx", satu), ("dua.csv", dua), ("rusak.xlsx", rusak)], ke)
    judul, *baris = _isi(ke)
    assert judul == ("BERKAS", "LEMBAR", "BARIS", "NIK", "NAMA", "TGL", "Desil", "alamat")
    assert baris[0][:5] == ("satu.xlsx", "Desa A", 4, "0071011503840001", "SLAMET")
    assert baris[0][5] == dt.datetime(1984, 3, 15)
    assert [b[2] for b in baris] == [4, 6, 7, 2, 2]
    assert baris[2][3] == "JUMLAH"  # a total is kept: leaving rows out is for who reads them
    assert baris[3][4] == "SRI" and baris[4][4] == "=HYPERLINK(1)" and baris[4][7] == "Jalan Melati"
    sel = load_workbook(ke).worksheets[0]["E6"]
    assert sel.data_type == "s"
    assert {(c.berkas, c.lembar) for c in hasil.dilewati} == {
        ("satu.xlsx", "Kosong"), ("satu.xlsx", "Angka"), ("rusak.xlsx", ""),
    }  # fmt: skip
    laporan = {(b[0], b[1]): b[4] for b in _isi(ke, 1)[1:]}
    assert laporan["satu.xlsx", "Kosong"] == "Lembar kosong." and "15 digit" in laporan["satu.xlsx", "Desa B"]


def test_800_sheets_become_one(tmp_path: Path) -> None:
    sumber, ke = tmp_path / "buku.xlsx", tmp_path / "hasil.xlsx"
    sumber.write_bytes(
        _buku(
            {
                f"Desa {n:03d}": [["NO", "NAMA", "NIK"], *([i, f"WARGA {n}", f"99710115038{n:05d}"] for i in (1, 2, 3))]
                for n in range(800)
            }
        )
    )
    hasil = gabung_lembar([("buku.xlsx", sumber)], ke)
    assert (len(hasil.lembar), hasil.baris, hasil.kolom, hasil.dilewati) == (800, 2400, 3, [])
    baris = _isi(ke)
    assert baris[-1] == ("buku.xlsx", "Desa 799", 4, 3, "WARGA 799", "9971011503800799")


def test_nothing_to_merge_is_refused(tmp_path: Path) -> None:
    sumber = tmp_path / "kosong.xlsx"
    sumber.write_bytes(_buku({"A": []}))
    with pytest.raises(AturanDilanggar, match="TANPA_TABEL"):
        gabung_lembar([("kosong.xlsx", sumber)], tmp_path / "hasil.xlsx")


def test_the_page_takes_files_once_and_only_their_owner_fetches_the_result(
    staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk, instansi: Any, settings: Any,
    tmp_path: Path,
) -> None:  # fmt: skip
    settings.BERKAS_DIR = tmp_path
    klien = masuk_sebagai(staf)

    def kirim() -> Any:
        isi = _buku({"A": [["NAMA", "NIK"], ["SRI", "9971015503840001"]]})
        return klien.post(
            "/kantor/gabung-lembar/",
            {"kunci_kirim": "k", "berkas": [SimpleUploadedFile(f"{n}.xlsx", isi) for n in (1, 2)]},
        )

    assert klien.post("/kantor/gabung-lembar/", {}).status_code == 422
    satu, dua = kirim(), kirim()
    tugas = Tugas.objects.get()
    assert satu.url == dua.url == tugas.get_absolute_url()
    assert klien.get(f"/kantor/gabung-lembar/{tugas.pk}/").status_code == 302
    assert klien.get(f"/kantor/gabung-lembar/{tugas.pk}/unduh/").status_code == 404
    if tugas.keadaan == Tugas.Keadaan.ANTRE:
        jalankan(str(tugas.pk))
    tugas.refresh_from_db()
    assert tugas.keadaan == "selesai", tugas.pesan
    assert "Unduh gabungan" in klien.get(f"/kantor/gabung-lembar/{tugas.pk}/").content.decode()
    balasan = klien.get(f"/kantor/gabung-lembar/{tugas.pk}/unduh/")
    assert len(list(load_workbook(BytesIO(balasan.content)).worksheets[0].iter_rows())) == 3
    assert JejakBaca.objects.filter(jenis="ekspor", oleh=staf).count() == 1
    assert masuk_sebagai(penyelia).get(f"/kantor/gabung-lembar/{tugas.pk}/unduh/").status_code == 404
    assert masuk_sebagai(pimpinan).get("/kantor/gabung-lembar/").status_code == 403

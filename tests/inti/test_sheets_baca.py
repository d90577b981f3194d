"""What comes out of a workbook: cell kinds, the sheet's own row numbers, the heading under titles, the right sheet."""

import csv
import datetime as dt

import pytest
from openpyxl import Workbook

from inti.sheets.baca import Pembaca
from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.kolom import KolomLembar, baku_judul, peta_alias
from tests.inti import bom_lembar as bom

KOLOM = [
    KolomLembar("nik", "NIK"),
    KolomLembar("nama", "NAMA", ("NAMA LENGKAP",)),
    KolomLembar("lahir", "TANGGAL_LAHIR", ("TGL LAHIR",)),
    KolomLembar("kelamin", "JENIS_KELAMIN", ("L/P",), wajib=False),
]
JUDUL = ["NIK", "NAMA LENGKAP", "Tgl. Lahir"]


def buku(ke, *lembar):
    """`lembar`: (name, rows); a cell may be (address, value) rows as a dict instead."""
    b = Workbook()
    b.remove(b.active)
    for nama, baris in lembar:
        s = b.create_sheet(nama)
        if isinstance(baris, dict):
            for alamat, nilai in baris.items():
                s[alamat] = nilai
        else:
            for isi in baris:
                s.append(isi)
    b.save(ke)
    return ke


def baca(jalur, kolom=KOLOM, lembar=None):
    with Pembaca(jalur, kolom, lembar) as p:
        return p.kepala, {n: b for nomor, isi in p.potongan() for n, b in zip(nomor, isi, strict=True)}


def test_kinds_of_cells_survive(tmp_path):
    jalur = buku(
        tmp_path / "x.xlsx",
        (
            "Data",
            [
                JUDUL,
                ["0012", "A", dt.date(1990, 8, 17)],
                [3317010101010001, True, dt.datetime(2020, 1, 2, 3, 4)],
                [None, "=1+1 teks", dt.time(7, 30)],
            ],
        ),
    )
    _, isi = baca(jalur)
    assert isi[2] == ("0012", "A", dt.date(1990, 8, 17), "")
    assert isi[3] == (3317010101010001.0, True, dt.datetime(2020, 1, 2, 3, 4), "")
    assert isinstance(isi[3][0], float) and isi[3][1] is True
    assert isi[4][0] == "" and isi[4][2] == dt.time(7, 30)


def test_row_numbers_are_the_sheets_own_wherever_the_table_lies(tmp_path):
    isi = {"C5": "NIK", "D5": "Nama", "E5": "tgl lahir", "C9": "1", "D9": "A", "E9": "x", "C12": "2", "D12": "B"}
    kepala, baris = baca(buku(tmp_path / "x.xlsx", ("Data", isi)))
    assert kepala.baris_judul == 5
    assert baris == {9: ("1", "A", "x", ""), 12: ("2", "B", "", "")}


def test_titles_column_numbers_blank_rows_and_footers_are_not_data(tmp_path):
    isi = [
        ["DATA WARGA"],
        ["KABUPATEN CONTOH", None, "NIK"],
        [],
        JUDUL,
        ["(1)", "(2)", "(3)"],
        ["1", "A", "x"],
        [None, "   ", None],
        ["2", "B", "y"],
        ["JUMLAH", 2],
        [],
        ["", "", "Rembang, 1 Juli 2026"],
        ["", "", "Kepala Dinas"],
    ]
    kepala, baris = baca(buku(tmp_path / "x.xlsx", ("Data", isi)))
    assert kepala.baris_judul == 4
    assert sorted(baris) == [6, 8]


def test_a_person_named_jumlah_is_a_row_not_a_footer(tmp_path):
    isi = [[*JUDUL, "L/P", "RT", "RW", "x"], ["JUMLAHWATI", "B", "y", "P", "1", "2", "3"]]
    assert sorted(baca(buku(tmp_path / "x.xlsx", ("Data", isi)))[1]) == [2]


def test_the_sheet_whose_heading_fits_best_is_chosen_and_another_on_request(tmp_path):
    jalur = buku(
        tmp_path / "x.xlsx",
        ("Petunjuk", [["NIK ditulis sebagai teks."], ["NIK", "NAMA"]]),
        ("Data", [JUDUL, ["1", "A", "x"]]),
        ("Data lama", [JUDUL, ["9", "Z", "z"]]),
    )
    kepala, baris = baca(jalur)
    assert (kepala.lembar, baris[2][0]) == ("Data", "1")
    kepala, baris = baca(jalur, lembar="data LAMA")
    assert (kepala.lembar, baris[2][0]) == ("Data lama", "9")
    assert kepala.semua_lembar == ["Petunjuk", "Data", "Data lama"]
    with pytest.raises(BerkasTakTerpakai) as galat:
        baca(jalur, lembar="Tiada")
    assert galat.value.kode == "LEMBAR_TIDAK_ADA" and "Data lama" in galat.value.pesan


@pytest.mark.parametrize(
    ("judul", "kode", "disebut"),
    [
        (["NAMA", "TGL LAHIR", "X"], "KOLOM_TIDAK_ADA", "NIK"),
        (["NIK", "NAMA", "NAMA LENGKAP", "TGL LAHIR"], "KOLOM_GANDA", "NAMA"),
        (["satu", "dua", "tiga"], "JUDUL_TIDAK_ADA", "NIK"),
    ],
)
def test_a_heading_that_does_not_fit_is_named(tmp_path, judul, kode, disebut):
    jalur = buku(tmp_path / "x.xlsx", ("Data", [judul, ["1", "2", "3"]]))
    with pytest.raises(BerkasTakTerpakai) as galat:
        baca(jalur)
    assert galat.value.kode == kode and disebut in galat.value.pesan


def test_unknown_columns_are_listed_and_absent_ones_are_blank(tmp_path):
    kepala, baris = baca(buku(tmp_path / "x.xlsx", ("Data", [["WARNA", *JUDUL], ["biru", "1", "A", "x"]])))
    assert kepala.asing == ["WARNA"]
    assert kepala.ada == [True, True, True, False]
    assert baris[2] == ("1", "A", "x", "")


def test_headings_are_compared_without_case_spaces_and_punctuation():
    assert baku_judul(" No.  KK ") == baku_judul("NO_KK") == baku_judul("nokk")
    with pytest.raises(ValueError, match="dua kolom"):
        peta_alias([KolomLembar("a", "NIK"), KolomLembar("b", "N.I.K")])


@pytest.mark.parametrize("pemisah", [",", ";", "\t", "|"])
@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_of_any_delimiter_and_encoding(tmp_path, pemisah, sandi):
    jalur = tmp_path / "x.csv"
    with jalur.open("w", encoding=sandi, newline="") as f:
        tulis = csv.writer(f, delimiter=pemisah)
        tulis.writerows(
            [["Daftar, warga; desa"], [], JUDUL, ["007", "René\nDua baris", "1990-08-17"], [], ["JUMLAH", "1"]]
        )
    kepala, baris = baca(jalur)
    assert (kepala.jenis, kepala.lembar, kepala.baris_judul) == ("csv", "", 3)
    assert baris == {4: ("007", "René\nDua baris", "1990-08-17", "")}


def test_an_ods_reads_like_the_rest(tmp_path):
    baris = "".join(
        "<table:table-row>" + "".join(bom.sel_ods(s) for s in isi) + "</table:table-row>"
        for isi in (JUDUL, ["1", "A", "x"])
    )
    kosong = '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
    kepala, isi = baca(bom.ods(tmp_path / "x.ods", baris + kosong))
    assert kepala.jenis == "ods"
    assert isi == {2: ("1", "A", "x", "")}


def test_the_name_of_a_file_does_not_decide_its_kind(tmp_path):
    jalur = buku(tmp_path / "x.xlsx", ("Data", [JUDUL, ["1", "A", "x"]]))
    assert baca(jalur.rename(tmp_path / "x.csv"))[0].jenis == "xlsx"


def test_many_chunks_come_complete_and_in_order(tmp_path):
    jalur = tmp_path / "x.csv"
    jalur.write_text("NIK,NAMA,TGL LAHIR\n" + "".join(f"{n},A{n},x\n" for n in range(5_001)))
    _, baris = baca(jalur)
    assert list(baris) == list(range(2, 5_003))
    assert baris[5_002][0] == "5000"


def test_reading_can_be_left_halfway(tmp_path):
    jalur = tmp_path / "x.csv"
    jalur.write_text("NIK,NAMA,TGL LAHIR\n" + "1,A,x\n" * 50_000)
    with Pembaca(jalur, KOLOM) as p:
        next(p.potongan())
        anak = p._anak
    assert anak.poll() is not None

"""A large sheet parsed in pieces gives what parsing it as a whole gives, and refuses what its scan refuses."""

import datetime as dt

import pytest
from openpyxl import Workbook

from inti.sheets import potong, sumber
from inti.sheets.baca import Pembaca
from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.kolom import KolomLembar
from tests.inti import bom_lembar as bom

KOLOM = [KolomLembar("nik", "NIK"), KolomLembar("nama", "NAMA", wajib=False)]


@pytest.fixture
def kecil(monkeypatch):
    """Pieces of some dozen rows, so that a small file is cut often."""
    monkeypatch.setattr(potong, "BESAR", 1_000)
    monkeypatch.setattr(potong, "_POTONG", 4_000)
    monkeypatch.setattr(potong, "_POTONG_AWAL", 4_000)


def semua(buku, lembar):
    """Rows without their right padding, which depends on the widest row at hand."""
    hasil = [list(b) for b in buku.semua_baris(lembar)]
    for b in hasil:
        while b and b[-1] == "":
            b.pop()
    return hasil


def pastikan_sama_dengan_utuh(jalur, lembar):
    potongan = potong.buka_potong(jalur)
    assert potongan is not None and potongan.nama_lembar() == sumber._Buku(jalur).nama_lembar()
    utuh = sumber._Buku(jalur)
    kiri = [""] * utuh._lembar(lembar).start[1]  # blank columns at the left, which parsing as a whole leaves out
    assert semua(potongan, lembar) == [kiri + b if b else b for b in semua(utuh, lembar)]


def tulis(jalur, baris, *lembar_lain):
    buku = Workbook()
    data = buku.active
    data.title = "Data & lain"
    for nama in lembar_lain:
        buku.create_sheet(nama).append(["NIK", "X"])
    for nomor, isi in baris:
        for kolom, sel in enumerate(isi, start=1):
            if sel is not None:
                data.cell(nomor, kolom, sel)
    buku.save(jalur)


def test_pieces_are_the_whole(tmp_path, kecil):
    isi = [
        (n, [f"{n:016d}", f"A & <{n}>", n / 4, dt.date(2000, 1, 1 + n % 28), n % 2 == 0, None, "x" * (n % 40)][: n % 8])
        for n in range(1, 900)
        if n % 50
    ]
    tulis(tmp_path / "a.xlsx", isi)
    pastikan_sama_dengan_utuh(tmp_path / "a.xlsx", "Data & lain")


def test_gaps_and_a_table_away_from_the_corner_keep_their_places(tmp_path, kecil):
    tulis(tmp_path / "a.xlsx", [(n if n < 300 else n * 7, [None, None, str(n), "a"]) for n in range(20, 700)], "Lain")
    pastikan_sama_dengan_utuh(tmp_path / "a.xlsx", "Data & lain")
    pastikan_sama_dengan_utuh(tmp_path / "a.xlsx", "Lain")


def test_a_comment_that_looks_like_rows_is_not_cut(tmp_path, kecil):
    baris = [f'<row r="{n}">{bom.sel(f"A{n}", str(n))}</row>' for n in range(2, 600)]
    baris[300] += '<!-- <row r="5000"> -->'
    bom.xlsx(tmp_path / "a.xlsx", bom.lembar(bom.JUDUL + "".join(baris)))
    pastikan_sama_dengan_utuh(tmp_path / "a.xlsx", sumber._Buku(tmp_path / "a.xlsx").nama_lembar()[0])


@pytest.mark.parametrize(
    ("ekor", "kode"),
    [
        ('<row r="1048577"><c r="A1048577"><v>1</v></c></row>', "LEMBAR_TERLALU_LUAS"),
        ('<row r="900"><c r="ZZZZ900"><v>1</v></c></row>', "LEMBAR_TERLALU_LUAS"),
        ('<row r="3"><c r="A3"><v>1</v></c></row>' + '<row r="4"></row>' * 300, "BERKAS_RUSAK"),
        ("<!ENTITY a>", "ENTITAS_XML"),
        ("<row", "BERKAS_RUSAK"),
    ],
)
def test_what_comes_late_is_refused_though_rows_have_left(tmp_path, kecil, ekor, kode):
    baris = "".join(f'<row r="{n}">{bom.sel(f"A{n}", str(n))}</row>' for n in range(2, 600))
    bom.xlsx(tmp_path / "a.xlsx", bom.lembar(bom.JUDUL + baris + ekor))
    with pytest.raises(BerkasTakTerpakai) as galat:
        list(potong.buka_potong(tmp_path / "a.xlsx").semua_baris("Data"))
    assert galat.value.kode == kode


def test_a_workbook_that_does_not_lend_itself_is_parsed_as_a_whole(tmp_path, kecil):
    baris = "".join(f'<x:row r="{n}">{bom.sel(f"A{n}", str(n))}</x:row>' for n in range(2, 600))
    bom.xlsx(tmp_path / "a.xlsx", bom.lembar(baris))
    assert potong.buka_potong(tmp_path / "a.xlsx") is None


def test_a_file_beyond_the_bound_arrives_through_the_child(tmp_path):
    baris = "".join(f'<row r="{n}">{bom.sel(f"A{n}", f"{n:0200d}")}</row>' for n in range(2, 110_000))
    bom.xlsx(tmp_path / "a.xlsx", bom.lembar(bom.JUDUL + baris))
    assert potong.buka_potong(tmp_path / "a.xlsx") is not None
    with Pembaca(tmp_path / "a.xlsx", KOLOM) as pembaca:
        isi = [(n, b[0]) for nomor, baris in pembaca.potongan() for n, b in zip(nomor, baris, strict=True)]
    assert isi == [(n, f"{n:0200d}") for n in range(2, 110_000)]


def test_errors_and_merged_cells_of_a_cut_sheet_are_not_lost(tmp_path, monkeypatch):
    """A large sheet is read piece by piece: its errors are refused too, merged data cells with their place."""
    monkeypatch.setattr(potong, "BESAR", 0)
    baris = [["NIK", "NAMA"], ["1", "A"], ["2", "#N/A"], ["3", "=1+1"], *([str(n), "B"] for n in range(600))]
    jalur = tmp_path / "x.xlsx"
    b = Workbook()
    for isi in baris:
        b.active.append(isi)
    b.save(jalur)
    sumber = potong.buka_potong(jalur)
    assert sumber is not None
    assert list(sumber.semua_baris("Sheet"))[2:4] == [["2", "#N/A"], ["3", "#BELUM_DIHITUNG"]]
    b.active.merge_cells("A2:A3")
    b.save(jalur)
    sumber = potong.buka_potong(jalur)
    assert sumber is not None and list(sumber.semua_baris("Sheet"))
    with pytest.raises(BerkasTakTerpakai, match="Sel digabung pada A2 sampai A3"):
        sumber.selesai(1)

"""Pure rules of letters: blanks, typed text, versions, patterns, the order of codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsip.rules.kode import kode_sah, kunci_urut, leluhur, tingkat
from arsip.rules.pola import cacat_pola
from inti.rules.isian import (
    BAKU,
    Bidang,
    baca_bidang,
    baca_bulat,
    bidang_asing,
    isi_bidang,
    tanpa_kosong,
    tulis_bidang,
)
from inti.rules.tulisan import Potongan, rapikan, urai


@pytest.mark.parametrize(
    ("teks", "asing"),
    [
        ("Nomor {nomor} di {kota}", []),
        ("{acara}", ["{acara}"]),
        ("{x.__class__}", ["{x.__class__}"]),
        ("{{ nomor }}", ["{", "{ nomor }", "}"]),
        ("{% if x %}", ["{% if x %}"]),
        ("{nomor!r} {nomor:>9} {0} {}", ["{nomor!r}", "{nomor:>9}", "{0}", "{}"]),
        ("tutup } saja, buka { saja", ["}", "{ saja"]),
    ],
)
def test_only_names_on_the_list_may_stand_in_braces(teks: str, asing: list[str]) -> None:
    assert bidang_asing(teks, BAKU) == asing


@given(st.text(max_size=60), st.text(max_size=20))
def test_what_a_value_brings_along_stays_text(teks: str, nilai: str) -> None:
    assert isi_bidang("{a}", {"a": nilai}) == nilai
    assert isi_bidang("{a}{b}", {"a": "{b}", "b": nilai}) == "{b}" + nilai, "filled once, never again"
    assert "__class__" not in isi_bidang(teks, {"a": nilai}) or "__class__" in teks + nilai


def test_the_line_of_an_empty_blank_goes_and_others_stay() -> None:
    asal = "Biaya : {biaya}\nTempat : {tempat}\nCatatan :"
    assert tanpa_kosong(isi_bidang(asal, {"biaya": "", "tempat": "Aula"}), asal) == "Tempat : Aula\nCatatan :"
    asal = "{uraian}\nBiaya : {biaya}"
    assert tanpa_kosong(isi_bidang(asal, {"uraian": "satu\ndua", "biaya": ""}), asal) == "satu\ndua"


def test_blanks_are_read_and_written_and_every_bad_line_is_named() -> None:
    bidang, salah = baca_bidang("acara | Acara\nhari | Hari | tanggal | tidak\n\nnilai | Nilai | uang")
    assert salah == []
    assert bidang == [
        Bidang("acara", "Acara"),
        Bidang("hari", "Hari", "tanggal", False),
        Bidang("nilai", "Nilai", "uang"),
    ]
    assert baca_bidang(tulis_bidang(bidang)) == (bidang, [])
    _, salah = baca_bidang("Acara | Acara\nnomor | Nomor\nacara\nhari | Hari | waktu\nsatu | Satu\nsatu | Dua")
    assert [s.split(":")[0] for s in salah] == ["Baris 1", "Baris 2", "Baris 3", "Baris 4", "Baris 6"]


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("Satu alinea\nbersambung", [("paragraf", 1)]),
        ("Satu\n\nDua", [("paragraf", 1), ("paragraf", 1)]),
        ("1. a\n2. b\n3) c", [("angka", 3)]),
        ("a. satu\nb. dua", [("huruf", 2)]),
        ("- satu\n- dua", [("strip", 2)]),
        ("Hari : Senin\nPukul : 09.00", [("isian", 2)]),
        ("| a | b |\n| 1 | 2 |", [("tabel", 2)]),
        ("# Pasal 1\n# Umum", [("judul", 2)]),
        ("Kepada:\n\n| a | b |", [("paragraf", 1), ("tabel", 1)]),
        ("Acara pukul 09:00 dimulai", [("paragraf", 1)]),
        ("", []),
    ],
)
def test_typed_text_is_cut_into_its_parts(teks: str, jenis: list[tuple[str, int]]) -> None:
    assert [(p.jenis, len(p.isi)) for p in urai(teks)] == jenis


def test_an_item_goes_on_on_the_next_line_and_a_pair_without_a_label_too() -> None:
    assert urai("1. satu\nlanjutannya\n2. dua") == [Potongan("angka", (("satu lanjutannya",), ("dua",)))]
    assert urai("Untuk : a\n: b") == [Potongan("isian", (("Untuk", "a"), ("", "b")))]


@given(st.lists(st.text(alphabet="abc XYZ", min_size=1, max_size=30), max_size=8))
def test_no_word_of_plain_text_is_lost(alinea: list[str]) -> None:
    kata = " ".join(" ".join(alinea).split())
    assert " ".join(" ".join(s for p in urai("\n\n".join(alinea)) for b in p.isi for s in b).split()) == kata


@given(st.text(alphabet="a \r\n", max_size=40))
def test_tidied_text_has_one_kind_of_break_and_stays_as_it_is(teks: str) -> None:
    rapi = rapikan(teks)
    assert "\r" not in rapi and "\n\n\n" not in rapi and rapikan(rapi) == rapi
    assert rapi.replace("\n", "").replace(" ", "") == "".join(c for c in teks if c == "a")


@pytest.mark.parametrize(
    ("pola", "baik"),
    [
        ("{kode}/{urut:03d}/{unit}/{bulan_romawi}/{tahun}", True),
        ("{urut}/{tahun}", True),
        ("{urut}", False),
        ("{tahun}", False),
        ("{urut}/{urut}/{tahun}", False),
        ("{urut:99d}/{tahun}", False),
        ("{urut}/{tahun}/{__class__}", False),
        ("{urut.real}/{tahun}", False),
        ("{urut!r}/{tahun}", False),
        ("{urut}/{tahun", False),
        ("{}/{urut}/{tahun}", False),
    ],
)
def test_a_pattern_that_can_not_number_is_refused(pola: str, baik: bool) -> None:
    assert (cacat_pola(pola) == []) is baik


def test_a_pattern_shows_what_has_numbers_of_its_own() -> None:
    assert cacat_pola("{urut}/{tahun}", per_kode=True) and cacat_pola("{urut}/{tahun}", per_unit=True)
    assert cacat_pola("{kode}/{unit}/{urut}/{tahun}", per_kode=True, per_unit=True) == []


def test_codes_have_a_shape_ancestors_and_a_level() -> None:
    assert [kode_sah(k) for k in ("400.9.2", "000", "PT.01", "400..9", ".9", "400.9.", "4 0", "")] == [True] * 3 + [
        False
    ] * 5
    assert list(leluhur("000.8.3")) == ["000.8.3", "000.8", "000"]
    assert [tingkat(k) for k in ("000", "000.8.3.3")] == [1, 4]


@given(st.lists(st.tuples(st.integers(0, 10**12), st.integers(0, 10**12)), min_size=2, max_size=20))
def test_numbers_within_codes_are_ordered_by_value(pasangan: list[tuple[int, int]]) -> None:
    kode = [f"JHT-{a}-{b}" for a, b in pasangan]
    assert sorted(kode, key=kunci_urut) == [f"JHT-{a}-{b}" for a, b in sorted(pasangan)]


@pytest.mark.parametrize(
    ("teks", "angka"), [("1500000", 1500000), ("1.500.000", 1500000), ("Rp 1.500.000,00", 1500000), ("Rp0", 0)]
)
def test_a_whole_number_is_read_as_people_write_it(teks: str, angka: int) -> None:
    assert baca_bulat(teks) == angka


@pytest.mark.parametrize("teks", ["", "-5", "1,5", "satu", "٣", "1" * 16])
def test_what_is_no_whole_number_is_refused(teks: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        baca_bulat(teks)

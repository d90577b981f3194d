"""Near match of names: the verdicts of the table, and that the candidate keys find whatever the verdict accepts."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inti.rules.nama import kandidat, kueri_fts5, kunci_memenuhi, kunci_nama, nilai_kecocokan, syarat_postgresql
from tests.inti.pasangan_nama import PASANGAN


@pytest.mark.parametrize(("dicari", "tercatat", "ditemukan"), PASANGAN)
def test_the_table_of_pairs(dicari, tercatat, ditemukan):
    assert nilai_kecocokan(dicari, tercatat).cocok == ditemukan


@pytest.mark.parametrize(("dicari", "tercatat"), [(d, t) for d, t, ada in PASANGAN if ada])
def test_what_must_be_found_shares_the_candidate_keys(dicari, tercatat):
    assert kunci_memenuhi(kunci_nama(tercatat), dicari)


@pytest.mark.parametrize(
    ("dicari", "tercatat", "tingkat"),
    [
        ("Nugroho, Slamet", "Drs. H. SLAMET NUGROHO", "sama"),
        ("Moh. Noerhayati", "Muhammad Nur Hayati", "sama"),
        ("Tri Wahyuni", "Triwahyuni", "sama"),
        ("M. Yusuf", "Muhammad Yusuf", "mirip"),
        ("Siti Rahayu", "Siti Rahayu Ningsih", "mirip"),
        ("Agus Santoso", "Agus Susanto", "beda"),
    ],
)
def test_degrees(dicari, tercatat, tingkat):
    assert nilai_kecocokan(dicari, tercatat).tingkat == tingkat


def test_a_fuller_match_scores_higher():
    skor = [
        nilai_kecocokan("Siti Rahayu Ningsih", t).skor for t in ("Siti Rahayu Ningsih", "Siti Rahayu", "Siti", "Dewi")
    ]
    assert skor == sorted(skor, reverse=True)
    assert (skor[0], skor[-1]) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("nama", "kunci"),
    [
        ("Slamet Nugroho", "NGRH QNGRHXSLMT SLMT SLMTNGRH"),
        ("H. Slamet, S.Pd.", "QSLMT SLMT"),
        ("Haji", "HJ QHJ"),
        ("S.H.", "QSH SH"),
        ("H.", "H QH"),
        ("M.", "M QM"),
        ("", ""),
        ("123", ""),
    ],
)
def test_keys(nama, kunci):
    assert kunci_nama(nama) == kunci


_KATA = (
    "Siti Sri Nur Nurhayati Rahayu Rahmawati Slamet Nugroho Agus Santoso Susanto Muhammad Moh. Moch M. A. Abdul Rahman "
    "Abdurrahman Yusuf Jusuf Bambang Sudarmono Widjaja Wijaya Tri Wahyuni Triwahyuni Endang Indah Ratna Kusumawati "
    "Zainal Abidin Chandra H. Drs. S.Pd. Dewi Eka Fitri Fitria Ningsih Sukarno Soemarno Aisyah St. Khoirul"
)
KATA = st.sampled_from(_KATA.split())
NAMA = st.lists(KATA, min_size=1, max_size=5).map(" ".join)


@st.composite
def dengan_salah_tik(draw):
    """A name and the same name with words dropped, shuffled and mistyped."""
    nama = draw(NAMA)
    acak = random.Random(draw(st.integers()))
    kata = nama.split()
    for n, k in enumerate(kata):
        i = acak.randrange(len(k))
        kata[n] = acak.choice(
            [
                k,
                k,
                k[:i] + k[i + 1 :],
                k[:i] + acak.choice("abdeghijklmnoprstuwyz") + k[i:],
                k[:i] + acak.choice("abdeghijklmnoprstuwyz") + k[i + 1 :],
                k[:i] + k[i + 1 : i + 2] + k[i : i + 1] + k[i + 2 :],
                k[0] + ".",
            ]
        )
    if acak.random() < 0.3:
        acak.shuffle(kata)
    if acak.random() < 0.3:
        kata.pop()
    return nama, " ".join(kata)


@settings(max_examples=2000, deadline=None)
@given(st.one_of(dengan_salah_tik(), st.tuples(NAMA, NAMA)), st.booleans())
def test_whatever_is_accepted_can_be_found(pasangan, balik):
    dicari, tercatat = reversed(pasangan) if balik else pasangan
    if nilai_kecocokan(dicari, tercatat).cocok:
        assert kunci_memenuhi(kunci_nama(tercatat), dicari)


@given(NAMA)
def test_a_name_is_the_same_as_itself(nama):
    assert nilai_kecocokan(nama, nama.upper()).tingkat == "sama"
    assert kunci_memenuhi(kunci_nama(nama), nama)


@given(st.text(max_size=40))
def test_no_text_raises_and_keys_are_plain_tokens(teks):
    for token in kunci_nama(teks).split():
        assert token.isascii()
        assert token.isupper()
        assert token.isalpha()
    assert isinstance(kandidat(teks), tuple)
    nilai_kecocokan(teks, "Slamet Nugroho")


def test_queries_of_both_databases_name_the_same_tokens():
    assert kueri_fts5("Sri Yani") == '(("SR") AND ("YN")) OR (("SRN")) OR (("QSR" OR "QYN"))'
    sql, isi = syarat_postgresql("Sri Yani", ungkapan="v")
    satu = "v @@ to_tsquery('simple', %s)"
    assert sql == f"({satu} AND {satu}) OR ({satu}) OR ({satu})"
    assert isi == ["'SR'", "'YN'", "'SRN'", "'QSR' | 'QYN'"]
    assert kueri_fts5("123") == ""
    assert syarat_postgresql("") == ("FALSE", [])


def test_the_narrow_search_asks_for_fewer_tokens_of_the_wide_one():
    for dicari, _, _ in PASANGAN:
        sempit, lebar = kandidat(dicari, longgar=False), kandidat(dicari)
        assert len(sempit) == len(lebar) or not lebar
        assert {t for a in sempit for k in a for t in k} <= {t for a in lebar for k in a for t in k}
    assert kunci_memenuhi(kunci_nama("Slamet Nugroho"), "Slamet Nugriho", longgar=False)
    assert not kunci_memenuhi(kunci_nama("Slamet Nugroho"), "Slamet Nugoho", longgar=False)
    assert kunci_memenuhi(kunci_nama("Slamet Nugroho"), "Slamet Nugoho")

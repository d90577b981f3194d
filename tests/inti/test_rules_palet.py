"""What is typed finds by beginnings of words; the better found comes first; marking loses no letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inti.rules.palet import bagi_rata, huruf_dasar, kata_dasar, pecah, peringkat, tandai, yang_cocok

TEKS = st.text(max_size=40)
KATA = st.text(st.sampled_from("aAbBéÉßİñ1"), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("dicari", "teks", "tambahan", "nilai"),
    [
        ("catat surat masuk", "Catat surat masuk", "", 0),
        ("cat", "Catat surat masuk", "", 1),
        ("CATAT sur", "Catat surat masuk", "", 1),
        ("cat mas", "Catat surat masuk", "", 2),
        ("mas cat", "Catat surat masuk", "", 2),
        ("masuk sur", "Catat surat masuk", "", 3),
        ("agenda", "Catat surat masuk", "agenda baru", 4),
        ("cat agenda", "Catat surat masuk", "agenda baru", 4),
        ("tat", "Catat surat masuk", "", None),
        ("cat keluar", "Catat surat masuk", "agenda", None),
        ("cafe", "Café Melati", "", 1),
        ("café", "Cafe Melati", "", 1),
        ("jumat", "Libur Jum'at", "", 3),
        ("0412", "Surat 800/0412/2026", "", 3),
        ("800/0412", "800/0412/2026", "", 1),
        ("", "Catat", "", None),
        ("--", "Catat", "", None),
        ("a", "", "", None),
    ],
)
def test_how_well_a_text_is_found(dicari: str, teks: str, tambahan: str, nilai: int | None) -> None:
    assert peringkat(kata_dasar(dicari), teks, tambahan) == nilai


def test_the_better_found_first_and_equals_in_their_own_order() -> None:
    isi = ["Buku surat", "Surat masuk", "Kirim ke surat", "Surat", "Surat keluar", "Lain"]
    urut = ["Surat", "Surat masuk", "Surat keluar", "Buku surat", "Kirim ke surat"]
    assert yang_cocok(isi, kata_dasar("SURAT"), lambda t: (t, "")) == urut


@pytest.mark.parametrize(
    ("teks", "dicari", "hasil"),
    [
        ("Putuskan cuti Lukito", "cuti lu", ["cuti", "Lu"]),
        ("Café Melati", "cafe", ["Café"]),
        ("Libur Jum'at", "jumat", ["Jum'at"]),
        ("surat", "s sur", ["sur"]),
        ("Straße", "stras", ["Straß"]),
        ("Lukito", "uki", []),
    ],
)
def test_what_is_marked(teks: str, dicari: str, hasil: list[str]) -> None:
    assert [p for p, tanda in tandai(teks, kata_dasar(dicari)) if tanda] == hasil


@pytest.mark.parametrize(
    ("banyak", "tempat", "hasil"),
    [([5, 5, 5], 5, [2, 2, 1]), ([0, 5, 1], 5, [0, 4, 1]), ([1, 1], 5, [1, 1]), ([], 5, []), ([3], 0, [0])],
)
def test_places_are_shared(banyak: list[int], tempat: int, hasil: list[int]) -> None:
    assert bagi_rata(banyak, tempat) == hasil


@given(TEKS, TEKS)
def test_marking_loses_no_letter(teks: str, dicari: str) -> None:
    bagian = tandai(teks, kata_dasar(dicari))
    assert "".join(p for p, _ in bagian) == teks == "".join(p for p, _ in pecah(teks))
    assert all(any(huruf_dasar(p).startswith(d) for d in kata_dasar(dicari)) for p, tanda in bagian if tanda)


@given(st.lists(KATA, min_size=1, max_size=4), st.data())
def test_beginnings_of_its_words_find_a_text_in_any_order_and_case(kata: list[str], data: st.DataObject) -> None:
    teks = " ".join(kata)
    assert peringkat(kata_dasar(teks.upper()), teks) == 0
    awal = [k[: data.draw(st.integers(1, len(k)))] for k in data.draw(st.permutations(kata))]
    assert peringkat(kata_dasar(" ".join(awal).swapcase()), teks) is not None


@given(st.lists(TEKS), KATA)
def test_ordering_is_stable_and_leaves_out_only_what_is_not_found(isi: list[str], dicari: str) -> None:
    kata = kata_dasar(dicari)
    bernomor = list(enumerate(isi))
    hasil = yang_cocok(bernomor, kata, lambda b: (b[1], ""))
    kunci = [(peringkat(kata, t), n) for n, t in hasil]
    assert kunci == sorted(kunci)  # type: ignore[type-var]
    assert {n for n, _ in bernomor} - {n for n, _ in hasil} == {n for n, t in bernomor if peringkat(kata, t) is None}

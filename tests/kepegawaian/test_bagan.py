"""The organisation chart laid out: every unit drawn once, no box over another, whatever the tree."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kepegawaian.rules.bagan import LEBAR, TINGGI, Simpul, patah_nama, pohon, susun_bagan


@st.composite
def unit_acak(draw: Any) -> list[tuple[int, str, str]]:
    """Units of a random tree in the order of their paths."""
    jalur = ["a/"]
    for n in range(draw(st.integers(0, 59))):
        jalur.append(f"{jalur[draw(st.integers(0, len(jalur) - 1))]}{n}/")
    nama = draw(st.lists(st.text("abcd ", min_size=1, max_size=70), min_size=len(jalur), max_size=len(jalur)))
    return [(n, j, nama[n]) for n, j in enumerate(sorted(jalur))]


@settings(max_examples=60, deadline=None)
@given(unit_acak())
def test_every_unit_is_drawn_once_and_no_box_lies_over_another(unit: list[tuple[int, str, str]]) -> None:
    g = susun_bagan(pohon(unit, {}, {n: 1 for n, *_ in unit}))
    assert sorted(k.kunci for k in g.kotak) == [n for n, *_ in unit]
    for a, b in combinations(g.kotak, 2):
        assert abs(a.x - b.x) >= LEBAR or abs(a.y - b.y) >= TINGGI, (a, b)
    for k in g.kotak:
        assert 0 <= k.x <= g.lebar - LEBAR and 0 <= k.y <= g.tinggi - TINGGI
        assert all(len(baris) <= 25 for baris in k.nama) and k.tulisan[-1][0] <= k.y + TINGGI
    for garis in g.garis:
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(garis.titik)), "lines run straight"
    akar = next(k for k in g.kotak if k.tingkat == 0)
    assert akar.orang.startswith("1 orang") and (len(unit) == 1 or f"{len(unit)} bersama" in akar.orang)


def test_an_empty_tree_and_a_long_name() -> None:
    assert susun_bagan(None).kotak == ()
    assert susun_bagan(Simpul(1, "Dinas")).kotak[0].kunci == 1
    panjang = patah_nama("Seksi Penanganan Fakir Miskin Perkotaan dan Perdesaan serta Daerah Tertinggal Terluar")
    assert len(panjang) == 3 and panjang[-1].endswith("…") and all(len(b) <= 25 for b in panjang)


def test_the_secretariat_stands_before_the_divisions() -> None:
    unit = [(1, "d/", "Dinas"), (2, "d/b/", "Bidang"), (3, "d/s/", "Sekretariat"), (4, "d/x/", "Tanpa kepala")]
    akar = pohon(unit, {2: ("Ani", 5), 3: ("Budi", 4)}, {})
    assert akar is not None and [a.nama for a in akar.anak] == ["Sekretariat", "Bidang", "Tanpa kepala"]
    yatim = pohon([(1, "d/", "Dinas"), (2, "d/hilang/z/", "Seksi")], {}, {})
    assert yatim is not None and [a.nama for a in yatim.anak] == ["Seksi"], "its parent was thrown away"

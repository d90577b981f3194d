"""Lines and bars with a target: what they say, that gaps stay gaps, and both ways of drawing."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from io import BytesIO
from itertools import pairwise

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from inti.documents import Grafik, Kop, Surat, gambar_surat, surat_dari_data, surat_ke_data
from inti.keluaran.garis import BaganGaris, Deret, susun_garis
from inti.rules.bagan import LEBAR

BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun")
CAPAIAN = Deret("Capaian", (70, 82, None, Decimal("87.5"), 91, 88))
ANGKA = st.none() | st.integers(-(10**12), 10**12) | st.decimals(-1000, 1000, places=2)


def _contoh(**ubah: object) -> BaganGaris:
    isi = {"judul": "Capaian 2026", "sumbu": BULAN, "deret": (CAPAIAN,), "target": 85, "satuan": "%"} | ubah
    return BaganGaris(**isi)  # type: ignore[arg-type]


def test_the_chart_says_itself() -> None:
    assert _contoh().kalimat == (
        "Capaian naik dari 70% (Jan) ke 88% (Jun), tertinggi 91% (Mei). Tanpa data: Mar. Target 85%, dicapai 3 dari 5 kali."
    )
    lain = _contoh(target=(60, 65, 70, 75, None, 90), kecil_baik=True, satuan="kasus").kalimat
    assert lain.endswith("Target antara 60 kasus dan 90 kasus, dicapai 1 dari 4 kali.")
    assert _contoh(deret=(Deret("Capaian", (None,) * 6),), target=()).kalimat == "Capaian: belum ada data."
    satu = Deret("Klaim", (None, 3, None, None, None, None))
    assert _contoh(deret=(satu,), target=(), satuan="").kalimat == "Klaim 3 (Feb). Tanpa data: Jan, Mar, Apr, Mei, Jun."
    assert _contoh(kalimat="Kata sendiri.").kalimat == "Kata sendiri."


def test_a_missing_value_is_a_gap_and_no_zero() -> None:
    g = susun_garis(_contoh())
    target, *garis = g.garis
    assert [len(x.titik) for x in garis] == [2, 3] and len(g.titik) == 5 and target.putus
    assert g.alas is not None and all(p.y < g.alas for p in g.titik)
    batang = susun_garis(_contoh(deret=(Deret("Capaian", CAPAIAN.nilai, bentuk="batang"),)))
    assert len(batang.kotak) == 5 and not batang.titik
    # a lone value between gaps is a point
    sendiri = susun_garis(_contoh(deret=(Deret("x", (None, 5, None, None, None, None)),), target=()))
    assert len(sendiri.titik) == 1 and sendiri.garis == ()


def test_the_target_stands_at_its_height_with_its_word_beside_it() -> None:
    g = susun_garis(_contoh(deret=(Deret("Realisasi", (85, 170, 0, 1, 2, 3), bentuk="batang"),)))
    (target,) = g.garis
    y = target.titik[0][1]
    assert y == target.titik[1][1] == next(k.y for k in g.kotak)  # the first bar reaches the target exactly
    kata = {t.isi: t for t in g.tulisan}
    assert kata["Target"].x > target.titik[1][0] and abs(kata["Target"].y - y) < 14 and "85%" in kata
    tahunan = susun_garis(_contoh(target=(60, 60, 70, None, 90, 90)))
    assert [x.putus for x in tahunan.garis[:3]] == [True] * 3 and len({x.titik[0][1] for x in tahunan.garis[:3]}) == 3


@given(st.data(), st.integers(1, 24), st.integers(0, 3))
def test_it_stays_in_its_box(data: st.DataObject, banyak: int, deret: int) -> None:
    nilai = st.lists(ANGKA, min_size=banyak, max_size=banyak).map(tuple)
    bentuk = st.sampled_from(["garis", "batang"])
    isi = tuple(Deret(f"D{n}", data.draw(nilai), bentuk=data.draw(bentuk)) for n in range(deret))  # type: ignore[arg-type]
    b = BaganGaris("x", tuple(str(2000 + n) for n in range(banyak)), isi, data.draw(nilai), satuan="%")
    g = susun_garis(b)
    assert b.kalimat or not isi
    assert all(k.x >= 0 and k.y >= 0 and k.x + k.lebar <= LEBAR and k.y + k.tinggi <= g.tinggi for k in g.kotak)
    assert all(0 <= x <= LEBAR and 0 <= y <= g.tinggi for r in g.garis for x, y in r.titik)
    assert all(0 <= t.x <= LEBAR and 0 <= t.y <= g.tinggi for t in g.tulisan)
    assert len(g.titik) == sum(n is not None for d in isi if d.bentuk == "garis" for n in d.nilai)
    sumbu = [t for t in g.tulisan if t.isi in b.sumbu and not t.nilai]
    assert b.sumbu[-1] in {t.isi for t in sumbu}
    for a, z in pairwise(sumbu):
        assert z.x - a.x >= 4 * 11.5 * 0.56


def test_numbers_keep_off_the_target_and_leave_out_the_unit_where_they_are_drawn() -> None:
    b = _contoh(satuan="kasus", deret=(Deret("Klaim", (70, 82, None, 84, 91, 86)),))
    g = susun_garis(b)
    y = g.garis[0].titik[0][1]
    angka = {t.isi: t for t in g.tulisan if t.nilai}
    assert set(angka) == {"70", "82", "84", "91", "86"} and "85 kasus" in {t.isi for t in g.tulisan}
    assert all(not t.y - 11 < y < t.y + 2 for t in angka.values())


def test_lengths_must_agree() -> None:
    with pytest.raises(ValueError, match="Deret"):
        _contoh(deret=(Deret("x", (1,)),))
    with pytest.raises(ValueError, match="Target"):
        _contoh(target=(1, 2))


def test_page_and_paper_draw_the_same_shapes() -> None:
    dua = _contoh(deret=(CAPAIAN, Deret("Tahun <lalu>", (60, 61, 62, 63, 64, 65), "b3")))
    svg = render_to_string("inti/_bagan.html", {"b": dua, "g": susun_garis(dua)})
    assert 'role="img"' in svg and 'aria-label="Capaian 2026. Capaian naik dari 70% (Jan)' in " ".join(svg.split())
    assert svg.count("<polyline") == 4 and svg.count("putus") == 1
    assert svg.count("<circle") == 5 and svg.count('<path class="titik s3"') == 6  # a second series has squares
    assert "Tahun &lt;lalu&gt;" in svg and "<lalu>" not in svg
    surat = Surat(kop=Kop("P", "D"), isi=(Grafik((dua, _contoh())),), ttd=())
    pdf = gambar_surat(surat, judul="x")
    assert gambar_surat(surat_dari_data(json.loads(json.dumps(surat_ke_data(surat)))), judul="x") == pdf
    halaman = PdfReader(BytesIO(pdf)).pages[0]
    teks = halaman.extract_text()
    assert "Tahun <lalu>" in teks and teks.count("Target") == 2 and "87,5%" in teks
    isi = halaman.get_contents().get_data().decode("latin-1")  # type: ignore[union-attr]
    assert len(re.findall(r"\[4 2\.5\] 0 d", isi)) == 2  # the targets are dashed

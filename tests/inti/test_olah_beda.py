"""The difference of two texts: what it says, that it loses nothing, and that it is drawn literally."""

from __future__ import annotations

import random
import re
import time

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from inti.olah.beda import BedaTeks, Sepotong, bandingkan, ganti_utuh
from inti.olah.cocok import cocok, naik

BARIS = st.lists(st.sampled_from(["rapat data", "rapat data desa", "rapat", "", " ", "a b c d", "a b c e", "Pasal 1"]))


def _dua_sisi(b: BedaTeks) -> tuple[str, str]:
    lama = "".join(p.teks for p in b.potongan if p.jenis != "tambah")
    assert lama == "".join(g.lama for g in b.bagian)
    baru = "".join(p.teks for p in b.potongan if p.jenis != "hapus")
    assert baru == "".join(g.baru for g in b.bagian)
    return lama, baru


@given(st.text(max_size=200), st.text(max_size=200))
def test_the_runs_of_a_difference_make_up_both_texts(lama: str, baru: str) -> None:
    assert _dua_sisi(bandingkan(lama, baru)) == (lama, baru)


@given(BARIS, BARIS, st.sampled_from(["\n", "\r\n", "\n\n", ". "]))
def test_lines_that_repeat_are_not_lost(lama: list[str], baru: list[str], pisah: str) -> None:
    a, b = pisah.join(lama), pisah.join(baru)
    beda = bandingkan(a, b)
    assert _dua_sisi(beda) == (a, b)
    assert beda == bandingkan(a, b) and beda.sama == (a == b)
    assert all(g.kata and (g.jenis == "ubah" or {p.jenis for p in g.kata} == {g.jenis}) for g in beda.bagian)
    assert not any(x.jenis == y.jenis == "sama" for x, y in zip(beda.bagian, beda.bagian[1:], strict=False))


@given(st.lists(st.integers(0, 9)), st.lists(st.integers(0, 9)))
def test_stretches_that_agree_do_agree_and_rise(a: list[int], b: list[int]) -> None:
    i = j = 0
    for x, y, n in cocok([*map(str, a)], [*map(str, b)]):
        assert x >= i and y >= j and n and a[x : x + n] == b[y : y + n]
        i, j = x + n, y + n


def test_the_longest_rising_part_is_taken() -> None:
    assert naik([(0, 5), (1, 2), (2, 3), (3, 1), (4, 4)]) == [(1, 2), (2, 3), (4, 4)] and naik([]) == []


def test_a_changed_word_is_shown_as_such() -> None:
    assert [(p.jenis, p.teks) for p in bandingkan("hari Senin pagi", "hari Selasa pagi").potongan] == [
        ("sama", "hari "), ("hapus", "Senin"), ("tambah", "Selasa"), ("sama", " pagi"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lama", "baru", "jenis", "ringkasan"),
    [
        ("", "", [], "Tidak ada yang berubah."),
        ("a\nb\n", "a\nb\n", ["sama"], "Tidak ada yang berubah."),
        ("a\nb\n", "a\nx y\nb\n", ["sama", "tambah", "sama"], "1 baris ditambah."),
        ("a\nx y\nb\n", "a\nb\n", ["sama", "hapus", "sama"], "1 baris dihapus."),
        ("upah pokok Rp1\n", "upah pokok Rp2\n", ["ubah"], "1 baris berubah."),
        # the line that resembles is the one that changed; the other was added
        ("upah lembur dibayar\n", "cuti besar\nupah lembur harus dibayar\n", ["tambah", "ubah"], "1 baris berubah, 1 ditambah."),
        # nothing in common: removed and added, not a salad of words
        ("satu dua tiga\n", "empat lima enam\n", ["hapus", "tambah"], "1 baris ditambah, 1 dihapus."),
        ("a b c", "a  b c", ["ubah"], "1 baris berubah."),
        # a last line behind which others were added did not change
        ("a b\nc d", "a b\nc d\n\ne f", ["sama", "tambah"], "2 baris ditambah."),
        ("a b\r\nc d\r\n", "a b\nc d\n", ["sama", "hapus", "tambah"] * 2, "Hanya pergantian baris yang berubah."),
    ],
)  # fmt: skip
def test_what_is_said_of_a_change(lama: str, baru: str, jenis: list[str], ringkasan: str) -> None:
    beda = bandingkan(lama, baru)
    assert [g.jenis for g in beda.bagian] == jenis and beda.ringkasan == ringkasan


def test_text_without_breaks_is_compared_by_sentences() -> None:
    lama = " ".join(f"Kalimat ke {n} berbunyi begini." for n in range(200))
    beda = bandingkan(lama, lama.replace("ke 77 berbunyi", "ke 77 tidak berbunyi"))
    assert beda.ringkasan == "1 kalimat berubah." and [g.jenis for g in beda.bagian] == ["sama", "ubah", "sama"]
    assert [p.teks for p in beda.potongan if p.jenis == "tambah"] == [" tidak"]


def test_a_choice_is_replaced_as_a_whole() -> None:
    assert ganti_utuh("Biasa", "Sangat biasa").potongan == (
        Sepotong("hapus", "Biasa"),
        Sepotong("tambah", "Sangat biasa"),
    )
    assert ganti_utuh("Biasa", "Biasa").sama and ganti_utuh("", "Biasa").potongan == (Sepotong("tambah", "Biasa"),)


def test_it_is_drawn_literally_and_long_unchanged_stretches_are_folded() -> None:
    lama = "awal\n" * 12 + "PT <b>Maju</b> & Co lama\n"
    halaman = render_to_string("inti/_beda_teks.html", {"b": bandingkan(lama, lama.replace("lama", "<script>"))})
    assert "PT &lt;b&gt;Maju&lt;/b&gt; &amp; Co " in halaman and "<script>" not in halaman
    assert "<del>lama</del><ins>&lt;script&gt;</ins>" in halaman
    assert "12 baris sama" in halaman and "1 baris berubah." in halaman
    isi = re.sub(r"<[^>]*>", "", halaman[halaman.index("<div") :]).removesuffix("\n")
    assert isi.count("\n") == 13 and isi.startswith("12 baris samaawal\n")  # the text's own breaks and no others


def test_sixty_pages_take_a_fraction_of_a_second() -> None:
    acak = random.Random(3)
    kata = [f"{a}{b}" for a in ("pe", "ke", "ber", "di", "me") for b in ("rja", "ntu", "lam", "surat", "tan", "dok")]
    baris = [" ".join(acak.choices(kata, k=12)) if acak.random() < 0.85 else "" for _ in range(60 * 44)]
    lama = "\n".join(baris)
    for semua in (False, True):
        lain = "\n".join(b + " ubahan" if b and (semua or acak.random() < 0.1) else b for b in baris)
        mulai = time.process_time()
        beda = bandingkan(lama, lain)
        assert time.process_time() - mulai < 1.5  # measured 0.02 and 0.2 s; a quadratic way takes minutes
        assert {g.jenis for g in beda.bagian} == {"sama", "ubah"} and _dua_sisi(beda) == (lama, lain)

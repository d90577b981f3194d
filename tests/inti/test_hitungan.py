"""A calculation sheet: to JSON and back, numbered, on a page and on paper; money stays whole."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.template.loader import render_to_string
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from inti.documents import Judul, Kop, Surat, gambar_surat, surat_dari_data, surat_ke_data
from inti.documents.docx import surat_docx
from inti.keluaran.hitungan import Aturan, Hitungan, Langkah, Masukan, Nilai, dari_data, ke_data

HARI = dt.date(2026, 7, 1)
KATA = st.text(max_size=20)
TANGGAL = st.dates()
NILAI = st.one_of(
    st.integers(-(10**18), 10**18).map(Nilai.rupiah),
    st.builds(Nilai.bilangan, st.one_of(st.integers(), st.decimals(allow_nan=False, allow_infinity=False)), KATA),
    TANGGAL.map(Nilai.tanggal),
    KATA.map(Nilai.kata),
)
ATURAN = st.builds(Aturan, KATA, TANGGAL, st.none() | TANGGAL, NILAI, KATA, KATA)
LANGKAH = st.recursive(
    st.builds(Langkah, KATA, NILAI, KATA, st.lists(st.builds(Masukan, KATA, NILAI), max_size=2).map(tuple),
              st.lists(ATURAN, max_size=2).map(tuple), KATA, KATA),
    lambda dalam: st.builds(Langkah, KATA, NILAI, langkah=st.lists(dalam, max_size=3).map(tuple)),
    max_leaves=6,
)  # fmt: skip


def contoh() -> Hitungan:
    baris = SimpleNamespace(
        berlaku_mulai=dt.date(2015, 7, 1), berlaku_sampai=None, dasar_hukum="PP 46/2015, Pasal 16", tanda="R"
    )
    tarif = Aturan.dari_baris(baris, nama="Iuran JHT", nilai=Nilai.bilangan(Decimal("5.7"), "%"))
    upah = Langkah(
        "Upah sebulan",
        Nilai.rupiah(5_250_000),
        rumus="upah pokok + tunjangan tetap",
        masukan=(Masukan("Upah pokok <kotor>", Nilai.rupiah(5_000_000)), Masukan("Tunjangan", Nilai.rupiah(250_000))),
    )
    bulat = Langkah(
        "Pembulatan", Nilai.rupiah(299_250), rumus="tanpa sen, setengah ke atas", sumber="Petunjuk kantor", tanda="K"
    )
    iuran = Langkah(
        "Iuran sebulan", Nilai.rupiah(Decimal("299250.00")), rumus="upah x tarif", aturan=(tarif,), langkah=(bulat,)
    )
    masa = Langkah("Masa iur", Nilai.bilangan(12, "bulan"), masukan=(Masukan("Sejak", Nilai.tanggal(HARI)),))
    return Hitungan("Iuran setahun", HARI, (upah, iuran, masa), Nilai.rupiah(3_591_000), "Belum termasuk JKK.")


@given(st.builds(Hitungan, KATA, TANGGAL, st.lists(LANGKAH, max_size=3).map(tuple), NILAI, KATA))
def test_to_json_and_back_is_the_same(h: Hitungan) -> None:
    kembali = dari_data(json.loads(json.dumps(ke_data(h))))
    assert kembali == h and ke_data(kembali) == ke_data(h)
    for a, b in zip(kembali.urut, h.urut, strict=True):
        assert type(a.langkah.hasil.isi) is type(b.langkah.hasil.isi)
        assert a.langkah.hasil.teks == b.langkah.hasil.teks


@pytest.mark.parametrize(
    ("jenis", "isi"),
    [("rupiah", 1.5), ("rupiah", Decimal("1.5")), ("rupiah", True), ("bilangan", 0.1), ("bilangan", Decimal("NaN")),
     ("tanggal", dt.datetime(2026, 1, 1)), ("tanggal", "2026-01-01"), ("teks", 5), ("lain", "x")],
)  # fmt: skip
def test_a_value_is_of_its_kind(jenis: Any, isi: Any) -> None:
    with pytest.raises(ValueError, match=f"bukan {jenis}"):
        Nilai(jenis, isi)


def test_money_is_whole_and_a_decimal_without_sen_becomes_whole() -> None:
    assert Nilai.rupiah(Decimal("299250.00")) == Nilai("rupiah", 299_250)
    assert type(Nilai.rupiah(Decimal("299250.00")).isi) is int
    with pytest.raises(ValueError, match="bukan rupiah"):
        Nilai.rupiah(Decimal("0.5"))


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (Nilai.rupiah(-1_500), "-Rp 1.500"),
        (Nilai.bilangan(Decimal("5.7"), "%"), "5,7%"),
        (Nilai.bilangan(12, "bulan"), "12 bulan"),
        (Nilai.tanggal(HARI), "1 Juli 2026"),
        (Nilai.kata("Lajang"), "Lajang"),
    ],
)
def test_values_are_written_as_an_office_writes_them(nilai: Nilai, teks: str) -> None:
    assert nilai.teks == teks


@pytest.mark.parametrize("rusak", [{}, {"versi": 2}, {"versi": 1}, {"versi": 1, "judul": "x"}, [], None])
def test_what_is_no_sheet_is_refused(rusak: Any) -> None:
    with pytest.raises(ValueError, match=r"Versi|utuh"):
        dari_data(rusak)


def test_a_broken_part_is_refused() -> None:
    for ubah in (
        lambda d: d["hasil"].update(isi=1.5),
        lambda d: d["hasil"].update(isi={"desimal": "satu"}),
        lambda d: d["langkah"][0].pop("label"),
        lambda d: d.update(pada="kemarin"),
    ):
        data = ke_data(contoh())
        ubah(data)
        with pytest.raises(ValueError, match=r"."):
            dari_data(data)


def test_steps_are_numbered_with_those_within() -> None:
    h = contoh()
    assert [(s.nomor, s.dalam) for s in h.urut] == [("1", 0), ("2", 0), ("2.1", 1), ("3", 0)]
    assert [a.kalimat for a in h.aturan] == ["Iuran JHT 5,7%, sejak 01-07-2015: PP 46/2015, Pasal 16 (R)"]
    lama = Aturan("Tarif", HARI, dt.date(2026, 12, 31), Nilai.bilangan(2), "Perda")
    assert lama.kalimat == "Tarif 2, sejak 01-07-2026 sampai 31-12-2026: Perda"


def test_page_and_paper_say_all_of_it() -> None:
    halaman = render_to_string("inti/_hitungan.html", {"h": contoh()})
    assert "Upah pokok &lt;kotor&gt;: Rp 5.000.000; Tunjangan: Rp 250.000" in halaman
    surat = Surat(kop=Kop("P", "D"), isi=(contoh(),), ttd=(), judul=Judul("LEMBAR HITUNGAN"))
    pdf = gambar_surat(surat, judul="x")
    assert gambar_surat(surat_dari_data(json.loads(json.dumps(surat_ke_data(surat)))), judul="x") == pdf
    cetak = " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())
    docx = "\n".join(
        s.text for t in Document(BytesIO(surat_docx(surat, judul="x"))).tables for b in t.rows for s in b.cells
    )
    for teks in (
        "= upah pokok + tunjangan tetap",
        "Aturan: Iuran JHT 5,7%, sejak 01-07-2015: PP 46/2015, Pasal 16 (R)",
        "Sumber: Petunjuk kantor (K)",
        "2.1",
        "12 bulan",
        "Sejak: 1 Juli 2026",
        "Menurut aturan pada 1 Juli 2026. Belum termasuk JKK.",
        "Rp 3.591.000",
    ):
        assert teks in halaman and teks in cetak and teks in docx, teks

"""The one door of text: whatever comes in is printed as letters, never obeyed."""

import ast
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import SimpleDocTemplate

from inti.documents import (
    BlokNomor,
    Butir,
    Isian,
    Judul,
    Kolom,
    Kop,
    Paragraf,
    Tabel,
    TandaTangan,
    Teks,
    Tujuan,
    aman,
    bersih,
    gambar_surat,
    paragraf,
)
from inti.documents.huruf import BIASA, huruf
from tests.inti.contoh_surat import contoh_surat

AKAR = Path(__file__).resolve().parents[2]
PAKET = ("config", "inti", "kepegawaian", "arsip", "dtks", "absensi", "klaim", "lkip", "syaratkerja", "umum")
SERANGAN = [
    "PT Maju <Tbk>",
    "</b>",
    '<img src="/etc/passwd"/>',
    '<font color="white">tersembunyi</font>',
    '<a href="javascript:alert(1)">klik</a>',
    "javascript:alert(1)",
    "<!-- komentar",
    "<para><greek>a</greek></para>",
    "&lt;b&gt; &#0; &amp;",
    "(kurung) \\ akhir) Tj ET",
    "]]> ${x} {{ y }} %s",
    "A" * 10_000,
]
GAYA = ParagraphStyle("uji", fontName=BIASA, fontSize=11, leading=15)


def surat_serangan(teks):
    """A letter in which every field is the same text."""
    return contoh_surat(
        kop=Kop(teks[:300], teks[:300], (teks[:300],)),
        nomor=BlokNomor(teks[:300], teks[:300], teks[:40], teks[:300], teks[:300]),
        tujuan=Tujuan((teks[:300], teks[:300])),
        judul=Judul(teks[:300], teks[:300]),
        isi=(
            Paragraf(teks),
            Butir((teks[:2000],)),
            Isian(((teks[:200], teks[:200]),)),
            Tabel((Kolom(teks[:200]), Kolom("Nama")), ((teks, teks[:200]),)),
        ),
        ttd=(TandaTangan((teks[:200],), teks[:200], teks[:200], teks[:200], teks[:200]),) * 3,
        penutup=teks[:200],
        tembusan=(teks[:200], teks[:200]),
        kaki=teks[:300],
    )


def anotasi(pembaca):
    return [a for h in pembaca.pages for a in (h.get("/Annots") or [])]


@pytest.mark.parametrize("teks", SERANGAN, ids=lambda t: t[:16])
def test_an_attack_is_printed_literally_in_every_field(teks):
    pdf = gambar_surat(surat_serangan(teks), judul=teks[:100])
    pembaca = PdfReader(BytesIO(pdf))
    semua = "".join(h.extract_text() for h in pembaca.pages)
    rapat = "".join(semua.split())
    assert "".join(teks[:40].split()) in rapat
    assert anotasi(pembaca) == []
    assert b"/URI" not in pdf
    assert b"/etc/passwd" not in pdf.replace(teks.encode(), b"")
    assert all("/XObject" not in (h["/Resources"] or {}) or not h.images for h in pembaca.pages)


@pytest.mark.parametrize("teks", SERANGAN, ids=lambda t: t[:16])
def test_a_platypus_paragraph_is_literal_too(teks):
    aliran = BytesIO()
    huruf(BIASA)
    SimpleDocTemplate(aliran).build([paragraf(teks, GAYA)])
    pembaca = PdfReader(BytesIO(aliran.getvalue()))
    rapat = "".join("".join(h.extract_text() for h in pembaca.pages).split())
    assert "".join(teks.split()) in rapat
    assert anotasi(pembaca) == []


def test_ten_thousand_letters_lose_none():
    pembaca = PdfReader(BytesIO(gambar_surat(contoh_surat(isi=(Paragraf("Q" * 10_000),)), judul="Uji")))
    assert sum(h.extract_text().count("Q") for h in pembaca.pages) >= 10_000


def test_other_scripts_are_printed_by_another_font_or_as_boxes():
    teks = "سلام Привет 中文 😀"
    pdf = gambar_surat(contoh_surat(isi=(Paragraf(teks),)), judul="Uji")
    isi = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "Привет" in isi
    nyata = huruf(BIASA).potongan(teks)
    assert "".join(t for _, t in nyata).count(" ") == 3
    assert all(ord(c) in h.font.face.charToGlyph for h, t in nyata for c in t)


@pytest.mark.parametrize(
    ("nilai", "hasil"),
    [
        (None, ""),
        (12, "12"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("PT \u202eTBA\u202c\u2066x\u200f", "PT TBAx"),
        ("nol\u200blebar\ufeff", "nollebar"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("tab\there", "tab here"),
        ("\ud800rusak", "\ufffdrusak"),
        ("<b>", "<b>"),
    ],
)
def test_cleaning(nilai, hasil):
    assert bersih(nilai) == hasil
    assert Teks(nilai) == hasil
    assert Teks(Teks(nilai)) == hasil


def test_escaping_for_paragraphs():
    assert aman('<b>&"\n') == "&lt;b&gt;&amp;&quot;<br/>"
    assert aman(None) == ""


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_no_text_raises(teks):
    pdf = gambar_surat(surat_serangan(teks), judul=teks)
    assert pdf.startswith(b"%PDF")
    assert b"/URI" not in pdf
    SimpleDocTemplate(BytesIO()).build([paragraf(teks, GAYA)])


def test_only_the_kernel_touches_the_pdf_library():
    pelanggar = []
    for paket in PAKET:
        for berkas in sorted((AKAR / paket).rglob("*.py")):
            if berkas.is_relative_to(AKAR / "inti" / "documents"):
                continue
            for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
                nama = []
                if isinstance(simpul, ast.Import):
                    nama = [a.name for a in simpul.names]
                elif isinstance(simpul, ast.ImportFrom) and simpul.module:
                    nama = [simpul.module]
                if any(n.split(".")[0] == "reportlab" for n in nama):
                    pelanggar.append(str(berkas.relative_to(AKAR)))
    assert pelanggar == []

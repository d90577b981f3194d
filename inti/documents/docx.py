"""An editable copy of a letter: the same parts, written by python-docx. It is no archive copy and says so."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.document import Document as Dokumen
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from inti.documents import Blok, Butir, Isian, Paragraf, Surat, Tabel, TandaTangan
from inti.documents.hitungan import tabel_hitungan
from inti.documents.teks import bersih
from inti.keluaran.hitungan import Hitungan

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RATA = {
    "kiri": WD_ALIGN_PARAGRAPH.LEFT,
    "tengah": WD_ALIGN_PARAGRAPH.CENTER,
    "kanan": WD_ALIGN_PARAGRAPH.RIGHT,
    "penuh": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def surat_docx(surat: Surat, *, judul: str) -> bytes:
    """In: the letter and the file's title. Out: a .docx with every text literal (XML is escaped by the library)."""
    d = Document()
    d.core_properties.title, d.core_properties.author = bersih(judul)[:200], bersih(surat.kop.nama)[:120]
    gaya = d.styles["Normal"]
    gaya.font.name, gaya.font.size = "Arial", Pt(11)
    gaya.paragraph_format.space_after = Pt(4)
    bagian, k = d.sections[0], surat.kertas
    bagian.page_width, bagian.page_height = Mm(k.lebar), Mm(k.tinggi)
    bagian.left_margin, bagian.right_margin = Mm(k.kiri), Mm(k.kanan)
    bagian.top_margin, bagian.bottom_margin = Mm(k.atas), Mm(k.bawah + 5)
    _kop(d, surat)
    _kepala(d, surat)
    for blok in surat.isi:
        _blok(d, blok)
    if surat.penutup:
        _tulis(d, surat.penutup, "penuh")
    _ttd(d, surat.ttd)
    if surat.tembusan:
        _tulis(d, "Tembusan:")
        for n, t in enumerate(surat.tembusan, 1):
            _tulis(d, f"{n}. {t}" if len(surat.tembusan) > 1 else t)
    keluar = BytesIO()
    d.save(keluar)
    return keluar.getvalue()


def _tulis(
    d: Dokumen, teks: str, rata: str = "kiri", *, tebal: bool = False, ukuran: float = 0, masuk: float = 0
) -> None:
    p = d.add_paragraph()
    p.alignment = RATA[rata]
    if masuk:
        p.paragraph_format.left_indent = Mm(masuk)
    tulisan = p.add_run(bersih(teks))
    tulisan.bold = tebal
    if ukuran:
        tulisan.font.size = Pt(ukuran)


def _kop(d: Dokumen, surat: Surat) -> None:
    _tulis(d, surat.kop.pemerintah, "tengah", ukuran=13)
    _tulis(d, surat.kop.nama, "tengah", tebal=True, ukuran=16)
    for baris in surat.kop.alamat:
        _tulis(d, baris, "tengah", ukuran=9)
    batas = OxmlElement("w:pBdr")
    garis = OxmlElement("w:bottom")
    for nama, nilai in (("val", "thinThickSmallGap"), ("sz", "24"), ("space", "4"), ("color", "000000")):
        garis.set(qn(f"w:{nama}"), nilai)
    batas.append(garis)
    d.paragraphs[-1]._p.get_or_add_pPr().append(batas)


def _kepala(d: Dokumen, surat: Surat) -> None:
    if surat.nomor is not None:
        n = surat.nomor
        if n.tempat_tanggal:
            _tulis(d, n.tempat_tanggal, "kanan")
        baris = (("Nomor", n.nomor), ("Sifat", n.sifat), ("Lampiran", n.lampiran), ("Hal", n.hal))
        _pasangan(d, tuple(b for b in baris if b[1]))
    if surat.judul is not None:
        _tulis(d, surat.judul.teks, "tengah", tebal=True, ukuran=13)
        if surat.judul.nomor:
            _tulis(d, f"Nomor: {surat.judul.nomor}", "tengah")
    if surat.tujuan is not None and surat.tujuan.baris:
        _tulis(d, "\n".join((f"Yth. {surat.tujuan.baris[0]}", *surat.tujuan.baris[1:])))


def _blok(d: Dokumen, blok: Blok) -> None:
    if isinstance(blok, Paragraf):
        _tulis(d, blok.teks, blok.rata, tebal=blok.tebal)
    elif isinstance(blok, Butir):
        for n, teks in enumerate(blok.isi):
            tanda = {"angka": f"{n + 1}.", "huruf": f"{chr(97 + n % 26)}.", "strip": "-"}[blok.penanda]
            _tulis(d, f"{tanda} {teks}", "penuh", masuk=6)
    elif isinstance(blok, Isian):
        _pasangan(d, blok.baris)
    elif isinstance(blok, Tabel):
        _tabel(d, blok)
    elif isinstance(blok, Hitungan):
        _tabel(d, tabel_hitungan(blok))


def _pasangan(d: Dokumen, baris: tuple[tuple[str, str], ...]) -> None:
    tabel = d.add_table(rows=0, cols=3)
    for label, nilai in baris:
        sel = tabel.add_row().cells
        for s, teks, lebar in zip(sel, (label, ":" if label else "", nilai), (35, 5, 120), strict=True):
            s.width = Mm(lebar)
            s.paragraphs[0].add_run(bersih(teks))
    d.add_paragraph()


def _tabel(d: Dokumen, blok: Tabel) -> None:
    tabel = d.add_table(rows=1, cols=len(blok.kolom))
    tabel.style, tabel.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    for s, k in zip(tabel.rows[0].cells, blok.kolom, strict=True):
        s.paragraphs[0].add_run(bersih(k.judul)).bold = True
    akhir = blok.akhir(max(blok.uang[0] - 1, 0) if blok.uang else 0)
    for baris in (*map(blok.teks, blok.baris), *((akhir,) if akhir else ())):
        for s, k, teks in zip(tabel.add_row().cells, blok.kolom, baris, strict=True):
            s.paragraphs[0].add_run(bersih(teks))
            s.paragraphs[0].alignment = RATA[k.sisi]
    d.add_paragraph()


def _ttd(d: Dokumen, ttd: tuple[TandaTangan, ...]) -> None:
    if not ttd:
        return
    tabel = d.add_table(rows=1, cols=2)
    sel = tabel.rows[0].cells
    for s, t in zip(sel[2 - len(ttd) :] if len(ttd) < 3 else sel, ttd, strict=False):
        baris = [b for b in (t.tempat_tanggal, *t.jabatan) if b]
        p = s.paragraphs[0]
        p.add_run(bersih("\n".join(baris)) + "\n\n\n\n")
        p.add_run(bersih(t.nama)).bold = True
        akhir = [b for b in (t.pangkat, f"NIP {t.nip}" if t.nip else "") if b]
        if akhir:
            p.add_run("\n" + bersih("\n".join(akhir)))

"""Stamps on stored PDFs, and joining files."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from inti.documents import F4, cap_salinan, gabung_pdf, gambar_surat
from tests.inti.contoh_surat import contoh_surat

KAKI = "Salinan ke-2, dicetak 21-11-2026 08.00 oleh Budi Hartono"


def halaman(pdf):
    return [h.extract_text() for h in PdfReader(BytesIO(pdf)).pages]


def test_every_page_gets_the_stamp_and_keeps_its_text():
    asli = gambar_surat([contoh_surat(anggota=40), contoh_surat(2, kertas=F4)], judul="Uji")
    hasil = halaman(cap_salinan(asli, kaki=KAKI))
    assert len(hasil) == len(halaman(asli))
    for lama, baru in zip(halaman(asli), hasil, strict=True):
        assert KAKI in baru
        assert "BATAL" not in baru
        assert lama.splitlines()[0] in baru


def test_a_void_copy_is_marked():
    asli = gambar_surat(contoh_surat(), judul="Uji")
    assert "BATAL" in halaman(cap_salinan(asli, kaki="", batal=True))[0]


def test_a_turned_page_is_stamped_upright():
    penulis = PdfWriter()
    penulis.append(BytesIO(gambar_surat(contoh_surat(), judul="Uji")))
    penulis.pages[0].rotate(90)
    aliran = BytesIO()
    penulis.write(aliran)
    hasil = PdfReader(BytesIO(cap_salinan(aliran.getvalue(), kaki=KAKI))).pages[0]
    assert hasil.rotation == 0
    assert KAKI in hasil.extract_text()


def test_the_stamp_is_plain_text_too():
    hasil = cap_salinan(gambar_surat(contoh_surat(), judul="Uji"), kaki='<img src="/etc/passwd"> \x00\u202e(x)')
    assert '<img src="/etc/passwd"> (x)' in halaman(hasil)[0]


@pytest.mark.parametrize("rusak", [b"", b"bukan pdf", b"%PDF-1.7\n%%EOF"])
def test_a_broken_file_is_refused(rusak):
    with pytest.raises(ValueError, match="PDF"):
        cap_salinan(rusak, kaki=KAKI)


def test_a_locked_file_is_refused():
    penulis = PdfWriter()
    penulis.append(BytesIO(gambar_surat(contoh_surat(), judul="Uji")))
    penulis.encrypt("rahasia", algorithm="RC4-128")
    aliran = BytesIO()
    penulis.write(aliran)
    with pytest.raises(ValueError, match="terkunci"):
        cap_salinan(aliran.getvalue(), kaki=KAKI)


def test_files_are_joined_in_order():
    satu, dua = (gambar_surat(contoh_surat(n, anggota=n), judul="Uji") for n in (1, 30))
    assert gabung_pdf([satu]) == satu
    isi = halaman(gabung_pdf([satu, dua]))
    assert "400.9/1/2026" in isi[0]
    assert "400.9/30/2026" in isi[1]
    with pytest.raises(ValueError, match="Tidak ada berkas"):
        gabung_pdf([])

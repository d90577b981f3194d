"""Documents: plain data in, PDF bytes out. Every text reaches the PDF library through `teks`, which disarms it."""

from inti.documents.bagian import (
    Blok,
    BlokNomor,
    Butir,
    Grafik,
    Isian,
    Judul,
    KodeQR,
    Kolom,
    Kop,
    Kotak,
    Paragraf,
    Tabel,
    TandaTangan,
    Tujuan,
)
from inti.documents.cap import cap_salinan, gabung_pdf
from inti.documents.data import (
    VERSI_TATA_LETAK,
    sertifikat_dari_data,
    sertifikat_ke_data,
    surat_dari_data,
    surat_ke_data,
)
from inti.documents.kertas import A4, F4, Kertas
from inti.documents.sertifikat import Sertifikat, gambar_sertifikat
from inti.documents.surat import Surat, gambar_surat
from inti.documents.teks import Teks, aman, bersih, paragraf

__all__ = [
    "A4",
    "F4",
    "VERSI_TATA_LETAK",
    "Blok",
    "BlokNomor",
    "Butir",
    "Grafik",
    "Isian",
    "Judul",
    "Kertas",
    "KodeQR",
    "Kolom",
    "Kop",
    "Kotak",
    "Paragraf",
    "Sertifikat",
    "Surat",
    "Tabel",
    "TandaTangan",
    "Teks",
    "Tujuan",
    "aman",
    "bersih",
    "cap_salinan",
    "gabung_pdf",
    "gambar_sertifikat",
    "gambar_surat",
    "paragraf",
    "sertifikat_dari_data",
    "sertifikat_ke_data",
    "surat_dari_data",
    "surat_ke_data",
]

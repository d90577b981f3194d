"""Mutated zips and PDFs sent many at once: one sentence for each file, or for the zip; never an error of the system."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from inti.galat import AturanDilanggar
from inti.models import Pengguna, UnitKerja
from inti.services.berkas import periksa_unggahan
from kepegawaian.services.aturan_awal import aturan_awal_isi
from kepegawaian.services.unggahan import siapkan_massal
from kepegawaian.services.zip import isi_zip, jumlah_halaman
from tests.kepegawaian.contoh_karier import orang, pdf

pytestmark = pytest.mark.django_db
BANYAK = 700


def rusak(isi: bytes, acak: random.Random) -> bytes:
    """A few bytes changed, cut out or doubled."""
    data = bytearray(isi)
    for _ in range(acak.randint(1, 6)):
        letak, cara = acak.randrange(len(data)), acak.randrange(4)
        if cara == 0:
            data[letak] = acak.randrange(256)
        elif cara == 1:
            del data[letak : letak + acak.randint(1, 40)]
        elif cara == 2:
            data[letak:letak] = data[letak : letak + acak.randint(1, 60)]
        else:
            data[letak : letak + 4] = acak.randbytes(4)
        data = data or bytearray(b"%PDF")
    return bytes(data)


def zip_berisi(nama: str, isi: bytes) -> bytes:
    keluar = BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr(nama, isi)
        z.writestr("lain.pdf", pdf("lain"))
    return keluar.getvalue()


def test_mutated_pdfs_and_zips_are_told_in_a_sentence() -> None:
    acak, ditolak = random.Random(20261201), 0
    asal_pdf, asal_zip = pdf("Surat keputusan"), zip_berisi("a.pdf", pdf("a"))
    for n in range(BANYAK):
        try:
            if n % 2:
                jumlah_halaman(rusak(asal_pdf, acak), "application/pdf")
            else:
                list(isi_zip(rusak(asal_zip, acak)))
        except AturanDilanggar as galat:
            ditolak += 1
            assert galat.kode.startswith(("PDF_", "ZIP_")) and galat.pesan
    assert ditolak > BANYAK // 10, "the bytes were damaged in earnest"


def test_the_bulk_upload_goes_on_past_a_damaged_one(
    personalia: Pengguna, unit: UnitKerja, instansi: Any, tmp_path: Any
) -> None:
    aturan_awal_isi(oleh=None)
    p, acak = orang(unit, personalia, 1), random.Random(7)
    for _ in range(60):
        isi = zip_berisi(f"{p.nip}_KTP.pdf", rusak(pdf("KTP"), acak))
        semua = siapkan_massal([SimpleUploadedFile("semua.zip", isi)], oleh=personalia)
        assert len(semua) == 2 and all(r.galat or r.berkas for r in semua)


@pytest.mark.parametrize(
    "aksi", [b"/S /SubmitForm /F (http://x)", b"/S /GoToR /F (x.pdf)", b"/S /GoToE", b"/S /ImportData"]
)
def test_a_pdf_that_sends_or_opens_something_is_refused(aksi: bytes) -> None:
    isi = pdf("x").replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction <<" + aksi + b">>")
    assert aksi in isi
    with pytest.raises(AturanDilanggar, match="BERKAS_AKTIF"):
        periksa_unggahan(isi)

"""The counter's letter uses the office's own wording, and handing it over is a line of the expedition book."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from arsip.models import Ekspedisi, TemplatSurat
from arsip.services import templat as layanan_templat
from arsip.services import templat_awal as layanan_templat_awal
from dtks.models import SuratRekomendasi
from dtks.services import surat as services
from inti.models import Pengguna
from inti.services.berkas import berkas_baca

pytestmark = pytest.mark.django_db


def teks(surat: SuratRekomendasi) -> str:
    assert surat.surat_keluar is not None and surat.surat_keluar.dokumen is not None
    halaman = PdfReader(BytesIO(berkas_baca(surat.surat_keluar.dokumen.berkas))).pages
    return " ".join(" ".join(h.extract_text() for h in halaman).split())


def test_without_a_template_and_with_the_delivered_one_the_letter_says_the_same(
    surat: SuratRekomendasi, pimpinan: Pengguna
) -> None:
    from dtks.documents.surat import teks_surat

    bawaan = teks_surat(surat.permohonan)
    layanan_templat_awal.templat_awal_isi(oleh=None)
    assert TemplatSurat.objects.filter(sumber="aplikasi").count() == 2
    assert teks_surat(surat.permohonan) == bawaan
    isi = teks(services.surat_setujui(surat=surat, oleh=pimpinan))
    assert "kami merekomendasikan pengaktifan kembali" in isi and "Penerbitannya tidak dipungut biaya" in isi
    assert "{" not in isi


def test_the_offices_own_wording_is_printed_and_a_template_out_of_use_is_not(
    surat: SuratRekomendasi, pimpinan: Pengguna
) -> None:
    layanan_templat_awal.templat_awal_isi(oleh=None)
    t = TemplatSurat.objects.get(kode="dtks-reaktivasi")
    isian = {
        "isi": "{dasar} kami mohon bantuan bagi:\n\n{daftar_warga}\n\nBerlaku {masa} hari.",
        "tembusan": "Camat\nArsip",
    }
    layanan_templat.templat_ubah(templat=t, isian=isian, oleh=pimpinan)
    isi = teks(services.surat_setujui(surat=surat, oleh=pimpinan))
    assert "kami mohon bantuan bagi" in isi and "Camat" in isi and "tercatat dalam" not in isi
    assert surat.pemohon.split()[0].casefold() in isi.casefold(), "the table of persons stands where the template says"
    layanan_templat.templat_ubah(templat=TemplatSurat.objects.get(pk=t.pk), isian={"aktif": False}, oleh=pimpinan)
    from dtks.documents.surat import teks_surat

    assert "mohon bantuan" not in teks_surat(surat.permohonan)["isi"]


def test_handing_over_ends_the_letters_way_in_the_book(
    surat: SuratRekomendasi, pimpinan: Pengguna, loket: Pengguna, instansi: Any
) -> None:
    surat = services.surat_setujui(surat=surat, oleh=pimpinan)
    services.surat_cetak(surat=[surat], oleh=loket)
    surat = SuratRekomendasi.objects.get(pk=surat.pk)
    services.surat_serahkan(surat=surat, oleh=loket, kepada="Anak kandung")
    kiriman = Ekspedisi.objects.get()
    assert (kiriman.tujuan, kiriman.cara, kiriman.surat_id) == ("Anak kandung", "langsung", surat.surat_keluar_id)
    kiriman.surat.refresh_from_db()
    assert kiriman.surat.keadaan == "dikirim"

"""Many letters from a list: every bad cell at once, one approval, a number each, a killed worker repeats nothing."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader

from arsip.jobs import massal as jobs
from arsip.models import SuratKeluar, SuratMassal, TemplatSurat
from arsip.services import massal as layanan_massal
from arsip.services import templat_awal as layanan_templat_awal
from inti.galat import AturanDilanggar
from inti.jobs.jalan import SewaHilang
from inti.models import Pengguna, Tugas
from inti.periksa import nomor as periksa_nomor

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
Masuk = Callable[[Pengguna], Client]


@pytest.fixture
def iuran(instansi: Any) -> TemplatSurat:
    from arsip.services.klasifikasi import versi_klasifikasi_muat

    versi_klasifikasi_muat(
        versi=None, nama="uji", mulai="2023-01-01", dasar="", kode=[("600", "x"), ("600.4", "y")], oleh=None
    )
    layanan_templat_awal.templat_awal_isi(oleh=None)
    return TemplatSurat.objects.get(kode="pemberitahuan-iuran")


def lembar(*baris: list[Any], judul: list[str] | None = None) -> SimpleUploadedFile:
    buku = Workbook()
    satu = buku.active
    satu.append(judul or ["TUJUAN", "ALAMAT", "TELEPON", "BULAN IURAN", "NILAI TUNGGAKAN", "DIBAYAR PALING LAMBAT"])
    for b in baris:
        satu.append(b)
    keluar = BytesIO()
    buku.save(keluar)
    return SimpleUploadedFile("daftar.xlsx", keluar.getvalue())


def kirim(klien: Client, t: TemplatSurat, penanda: Pengguna, daftar: SimpleUploadedFile) -> Any:
    isi = {
        "nama": "Iuran",
        "templat": t.pk,
        "klasifikasi": "600.4",
        "penandatangan": penanda.pegawai.pk,
        "daftar": daftar,
    }
    return klien.post("/arsip/massal/baru/", isi)


class Jalan:
    """A job's handle that may lose its lease after some letters."""

    def __init__(self, putus: int = 10**6) -> None:
        self.sisa = putus
        self.tugas = Tugas.objects.get(jenis="surat-massal")

    def pastikan_milik(self) -> None:
        self.sisa -= 1
        if self.sisa < 0:
            raise SewaHilang

    def maju(self, *_: Any) -> None:
        pass


def test_a_list_with_errors_names_them_all_and_stores_nothing(
    iuran: TemplatSurat, staf: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(staf)
    daftar = lembar(
        ["PT A", "Jalan 1", "08", "Oktober", 1000, "30-11-2026"],
        ["", "Jalan 2", "08", "Oktober", "seribu", "31-02-2026"],
        ["PT C", "", "", "", 1000, "30-11-2026"],
    )
    balasan = kirim(klien, iuran, pimpinan, daftar)
    isi = balasan.content.decode()
    assert balasan.status_code == 422 and SuratMassal.objects.count() == 0
    for kalimat in (
        "4 isian pada daftar",
        "Tujuan belum diisi",
        "Tulis angka saja",
        "31-02-2026 tidak ada pada kalender",
        "Bulan iuran belum diisi",
    ):
        assert kalimat in isi
    tanpa = kirim(klien, iuran, pimpinan, lembar(["PT A"], judul=["TUJUAN"]))
    assert tanpa.status_code == 422 and "tidak" in tanpa.content.decode()
    rusak = kirim(klien, iuran, pimpinan, SimpleUploadedFile("daftar.xlsx", b"bukan buku kerja"))
    assert rusak.status_code == 422 and SuratMassal.objects.count() == 0


def test_the_empty_list_of_a_template_can_be_filled_and_sent_back(
    iuran: TemplatSurat, staf: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(staf)
    buku = load_workbook(BytesIO(klien.get(f"/arsip/templat/{iuran.pk}/daftar.xlsx").content))
    keluar = BytesIO()
    buku.save(keluar)
    assert kirim(klien, iuran, pimpinan, SimpleUploadedFile("daftar.xlsx", keluar.getvalue())).status_code == 302
    assert len(SuratMassal.objects.get().baris) == 1


def siap(iuran: TemplatSurat, staf: Pengguna, pimpinan: Pengguna, masuk: Masuk, banyak: int) -> SuratMassal:
    daftar = lembar(
        *(
            [f"PT {n:03d} <Tbk>", "Jalan 1; Wanasari", f"0299555{n:03d}", "Oktober", 1000 + n, "30-11-2026"]
            for n in range(banyak)
        )
    )
    assert kirim(masuk(staf), iuran, pimpinan, daftar).status_code == 302
    massal = SuratMassal.objects.get()
    layanan_massal.massal_ajukan(massal=massal, oleh=staf)
    massal = layanan_massal.massal_setujui(massal=massal, oleh=pimpinan)
    assert Tugas.objects.filter(jenis="surat-massal").count() == 1
    return massal


def test_one_approval_a_number_each_one_pdf_and_envelopes(
    iuran: TemplatSurat, staf: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    massal = siap(iuran, staf, pimpinan, masuk_sebagai, 7)
    hasil = jobs.surat_massal(Jalan(), oleh=pimpinan, massal=massal.pk)
    assert hasil["banyak"] == 7
    massal.refresh_from_db()
    surat = list(massal.surat_set.order_by("massal_urut").select_related("nomor"))
    assert massal.status == "terbit" and [s.nomor.urut for s in surat] == [1, 2, 3, 4, 5, 6, 7]
    klien = masuk_sebagai(staf)
    pdf = PdfReader(BytesIO(klien.post(f"/arsip/massal/{massal.pk}/cetak/", {"alasan": ""}).content))
    assert len(pdf.pages) == 7
    teks = " ".join(pdf.pages[3].extract_text().split())
    assert "PT 003 <Tbk>" in teks and "Rp 1.003" in teks and "30 November 2026" in teks and surat[3].nomor.teks in teks
    amplop = PdfReader(BytesIO(klien.get(f"/arsip/massal/{massal.pk}/amplop.pdf?jenis=dl").content))
    assert len(amplop.pages) == 7 and "0299555003" in amplop.pages[3].extract_text()
    assert klien.get(f"/arsip/massal/{massal.pk}/amplop.pdf?jenis=lain").status_code == 404


def test_a_worker_that_dies_midway_repeats_nothing(
    iuran: TemplatSurat, staf: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    massal = siap(iuran, staf, pimpinan, masuk_sebagai, 8)
    with pytest.raises(SewaHilang):
        jobs.surat_massal(Jalan(putus=6), oleh=pimpinan, massal=massal.pk)
    assert massal.surat_set.count() == 6
    for _ in range(2):
        jobs.surat_massal(Jalan(), oleh=pimpinan, massal=massal.pk)
    assert sorted(massal.surat_set.values_list("massal_urut", flat=True)) == list(range(8))
    assert SuratKeluar.objects.count() == 8 and list(periksa_nomor.periksa()) == []


def test_whose_batch_it_is(
    iuran: TemplatSurat,
    staf: Pengguna,
    staf_lain: Pengguna,
    penyelia: Pengguna,
    pimpinan: Pengguna,
    masuk_sebagai: Masuk,
) -> None:
    kirim(masuk_sebagai(staf), iuran, pimpinan, lembar(["PT A", "J", "08", "Oktober", 1000, "30-11-2026"]))
    massal = SuratMassal.objects.get()
    assert masuk_sebagai(staf_lain).get(f"/arsip/massal/{massal.pk}/").status_code == 404
    assert masuk_sebagai(staf).get(f"/arsip/massal/{massal.pk}/contoh.pdf").status_code == 200
    massal = layanan_massal.massal_ajukan(massal=massal, oleh=staf)
    with pytest.raises(AturanDilanggar, match="BUKAN_PENANDATANGAN"):
        layanan_massal.massal_setujui(massal=massal, oleh=penyelia)
    massal = layanan_massal.massal_kembalikan(massal=massal, alasan="Salah daftar", oleh=pimpinan)
    assert massal.status == "konsep"
    with pytest.raises(AturanDilanggar, match="KEADAAN_TIDAK_SESUAI"):
        layanan_massal.massal_setujui(massal=massal, oleh=pimpinan)
    assert layanan_massal.massal_batalkan(massal=massal, alasan="Diganti", oleh=staf).status == "dibatalkan"
    with pytest.raises(AturanDilanggar, match="DAFTAR_KOSONG"):
        layanan_massal.massal_buat(
            nama="x",
            templat=iuran,
            unit=staf.unit,
            penandatangan=pimpinan.pegawai,
            klasifikasi="600.4",
            baris=[],
            oleh=staf,
        )

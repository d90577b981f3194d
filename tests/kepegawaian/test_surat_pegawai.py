"""Letters of the personnel desk: once, all or none, numbered from the book, verified without the person's name."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from arsip.models import SuratKeluar
from inti.galat import AturanDilanggar
from inti.models import Pengguna, UnitKerja
from kepegawaian.models import Pegawai, SuratPegawai
from kepegawaian.services import aturan_awal as layanan_aturan_awal
from kepegawaian.services import karier as layanan_karier
from kepegawaian.services import surat as layanan_surat
from tests.kepegawaian.contoh_karier import D, berkas, orang

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


@pytest.fixture
def staf_dua(personalia: Pengguna, pimpinan: Pengguna, unit: UnitKerja, instansi: Any) -> list[Pegawai]:
    layanan_aturan_awal.aturan_awal_isi(oleh=None)
    return [orang(unit, personalia, n, nama=f"Sulastri Melati {n}") for n in (1, 2)]


def test_kgb_notices_come_from_the_list_once_for_each_date(
    staf_dua: list[Pegawai], personalia: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien, a, b = masuk_sebagai(personalia), *staf_dua
    klien.post("/kepegawaian/kgb/surat/", {"pilih": [a.pk]})
    surat = SuratPegawai.objects.get()
    assert (surat.pegawai, surat.untuk, surat.jenis) == (a, D(2017, 3, 1), "kgb")
    keluar = SuratKeluar.objects.get(dokumen=surat.dokumen)
    assert keluar.nomor.teks == surat.nomor and "800.1.10" in surat.nomor
    balasan = klien.post("/kepegawaian/kgb/surat/", {"pilih": [b.pk, a.pk]}, follow=True)
    assert "Sulastri Melati 1 untuk 01-03-2017 sudah diterbitkan" in balasan.content.decode()
    assert SuratPegawai.objects.count() == 1 and SuratKeluar.objects.count() == 1, "all or none"
    layanan_karier.fakta_tambah(
        macam="kgb", pegawai=a, isian={"tmt": D(2017, 3, 1), "mk_tahun": 2, "gaji_pokok": 2_700_000}, oleh=personalia
    )
    klien.post("/kepegawaian/kgb/surat/", {"pilih": [a.pk, b.pk]})
    untuk = set(SuratPegawai.objects.values_list("pegawai", "untuk"))
    assert untuk == {(a.pk, D(2017, 3, 1)), (a.pk, D(2019, 3, 1)), (b.pk, D(2017, 3, 1))}
    assert len(set(SuratPegawai.objects.values_list("nomor", flat=True))) == 3


def test_a_letter_prints_the_person_and_verifies_without_him(
    staf_dua: list[Pegawai], personalia: Pengguna, masuk_sebagai: Masuk, client: Client
) -> None:
    surat = layanan_surat.surat_kgb_terbitkan(pegawai=staf_dua[:1], oleh=personalia)
    klien = masuk_sebagai(personalia)
    cetak = klien.post(f"/kepegawaian/surat/{surat.pk}/cetak/", {"alasan": ""})
    teks = " ".join(PdfReader(BytesIO(cetak.content)).pages[0].extract_text().split())
    assert "Sulastri Melati 1" in teks and surat.nomor in teks and "1 Maret 2017" in teks and "2 tahun 0 bulan" in teks
    lagi = klien.post(f"/kepegawaian/surat/{surat.pk}/cetak/", {"alasan": ""})
    assert lagi.status_code == 409 and lagi["Content-Type"] != "application/pdf", "a copy needs a reason"
    isi = client.get(f"/v/{surat.dokumen.kode}/", follow=True).content.decode()
    assert surat.nomor in isi and "Sulastri" not in isi and staf_dua[0].nip not in isi


def test_a_pppk_is_never_printed_with_a_pangkat(
    personalia: Pengguna, pimpinan: Pengguna, unit: UnitKerja, instansi: Any
) -> None:
    layanan_aturan_awal.aturan_awal_isi(oleh=None)
    p = orang(
        unit, personalia, nip="199504122023212018", status__jenis="PPPK", status__sampai=D(2030, 1, 1),
        pangkat__golongan="IX", pangkat__pangkat="",
    )  # fmt: skip
    surat = layanan_surat.surat_kgb_terbitkan(pegawai=[p], oleh=personalia)
    teks = PdfReader(BytesIO(layanan_surat.surat_pegawai_cetak(surat=[surat], oleh=personalia))).pages[0].extract_text()
    assert "Golongan IX" in " ".join(teks.split()) and "Pangkat" not in teks


def test_letters_ask_each_for_what_he_lacks(
    staf_dua: list[Pegawai], personalia: Pengguna, masuk_sebagai: Masuk
) -> None:
    a, b = staf_dua
    for kode in ("SK_CPNS", "SK_PNS", "SK_PANGKAT", "SK_JABATAN", "KGB", "SKP", "IJAZAH", "KTP", "KK", "NPWP"):
        berkas(a, kode, personalia)
    with pytest.raises(AturanDilanggar, match="BERKAS_LENGKAP"):
        layanan_surat.surat_berkas_terbitkan(pegawai=[a], oleh=personalia)
    berkas(b, "KTP", personalia)
    masuk_sebagai(personalia).post("/kepegawaian/berkas/kurang/surat/", {"pilih": [a.pk, b.pk]})
    surat = SuratPegawai.objects.get()
    assert (surat.pegawai, surat.jenis) == (b, "berkas")
    teks = PdfReader(BytesIO(layanan_surat.surat_pegawai_cetak(surat=[surat], oleh=personalia))).pages[0].extract_text()
    assert "Kartu keluarga" in teks and "NPWP" in teks and "KTP" not in teks


def test_refusals_leave_no_letter(
    personalia: Pengguna, unit: UnitKerja, dinas: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    layanan_aturan_awal.aturan_awal_isi(oleh=None)
    p = orang(unit, personalia)
    with pytest.raises(AturanDilanggar, match="PEJABAT_TIDAK_ADA"):
        layanan_surat.surat_kgb_terbitkan(pegawai=[p], oleh=personalia)
    with pytest.raises(AturanDilanggar, match="TIDAK_ADA_DIPILIH"):
        layanan_surat.surat_kgb_terbitkan(pegawai=[], oleh=personalia)
    Pegawai.objects.create(
        nama="Kepala", nip="197209141998032004", jabatan="Kepala", unit=dinas, boleh_menandatangani=True
    )
    tanpa = Pegawai.objects.create(nama="Tanpa Riwayat", nip="199001012015031001", jabatan="Pengelola", unit=unit)
    with pytest.raises(AturanDilanggar, match="KGB_TIDAK_ADA"):
        layanan_surat.surat_kgb_terbitkan(pegawai=[p, tanpa], oleh=personalia)
    balasan = masuk_sebagai(personalia).post("/kepegawaian/kgb/surat/", {"pilih": ["x", "99999"]}, follow=True)
    assert "Belum ada pegawai yang dipilih" in balasan.content.decode()
    assert not SuratPegawai.objects.exists() and not SuratKeluar.objects.exists()

"""A destroyed record takes the letter's content with it, wherever else it was kept; the book's line stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from arsip.models import (
    BerkasArsip,
    IndeksArsip,
    JenisArsip,
    Naskah,
    SuratKeluar,
    SuratMassal,
    SuratMasuk,
    TeksBerkas,
    VersiNaskah,
)
from arsip.services import keluar as layanan_keluar
from arsip.services import rekam as layanan_rekam
from arsip.services.indeks import indeks_segarkan
from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan, Dokumen, Pengguna, UnitKerja
from inti.periksa import berkas as periksa_berkas
from inti.services.berkas import berkas_simpan
from tests.arsip.contoh_keluar import naskah, terbit
from tests.arsip.contoh_masuk import catat, pdf, segar
from tests.arsip.contoh_rekam import jadwal, laksana, nilai, setuju, tetap, usul

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]
LAMA = dt.date(timezone.localdate().year - 6, 3, 1)


@pytest.fixture
def jra(arsiparis: Pengguna, unit: UnitKerja, instansi: Any) -> None:
    jadwal(None)
    for kode in ("surat-masuk", "surat-keluar"):
        JenisArsip.objects.create(kode=kode, nama=kode.replace("-", " ").capitalize())


def rekaman(objek: Any, jenis: str, oleh: Pengguna) -> BerkasArsip:
    return layanan_rekam.arsipkan_objek(
        objek=segar(objek), uraian=objek.hal, klasifikasi="900.1", jenis=jenis, tanggal=LAMA, tempat=None, oleh=oleh
    )


def musnahkan(berkas: list[BerkasArsip], arsiparis: Pengguna, pimpinan: Pengguna, unit: UnitKerja) -> None:
    laksana(tetap(setuju(nilai(usul(berkas, arsiparis, unit), arsiparis), pimpinan), pimpinan), arsiparis)


def test_a_letter_out_leaves_its_line_and_nothing_of_what_it_said(
    jra: None, staf: Pengguna, arsiparis: Pengguna, pimpinan: Pengguna, unit: UnitKerja, masuk_sebagai: Masuk,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    konsep = terbit(naskah(staf, pimpinan), pimpinan, arsiparis)
    surat = SuratKeluar.objects.get(pk=konsep.surat_keluar_id)
    lain = SuratKeluar.objects.get(pk=terbit(naskah(staf, pimpinan), pimpinan, arsiparis).surat_keluar_id)
    indeks_segarkan()
    assert "mengundang" in IndeksArsip.objects.get(label="arsip.suratkeluar", objek_id=surat.pk).teks
    dokumen = surat.dokumen
    assert dokumen is not None
    di_cakram = Path(settings.BERKAS_DIR) / dokumen.berkas.jalur
    with django_capture_on_commit_callbacks(execute=True):
        musnahkan([rekaman(surat, "surat-keluar", arsiparis)], arsiparis, pimpinan, unit)

    assert not di_cakram.exists()
    dokumen.refresh_from_db()
    assert dokumen.snapshot == {} and len(dokumen.snapshot_sha256) == 64
    assert "mengundang" not in Naskah.objects.get(pk=konsep.pk).isi
    assert not VersiNaskah.objects.filter(naskah=konsep).exists()
    indeks_segarkan()
    baris = IndeksArsip.objects.get(label="arsip.suratkeluar", objek_id=surat.pk)
    assert "mengundang" not in baris.teks and "mengundang" not in baris.kata and baris.nomor == surat.nomor.teks
    with pytest.raises(AturanDilanggar, match="DOKUMEN_MUSNAH"):
        layanan_keluar.surat_keluar_cetak(surat=[segar(surat)], oleh=arsiparis, alasan="perlu")

    klien = masuk_sebagai(arsiparis)
    halaman = klien.get(f"/arsip/surat-keluar/{surat.pk}/").content.decode()
    assert "Salinan arsip sudah dimusnahkan" in halaman and f"/arsip/surat-keluar/{surat.pk}/cetak/" not in halaman
    assert klien.get(f"/arsip/konsep/{konsep.pk}/").status_code == 200
    assert f"/arsip/surat-keluar/{surat.pk}/kirim/" not in halaman
    with pytest.raises(AturanDilanggar, match="SURAT_MUSNAH"):
        layanan_keluar.surat_keluar_kirim(
            surat=segar(surat), tujuan="Camat", cara="kurir", dikirim_pada=timezone.localdate(), oleh=arsiparis
        )
    halaman = klien.get(f"/arsip/konsep/{konsep.pk}/").content.decode()
    assert "konsep.pdf" not in halaman and "versi 0" not in halaman
    assert "Versi sudah dimusnahkan" in klien.get(f"/arsip/konsep/{konsep.pk}/versi/").content.decode()
    for salinan in ("konsep.pdf", "salinan.docx"):
        assert klien.get(f"/arsip/konsep/{konsep.pk}/{salinan}").status_code == 410
    umum = Client().get(f"/v/{dokumen.kode_tampil}/").content.decode()
    assert surat.nomor.teks in umum and "sudah dimusnahkan menurut prosedur" in umum
    # its neighbour is whole, and the books agree
    assert lain.dokumen is not None and lain.dokumen.snapshot
    assert layanan_keluar.surat_keluar_cetak(surat=[segar(lain)], oleh=arsiparis)[:4] == b"%PDF"
    assert [t.kode for t in periksa_berkas.periksa() if t.kode.startswith("DOKUMEN")] == []


def test_a_letter_in_loses_its_scans_and_their_words_unless_another_holds_the_same_sheet(
    jra: None, arsiparis: Pengguna, pimpinan: Pengguna, unit: UnitKerja
) -> None:
    def simpan(surat: SuratMasuk, teks: str) -> BerkasTersimpan:
        return berkas_simpan(
            isi=pdf(teks), nama="s.pdf", jenis_isi="application/pdf", oleh=arsiparis,
            pemilik_label="arsip.suratmasuk", pemilik_id=str(surat.pk),
        )  # fmt: skip

    surat, lain = catat(arsiparis, unit, 1), catat(arsiparis, unit, 2)
    satu, sama, milik_lain = simpan(surat, "Rahasia dapur"), simpan(surat, "Sama"), simpan(lain, "Sama")
    for b in (satu, sama):
        TeksBerkas.objects.get_or_create(sha256=b.sha256, defaults={"keadaan": "terbaca", "teks": "isi"})
    musnahkan([rekaman(surat, "surat-masuk", arsiparis)], arsiparis, pimpinan, unit)
    assert [segar(b).dimusnahkan_pada is None for b in (satu, sama, milik_lain)] == [False, False, True]
    assert list(TeksBerkas.objects.values_list("sha256", flat=True)) == [milik_lain.sha256]
    assert segar(surat).hal == surat.hal
    indeks_segarkan()
    assert not IndeksArsip.objects.filter(label="arsip.suratmasuk", objek_id=surat.pk, teks__contains="dapur").exists()


def test_of_a_batch_only_the_destroyed_letters_row_is_emptied(
    jra: None, staf: Pengguna, arsiparis: Pengguna, pimpinan: Pengguna, unit: UnitKerja, masuk_sebagai: Masuk
) -> None:
    konsep = terbit(naskah(staf, pimpinan), pimpinan, arsiparis)
    baris = [{"tujuan": n, "alamat": "Jalan Rahasia 1", "telepon": "0811"} for n in ("Camat", "Lurah")]
    massal = SuratMassal.objects.create(
        templat=konsep.templat, nama="Iuran", unit=unit, konseptor=staf, penandatangan=konsep.penandatangan,
        klasifikasi="000.1", status="terbit", baris=baris,
        teks=dict.fromkeys(("judul", "hal", "isi", "penutup", "tembusan"), ""),
    )  # fmt: skip
    SuratKeluar.objects.filter(pk=konsep.surat_keluar_id).update(massal=massal, massal_urut=1)
    surat = SuratKeluar.objects.get(pk=konsep.surat_keluar_id)
    musnahkan([rekaman(surat, "surat-keluar", arsiparis)], arsiparis, pimpinan, unit)
    assert segar(massal).baris == [baris[0], {"tujuan": "Lurah"}]
    klien = masuk_sebagai(arsiparis)
    assert klien.get(f"/arsip/massal/{massal.pk}/").status_code == 200
    assert klien.get(f"/arsip/massal/{massal.pk}/contoh.pdf").content[:4] == b"%PDF"


def test_a_changed_snapshot_is_noticed(instansi: Any, staf: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna) -> None:
    surat = SuratKeluar.objects.get(pk=terbit(naskah(staf, pimpinan), pimpinan, arsiparis).surat_keluar_id)
    assert surat.dokumen is not None
    assert not [t for t in periksa_berkas.periksa() if t.kode == "DOKUMEN_BERUBAH"]
    Dokumen.objects.filter(pk=surat.dokumen_id).update(snapshot={"surat": {"isi": "lain"}})
    assert [t.kode for t in periksa_berkas.periksa() if t.kode == "DOKUMEN_BERUBAH"] == ["DOKUMEN_BERUBAH"]

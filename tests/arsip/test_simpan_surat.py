"""Letters in and out end as records: filed once, in their place, the way of a letter out ends there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from arsip.models import BerkasArsip, JenisArsip, SuratMasuk
from arsip.services import masuk as layanan_masuk
from arsip.services import rekam as layanan_rekam
from inti.galat import AturanDilanggar
from inti.models import Pengguna, Tempat
from tests.arsip.contoh_keluar import naskah, terbit

pytestmark = pytest.mark.django_db


@pytest.fixture
def rak(instansi: Any) -> Tempat:
    from arsip.services.klasifikasi import versi_klasifikasi_muat

    versi_klasifikasi_muat(
        versi=None, nama="uji", mulai="2023-01-01", dasar="", kode=[("000", "Umum"), ("000.1", "TU")], oleh=None
    )
    for kode in ("surat-masuk", "surat-keluar"):
        JenisArsip.objects.create(kode=kode, nama=kode.replace("-", " ").capitalize())
    return Tempat.objects.create(kode="map-1", nama="Map undangan", jenis="folder", jalur="map-1/")


def test_a_letter_out_is_filed_once_and_its_way_ends(
    rak: Tempat, staf: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    surat = terbit(naskah(staf, pimpinan), pimpinan, arsiparis).surat_keluar
    klien = masuk_sebagai(arsiparis)
    surat.refresh_from_db()
    isi = {"klasifikasi": "000.1", "tempat": rak.pk, "lembar": 2, "versi": surat.versi, "kunci_kirim": "simpan-satu"}
    for _ in range(2):
        assert klien.post(f"/arsip/surat-keluar/{surat.pk}/simpan/", isi).status_code == 302
    berkas = BerkasArsip.objects.get()
    assert (berkas.nomor, berkas.tempat, berkas.lembar, berkas.klasifikasi) == (surat.nomor.teks, rak, 2, "000.1")
    surat.refresh_from_db()
    assert surat.keadaan == "diarsipkan"
    assert (
        "Map undangan" in klien.get(f"/arsip/surat-keluar/{surat.pk}/").content.decode()
        or "MAP-1" in klien.get(f"/arsip/surat-keluar/{surat.pk}/").content.decode()
    )
    assert masuk_sebagai(staf).post(f"/arsip/surat-keluar/{surat.pk}/simpan/", isi).status_code == 403


def test_a_letter_in_is_filed_under_its_agenda_number_and_a_cancelled_one_is_not(
    rak: Tempat, arsiparis: Pengguna, dinas: Any
) -> None:
    surat: SuratMasuk = layanan_masuk.surat_masuk_catat(
        isian={
            "pengirim": "Camat", "nomor_surat": "1/2026", "tanggal_surat": timezone.localdate(), "hal": "Undangan",
            "diterima": timezone.localdate(), "ditujukan_kepada": dinas,
        },
        oleh=arsiparis,
    )  # fmt: skip
    berkas = layanan_rekam.surat_masuk_simpan(surat=surat, klasifikasi="000.1", tempat=None, lembar=1, oleh=arsiparis)
    assert berkas.nomor == surat.nomor.teks and "Camat" in berkas.uraian
    batal = layanan_masuk.surat_masuk_batalkan(
        surat=SuratMasuk.objects.get(pk=surat.pk), alasan="Salah catat", oleh=arsiparis
    )
    with pytest.raises(AturanDilanggar, match="SURAT_BATAL"):
        layanan_rekam.surat_masuk_simpan(surat=batal, klasifikasi="000.1", tempat=None, lembar=1, oleh=arsiparis)

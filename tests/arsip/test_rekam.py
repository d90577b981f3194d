"""Records: filing, natural order, scope, clock, scans, what fails to be archived, what upper apps call, their cost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from arsip.models import BerkasArsip, PindaianArsip
from arsip.services import rekam as layanan_rekam
from arsip.services import retensi as layanan_retensi
from arsip.services.rekam import periksa_pindaian
from inti.galat import AturanDilanggar
from inti.models import Pengguna, UnitKerja
from tests.arsip.contoh_rekam import boks, jadwal, jenis, rekam

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
Masuk = Callable[[Pengguna], Client]


def test_codes_sort_as_people_count(arsiparis: Pengguna, unit: UnitKerja, masuk_sebagai: Masuk) -> None:
    for n in ("JHT-2024-103", "JHT-2024-9", "JHT-2024-20"):
        rekam(arsiparis, unit, n)
    assert [b.nomor for b in BerkasArsip.objects.order_by("urut_kode")] == ["JHT-2024-9", "JHT-2024-20", "JHT-2024-103"]
    isi = masuk_sebagai(arsiparis).get("/arsip/berkas/?semua=1").content.decode()
    assert isi.index("JHT-2024-9") < isi.index("JHT-2024-20") < isi.index("JHT-2024-103")


def test_closed_records_are_known_to_the_desk_the_head_and_their_writer(
    arsiparis: Pengguna, staf: Pengguna, staf_lain: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, unit: UnitKerja,
    masuk_sebagai: Masuk,
) -> None:  # fmt: skip
    tutup = rekam(penyelia, unit, "R-1", keamanan="rahasia")
    biasa = rekam(penyelia, unit, "B-1")
    for siapa, t, b in (
        (arsiparis, 200, 200), (penyelia, 200, 200), (pimpinan, 200, 200), (staf, 404, 200), (staf_lain, 404, 404),
    ):  # fmt: skip
        assert masuk_sebagai(siapa).get(f"/arsip/berkas/{tutup.pk}/").status_code == t, siapa
        assert masuk_sebagai(siapa).get(f"/arsip/q/{tutup.kode}/").status_code == (302 if t == 200 else 404), siapa
        assert masuk_sebagai(siapa).get(f"/arsip/berkas/{biasa.pk}/").status_code == b, siapa


def test_the_clock_starts_with_its_event_and_follows_the_schedule(arsiparis: Pengguna, unit: UnitKerja) -> None:
    baris = jadwal(None, peristiwa="tutup_berkas")
    b = rekam(arsiparis, unit, tanggal=dt.date(2020, 1, 15))
    assert (b.retensi, b.aktif_sampai.year, b.nasib) == (baris, 9999, "musnah")
    b = layanan_rekam.peristiwa_catat(berkas=[b], tanggal=dt.date(2020, 2, 29), oleh=arsiparis)
    assert (b.aktif_sampai, b.inaktif_sampai) == (dt.date(2021, 2, 28), dt.date(2023, 2, 28))
    layanan_retensi.jadwal_ubah(jadwal=baris, isian={"inaktif_tahun": 9}, oleh=None)
    assert BerkasArsip.objects.get().inaktif_sampai == dt.date(2030, 2, 28)
    layanan_retensi.jadwal_tambah(
        isian={"kode": "900.1", "uraian": "Lain", "aktif_tahun": 0, "inaktif_tahun": 1, "nasib": "permanen",
               "peristiwa": "tanggal", "dasar_hukum": "", "berlaku_mulai": dt.date(2000, 1, 1), "berlaku_sampai": None},
        oleh=None,
    )  # fmt: skip
    assert BerkasArsip.objects.get().nasib == "permanen"
    assert layanan_retensi.retensi_segarkan() == 0
    with pytest.raises(AturanDilanggar) as galat:
        layanan_rekam.peristiwa_catat(berkas=[b], tanggal=timezone.localdate() + dt.timedelta(days=1), oleh=arsiparis)
    with pytest.raises(AturanDilanggar, match="PERISTIWA_MENDAHULUI"):
        layanan_rekam.peristiwa_catat(berkas=[b], tanggal=b.tanggal - dt.timedelta(days=1), oleh=arsiparis)
    assert galat.value.kode == "PERISTIWA_NANTI"


def test_an_object_is_archived_once(arsiparis: Pengguna, unit: UnitKerja) -> None:
    isi = {"uraian": "Surat", "klasifikasi": "900", "jenis": jenis(), "tanggal": dt.date(2024, 1, 2), "tempat": None}
    satu = layanan_rekam.arsipkan_objek(objek=unit, oleh=arsiparis, **isi)
    assert layanan_rekam.arsipkan_objek(objek=unit, oleh=arsiparis, **isi).pk == satu.pk
    assert (satu.objek_label, satu.objek_id, satu.unit) == ("inti.unitkerja", str(unit.pk), arsiparis.unit)


def test_a_damaged_scan_is_kept_and_flagged() -> None:
    assert periksa_pindaian(b"%PDF-1.4 rusak", "application/pdf") == (0, PindaianArsip.Mutu.RUSAK)
    assert periksa_pindaian(b"x", "image/jpeg") == (1, PindaianArsip.Mutu.BAIK)


def test_the_daily_page_files_what_is_ticked(arsiparis: Pengguna, unit: UnitKerja, masuk_sebagai: Masuk) -> None:
    b, satu, dua = boks(arsiparis), rekam(arsiparis, unit, "A-1"), rekam(arsiparis, unit, "A-2")
    klien = masuk_sebagai(arsiparis)
    assert "A-1" in klien.get("/arsip/berkas/belum/").content.decode()
    balasan = klien.post("/arsip/berkas/belum/", {"tempat": b.tempat_id, "pilih": [satu.pk]}, follow=True)
    isi = balasan.content.decode()
    assert "1 arsip ditempatkan di Boks 1" in isi and "A-2" in isi
    satu.refresh_from_db()
    assert satu.tempat_id == b.tempat_id and BerkasArsip.objects.get(pk=dua.pk).tempat is None
    assert "A-2" in klien.get("/arsip/berkas/gagal/?semua=1").content.decode()


def test_an_intern_proposes_to_file(
    magang: Pengguna, penyelia: Pengguna, unit: UnitKerja, masuk_sebagai: Masuk
) -> None:
    from inti.models import Usulan

    b, satu = boks(penyelia), rekam(penyelia, unit)
    masuk_sebagai(magang).post("/arsip/berkas/belum/", {"tempat": b.tempat_id, "pilih": [satu.pk]})
    assert BerkasArsip.objects.get().tempat is None
    usulan = Usulan.objects.get()
    masuk_sebagai(penyelia).post(f"/usulan/{usulan.pk}/setujui/", {"versi": usulan.versi})
    assert BerkasArsip.objects.get().tempat_id == b.tempat_id


def test_lists_and_pages_cost_the_same_for_one_and_for_many(
    arsiparis: Pengguna, unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk, django_assert_max_num_queries: Any
) -> None:
    jadwal(None)
    b = boks(arsiparis)
    semua = [rekam(arsiparis, unit, f"K-{n}", tempat=b.tempat) for n in range(12)]
    klien = masuk_sebagai(arsiparis)
    for alamat, paling in (
        ("/arsip/berkas/?semua=1", 22), ("/arsip/boks/?semua=1", 20), (f"/arsip/boks/{b.pk}/", 20),
        (f"/arsip/berkas/{semua[0].pk}/", 20), ("/arsip/berkas/jatuh-tempo/?semua=1", 20),
    ):  # fmt: skip
        klien.get(alamat)
        with django_assert_max_num_queries(paling):
            assert klien.get(alamat).status_code == 200

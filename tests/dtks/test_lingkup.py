"""Nobody where he doesn't belong: villages, units, clerks; and every reading of a person leaves one line."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from dtks.models import Individu, Permohonan, SuratRekomendasi
from dtks.services import surat as surat_services
from inti.models import JejakBaca, Pengguna, UnitKerja, Wilayah

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]
BURUNG = "KENARI RAHASIA"


@pytest.fixture
def warga_lain(buat_warga: Callable[..., Individu], desa_lain: Wilayah) -> Individu:
    return buat_warga(nama=BURUNG, desa=desa_lain)


def test_a_village_sees_its_own_people_only(
    warga: Individu, warga_lain: Individu, admin_desa: Pengguna, instansi: Any, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(admin_desa)
    assert warga.nama in klien.get("/dtks/individu/?semua=1").content.decode()
    assert klien.get(f"/dtks/individu/{warga.pk}/").status_code == 200
    for alamat in (f"/dtks/individu/{warga_lain.pk}/", f"/dtks/individu/{warga_lain.pk}/riwayat/"):
        assert klien.get(alamat).status_code == 404
    for balasan in (
        klien.get("/dtks/individu/?semua=1"),
        klien.get("/dtks/individu/?desil=3"),
        klien.post("/cari/", {"q": BURUNG}),
        klien.post("/cari/", {"q": warga_lain.nik}),
        klien.get("/"),
    ):
        assert BURUNG not in balasan.content.decode()
        assert f"/dtks/individu/{warga_lain.pk}/" not in balasan.content.decode()


def test_a_village_sees_its_own_requests_only(
    permohonan: Permohonan,
    buat_permohonan: Callable[..., Permohonan],
    warga_lain: Individu,
    admin_desa: Pengguna,
    masuk_sebagai: Masuk,
) -> None:
    asing = buat_permohonan(warga_lain)
    klien = masuk_sebagai(admin_desa)
    assert klien.get(f"/dtks/permohonan/{permohonan.pk}/").status_code == 200
    for akhir in ("", "riwayat/", "berkas/", "lembar/"):
        assert klien.get(f"/dtks/permohonan/{asing.pk}/{akhir}").status_code == 404
    assert BURUNG not in klien.get("/dtks/permohonan/?semua=1").content.decode()


def test_a_village_account_without_a_village_sees_nobody(warga: Individu, instansi: Any, masuk_sebagai: Masuk) -> None:
    from tests.conftest import buat_pengguna

    klien = masuk_sebagai(buat_pengguna("desa-kosong", "desa"))
    assert warga.nama not in klien.get("/dtks/individu/?semua=1").content.decode()
    assert klien.get(f"/dtks/individu/{warga.pk}/").status_code == 404


def test_another_units_staff_meet_no_case_by_any_door(
    surat: SuratRekomendasi, staf_lain: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    surat = surat_services.surat_setujui(surat=surat, oleh=pimpinan)
    klien, p = masuk_sebagai(staf_lain), surat.permohonan
    tertutup = [
        f"/dtks/permohonan/{p.pk}/",
        f"/dtks/permohonan/{p.pk}/lembar/",
        f"/dtks/surat/{surat.pk}/",
        f"/berkas/{surat.surat_keluar.dokumen.berkas_id}/",
        f"/arsip/surat-keluar/{surat.surat_keluar_id}/",
        f"/arsip/surat-keluar/{surat.surat_keluar_id}/riwayat/",
    ]
    for alamat in tertutup:
        assert klien.get(alamat).status_code == 404, alamat
    for verba in ("terima", "tolak", "tunda", "lengkapi-id", "ubah-berkas"):
        assert klien.post(f"/dtks/permohonan/{p.pk}/{verba}/").status_code == 404, verba
    for verba in ("cetak", "serahkan"):
        assert klien.post(f"/dtks/surat/{surat.pk}/{verba}/").status_code == 404, verba
    assert klien.post("/dtks/surat/cetak/", {"pilih": [surat.pk]}).status_code == 302
    surat.refresh_from_db()
    assert surat.status == "disetujui"
    for daftar in ("/dtks/permohonan/?semua=1", "/dtks/surat/?semua=1", "/arsip/surat-keluar/?semua=1", "/"):
        assert surat.pemohon not in klien.get(daftar).content.decode()
    assert surat.pemohon not in klien.post("/cari/", {"q": surat.surat_keluar.nomor.teks}).content.decode()


def test_an_intern_reads_and_prints(
    surat: SuratRekomendasi, pimpinan: Pengguna, magang: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(magang)
    for verba in ("setujui", "kembalikan", "batalkan"):
        assert klien.post(f"/dtks/surat/{surat.pk}/{verba}/").status_code == 403
    assert klien.get(f"/dtks/permohonan/{surat.permohonan.pk}/").status_code == 200
    surat_services.surat_setujui(surat=surat, oleh=pimpinan)
    balasan = klien.post(f"/dtks/surat/{surat.pk}/cetak/")
    assert balasan["Content-Type"] == "application/pdf"


def test_a_clerks_look_up_is_his_own_page(
    warga: Individu, aturan: None, loket: Pengguna, loket_2: Pengguna, masuk_sebagai: Masuk
) -> None:
    balasan = masuk_sebagai(loket).post("/dtks/loket/", {"cari": warga.nik})
    assert masuk_sebagai(loket).get(balasan.url).status_code == 200  # type: ignore[attr-defined]
    assert masuk_sebagai(loket_2).get(balasan.url).status_code == 404  # type: ignore[attr-defined]


def test_opening_a_person_and_unmasking_leave_exactly_one_line_each(
    warga: Individu, loket: Pengguna, instansi: Any, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(loket)
    isi = klien.get(f"/dtks/individu/{warga.pk}/").content.decode()
    assert warga.nik not in isi
    assert list(JejakBaca.objects.values_list("jenis", "objek_id")) == [("buka", str(warga.pk))]
    JejakBaca.objects.all().delete()
    assert warga.nik not in klien.get(f"/dtks/individu/{warga.pk}/tampilkan/").content.decode()
    assert [j.jenis for j in JejakBaca.objects.all()] == ["buka"], "the page of the verb shows the record too"
    JejakBaca.objects.all().delete()
    klien.post(f"/dtks/individu/{warga.pk}/tampilkan/", {"sebab": "alasan karangan"})
    assert JejakBaca.objects.count() == 0
    isi = klien.post(f"/dtks/individu/{warga.pk}/tampilkan/", {"sebab": "Mencocokkan dengan KTP"}).content.decode()
    assert " ".join(re.findall("....", warga.nik)) in isi
    assert list(JejakBaca.objects.values_list("jenis", "keterangan")) == [("tampil", "Mencocokkan dengan KTP")]


def test_a_refusal_is_logged_once(warga: Individu, magang: Pengguna, instansi: Any, masuk_sebagai: Masuk) -> None:
    assert masuk_sebagai(magang).post(f"/dtks/individu/{warga.pk}/tampilkan/").status_code == 403
    assert JejakBaca.objects.filter(jenis="ditolak").count() == 1


@pytest.mark.parametrize(
    "alamat",
    [
        "/",
        "/dtks/loket/",
        "/dtks/individu/?semua=1",
        "/dtks/permohonan/?semua=1",
        "/dtks/surat/?semua=1",
        "/pemberitahuan/",
    ],
)
def test_no_page_carries_a_full_number(
    alamat: str, surat: SuratRekomendasi, warga: Individu, penyelia: Pengguna, masuk_sebagai: Masuk
) -> None:
    isi = masuk_sebagai(penyelia).get(alamat).content.decode()
    assert not re.search(r"(?<![\d])\d{16}(?!\d)", isi)
    assert warga.nik not in isi


@pytest.mark.parametrize(
    ("nama", "alamat", "batas"),
    [
        ("loket", "/", 24),
        ("loket", "/dtks/permohonan/{p}/", 24),
        ("penyelia", "/dtks/surat/antrean/", 18),
        ("loket", "/dtks/individu/{i}/", 18),
        ("loket", "/dtks/individu/?semua=1", 13),
        ("loket", "/dtks/surat/?semua=1", 13),
        ("penyelia", "/dtks/surat/{s}/", 17),
    ],
)
def test_query_counts_of_the_main_pages(
    nama: str,
    alamat: str,
    batas: int,
    surat: SuratRekomendasi,
    warga: Individu,
    buat_permohonan: Callable[..., Permohonan],
    buat_warga: Callable[..., Individu],
    loket: Pengguna,
    penyelia: Pengguna,
    masuk_sebagai: Masuk,
    django_assert_max_num_queries: Any,
) -> None:
    from dtks.services.loket import permohonan_terima

    for _ in range(6):
        permohonan_terima(permohonan=buat_permohonan(buat_warga()), oleh=loket)
    klien = masuk_sebagai({"loket": loket, "penyelia": penyelia}[nama])
    jalur = alamat.format(p=surat.permohonan_id, i=warga.pk, s=surat.pk)
    klien.get(jalur)
    with django_assert_max_num_queries(batas):
        assert klien.get(jalur).status_code == 200


def test_units_above_see_the_units_below(
    permohonan: Permohonan, pimpinan: Pengguna, unit_lain: UnitKerja, masuk_sebagai: Masuk
) -> None:
    assert masuk_sebagai(pimpinan).get(f"/dtks/permohonan/{permohonan.pk}/").status_code == 200

"""Requests: taken, completed, decided; what the second clerk sees."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from dtks.models import Individu, Permohonan, SuratRekomendasi
from dtks.queries.layanan import cari_warga
from dtks.queries.penilaian import nilai_permohonan
from dtks.services import loket as services
from inti.galat import AturanDilanggar, VersiBerubah
from inti.models import Pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
LAMA = {"pengantar_tanggal": dt.date(2024, 12, 20), "pengantar_nomor": "140/9/XII/2024"}


def test_a_complete_request_is_accepted_and_its_letter_waits(permohonan: Permohonan, loket: Pengguna) -> None:
    hasil = services.permohonan_terima(permohonan=permohonan, oleh=loket)
    assert hasil.status == "diterima"
    assert hasil.diputus_oleh == loket
    assert SuratRekomendasi.objects.get(permohonan=hasil).status == "menunggu"


def test_an_old_village_letter_without_the_id_is_completed_at_the_counter(
    buat_permohonan: Callable[..., Permohonan], warga: Individu, loket: Pengguna
) -> None:
    p = buat_permohonan(warga, **LAMA)
    assert nilai_permohonan(p).utama.kode == "ID_DTKS_TIDAK_DICANTUMKAN"  # type: ignore[union-attr]
    p = services.permohonan_lengkapi_id(permohonan=p, oleh=loket)
    assert p.id_dilengkapi_oleh == loket
    assert nilai_permohonan(p).saran == "terima"


def test_the_id_cannot_be_completed_when_the_registry_has_none(
    buat_permohonan: Callable[..., Permohonan], buat_warga: Callable[..., Individu], loket: Pengguna
) -> None:
    p = buat_permohonan(buat_warga(id_dtks=""), **LAMA)
    with pytest.raises(AturanDilanggar, match="ID_TIDAK_ADA_DI_DATA"):
        services.permohonan_lengkapi_id(permohonan=p, oleh=loket)


def test_a_letter_since_2025_needs_no_id(buat_permohonan: Callable[..., Permohonan], warga: Individu) -> None:
    assert nilai_permohonan(buat_permohonan(warga)).saran == "terima"


def test_everything_that_lacks_is_on_one_slip(
    buat_permohonan: Callable[..., Permohonan], warga: Individu, loket: Pengguna
) -> None:
    p = buat_permohonan(warga, berkas=(), pengantar_nomor="", pengantar_tanggal=None)
    p = services.permohonan_tunda(permohonan=p, oleh=loket)
    assert p.status == "belum_lengkap"
    kurang = {t["kode"] for t in p.temuan if t["sifat"] == "ragu"}
    assert kurang == {"PENGANTAR_BELUM_ADA", "SURAT_FASKES_BELUM_ADA", "BERKAS_BELUM_LENGKAP"}


def test_papers_that_come_later_open_the_request_again(
    buat_permohonan: Callable[..., Permohonan], warga: Individu, loket: Pengguna
) -> None:
    p = services.permohonan_tunda(permohonan=buat_permohonan(warga, berkas=("ktp",)), oleh=loket)
    p = services.permohonan_berkas(permohonan=p, isian={}, berkas_ada=["ktp", "surat-faskes"], oleh=loket)
    assert p.status == "diperiksa"


def test_nothing_lacks_nothing_is_sent_back(permohonan: Permohonan, loket: Pengguna) -> None:
    with pytest.raises(AturanDilanggar, match="TIDAK_ADA_KEKURANGAN"):
        services.permohonan_tunda(permohonan=permohonan, oleh=loket)


def test_a_second_clerk_sees_what_the_first_decided(permohonan: Permohonan, loket: Pengguna, loket_2: Pengguna) -> None:
    dibuka_kedua = Permohonan.objects.get(pk=permohonan.pk)
    services.permohonan_tolak(
        permohonan=permohonan, oleh=loket, alasan="DATA_TIDAK_COCOK", catatan="beda", boleh_simpang=True
    )
    with pytest.raises(VersiBerubah):
        services.permohonan_terima(permohonan=dibuka_kedua, oleh=loket_2)
    segar = Permohonan.objects.get(pk=permohonan.pk)
    with pytest.raises(AturanDilanggar, match="ditolak oleh Rina Puspita"):
        services.permohonan_terima(permohonan=segar, oleh=loket_2)


def test_the_page_of_a_stale_decision_names_who_and_what(
    permohonan: Permohonan, loket: Pengguna, loket_2: Pengguna, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    services.permohonan_terima(permohonan=Permohonan.objects.get(pk=permohonan.pk), oleh=loket)
    balasan = masuk_sebagai(loket_2).post(
        f"/dtks/permohonan/{permohonan.pk}/terima/", {"versi": permohonan.versi, "catatan": "tulisan saya"}
    )
    isi = balasan.content.decode()
    assert balasan.status_code == 409
    assert "Rina Puspita" in isi
    assert "Diterima" in isi
    assert "tulisan saya" in isi


def test_a_clerk_cannot_decide_against_the_recommendation(permohonan: Permohonan, loket: Pengguna) -> None:
    with pytest.raises(AturanDilanggar, match="PERLU_PENYELIA"):
        services.permohonan_tolak(permohonan=permohonan, oleh=loket, alasan="SUDAH_TERDAFTAR")
    assert Permohonan.objects.get(pk=permohonan.pk).status == "diperiksa"


def test_a_supervisor_overrides_with_a_written_reason(permohonan: Permohonan, penyelia: Pengguna) -> None:
    with pytest.raises(AturanDilanggar, match="PERLU_ALASAN"):
        services.permohonan_tolak(permohonan=permohonan, oleh=penyelia, alasan="DATA_TIDAK_COCOK", boleh_simpang=True)
    p = Permohonan.objects.get(pk=permohonan.pk)
    p = services.permohonan_tolak(
        permohonan=p, oleh=penyelia, alasan="DATA_TIDAK_COCOK", catatan="KTP palsu", boleh_simpang=True
    )
    assert p.menyimpang
    assert p.catatan == "KTP palsu"


def test_a_refusal_by_mistake_is_opened_again_with_a_reason_and_decided_anew(
    permohonan: Permohonan,
    loket: Pengguna,
    penyelia: Pengguna,
    masuk_sebagai: Callable[[Pengguna], Client],
) -> None:
    ditolak = services.permohonan_tolak(
        permohonan=permohonan, oleh=loket, alasan="DATA_TIDAK_COCOK", catatan="keliru baca", boleh_simpang=True
    )
    alamat = f"/dtks/permohonan/{ditolak.pk}/buka-kembali/"
    assert masuk_sebagai(loket).get(alamat).status_code == 403
    atas = masuk_sebagai(penyelia)
    assert alamat in atas.get(ditolak.get_absolute_url()).content.decode()
    assert "keliru baca" in atas.get(alamat).content.decode()
    assert atas.post(alamat, {"versi": ditolak.versi, "alasan": ""}).status_code == 422
    balasan = atas.post(alamat, {"versi": ditolak.versi, "alasan": "Tanggal lahir salah dibaca"}, follow=True)
    assert "Penolakan dibuka kembali" in balasan.content.decode()
    segar = Permohonan.objects.get(pk=ditolak.pk)
    assert (segar.status, segar.alasan, segar.catatan, segar.diputus_oleh, segar.menyimpang) == (
        "diperiksa", "", "", None, False,
    )  # fmt: skip
    assert segar.nomor == permohonan.nomor
    assert loket.pemberitahuan.filter(teks__contains="Tanggal lahir salah dibaca").exists()
    assert services.permohonan_terima(permohonan=segar, oleh=loket).status == "diterima"


def test_only_a_refusal_of_this_counter_is_opened_again(permohonan: Permohonan, penyelia: Pengguna) -> None:
    with pytest.raises(AturanDilanggar, match="BUKAN_PENOLAKAN"):
        services.penolakan_buka(permohonan=permohonan, oleh=penyelia, alasan="coba")
    Permohonan.objects.filter(pk=permohonan.pk).update(asal="buku", status="ditolak", alasan="SUDAH_TERDAFTAR")
    dari_buku = Permohonan.objects.get(pk=permohonan.pk)
    with pytest.raises(AturanDilanggar, match="buku register"):
        services.penolakan_buka(permohonan=dari_buku, oleh=penyelia, alasan="coba")


def test_a_refusal_for_a_found_reason_follows_the_recommendation(
    buat_permohonan: Callable[..., Permohonan], buat_warga: Callable[..., Individu], loket: Pengguna
) -> None:
    p = services.permohonan_tolak(
        permohonan=buat_permohonan(buat_warga(desil=8)), oleh=loket, alasan="DESIL_DI_LUAR_SASARAN"
    )
    assert p.status == "ditolak"
    assert not p.menyimpang


def test_turning_a_visitor_away_is_one_act(
    warga: Individu, aturan: None, loket: Pengguna, periksa: Callable[..., Any]
) -> None:
    from dtks.forms.layanan import anggota_dari

    p = services.kunjungan_tolak(
        pemeriksaan=periksa(warga, loket),
        jenis="pengajuan_baru",
        anggota=anggota_dari(warga),
        alasan="SUDAH_TERDAFTAR",
        oleh=loket,
    )
    assert (p.status, p.alasan, p.kunjungan.dilayani_oleh) == ("ditolak", "SUDAH_TERDAFTAR", loket)


def test_the_request_keeps_what_the_registry_said_that_day(permohonan: Permohonan, warga: Individu) -> None:
    Individu.objects.filter(pk=warga.pk).update(desil=9, nama="NAMA BARU")
    anggota = permohonan.anggota.get()
    assert (anggota.nama, anggota.desil, anggota.periode_data) == ("SLAMET NUGROHO", 3, "2026-TW3")


def test_numbers_of_requests_have_no_gap(
    buat_permohonan: Callable[..., Permohonan], buat_warga: Callable[..., Individu]
) -> None:
    urut = [buat_permohonan(buat_warga()).nomor.urut for _ in range(4)]
    assert urut == [1, 2, 3, 4]
    with pytest.raises(AturanDilanggar, match="ANGGOTA_KOSONG"):
        services.permohonan_catat(pemeriksaan=None, jenis="reaktivasi", anggota=[], isian={}, berkas_ada=[], oleh=None)
    assert buat_permohonan(buat_warga()).nomor.urut == 5


@pytest.mark.parametrize("dicari", ["9971011503841", "997101150384000123"])
def test_a_number_of_the_wrong_length_is_refused_and_stays_in_the_field(
    dicari: str, aturan: None, loket: Pengguna, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    balasan = masuk_sebagai(loket).post("/dtks/loket/", {"cari": dicari})
    assert balasan.status_code == 422
    assert f'value="{dicari}"' in balasan.content.decode()


def test_a_stray_digit_in_a_name_does_not_turn_it_into_an_id(warga: Individu) -> None:
    hasil = cari_warga("Slamet 2 Nugroho")
    assert hasil.cara == "nama" and warga in hasil.calon


def test_a_request_that_waits_already_is_shown_before_it_is_filed_again(
    permohonan: Permohonan, warga: Individu, loket: Pengguna, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    klien = masuk_sebagai(loket)
    isi = klien.post("/dtks/loket/", {"cari": warga.nik}, follow=True).content.decode()
    assert "Belum diputus untuk orang ini" in isi and permohonan.get_absolute_url() in isi
    services.permohonan_terima(permohonan=permohonan, oleh=loket)
    isi = klien.post("/dtks/loket/", {"cari": warga.nik}, follow=True).content.decode()
    assert "Belum diputus untuk orang ini" not in isi

"""Looking after the system: the read log, jobs, reserved numbers, Django admin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from inti.galat import AturanDilanggar
from inti.models import JejakBaca, Nomor, Pengguna, Perubahan, SeriNomor, Tugas
from inti.pages.keyset import ambil
from inti.services.nomor import nomor_ambil, nomor_cadangkan
from inti.services.nomor_cadangan import nomor_cadangan_batalkan

Masuk = Callable[[Pengguna], Client]
HARI = dt.date(2026, 11, 20)


def test_a_refusal_is_one_line_of_the_read_log(staf: Pengguna, masuk_sebagai: Masuk) -> None:
    assert masuk_sebagai(staf).get("/kantor/pengguna/").status_code == 403
    jejak = JejakBaca.objects.get()
    assert (jejak.jenis, jejak.oleh, jejak.keterangan) == ("ditolak", staf, "/kantor/pengguna/")


def test_a_head_reads_the_log_of_his_own_people_and_the_administrator_all(
    administrator: Pengguna, pimpinan: Pengguna, staf: Pengguna, admin_desa: Pengguna, masuk_sebagai: Masuk
) -> None:
    for p in (staf, admin_desa):
        JejakBaca.objects.create(jenis="buka", oleh=p, objek_label="kepegawaian.pegawai", objek_id="7")
    semua = masuk_sebagai(administrator).get("/kantor/jejak/?semua=1").content.decode()
    milik = masuk_sebagai(pimpinan).get("/kantor/jejak/?semua=1").content.decode()
    assert "Laras Wulandari" in semua and "Admin Desa Sumberjo" in semua and "Pegawai 7" in semua
    assert "Laras Wulandari" in milik and "Admin Desa Sumberjo" not in milik


def test_the_log_is_filtered_by_kind_user_and_day(
    administrator: Pengguna, staf: Pengguna, masuk_sebagai: Masuk
) -> None:
    for jenis in ("buka", "ekspor"):
        JejakBaca.objects.create(jenis=jenis, oleh=staf, keterangan=f"catatan-{jenis}")
    klien = masuk_sebagai(administrator)
    satu = klien.get("/kantor/jejak/?jenis=ekspor").content.decode()
    assert "catatan-ekspor" in satu and "catatan-buka" not in satu
    assert "catatan-" not in klien.get("/kantor/jejak/?oleh=loket").content.decode()
    assert "catatan-" not in klien.get("/kantor/jejak/?tanggal=2020-01-01").content.decode()
    assert "catatan-" in klien.get(f"/kantor/jejak/?oleh=staf&tanggal={dt.date.today():%Y-%m-%d}").content.decode()


@pytest.fixture
def tugas(staf: Pengguna) -> Tugas:
    return Tugas.objects.create(
        jenis="uji", judul="Impor besar", oleh=staf, keadaan="berjalan", jumlah=200, kemajuan=50
    )


def test_a_job_is_seen_by_its_owner_and_those_who_look_after_jobs(
    tugas: Tugas, staf: Pengguna, loket: Pengguna, administrator: Pengguna, masuk_sebagai: Masuk
) -> None:
    for jalur, metode in (("", "get"), ("kemajuan/", "get"), ("batalkan/", "post"), ("ulangi/", "post")):
        assert getattr(masuk_sebagai(loket), metode)(f"/tugas/{tugas.pk}/{jalur}").status_code == 404
    for p in (staf, administrator):
        isi = masuk_sebagai(p).get(f"/tugas/{tugas.pk}/").content.decode()
        assert 'max="200" value="50"' in isi and 'hx-trigger="every 2s"' in isi and "<noscript>" in isi
    tugas.refresh_from_db()
    assert not tugas.minta_batal


def test_a_job_is_cancelled_and_repeated_and_asks_no_more_when_done(
    tugas: Tugas, staf: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(staf)
    klien.post(f"/tugas/{tugas.pk}/batalkan/")
    tugas.refresh_from_db()
    assert tugas.minta_batal
    Tugas.objects.update(keadaan="dibatalkan")
    isi = klien.get(f"/tugas/{tugas.pk}/kemajuan/").content.decode()
    assert "hx-trigger" not in isi and "Ulangi" in isi
    klien.post(f"/tugas/{tugas.pk}/ulangi/")
    tugas.refresh_from_db()
    assert (tugas.keadaan, tugas.minta_batal) == ("antre", False)


@pytest.mark.parametrize(
    ("tautan", "tampil"), [("/dtks/", True), ("//jahat.example", False), ("javascript:alert(1)", False)]
)
def test_a_result_leads_only_within_the_site(
    tautan: str, tampil: bool, tugas: Tugas, staf: Pengguna, masuk_sebagai: Masuk
) -> None:
    Tugas.objects.update(keadaan="selesai", hasil={"tautan": tautan})
    assert ("Lihat hasil" in masuk_sebagai(staf).get(f"/tugas/{tugas.pk}/").content.decode()) is tampil


def test_the_list_of_jobs_pages_by_their_uuid(staf: Pengguna) -> None:
    for i in range(7):
        Tugas.objects.create(jenis="uji", judul=f"Tugas {i}", oleh=staf)
    satu = ambil(Tugas.objects.all(), urut="-dibuat_pada", per=3)
    dua = ambil(Tugas.objects.all(), urut="-dibuat_pada", per=3, setelah=str(satu.setelah))
    kembali = ambil(Tugas.objects.all(), urut="-dibuat_pada", per=3, sebelum=str(dua.sebelum))
    assert [t.judul for t in satu.baris + dua.baris] == [f"Tugas {i}" for i in (6, 5, 4, 3, 2, 1)]
    assert kembali.baris == satu.baris
    assert ambil(Tugas.objects.all(), urut="-dibuat_pada", per=3, setelah="bukan-uuid").baris == satu.baris


@pytest.fixture
def seri(penyelia: Pengguna) -> SeriNomor:
    with transaction.atomic():
        nomor_ambil(seri="uji", pola="400/{urut:03d}/{tahun}", tanggal=HARI, oleh=penyelia)
    satu = SeriNomor.objects.get(kode="uji")
    nomor_cadangkan(seri=satu, jumlah=3, tanggal=HARI, oleh=penyelia, alasan="Listrik padam")
    return satu


def test_reserved_numbers_are_matched_or_cancelled_and_others_left_alone(
    seri: SeriNomor, penyelia: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(penyelia)
    isi = klien.get(f"/kantor/nomor/{seri.pk}/?semua=1").content.decode()
    assert "400/002/2026" in isi and "Nomor berikutnya 400/005/2026" in isi
    pakai, dua, tiga, empat = seri.nomor.order_by("urut")
    klien.post(f"/kantor/nomor/satu/{dua.pk}/cocokkan/", {"dipakai_untuk": "Surat keterangan tulis tangan"})
    klien.post(f"/kantor/nomor/satu/{tiga.pk}/cocokkan/", {"dipakai_untuk": ""})
    klien.post(f"/kantor/nomor/satu/{empat.pk}/batalkan/", {"alasan": "Blangko rusak"})
    assert klien.post(f"/kantor/nomor/satu/{pakai.pk}/batalkan/", {"alasan": "curang"}).status_code == 409
    assert klien.post(f"/kantor/nomor/satu/{empat.pk}/batalkan/", {"alasan": "lagi"}).status_code == 409
    hasil = list(seri.nomor.order_by("urut").values_list("keadaan", "alasan"))
    assert hasil == [
        ("dipakai", ""),
        ("dipakai", "Dipakai tangan: Surat keterangan tulis tangan"),
        ("dibatalkan", "Cadangan tidak dipakai"),
        ("dibatalkan", "Blangko rusak"),
    ]


def test_a_number_in_use_is_not_cancelled_by_the_service_either(seri: SeriNomor, penyelia: Pengguna) -> None:
    with pytest.raises(AturanDilanggar) as galat:
        nomor_cadangan_batalkan(nomor=seri.nomor.get(urut=1), oleh=penyelia, alasan="x")
    assert galat.value.kode == "BUKAN_CADANGAN"


@pytest.mark.parametrize("jumlah", ["0", "101", "-1", "", "banyak"])
def test_a_block_has_a_size(jumlah: str, seri: SeriNomor, penyelia: Pengguna, masuk_sebagai: Masuk) -> None:
    isian = {"jumlah": jumlah, "tanggal": "20-11-2026", "alasan": "padam"}
    assert masuk_sebagai(penyelia).post(f"/kantor/nomor/{seri.pk}/cadangkan/", isian).status_code == 422
    assert Nomor.objects.count() == 4


def test_the_same_form_twice_reserves_once(seri: SeriNomor, penyelia: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(penyelia)
    isian = {"jumlah": "2", "tanggal": "20-11-2026", "alasan": "padam", "kunci_kirim": "kunci-sama"}
    for _ in range(2):
        assert klien.post(f"/kantor/nomor/{seri.pk}/cadangkan/", isian).status_code == 302
    assert Nomor.objects.count() == 6 and Perubahan.objects.filter(kunci__endswith=".kunci-sama").count() == 1


def test_the_administrator_sees_numbers_but_does_not_touch_them(
    seri: SeriNomor, administrator: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(administrator)
    isi = klien.get(f"/kantor/nomor/{seri.pk}/?semua=1").content.decode()
    assert "Cocokkan" not in isi and "Cadangkan blok" not in isi
    nomor = seri.nomor.get(urut=2)
    for jalur in (f"{seri.pk}/cadangkan/", f"satu/{nomor.pk}/cocokkan/", f"satu/{nomor.pk}/batalkan/"):
        assert klien.post(f"/kantor/nomor/{jalur}", {"alasan": "x"}).status_code == 403


def test_django_admin_changes_nothing_of_ours_and_hides_secrets(dinas: Any, masuk_sebagai: Masuk) -> None:
    darurat = Pengguna.objects.create_superuser("darurat", "sandi-darurat-panjang", nama="Darurat", unit=dinas)
    klien = masuk_sebagai(darurat)
    assert not admin.site.is_registered(TOTPDevice) and not admin.site.is_registered(StaticDevice)
    for model, kelas in admin.site._registry.items():
        if model._meta.app_label == "inti" or model is Group:
            alamat = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
            assert klien.get(alamat).status_code == 200, model
            assert klien.get(f"{alamat}add/").status_code == 403, model
            assert not (kelas.has_change_permission(None) or kelas.has_delete_permission(None)), model
    halaman = f"/admin/inti/pengguna/{darurat.pk}/change/"
    assert darurat.password not in klien.get(halaman).content.decode()
    assert klien.post(halaman, {"nama": "Lain", "is_staff": "on"}).status_code == 403
    assert klien.post(f"/admin/inti/pengguna/{darurat.pk}/delete/", {"post": "yes"}).status_code == 403
    assert klien.get(f"/admin/inti/pengguna/{darurat.pk}/password/").status_code in {302, 403, 404}


def test_the_door_of_django_admin_is_shut_for_others(staf: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(staf)
    for jalur in ("", "inti/pengguna/", "tidak-ada/", "jsi18n/"):
        assert klien.get(f"/admin/{jalur}").status_code == 403
    assert klien.get("/admin/password_change/").headers["Location"] == "/akun/kata-sandi/"

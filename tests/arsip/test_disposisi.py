"""Dispositions: given by the head alone, passed on within a unit, read by opening, done; the letter follows them."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from arsip.models import Disposisi, InstruksiDisposisi, SuratMasuk
from arsip.periksa.masuk import surat_masuk as periksa
from arsip.services import disposisi as services
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.konteks import kiriman as kiriman_form
from inti.models import Pemberitahuan, Pengguna, UnitKerja
from tests.arsip.contoh_masuk import Masuk, catat, foto, kirim, pdf, segar, unggah
from tests.conftest import buat_pengguna

pytestmark = pytest.mark.django_db


@pytest.fixture
def surat(arsiparis: Pengguna, dinas: UnitKerja, pimpinan: Pengguna) -> SuratMasuk:
    return catat(arsiparis, dinas)


def test_the_letter_is_done_with_its_last_disposition(
    surat: SuratMasuk, pimpinan: Pengguna, penyelia: Pengguna, staf: Pengguna
) -> None:
    satu, dua = kirim(surat, pimpinan, penyelia, staf, catatan="Segera")
    assert segar(surat).status == "didisposisi"
    assert Pemberitahuan.objects.filter(pengguna=staf, teks__contains=pimpinan.nama).exists()
    services.disposisi_selesai(disposisi=satu, hasil="Dijawab", oleh=penyelia)
    assert segar(surat).status == "didisposisi"
    hasil = services.disposisi_selesai(disposisi=dua, hasil="Dihadiri", oleh=staf)
    assert segar(surat).status == "selesai" and segar(surat).selesai_pada is not None
    assert hasil.dibaca_pada is not None and list(periksa()) == []
    assert Pemberitahuan.objects.filter(pengguna=pimpinan, teks__contains="menyelesaikan").count() == 2


def test_passing_on_keeps_ones_own_open_until_one_says_done(
    surat: SuratMasuk, pimpinan: Pengguna, penyelia: Pengguna, staf: Pengguna, loket: Pengguna, staf_lain: Pengguna
) -> None:
    (pokok,) = kirim(surat, pimpinan, penyelia)
    pokok = services.disposisi_teruskan(disposisi=pokok, kepada=[staf], instruksi=["Siapkan jawaban"], oleh=penyelia)
    assert pokok.status == "dibaca"
    anak = Disposisi.objects.get(induk=pokok)
    assert (anak.dari, anak.kepada, anak.surat) == (penyelia, staf, pokok.surat)
    services.disposisi_selesai(disposisi=anak, hasil="Siap", oleh=staf)
    assert segar(surat).status == "didisposisi"
    services.disposisi_selesai(disposisi=segar(pokok), hasil="Dikirim", oleh=penyelia)
    assert segar(surat).status == "selesai"
    with pytest.raises(AturanDilanggar, match="DISPOSISI_TUTUP"):
        services.disposisi_teruskan(disposisi=segar(pokok), kepada=[loket], instruksi=["x"], oleh=penyelia)


def test_whom_a_disposition_may_reach(
    surat: SuratMasuk, pimpinan: Pengguna, penyelia: Pengguna, staf_lain: Pengguna, peran: dict[str, Pengguna]
) -> None:
    mati = buat_pengguna("mati", "staf", unit=penyelia.unit, is_active=False)
    habis = buat_pengguna(
        "habis", "staf", unit=penyelia.unit, berlaku_sampai=timezone.localdate() - dt.timedelta(days=1)
    )
    for orang in (mati, habis, pimpinan, *(peran[n] for n in ("admin", "magang", "desa", "perusahaan"))):
        with pytest.raises(AturanDilanggar, match="PENERIMA_TIDAK_SAH"):
            kirim(surat, pimpinan, orang)
    (pokok,) = kirim(surat, pimpinan, penyelia)
    for orang in (staf_lain, pimpinan):  # another unit; above
        with pytest.raises(AturanDilanggar, match="PENERIMA_TIDAK_SAH"):
            services.disposisi_teruskan(disposisi=segar(pokok), kepada=[orang], instruksi=["x"], oleh=penyelia)
    with pytest.raises(AturanDilanggar, match="SUDAH_MENERIMA"):
        kirim(surat, pimpinan, penyelia)


@pytest.mark.parametrize(
    ("ganti", "kode"),
    [
        ({"kepada": []}, "PENERIMA_KOSONG"),
        ({"instruksi": [], "catatan": " "}, "PERINTAH_KOSONG"),
        ({"batas": timezone.localdate() - dt.timedelta(days=1)}, "BATAS_LAMPAU"),
    ],
)
def test_what_a_disposition_lacks_is_named(
    ganti: dict[str, Any], kode: str, surat: SuratMasuk, pimpinan: Pengguna, staf: Pengguna
) -> None:
    isi: dict[str, Any] = {"kepada": [staf], "instruksi": ["Siapkan jawaban"], "catatan": ""} | ganti
    with pytest.raises(AturanDilanggar, match=kode):
        services.surat_masuk_disposisikan(surat=surat, oleh=pimpinan, **isi)
    assert segar(surat).status == "terdaftar" and not Disposisi.objects.exists()


def test_only_the_head_of_the_addressed_unit_or_above_disposes(
    surat: SuratMasuk, arsiparis: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, staf: Pengguna, unit: UnitKerja
) -> None:
    for orang in (penyelia, staf, arsiparis):
        with pytest.raises(AturanDilanggar, match="BUKAN_KEPALA"):
            kirim(surat, orang, staf)
        with pytest.raises(AturanDilanggar, match="BUKAN_KEPALA"):
            services.surat_masuk_lewatkan(surat=segar(surat), alasan="x", oleh=orang)
    bidang = catat(arsiparis, unit, 2)
    kirim(bidang, penyelia, staf)
    tertutup = catat(arsiparis, unit, 3, keamanan="rahasia")
    with pytest.raises(AturanDilanggar, match="BUKAN_KEPALA"):  # nobody disposes of what he can't see
        kirim(tertutup, pimpinan, staf)


def test_of_two_heads_the_second_sees_that_the_first_was_faster(
    surat: SuratMasuk, pimpinan: Pengguna, staf: Pengguna, loket: Pengguna, dinas: UnitKerja
) -> None:
    sekretaris = buat_pengguna("sekretaris", "pimpinan", unit=dinas)
    dibuka = segar(surat)
    kirim(surat, pimpinan, staf)
    with pytest.raises(VersiBerubah):
        services.surat_masuk_disposisikan(surat=dibuka, kepada=[loket], instruksi=["x"], oleh=sekretaris)
    kirim(surat, sekretaris, loket)  # having looked again he may add somebody
    assert surat.disposisi.terbuka().count() == 2


def test_the_same_form_twice_sends_once(surat: SuratMasuk, pimpinan: Pengguna, staf: Pengguna) -> None:
    kunci = str(uuid.uuid4())
    with kiriman_form(kunci):
        kirim(surat, pimpinan, staf)
    with kiriman_form(kunci), pytest.raises((SudahDikirim, AturanDilanggar)):
        kirim(surat, pimpinan, staf)
    assert Disposisi.objects.count() == 1


def test_opening_is_reading_once_and_by_the_receiver_alone(
    surat: SuratMasuk, pimpinan: Pengguna, staf: Pengguna, instansi: Any, masuk_sebagai: Masuk
) -> None:
    (d,) = kirim(surat, pimpinan, staf)
    masuk_sebagai(pimpinan).get(d.get_absolute_url())
    assert segar(d).status == "dikirim"
    for _ in range(3):
        assert masuk_sebagai(staf).get(d.get_absolute_url()).status_code == 200
    sesudah = segar(d)
    assert (sesudah.status, sesudah.versi, Disposisi.riwayat.filter(id=d.pk).count()) == ("dibaca", 2, 2)
    lain = catat(surat.dicatat_oleh, surat.ditujukan_kepada, 2)  # type: ignore[arg-type]
    (dua,) = kirim(lain, pimpinan, staf)
    masuk_sebagai(staf).get(lain.get_absolute_url())
    assert segar(dua).status == "dibaca"


def test_withdrawn_only_unread_by_its_giver_and_the_letter_waits_again(
    surat: SuratMasuk, pimpinan: Pengguna, staf: Pengguna, loket: Pengguna
) -> None:
    (d,) = kirim(surat, pimpinan, staf)
    for oleh, alasan, kode in ((staf, "x", "BUKAN_PEMBERI"), (pimpinan, " ", "ALASAN_KOSONG")):
        with pytest.raises(AturanDilanggar, match=kode):
            services.disposisi_tarik(disposisi=segar(d), alasan=alasan, oleh=oleh)
    services.disposisi_tarik(disposisi=segar(d), alasan="Salah orang", oleh=pimpinan)
    assert segar(surat).status == "terdaftar" and Disposisi.objects.hidup().count() == 1
    (lagi,) = kirim(surat, pimpinan, staf)
    services.disposisi_baca(disposisi=Disposisi.objects.all(), oleh=staf)
    with pytest.raises(AturanDilanggar, match="KEADAAN_TIDAK_SESUAI"):
        services.disposisi_tarik(disposisi=segar(lagi), alasan="Salah orang", oleh=pimpinan)
    assert list(periksa()) == []


def test_who_is_not_the_receiver_does_not_finish_it(
    surat: SuratMasuk, pimpinan: Pengguna, staf: Pengguna, loket: Pengguna
) -> None:
    (d,) = kirim(surat, pimpinan, staf)
    with pytest.raises(AturanDilanggar, match="BUKAN_PENERIMA"):
        services.disposisi_selesai(disposisi=d, hasil="x", oleh=loket)
    with pytest.raises(AturanDilanggar, match="HASIL_KOSONG"):
        services.disposisi_selesai(disposisi=d, hasil=" ", oleh=staf)
    services.disposisi_selesai(disposisi=d, hasil="Beres", oleh=staf)
    with pytest.raises(AturanDilanggar, match="KEADAAN_TIDAK_SESUAI"):
        services.disposisi_selesai(disposisi=segar(d), hasil="lagi", oleh=staf)


def test_without_need_of_a_disposition_and_closed_by_the_head(
    surat: SuratMasuk, pimpinan: Pengguna, staf: Pengguna, arsiparis: Pengguna, dinas: UnitKerja
) -> None:
    with pytest.raises(AturanDilanggar, match="ALASAN_KOSONG"):
        services.surat_masuk_lewatkan(surat=surat, alasan=" ", oleh=pimpinan)
    services.surat_masuk_lewatkan(surat=segar(surat), alasan="Tembusan", oleh=pimpinan)
    assert (segar(surat).status, segar(surat).alasan_tanpa) == ("tanpa_disposisi", "Tembusan")
    lain = catat(arsiparis, dinas, 2)
    (d,) = kirim(lain, pimpinan, staf)
    with pytest.raises(AturanDilanggar, match="CATATAN_KOSONG"):
        services.surat_masuk_selesaikan(surat=segar(lain), catatan="", oleh=pimpinan)
    services.surat_masuk_selesaikan(surat=segar(lain), catatan="Sudah dibicarakan", oleh=pimpinan)
    assert segar(lain).status == "selesai" and "Sudah dibicarakan" in segar(d).hasil
    assert list(periksa()) == []


def test_an_overdue_receiver_is_reminded_once_a_day(
    surat: SuratMasuk, pimpinan: Pengguna, staf: Pengguna, loket: Pengguna
) -> None:
    hari = timezone.localdate()
    satu, dua = kirim(surat, pimpinan, staf, loket, batas=hari)
    besok = hari + dt.timedelta(days=1)
    services.disposisi_selesai(disposisi=dua, hasil="Beres", oleh=loket)
    assert [services.disposisi_ingatkan(h) for h in (hari, besok, besok, besok + dt.timedelta(days=1))] == [0, 1, 0, 1]
    assert Pemberitahuan.objects.filter(pengguna=staf, teks__contains="melewati batas").count() == 2
    assert segar(satu).versi == satu.versi


def test_the_queue_opens_one_letter_and_goes_on_to_the_next(
    surat: SuratMasuk, pimpinan: Pengguna, penyelia: Pengguna, arsiparis: Pengguna, dinas: UnitKerja, instansi: Any,
    masuk_sebagai: Masuk,
) -> None:  # fmt: skip
    services.instruksi_isi(oleh=None)
    kilat = catat(arsiparis, dinas, 2, kecepatan="sangat", hal="Rapat kilat")
    klien = masuk_sebagai(pimpinan)
    antrean = "/arsip/disposisi/antrean/"
    isi = klien.get(antrean)
    assert isi.context["surat"] == kilat and "Kirim, buka berikutnya" in isi.content.decode()
    data = {
        "kepada": [penyelia.pk],
        "instruksi": ["Siapkan jawaban"],
        "tenggat": "3",
        "versi": kilat.versi,
        "lanjut": antrean,
    }
    alamat = f"/arsip/surat-masuk/{kilat.pk}/disposisikan/"
    kurang = klien.post(alamat, data | {"kepada": [], "lain_1": "Orang Asing"})
    assert kurang.status_code == 422 and "tidak dikenal" in kurang.content.decode()
    lanjut = klien.post(alamat, data, follow=True)
    assert lanjut.context["surat"] == surat and "didisposisikan kepada Hendra Saputra" in lanjut.content.decode()
    d = Disposisi.objects.get()
    assert d.batas is not None and d.batas > timezone.localdate()
    klien.post(
        f"/arsip/surat-masuk/{surat.pk}/lewatkan/", {"alasan": "Tembusan", "versi": surat.versi, "lanjut": antrean}
    )
    assert "Tidak ada surat yang menunggu" in klien.get(antrean).content.decode()
    assert masuk_sebagai(penyelia).get(alamat).status_code == 404


def test_a_receiver_finishes_on_his_pages_with_a_file(
    surat: SuratMasuk, pimpinan: Pengguna, penyelia: Pengguna, staf: Pengguna, loket: Pengguna, instansi: Any,
    masuk_sebagai: Masuk,
) -> None:  # fmt: skip
    services.instruksi_isi(oleh=None)
    (d,) = kirim(surat, pimpinan, penyelia)
    klien = masuk_sebagai(penyelia)
    assert surat.hal in klien.get("/arsip/disposisi/saya/").content.decode()
    assert f'href="{d.get_absolute_url()}"' in klien.get("/").content.decode()
    assert klien.get(d.get_absolute_url()).status_code == 200
    teruskan = {"lain_1": loket.nama, "instruksi": ["Koordinasikan"], "versi": segar(d).versi}
    assert klien.post(f"{d.get_absolute_url()}teruskan/", teruskan).status_code == 302
    assert Disposisi.objects.get(induk=d).kepada == loket
    for alamat in ("selesai/", "teruskan/"):
        assert masuk_sebagai(loket).get(f"{d.get_absolute_url()}{alamat}").status_code == 404
    selesai = {"hasil": "Beres", "versi": segar(d).versi, "berkas": [unggah(pdf()), unggah(foto(), "a.jpg")]}
    assert klien.post(f"{d.get_absolute_url()}selesai/", selesai).status_code == 302
    berkas = segar(d).berkas_hasil
    assert berkas is not None
    assert masuk_sebagai(pimpinan).get(f"/berkas/{berkas.pk}/").status_code == 200
    assert masuk_sebagai(staf).get(f"/berkas/{berkas.pk}/").status_code == 404
    lembar = masuk_sebagai(pimpinan).get(f"/arsip/surat-masuk/{surat.pk}/lembar/")
    assert lembar.content.startswith(b"%PDF")


def test_people_are_completed_within_reach(
    penyelia: Pengguna, staf: Pengguna, staf_lain: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(penyelia)
    semua = klien.post("/arsip/disposisi/saran/", {"q": "pratama"}).json()["saran"]
    unit = klien.post("/arsip/disposisi/saran/unit/", {"q": "pratama"}).json()["saran"]
    assert (semua[0][0], unit) == ("Yoga Pratama", [])


def test_instructions_are_filled_once_and_a_sent_one_keeps_its_words(
    surat: SuratMasuk, arsiparis: Pengguna, pimpinan: Pengguna, staf: Pengguna, instansi: Any, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(arsiparis)
    klien.post("/arsip/disposisi/instruksi/isi/")
    klien.post("/arsip/disposisi/instruksi/isi/")
    assert InstruksiDisposisi.objects.count() == 9
    (d,) = kirim(surat, pimpinan, staf, instruksi=("Siapkan jawaban",))
    i = InstruksiDisposisi.objects.get(nama="Siapkan jawaban")
    alamat = f"/arsip/disposisi/instruksi/{i.pk}/"
    assert klien.get(alamat).status_code == 200
    klien.post(f"{alamat}ubah/", {"nama": "Buat jawaban", "urut": 5, "versi": i.versi})
    assert InstruksiDisposisi.objects.filter(nama="Buat jawaban").exists() and segar(d).instruksi == ["Siapkan jawaban"]
    assert klien.post("/arsip/disposisi/instruksi/baru/", {"nama": "Buat jawaban", "urut": 1}).status_code == 422


def test_pages_cost_the_same_for_few_and_many(
    arsiparis: Pengguna, pimpinan: Pengguna, penyelia: Pengguna, staf: Pengguna, dinas: UnitKerja, instansi: Any,
    masuk_sebagai: Masuk,
) -> None:  # fmt: skip
    services.instruksi_isi(oleh=None)

    def hitung(siapa: Pengguna, alamat: str) -> int:
        klien = masuk_sebagai(siapa)
        klien.get(alamat)
        with CaptureQueriesContext(connection) as c:
            assert klien.get(alamat).status_code == 200
        return len(c)

    def isi(awal: int, akhir: int) -> None:
        for n in range(awal, akhir):
            kirim(catat(arsiparis, dinas, n), pimpinan, penyelia, staf)
            catat(arsiparis, dinas, 100 + n)

    isi(0, 3)
    d = Disposisi.objects.filter(kepada=staf).earliest("pk")
    halaman = (
        (pimpinan, "/arsip/disposisi/antrean/"),
        (pimpinan, "/arsip/disposisi/?semua=1"),
        (staf, "/arsip/disposisi/saya/"),
        (staf, d.get_absolute_url()),
        (pimpinan, "/"),
    )
    sedikit = [hitung(*h) for h in halaman]
    isi(3, 30)
    assert [hitung(*h) for h in halaman] == sedikit
    assert max(sedikit) <= 34, sedikit

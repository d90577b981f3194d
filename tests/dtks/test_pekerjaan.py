"""What waits at the counter, at the head's, in a village; what the day's facts and times say; where charts are drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dtks.models import Individu, JamLayanan, Permohonan, SuratRekomendasi, Tiket
from dtks.queries import fakta, pekerjaan
from dtks.queries.grafik import grafik_kini
from dtks.rules.jam import Jam, jam_hari
from dtks.services import loket as services
from dtks.services import surat as surat_services
from inti.models import HariLibur, Pengguna, UnitKerja
from inti.queries.meja import fakta_meja, hitung_menunggu, kerja_saya

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


def langkah(siapa: Pengguna) -> list[tuple[str, str]]:
    """Step and address of what waits at the counter's app."""
    return [(b.langkah, b.alamat) for b in kerja_saya(siapa, hitung_menunggu(siapa), "dtks")]


def isi_fakta(siapa: Pengguna) -> dict[str, str]:
    """Facts of the desk by name."""
    return {f.nama: f.teks for f in fakta_meja(siapa)}


def test_the_desk_counts_what_its_list_shows_and_names_a_returned_request_once(
    surat: SuratRekomendasi,
    buat_permohonan: Callable[..., Permohonan],
    buat_warga: Callable[..., Individu],
    loket: Pengguna,
    pimpinan: Pengguna,
    masuk_sebagai: Masuk,
) -> None:
    surat_services.surat_kembalikan(surat=surat, oleh=pimpinan, alasan="Nama faskes keliru")
    kurang = buat_permohonan(buat_warga(nama="BELUM LENGKAP"), berkas=())
    baru = buat_permohonan(buat_warga(nama="BARU DATANG"))
    services.permohonan_tunda(permohonan=kurang, oleh=loket)
    assert langkah(loket) == [
        ("Perbaiki permohonan, lalu terima lagi", surat.permohonan.get_absolute_url()),
        ("Putuskan permohonan", baru.get_absolute_url()),
    ], "papers that a citizen has to bring are no work of the office"
    isi = {f.nama: f for f in fakta_meja(loket)}
    assert (isi["Permohonan terbuka"].teks, isi["Menunggu berkas warga"].teks) == ("3", "1")
    assert isi["Warga dilayani hari ini"].teks == "3"
    klien = masuk_sebagai(loket)
    daftar = klien.get(isi["Permohonan terbuka"].alamat).content.decode()
    assert all(p.nomor.teks in daftar for p in (kurang, baru, surat.permohonan))
    daftar = klien.get(isi["Menunggu berkas warga"].alamat).content.decode()
    assert kurang.nomor.teks in daftar and baru.nomor.teks not in daftar


def test_a_unit_without_a_counter_has_nothing_of_it(
    permohonan: Permohonan, loket: Pengguna, arsiparis: Pengguna, staf_lain: Pengguna, instansi: Any
) -> None:
    assert isi_fakta(loket)["Warga dilayani hari ini"] == "1" and grafik_kini(loket) is not None
    for lain in (arsiparis, staf_lain):
        assert not {n for n in isi_fakta(lain) if "arga" in n or "Permohonan" in n}, lain
        assert grafik_kini(lain) is None and langkah(lain) == []


def test_a_letter_waits_for_those_who_did_not_decide_its_request(
    surat: SuratRekomendasi,
    buat_permohonan: Callable[..., Permohonan],
    buat_warga: Callable[..., Individu],
    loket: Pengguna,
    penyelia: Pengguna,
    pimpinan: Pengguna,
    magang: Pengguna,
) -> None:
    lain = buat_permohonan(buat_warga(nama="DILAYANI PENYELIA"), oleh=penyelia)
    services.permohonan_terima(permohonan=lain, oleh=loket)
    milik = SuratRekomendasi.objects.get(permohonan=lain)
    putus = "Setujui atau kembalikan"
    assert langkah(penyelia) == [(putus, surat.get_absolute_url())], "he served the other one himself"
    assert [a for _, a in langkah(pimpinan)] == [surat.get_absolute_url(), milik.get_absolute_url()]
    assert langkah(loket) == []
    surat_services.surat_setujui(surat=surat, oleh=pimpinan)
    assert langkah(loket) == [("Cetak surat", surat.get_absolute_url())] == langkah(magang)
    segar = SuratRekomendasi.objects.select_related("surat_keluar__dokumen").get(pk=surat.pk)
    surat_services.surat_cetak(surat=[segar], oleh=magang)
    assert langkah(loket) == [], "a printed letter waits for the citizen"
    assert isi_fakta(loket)["Surat siap diserahkan"] == "1"


def test_a_villages_request_waits_at_the_office_until_it_comes_back(
    permohonan: Permohonan, admin_desa: Pengguna, loket: Pengguna, staf_lain: Pengguna, magang: Pengguna
) -> None:
    Permohonan.objects.filter(pk=permohonan.pk).update(asal="desa", kunjungan=None, diajukan_oleh=admin_desa)
    putus = [("Putuskan permohonan", permohonan.get_absolute_url())]
    assert langkah(loket) == putus == langkah(magang), "an intern proposes the decision"
    assert pekerjaan.permohonan(loket).count() == 0 and pekerjaan.permohonan_desa(loket).count() == 1
    assert langkah(admin_desa) == [] == langkah(staf_lain)
    assert isi_fakta(admin_desa) == {"Diperiksa dinas": "1"}
    Permohonan.objects.filter(pk=permohonan.pk).update(status="belum_lengkap")
    assert langkah(admin_desa) == [("Lengkapi berkas", f"/dtks/permohonan/{permohonan.pk}/lengkapi/")]
    assert langkah(loket) == []


def test_the_charts_stand_on_the_monthly_report_of_a_unit_that_serves(
    permohonan: Permohonan, staf: Pengguna, staf_lain: Pengguna, masuk_sebagai: Masuk
) -> None:
    judul = "Alasan warga tidak dilayani"
    isi = masuk_sebagai(staf).get("/dtks/bulanan/").content.decode()
    assert judul in isi and "Kunjungan per hari kerja: " in isi
    assert judul not in masuk_sebagai(staf_lain).get("/dtks/bulanan/").content.decode()
    assert judul not in masuk_sebagai(staf).get("/").content.decode()


# --- times ----------------------------------------------------------------------------------------------------------------

SENIN_KAMIS = Jam(1, 4, dt.time(7, 30), dt.time(16), (dt.time(12), dt.time(13)))
JUMAT = Jam(5, 5, dt.time(7, 30), dt.time(11))


@pytest.mark.parametrize(
    ("hari", "jam"), [(23, SENIN_KAMIS), (26, SENIN_KAMIS), (27, JUMAT), (28, None), (29, None), (30, SENIN_KAMIS)]
)
def test_the_hours_of_a_day(hari: int, jam: Jam | None) -> None:
    assert jam_hari([SENIN_KAMIS, JUMAT], dt.date(2026, 11, hari)) == jam
    assert jam_hari([], dt.date(2026, 11, hari)) is None


def test_todays_times_tell_who_waits_and_nothing_on_a_day_off(
    permohonan: Permohonan, loket: Pengguna, arsiparis: Pengguna, unit: UnitKerja
) -> None:
    hari = dt.date(2026, 11, 26)
    assert fakta.jam_loket(loket, hari) == [], "no times are invented"
    JamLayanan.objects.create(
        hari_awal=1, hari_akhir=4, buka=dt.time(7, 30), tutup=dt.time(16), istirahat_mulai=dt.time(12),
        istirahat_selesai=dt.time(13), berlaku_mulai=dt.date(2022, 1, 1), dasar_hukum="uji",
    )  # fmt: skip
    assert fakta.jam_loket(loket, hari) == [
        (dt.time(7, 30), "Loket buka"),
        (dt.time(12), "Loket istirahat"),
        (dt.time(13), "Loket buka lagi"),
        (dt.time(16), "Loket tutup"),
    ]
    kini = timezone.localdate()
    for n, tanggal in enumerate((kini, kini, kini - dt.timedelta(days=1)), 1):
        Tiket.objects.create(
            unit=unit, tanggal=tanggal, urut=n, kode=f"A{n}", keperluan="tanya", diambil_pada=timezone.now()
        )
    assert isi_fakta(loket)["Warga menunggu di loket"] == "2"
    assert fakta.jam_loket(arsiparis, hari) == [], "a unit that doesn't serve"
    assert fakta.jam_loket(loket, dt.date(2026, 11, 28)) == [], "a Saturday"
    HariLibur.objects.create(tanggal=hari, nama="Uji", jenis=HariLibur.Jenis.values[0])
    assert fakta.jam_loket(loket, hari) == []

"""Leave counted by a calendar that changed afterwards: seen, listed, counted again with history, never in silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inti.galat import AturanDilanggar
from inti.jobs.jalan import jalankan
from inti.models import HariLibur, Pengguna, Perubahan, Tugas
from inti.queries.kalender import libur_antara, turunan_basi
from kepegawaian.models import AturanCuti, Pegawai, PengajuanCuti
from kepegawaian.periksa import periksa_cuti
from kepegawaian.queries.cuti import saldo_pegawai
from kepegawaian.rules.cuti import hitung
from kepegawaian.services import cuti as services
from kepegawaian.services.cuti_hitung import cuti_hitung_ulang
from tests.kepegawaian.contoh_cuti import isian, sisa

pytestmark = [pytest.mark.django_db]
Masuk = Callable[[Pengguna], Client]
HARI = dt.timedelta(days=1)
LAMA = "1 cuti dihitung dengan kalender lama"


@pytest.fixture
def diberi(cuti: PengajuanCuti, penyelia: Pengguna, pimpinan: Pengguna) -> PengajuanCuti:
    """Three days granted."""
    c = services.cuti_pertimbangkan(cuti=cuti, hasil="setuju", oleh=penyelia)
    return services.cuti_putuskan(cuti=c, hasil="setuju", oleh=pimpinan)


def libur(hari: dt.date) -> HariLibur:
    return HariLibur.objects.create(tanggal=hari, nama="Cuti bersama", jenis="cuti_bersama")


def test_a_day_off_declared_within_granted_leave_is_found_and_given_back(
    diberi: PengajuanCuti, laras: Pegawai, personalia: Pengguna
) -> None:
    tahun = diberi.mulai.year
    assert list(periksa_cuti()) == []
    libur(diberi.mulai + HARI)
    assert [(t.kode, t.baris) for t in periksa_cuti()] == [("CUTI_BASI", str(diberi.pk))]
    c = cuti_hitung_ulang(cuti=diberi, alasan="SKB berubah", oleh=personalia)
    assert (c.hari, c.status, c.dokumen_id, sisa(laras, tahun)) == (2, "disetujui", diberi.dokumen_id, 10)
    assert c.rincian["tidak_dihitung"][0]["tanggal"] == [(diberi.mulai + HARI).isoformat()]
    assert list(periksa_cuti()) == []
    assert Perubahan.objects.get(layanan="kepegawaian.cuti_hitung_ulang").sebab == "SKB berubah"
    assert [h.hari for h in c.riwayat.order_by("-history_id")[:2]] == [2, 3]
    with pytest.raises(AturanDilanggar) as galat:
        cuti_hitung_ulang(cuti=c, alasan="lagi", oleh=personalia)
    assert galat.value.kode == "CUTI_SUDAH_SESUAI"


def test_a_day_off_taken_back_makes_leave_longer_and_a_short_balance_is_told(
    laras: Pegawai, staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, personalia: Pengguna
) -> None:
    data = isian(n=5)
    batal = libur(data["mulai"])
    AturanCuti.objects.filter(jenis="tahunan").update(hak=4)
    c = services.cuti_ajukan(isian=data, oleh=staf)
    assert (c.hari, sisa(laras, c.mulai.year)) == (4, 0)
    HariLibur.objects.filter(pk=batal.pk).delete()
    c = cuti_hitung_ulang(cuti=c, alasan="Batal libur", oleh=personalia)
    assert (c.hari, c.status) == (5, "diajukan")
    assert saldo_pegawai([laras], c.mulai.year)[laras.pk][c.mulai.year].lebih == 1
    assert any("yang diajukan 5 hari kerja" in k for k in c.rincian["kabar"])


def test_a_day_moved_within_leave_is_another_count_though_as_long(diberi: PengajuanCuti, personalia: Pengguna) -> None:
    hari = libur(diberi.mulai)
    c = cuti_hitung_ulang(cuti=diberi, alasan="x", oleh=personalia)
    hari.tanggal = diberi.mulai + HARI
    hari.save()
    assert "tetap 2 hari kerja, pada tanggal lain" in next(iter(periksa_cuti())).pesan
    assert cuti_hitung_ulang(cuti=c, alasan="x", oleh=personalia).hari == 2
    assert list(periksa_cuti()) == []


def test_a_recall_keeps_the_days_that_it_counted(
    diberi: PengajuanCuti, pimpinan: Pengguna, personalia: Pengguna
) -> None:
    c = services.cuti_tarik(cuti=diberi, terakhir=diberi.mulai + HARI, alasan="Banjir", oleh=pimpinan)
    libur(diberi.sampai)  # after the last day taken
    assert list(periksa_cuti()) == []
    libur(diberi.mulai)
    assert cuti_hitung_ulang(cuti=c, alasan="x", oleh=personalia).hari == 1


def test_what_was_refused_keeps_its_figures_and_nobody_counts_his_own(
    cuti: PengajuanCuti, staf: Pengguna, personalia: Pengguna
) -> None:
    libur(cuti.mulai)
    with pytest.raises(AturanDilanggar) as galat:
        cuti_hitung_ulang(cuti=cuti, alasan="x", oleh=staf)
    assert galat.value.kode == "DIRI_SENDIRI"
    c = services.cuti_batal(cuti=cuti, alasan="Tidak jadi", oleh=staf)
    assert list(periksa_cuti()) == []
    with pytest.raises(AturanDilanggar):
        cuti_hitung_ulang(cuti=c, alasan="x", oleh=personalia)
    assert PengajuanCuti.objects.get(pk=cuti.pk).hari == 3


def test_the_pages_of_the_calendar_say_what_they_touch(
    diberi: PengajuanCuti, personalia: Pengguna, staf: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien, hari = masuk_sebagai(personalia), diberi.mulai + HARI
    data = {"tanggal": f"{hari:%d-%m-%Y}", "nama": "Cuti bersama", "jenis": "cuti_bersama", "dasar_hukum": ""}
    assert "kalender lama" not in klien.get("/kantor/kalender/?semua=1").content.decode()
    halaman = klien.post("/kantor/kalender/baru/", data, follow=True).content.decode()
    assert LAMA in halaman and "/kepegawaian/cuti/hitung-ulang/" in halaman
    assert LAMA in klien.get("/kantor/kalender/?semua=1").content.decode()
    biasa = masuk_sebagai(staf).get("/kantor/kalender/?semua=1").content.decode()
    assert LAMA in biasa and "/cuti/hitung-ulang/" not in biasa
    assert "dari 3 hari kerja menjadi 2" in klien.get(f"/kepegawaian/cuti/{diberi.pk}/").content.decode()
    klien.post("/kepegawaian/cuti/hitung-ulang/", {"alasan": "SKB"})
    assert PengajuanCuti.objects.get(pk=diberi.pk).hari == 2
    alamat = f"/kantor/kalender/{HariLibur.objects.get(tanggal=hari).pk}/"
    assert "1 cuti perlu dihitung ulang bila hari ini dibuang" in klien.get(f"{alamat}buang/").content.decode()
    assert "1 cuti perlu dihitung ulang bila tanggalnya" in klien.get(f"{alamat}ubah/").content.decode()
    assert LAMA in klien.post(f"{alamat}buang/", {"versi": "1"}, follow=True).content.decode()
    klien.post(f"/kepegawaian/cuti/{diberi.pk}/hitung-ulang/", {"alasan": "Dibuang", "versi": ""})
    assert PengajuanCuti.objects.get(pk=diberi.pk).hari == 3 and turunan_basi() == []


def test_an_import_of_days_off_says_it_too(
    diberi: PengajuanCuti, personalia: Pengguna, masuk_sebagai: Masuk, tmp_path: Path
) -> None:
    klien, buku = masuk_sebagai(personalia), tmp_path / "libur.csv"
    buku.write_text(f"TANGGAL,NAMA HARI\n{diberi.mulai:%d-%m-%Y},Pilkada\n")
    with buku.open("rb") as isi:
        klien.post("/impor/libur/", {"berkas": isi})
    periksa = Tugas.objects.get(jenis="impor-periksa")
    jalankan(str(periksa.pk))
    assert "kalender lama" not in klien.get(f"/impor/libur/{periksa.pk}/").content.decode()
    klien.post(f"/impor/libur/{periksa.pk}/")
    simpan = Tugas.objects.get(jenis="impor-simpan")
    jalankan(str(simpan.pk))
    assert LAMA in klien.get(f"/impor/libur/{simpan.pk}/").content.decode()


def test_only_who_keeps_balances_counts_again(
    diberi: PengajuanCuti, staf: Pengguna, loket: Pengguna, masuk_sebagai: Masuk
) -> None:
    libur(diberi.mulai)
    for siapa in (staf, loket):
        for alamat in ("/kepegawaian/cuti/hitung-ulang/", f"/kepegawaian/cuti/{diberi.pk}/hitung-ulang/"):
            assert masuk_sebagai(siapa).post(alamat, {"alasan": "x"}).status_code == 403
    assert PengajuanCuti.objects.get(pk=diberi.pk).hari == 3


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(-2, 12), st.booleans()), max_size=8))
def test_after_counting_again_stored_days_are_those_of_the_rule(
    panjang: PengajuanCuti, personalia: Pengguna, perubahan: list[tuple[int, bool]]
) -> None:
    for n, ada in perubahan:
        hari = panjang.mulai + n * HARI
        HariLibur.objects.filter(tanggal=hari).delete()
        if ada:
            libur(hari)
    c = PengajuanCuti.objects.get(pk=panjang.pk)
    benar = hitung(c.mulai, c.berakhir, "hari_kerja", libur_antara(c.mulai, c.berakhir))
    if list(periksa_cuti()):
        c = cuti_hitung_ulang(cuti=c, alasan="x", oleh=personalia)
    c.refresh_from_db()
    assert (c.hari, c.isi_tahun()) == (benar.hari, benar.per_tahun)
    assert sorted(h for t in c.rincian["tidak_dihitung"] for h in t["tanggal"]) == sorted(
        h.isoformat() for _, hari in benar.tidak_dihitung for h in hari
    ), "whatever they are called: a holiday on a Saturday changes no day"
    assert list(periksa_cuti()) == []


@pytest.fixture
def panjang(laras: Pegawai, staf: Pengguna) -> PengajuanCuti:
    """Two weeks asked for, with a weekend inside."""
    return services.cuti_ajukan(isian=isian(n=9), oleh=staf)

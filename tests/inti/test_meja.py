"""The desk: how urgent work is, and what waits for whom over all apps, in the filled office and for who has nothing."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, resolve, reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from hypothesis import given
from hypothesis import strategies as st

from arsip.models import SuratMassal
from inti.access import PERAN, boleh, boleh_atau_usul, semua_rute
from inti.models import Insiden, Pengguna, PosKeluar, Tugas, UnitKerja, Usulan
from inti.queries.hitung import hitung_sekaligus
from inti.queries.meja import (
    BELUM_DIBACA,
    Kerja,
    fakta_meja,
    hitung_menunggu,
    jadwal_meja,
    kelompokkan,
    kerja_saya,
    lipat,
    urutkan,
)
from inti.queries.sekaligus import TERBANYAK, baca_sekaligus
from inti.registry import semua_aplikasi, semua_menu, semua_pekerjaan, semua_tindakan
from inti.rules.mendesak import Golongan, golongan, hari_batas, kata_batas
from tests.conftest import buat_pengguna
from tests.kepercayaan.penyerang import klien_peran

WIB = dt.timezone(dt.timedelta(hours=7))
KAMIS = dt.datetime(2026, 11, 26, 10, 12, tzinfo=WIB)
MINGGU = dt.datetime(2026, 11, 29, 10, 12, tzinfo=WIB)
LEWAT, HARI_INI, PEKAN_INI, KEMUDIAN, TANPA = Golongan


# --- how urgent ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("batas", "kini", "golongan_", "kata"),
    [
        (None, KAMIS, TANPA, ("–", "")),
        (dt.date(2026, 11, 25), KAMIS, LEWAT, ("lewat 1 hari", "salah")),
        (dt.date(2026, 11, 9), KAMIS, LEWAT, ("lewat 17 hari", "salah")),
        (dt.date(2026, 11, 26), KAMIS, HARI_INI, ("hari ini", "awas")),  # a day is over at its end
        (KAMIS.replace(hour=16, minute=0), KAMIS, HARI_INI, ("16.00", "awas")),
        (KAMIS, KAMIS, LEWAT, ("lewat 10.12", "salah")),  # a time when it has come
        (KAMIS.replace(hour=8, minute=30), KAMIS, LEWAT, ("lewat 08.30", "salah")),
        (KAMIS - dt.timedelta(days=1), KAMIS, LEWAT, ("lewat 1 hari", "salah")),
        (dt.date(2026, 11, 27), KAMIS, PEKAN_INI, ("Jumat, 27-11-2026", "")),
        (dt.date(2026, 11, 29), KAMIS, PEKAN_INI, ("Minggu, 29-11-2026", "")),  # Sunday ends the week
        (dt.date(2026, 11, 30), KAMIS, KEMUDIAN, ("30-11-2026", "")),  # next Monday is next week
        (dt.date(2026, 11, 29), MINGGU, HARI_INI, ("hari ini", "awas")),
        (dt.date(2026, 11, 30), MINGGU, KEMUDIAN, ("30-11-2026", "")),
        (MINGGU + dt.timedelta(days=1), MINGGU, KEMUDIAN, ("30-11-2026", "")),
    ],
)
def test_a_limit_has_its_group_and_its_words(batas: Any, kini: dt.datetime, golongan_: Golongan, kata: Any) -> None:
    assert golongan(batas, kini) == golongan_
    assert kata_batas(batas, kini) == kata


SAAT = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2027, 12, 31), timezones=st.just(WIB))
BATAS = st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31)) | SAAT


def _akhir(batas: dt.date | dt.datetime) -> dt.datetime:
    return batas if isinstance(batas, dt.datetime) else dt.datetime.combine(batas, dt.time.max, WIB)


@given(BATAS, BATAS, SAAT)
def test_the_later_of_two_limits_never_stands_in_an_earlier_group(a: Any, b: Any, kini: dt.datetime) -> None:
    satu, dua = golongan(a, kini), golongan(b, kini)
    assert satu in Golongan
    assert (satu == TANPA) is (a is None)
    if a is not None:
        assert (satu == LEWAT) is (_akhir(a) <= kini)
        assert (satu == HARI_INI) is (_akhir(a) > kini and hari_batas(a) == kini.date())
    if a is not None and b is not None and _akhir(a) <= _akhir(b):
        assert satu <= dua


@given(st.lists(st.tuples(BATAS, st.none() | SAAT), max_size=12), SAAT)
def test_no_order_puts_a_later_group_before_an_earlier_one(isi: list[Any], kini: dt.datetime) -> None:
    baris = [Kerja(str(n), "", "", f"/{n}/", batas, sejak) for n, (batas, sejak) in enumerate(isi)]
    urut = urutkan(baris, kini)
    assert sorted(b.alamat for b in urut) == sorted(b.alamat for b in baris)
    golong = [golongan(b.batas, kini) for b in urut]
    assert golong == sorted(golong)
    hari = [(g, hari_batas(b.batas)) for g, b in zip(golong, urut, strict=True) if b.batas is not None]
    assert hari == sorted(hari)


@given(st.lists(BATAS, max_size=14))
def test_folding_loses_nothing_and_keeps_what_presses_apart(batas: list[Any]) -> None:
    kini = timezone.localtime()
    baris = [Kerja(str(n), "", "Periksa", f"/{n}/", b) for n, b in enumerate(batas)]
    hasil = lipat(baris, "surat", "Periksa berurutan", "/antrean/")
    assert sum(b.banyak for b in hasil) == len(baris)
    mendesak = [b for b in baris if golongan(b.batas, kini) <= HARI_INI]
    if len(mendesak) < 4:
        assert all(b in hasil for b in mendesak)
    assert sum(b.banyak for b in hasil if golongan(b.batas, kini) == LEWAT) == sum(
        golongan(b.batas, kini) == LEWAT for b in baris
    )


# --- what waits in the filled office ------------------------------------------------------------------------------------

# kind of work -> routes of the acts that the page behind one of its rows offers (any of them)
PERBUATAN = {
    "inti.usulan": "usulan_setujui",
    "inti.usulan-kembali": "usulan_tarik",
    "inti.permintaan": "privasi_jawab",
    "inti.insiden": "insiden_lapor",
    "inti.alarm": "alarm_tinjau",
    "inti.tugas-gagal": "tugas_ulang",
    "inti.pos": "pos_kirim_lagi",
    "arsip.surat-masuk": "arsip:suratmasuk_disposisikan",
    "arsip.disposisi": "arsip:disposisi_selesai",
    "arsip.naskah": "arsip:naskah_paraf arsip:naskah_setujui",
    "arsip.massal": "arsip:suratmassal_setujui",
    "arsip.naskah-kembali": "arsip:naskah_ubah",
    "arsip.massal-kembali": "arsip:suratmassal_ajukan",
    "arsip.nomor": "arsip:naskah_nomori",
    "arsip.pinjam-terlambat": "arsip:pinjam_kembali",
    "arsip.pinjam-diminta": "arsip:pinjam_serahkan",
    "arsip.musnah-nilai": "arsip:pemusnahan_nilai",
    "arsip.musnah-putus": "arsip:pemusnahan_setujui arsip:pemusnahan_tetapkan",
    "arsip.musnah-laksana": "arsip:pemusnahan_laksanakan",
    "kepegawaian.cuti": "kepegawaian:cuti_pertimbangkan kepegawaian:cuti_putuskan",
    "kepegawaian.cuti-kembali": "kepegawaian:cuti_ubah",
    "kepegawaian.kinerja": "kepegawaian:kegiatan_setujui",
    "kepegawaian.paraf": "kepegawaian:paraf",
    "kepegawaian.buku-kembali": "kepegawaian:buku",
    "dtks.permohonan-desa": "dtks:permohonan_terima dtks:permohonan_tolak dtks:permohonan_tunda",
    "dtks.permohonan": "dtks:permohonan_terima dtks:permohonan_tolak dtks:permohonan_tunda",
    "dtks.surat-kembali": "dtks:permohonan_terima dtks:permohonan_tolak dtks:permohonan_tunda",
    "dtks.surat": "dtks:surat_setujui",
    "dtks.cetak": "dtks:surat_cetak",
    "dtks.desa-kembali": "dtks:desa_lengkapi",
}
KUERI_TERBANYAK = {"kepegawaian.kinerja": 3}  # its limit is a dated rule, counted in working days
AKUN = (
    "admin", "pimpinan", "penyelia", "penyelia2", "penyelia3", "staf", "staf2", "loket", "loket2", "personalia",
    "arsiparis", "magang", "desa", "desa2", "perusahaan",
)  # fmt: skip


@pytest.fixture
def kantor(kantor_demo: str) -> None:
    """The demonstration office, with one thing of each kind that an office seldom has."""
    Tugas.objects.create(jenis="segel", judul="Segel riwayat", keadaan=Tugas.Keadaan.GAGAL)
    Insiden.objects.update(status=Insiden.Status.TERBUKA)
    pos = PosKeluar.objects.create(kunci="uji", jenis="uji", perihal="Surat siap diambil")
    PosKeluar.objects.filter(pk=pos.pk).update(status=PosKeluar.Status.GAGAL)
    massal = SuratMassal.objects.filter(status="menunggu").first()
    assert massal is not None
    massal.pk, massal.konseptor = None, Pengguna.objects.get(username="staf")
    massal._state.adding = True
    massal.alasan_kembali = "Lampirkan daftarnya."
    massal.save()
    SuratMassal.objects.filter(pk=massal.pk).update(status="konsep")


@pytest.mark.django_db
@pytest.mark.keduanya
def test_what_waits_adds_up_and_leads_where_it_is_done(kantor: None) -> None:
    """For every account and every kind: the rows add up to the count, and each opens the page that offers the act."""
    izin = {r.jalur: r.izin for r in semua_rute()}
    ada: set[str] = set()
    for nama in AKUN:
        pengguna = Pengguna.objects.get(username=nama)
        klien = klien_peran(pengguna, raise_request_exception=False)
        hitungan = hitung_menunggu(pengguna)
        for app, p in semua_pekerjaan():
            if not boleh(pengguna, p.izin):
                assert p.kode not in hitungan
                continue
            kueri, fungsi = import_string(p.kueri)(pengguna), import_string(p.baris)
            with CaptureQueriesContext(connection) as catatan:
                baris = fungsi(baca_sekaligus([(kueri, fungsi.kolom)])[0])
            assert len(catatan) <= KUERI_TERBANYAK.get(p.kode, 1), (nama, p.kode, [q["sql"][:90] for q in catatan])
            assert baris == fungsi(list(kueri)), (nama, p.kode, "what is read at once is what the records say")
            assert sum(b.banyak for b in baris) == hitungan[p.kode] == kueri.count(), (nama, p.kode)
            satuan = [b for b in baris if not _terlipat(b)]
            assert len({b.tanda for b in satuan}) == len(satuan), (nama, p.kode, "rows are known apart")
            assert [b for b in kerja_saya(pengguna, {p.kode: hitungan[p.kode]}) if b.app != app] == []
            for b in baris:
                _periksa_baris(klien, pengguna, p.kode, b, PERBUATAN[p.kode].split(), izin)
                ada.add(p.kode)
    assert ada >= set(PERBUATAN) - TAK_ADA, set(PERBUATAN) - ada
    assert set(PERBUATAN) == {p.kode for _, p in semua_pekerjaan()}, "a new kind has its act here"


TAK_ADA = {"arsip.musnah-nilai", "arsip.musnah-laksana"}  # one destruction waits at a time: see tests/arsip


def _terlipat(b: Kerja) -> bool:
    """Many in one row, which leads to the list of all of them."""
    return b.banyak > 1 and "#" not in b.alamat


def _periksa_baris(
    klien: Client, pengguna: Pengguna, kode: str, b: Kerja, rute: list[str], izin: dict[str, str]
) -> None:
    tanda = (pengguna.username, kode, b.alamat)
    assert b.teks and b.langkah[0].isupper() and not re.search(r"\d{16}", b.teks + b.asal), tanda
    balasan = klien.get(b.alamat.partition("#")[0])
    assert balasan.status_code == 200, tanda
    bisa = [r for r in rute if boleh_atau_usul(pengguna, izin[f"/{resolve(_alamat(r)).route}"])]
    assert bisa, (*tanda, "an act that he may neither do nor propose")
    if b.langkah.endswith("berurutan") or (b.banyak > 1 and "#" not in b.alamat):
        return  # the list of all of them
    isi = balasan.content.decode()
    if "#" in b.alamat:
        assert f'id="{b.alamat.partition("#")[2]}"' in isi, tanda
    jalur = b.alamat.partition("#")[0].partition("?")[0]
    assert any(_pola(r).search(isi) or _pola(r).fullmatch(jalur) for r in bisa), tanda


def _alamat(rute: str) -> str:
    """An address of the route, its key 0 where it takes one."""
    for isian in ([], [0], [UUID(int=0)]):
        with suppress(NoReverseMatch):
            return reverse(rute, args=isian)
    raise AssertionError(rute)


def _pola(rute: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"/0[0-]*/", "/[0-9a-f-]+/", _alamat(rute)))


@pytest.mark.django_db
def test_the_desk_shows_it_by_urgency_with_its_facts(kantor: None) -> None:
    penyelia = Pengguna.objects.get(username="penyelia")
    baris = kerja_saya(penyelia, hitung_menunggu(penyelia))
    kelompok = kelompokkan(baris)
    assert [k.golongan for k in kelompok] == sorted(k.golongan for k in kelompok)
    hitungan = hitung_menunggu(penyelia)
    assert sum(k.banyak for k in kelompok) == sum(hitungan.values()) - hitungan[BELUM_DIBACA]
    isi = klien_peran(penyelia).get("/").content.decode()
    for b in baris:
        assert b.alamat.replace("&", "&amp;") in isi
    for nama in AKUN:
        p = Pengguna.objects.get(username=nama)
        for f in fakta_meja(p):
            assert f.nama and f.teks and f.label in {"", "baik", "awas", "salah"}
            assert not f.alamat or klien_peran(p).get(f.alamat).status_code == 200, (nama, f)


@pytest.mark.django_db
def test_the_administrators_facts_tell_how_the_system_does(kantor: None) -> None:
    admin = Pengguna.objects.get(username="admin")
    fakta = {f.nama: f for f in fakta_meja(admin)}
    assert fakta["Tugas gagal"].teks == "1" and fakta["Tugas gagal"].label == "salah"
    assert fakta["Pekerja"].label == "salah" and fakta["Pemeriksaan sistem"].label == "awas"
    assert fakta["Akun aktif"].teks == str(Pengguna.objects.hidup().filter(is_active=True).count())
    assert "(dtks)" in fakta["Impor terakhir"].teks
    Tugas.objects.create(jenis="periksa", judul="Periksa", keadaan=Tugas.Keadaan.SELESAI, hasil={"temuan": []})
    assert {f.nama: f.label for f in fakta_meja(admin)}["Pemeriksaan sistem"] == "baik"
    assert not any(f.nama in fakta for f in fakta_meja(Pengguna.objects.get(username="staf")))


@pytest.mark.django_db
def test_an_intern_sees_how_his_proposals_stand(kantor: None) -> None:
    magang = Pengguna.objects.get(username="magang")
    banyak = {s: Usulan.objects.filter(pengusul=magang, status=s).count() for s in ("menunggu", "disetujui")}
    fakta = {f.nama: f.teks for f in fakta_meja(magang)}
    assert (fakta["Usulan menunggu penyelia"], fakta["Usulan disetujui"]) == (
        str(banyak["menunggu"]),
        str(banyak["disetujui"]),
    )
    assert banyak["menunggu"] and banyak["disetujui"]


@pytest.mark.django_db
@pytest.mark.keduanya
def test_more_than_is_read_at_once_is_still_counted(kantor: None) -> None:
    """A row that folds many stands also for those that were not read."""
    magang, loket = Pengguna.objects.get(username="magang"), Pengguna.objects.get(username="penyelia")
    satu = Usulan.objects.filter(pengusul=magang, status="menunggu").first()
    assert satu is not None
    for _ in range(TERBANYAK + 20):
        satu.pk, satu._state.adding = None, True
        satu.save()
    hitungan = hitung_menunggu(loket)
    assert hitungan["inti.usulan"] > TERBANYAK + 20
    baris = kerja_saya(loket, {"inti.usulan": hitungan["inti.usulan"]})
    assert sum(b.banyak for b in baris) == hitungan["inti.usulan"]
    assert f"{hitungan['inti.usulan']} usulan" in [b.teks for b in baris]


# --- who has nothing ----------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_who_has_nothing_has_no_row(kantor: None) -> None:
    """In a unit where nobody ever worked nothing waits, whatever the role; nor for whom no unit is named."""
    kosong = UnitKerja.objects.create(kode="arsipdaerah", nama="Unit baru", jalur="baru/")
    kantor_luas = {"inti.insiden", "inti.tugas-gagal", "inti.pos", "inti.alarm"}  # the office's, not a unit's
    for peran in PERAN:
        for unit in (kosong, None):
            siapa = buat_pengguna(f"baru-{peran}-{unit.pk if unit else 0}", peran, unit=unit)
            hitungan = hitung_menunggu(siapa)
            milik = {k: n for k, n in hitungan.items() if n and k not in kantor_luas and k != BELUM_DIBACA}
            # the letter desk keeps the whole office's archive, whatever its unit
            milik = {k: n for k, n in milik.items() if not (peran == "arsiparis" and k.startswith("arsip."))}
            assert milik == {}, (peran, unit)
            assert jadwal_meja(siapa) == [], (peran, unit)


@pytest.mark.django_db
def test_all_that_waits_is_counted_in_one_statement(kantor: None) -> None:
    penyelia = Pengguna.objects.select_related("unit").get(username="penyelia")
    penyelia.get_all_permissions()
    hitung_sekaligus([])
    with CaptureQueriesContext(connection) as catatan:
        hitung_menunggu(penyelia)
    assert len(catatan) <= 2, [q["sql"][:80] for q in catatan]  # the count, and names of roles once for an account


# --- lines and acts -----------------------------------------------------------------------------------------------------

UTAMA = {
    "dtks": "Loket, Antrean, Permohonan, Surat rekomendasi, Banyak NIK, Data terpadu, Laporan bulanan",
    "arsip": "Surat masuk, Surat keluar, Konsep, Berkas arsip, Peminjaman, Retensi, Cari arsip",
    "kepegawaian": "Halaman saya, Pegawai, Cuti, Kinerja harian, Magang, Jatuh tempo, DUK dan rekap",
}


def test_each_app_has_its_seven_lines_and_few_headings() -> None:
    lain = {"Ajukan permohonan", "Buku harian saya"}  # a village's and an intern's own way in
    for app, baris in UTAMA.items():
        assert ", ".join(m.teks for m in semua_menu() if m.app == app and m.utama and m.teks not in lain) == baris
    for app in semua_aplikasi():
        judul = {m.kelompok for m in semua_menu() if m.app == app}
        assert 3 <= len(judul) <= 5 and "" not in judul and None not in judul, (app, judul)


@pytest.mark.django_db
def test_every_act_opens_for_whom_it_is_offered(peran: dict[str, Pengguna], instansi: Any) -> None:
    semua, dibuka = semua_tindakan(), set()
    assert len({t.rute for t in semua}) == len(semua) > 30
    for siapa in peran.values():
        klien = klien_peran(siapa, raise_request_exception=False)
        for t in semua:
            if boleh_atau_usul(siapa, t.izin):
                assert klien.get(reverse(t.rute)).status_code in {200, 302}, (siapa.username, t.rute)
                dibuka.add(t.rute)
    assert dibuka == {t.rute for t in semua}

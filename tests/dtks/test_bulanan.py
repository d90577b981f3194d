"""The month out of single records: the published tables, by export and by page; scope, filters, paper, query counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader

from dtks.demo import buku2022
from dtks.models import Individu, Kunjungan, Pemeriksaan, Permohonan, Tiket
from dtks.queries.bulanan import laporan
from dtks.services import loket as services
from inti.models import JejakBaca, Nomor, Pengguna, SeriNomor, UnitKerja
from inti.periksa.jalan import jalankan_periksa

pytestmark = pytest.mark.keduanya

Masuk = Callable[[Pengguna], Client]
# month: new, reactivated, served; refused, registered already, ID missing, period closed
TERBIT = {
    "2022-02": (0, 100, 100, 51, 0, 14, 37),
    "2022-03": (74, 108, 182, 46, 31, 15, 0),
    "2022-04": (321, 80, 401, 63, 46, 17, 0),
    "2022-05": (204, 42, 246, 55, 40, 15, 0),
    "2022-06": (812, 46, 858, 83, 62, 21, 0),
}
RENTANG = "?tahun=2022&dari=2&sampai=6"
FEBRUARI, JUNI = dt.date(2022, 2, 1), dt.date(2022, 6, 1)


@pytest.fixture
def buku(
    instansi: Any, desa: Any, desa_lain: Any, loket: Pengguna, loket_2: Pengguna, staf: Pengguna, penyelia: Pengguna
) -> None:
    """The register of 2022 in the office of the tests."""
    buku2022.isi_buku()


@pytest.fixture
def kepala(buku: None, pimpinan: Pengguna) -> Pengguna:
    return pimpinan


def test_the_exports_give_the_published_rows_byte_by_byte(buku: None, tmp_path: Path) -> None:
    call_command("ekspor", "dtks-layanan-bulanan", ke=tmp_path / "l.csv")
    call_command("ekspor", "dtks-penolakan-bulanan", ke=tmp_path / "p.csv")
    judul, *layanan = (tmp_path / "l.csv").read_bytes().split(b"\r\n")
    assert judul == b"bulan,pengajuan_baru,reaktivasi,total"
    assert layanan[:5] == [f"{b},{n[0]},{n[1]},{n[2]}".encode() for b, n in TERBIT.items()]
    judul, *tolak = (tmp_path / "p.csv").read_bytes().split(b"\r\n")
    assert judul == b"bulan,ditolak,terdaftar_di_dtks,id_dtks_tidak_dicantumkan,periode_pengajuan_belum_dibuka"
    assert tolak[:5] == [f"{b},{n[3]},{n[4]},{n[5]},{n[6]}".encode() for b, n in TERBIT.items()]


def test_the_page_shows_both_tables_and_what_they_mean(kepala: Pengguna, masuk_sebagai: Masuk) -> None:
    isi = masuk_sebagai(kepala).get(f"/dtks/bulanan/{RENTANG}").context["sajian"]
    layanan, tolak = isi.tabel["layanan"], isi.tabel["penolakan"]
    assert [[s.nilai for s in b[1:]] for b in layanan.baris] == [list(n[:3]) for n in TERBIT.values()]
    assert [[s.nilai for s in b[1:]] for b in tolak.baris] == [list(n[3:]) for n in TERBIT.values()]
    assert [s.nilai for s in layanan.jumlah[1:]] == [1411, 376, 1787]
    assert [s.nilai for s in tolak.jumlah[1:]] == [298, 179, 82, 37]
    assert isi.arti[0] == "Dari 2.085 permohonan yang diputus, 1.787 dilayani dan 298 (14%) ditolak."
    assert isi.arti[1].startswith("Semua penolakan dapat dicegah sebelum warga berangkat: 179 sudah terdaftar")


def test_every_linked_number_is_the_length_of_the_list_behind_it(kepala: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(kepala)
    klien.post("/dtks/permohonan/", {"q": "tak seorang pun"})  # a remembered search does not narrow
    bagian = klien.get(f"/dtks/bulanan/{RENTANG}").context["bagian"]
    sel = [
        s
        for kelompok in bagian
        for t in kelompok["tabel"]
        for b in [*t["baris"][:: 4 if t["kode"] == "desa" else 1], t["jumlah"]]
        for s, _ in b
        if s["alamat"]
    ]
    assert len(sel) > 40
    for s in sel[::3]:
        assert klien.get(s["alamat"]).context["jumlah_teks"] == s["teks"], s


def test_the_register_is_visits_and_requests_of_working_hours(buku: None) -> None:
    permohonan = Permohonan.objects.filter(asal="buku").select_related("nomor").order_by("nomor__urut")
    assert permohonan.count() == 2085
    assert permohonan.values("kunjungan").distinct().count() == 2085
    assert permohonan.filter(status="diterima").count() == 1787
    kunjungan = Kunjungan.objects.filter(permohonan__asal="buku")
    assert len(set(kunjungan.values_list("dilayani_oleh", flat=True))) == 3
    for datang, selesai in kunjungan.values_list("waktu", "selesai_pada"):
        a, b = timezone.localtime(datang), timezone.localtime(selesai)
        assert a.weekday() < 5
        assert a.date() not in {dt.date(2022, 2, 28), dt.date(2022, 3, 3), dt.date(2022, 5, 4), dt.date(2022, 6, 1)}
        assert dt.time(7, 30) <= a.time() < b.time() <= (dt.time(11) if a.weekday() == 4 else dt.time(16))
        assert not dt.time(12) <= a.time() < dt.time(13)
    # numbers without a gap, in the order in which people were called
    assert [p.nomor.urut for p in permohonan] == list(range(1, 2086))
    assert permohonan[0].nomor.teks == "P-2022-000001"
    dipanggil = [t for (t,) in permohonan.values_list("pemeriksaan__waktu")]
    assert dipanggil == sorted(dipanggil)
    assert SeriNomor.objects.get(kode="dtks.permohonan", tahun=2022).terakhir == 2085


def test_nobody_is_served_by_a_clerk_who_still_serves_another(buku: None) -> None:
    akhir: dict[int, dt.datetime] = {}
    isi = Pemeriksaan.objects.filter(kunjungan__permohonan__asal="buku").select_related("kunjungan").order_by("waktu")
    for p in isi:
        assert p.kunjungan.waktu < p.waktu < p.kunjungan.selesai_pada
        assert akhir.get(p.oleh_id, p.waktu) <= p.waktu
        akhir[p.oleh_id] = p.kunjungan.selesai_pada


def test_the_register_is_filled_once_and_is_sound(kantor_demo: str) -> None:
    sebelum = (Permohonan.objects.count(), Nomor.objects.count())
    buku2022.isi_buku()
    assert (Permohonan.objects.count(), Nomor.objects.count()) == sebelum
    p = Permohonan.objects.filter(asal="buku").first()
    assert p is not None
    assert p.riwayat.count() == p.kunjungan.riwayat.count() == 1  # type: ignore[attr-defined, union-attr]
    assert jalankan_periksa()["temuan"] == []


def test_only_a_register_needs_no_letter(permohonan: Permohonan) -> None:
    from dtks.periksa import layanan

    Permohonan.objects.filter(pk=permohonan.pk).update(status="diterima")
    assert "PERMOHONAN_TANPA_SURAT" in {t.kode for t in layanan()}
    Permohonan.objects.filter(pk=permohonan.pk).update(asal="buku")
    assert "PERMOHONAN_TANPA_SURAT" not in {t.kode for t in layanan()}


def test_waiting_and_serving_are_told_where_they_are_known(kepala: Pengguna) -> None:
    isi = laporan(kepala, FEBRUARI, JUNI)
    w = isi.waktu_semua
    assert (w.kunjungan, w.tunggu_tercatat, w.layan_tercatat) == (2085, 2085, 2085)
    assert w.tunggu[0] <= w.tunggu[1]  # type: ignore[operator]
    assert isi.waktu[JUNI].tunggu[1] > isi.waktu[FEBRUARI].tunggu[1]  # type: ignore[operator]
    assert isi.jam.jumlah == 2085
    assert isi.jam.baris == [0, 1, 2, 3, 4]


def test_times_come_from_the_clock_of_the_office(permohonan: Permohonan, pimpinan: Pengguna, loket: Pengguna) -> None:
    """Arrival 07.30 on 1 June is 00.30 UTC; the last minute of 31 May belongs to May."""
    datang = timezone.make_aware(dt.datetime(2026, 6, 1, 7, 30))
    kunjungan = Kunjungan.objects.filter(pk=permohonan.kunjungan_id)
    kunjungan.update(waktu=datang, selesai_pada=datang + dt.timedelta(minutes=31, seconds=59))
    Pemeriksaan.objects.filter(kunjungan=permohonan.kunjungan).update(
        waktu=datang + dt.timedelta(minutes=12, seconds=20)
    )
    isi = laporan(pimpinan, dt.date(2026, 5, 1), dt.date(2026, 6, 1))
    juni = isi.waktu[dt.date(2026, 6, 1)]
    assert (juni.tunggu, juni.layan) == ((12, 12), (19, 19))
    assert isi.jam[0, 7] == 1
    kunjungan.update(waktu=datang - dt.timedelta(hours=7, minutes=31), selesai_pada=None)
    isi = laporan(pimpinan, dt.date(2026, 5, 1), dt.date(2026, 6, 1))
    assert (isi.waktu[dt.date(2026, 5, 1)].kunjungan, isi.waktu[dt.date(2026, 6, 1)].kunjungan) == (1, 0)
    assert isi.waktu_semua.tunggu == isi.waktu_semua.layan == (None, None)


def test_a_visit_that_began_with_its_look_up_has_no_waiting(permohonan: Permohonan, pimpinan: Pengguna) -> None:
    bulan = timezone.localdate().replace(day=1)
    w = laporan(pimpinan, bulan, bulan).waktu_semua
    assert (w.kunjungan, w.tunggu_tercatat) == (1, 0)


def test_a_ticket_tells_the_waiting_before_the_look_up_does(
    permohonan: Permohonan, pimpinan: Pengguna, loket: Pengguna
) -> None:
    datang = timezone.make_aware(dt.datetime(2026, 6, 2, 8, 0))
    Kunjungan.objects.filter(pk=permohonan.kunjungan_id).update(
        waktu=datang, selesai_pada=datang + dt.timedelta(minutes=20)
    )
    Pemeriksaan.objects.filter(kunjungan=permohonan.kunjungan).update(waktu=datang + dt.timedelta(minutes=9))
    Tiket.objects.create(
        unit=permohonan.unit,
        tanggal=datang.date(),
        urut=1,
        kode="B-001",
        keperluan="reaktivasi",
        diambil_pada=datang,
        dipanggil_pada=datang + dt.timedelta(minutes=6),
        kunjungan=permohonan.kunjungan,
    )
    w = laporan(pimpinan, dt.date(2026, 6, 1), dt.date(2026, 6, 1)).waktu_semua
    assert (w.tunggu[0], w.layan[0]) == (6, 14)


def test_later_reasons_count_in_the_total_and_get_a_column_on_the_page(
    permohonan: Permohonan, pimpinan: Pengguna, masuk_sebagai: Masuk, tmp_path: Path
) -> None:
    services.permohonan_tolak(
        permohonan=permohonan, oleh=pimpinan, alasan="DATA_TIDAK_COCOK", catatan="uji", boleh_simpang=True
    )
    call_command("ekspor", "dtks-penolakan-bulanan", ke=tmp_path / "p.csv")
    assert (tmp_path / "p.csv").read_bytes().split(b"\r\n")[1] == f"{permohonan.tanggal:%Y-%m},1,0,0,0".encode()
    sajian = masuk_sebagai(pimpinan).get("/dtks/bulanan/").context["sajian"]
    assert "Data tidak cocok" in sajian.tabel["penolakan"].kepala
    assert sajian.arti[:1] == ("Dari 1 permohonan yang diputus, 0 dilayani dan 1 (100%) ditolak.",)
    assert not any("dapat dicegah" in k for k in sajian.arti)


def test_a_head_of_a_sub_unit_sees_only_his_units(
    permohonan: Permohonan,
    loket: Pengguna,
    pimpinan: Pengguna,
    penyelia: Pengguna,
    staf_lain: Pengguna,
    unit: UnitKerja,
    masuk_sebagai: Masuk,
) -> None:
    services.permohonan_terima(permohonan=permohonan, oleh=loket)
    for siapa, banyak in ((pimpinan, 1), (penyelia, 1)):
        isi = masuk_sebagai(siapa).get("/dtks/bulanan/")
        assert isi.context["sajian"].tabel["layanan"].jumlah[-1].nilai == banyak, siapa
    isi = masuk_sebagai(staf_lain).get("/dtks/bulanan/")
    assert isi.context["kosong"]
    assert "Belum ada permohonan di unit Anda" in isi.content.decode()
    buku = load_workbook(BytesIO(masuk_sebagai(staf_lain).get("/dtks/bulanan/unduh/").content))
    assert buku["Layanan"].cell(row=3, column=4).value == 0
    from dtks.sheets.bulanan import ekspor_layanan_bulanan

    assert list(ekspor_layanan_bulanan(staf_lain)[1]) == []
    assert len(list(ekspor_layanan_bulanan(penyelia)[1])) == 1


def test_open_requests_are_said_and_not_counted(
    permohonan: Permohonan, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    arti = masuk_sebagai(pimpinan).get("/dtks/bulanan/").context["sajian"].arti
    assert arti[0] == "Belum ada permohonan yang diputus pada bulan ini."
    assert "1 permohonan belum diputus dan belum termasuk dalam tabel." in arti


@pytest.mark.parametrize(
    ("tanya", "status"),
    [
        ("?tahun=2022&dari=6&sampai=2", 422),
        ("?tahun=1999&dari=1&sampai=2", 422),
        ("?tahun=2022&dari=13&sampai=x", 422),
        ("?tahun=", 422),
        ("?lain=1", 200),
    ],
)
def test_an_unsound_question_is_told_and_shows_the_usual_months(
    tanya: str, status: int, kepala: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(kepala)
    balasan = klien.get(f"/dtks/bulanan/{tanya}")
    assert balasan.status_code == status
    assert ('role="alert"' in balasan.content.decode()) == (status == 422)
    assert klien.get(f"/dtks/bulanan/cetak/{tanya}").status_code == 200


def test_the_paper_bears_head_tables_charts_and_page_numbers(kepala: Pengguna, masuk_sebagai: Masuk) -> None:
    balasan = masuk_sebagai(kepala).get(f"/dtks/bulanan/cetak/{RENTANG}")
    assert balasan["Content-Type"] == "application/pdf"
    halaman = PdfReader(BytesIO(balasan.content)).pages
    teks = " ".join(" ".join(h.extract_text().split()) for h in halaman)
    for bagian in (
        "PEMERINTAH KABUPATEN WANASARI",
        "FEBRUARI SAMPAI JUNI 2022",
        "Februari 2022 0 100 100",
        "Jumlah 1.411 376 1.787",
        "Juni 2022 83 62 21 0",
        "Jumlah 298 179 82 37",
        "Dilayani dan ditolak per bulan",
        "858",
        "Kepala Dinas Sosial,",
        "Dra. Ratna Kusumawati, M.Si.",
        f"Halaman {len(halaman)} dari {len(halaman)}",
    ):
        assert bagian in teks, bagian
    assert JejakBaca.objects.filter(jenis="ekspor", oleh=kepala).count() == 1


def test_staff_print_for_the_signature_of_their_head(buku: None, staf: Pengguna, masuk_sebagai: Masuk) -> None:
    pdf = masuk_sebagai(staf).get(f"/dtks/bulanan/cetak/{RENTANG}").content
    teks = " ".join(" ".join(h.extract_text().split()) for h in PdfReader(BytesIO(pdf)).pages)
    assert "Hendra Saputra, S.Sos. Penata Tingkat I" in teks
    assert "oleh Laras Wulandari" in teks


def test_the_workbook_has_a_sheet_for_each_table(kepala: Pengguna, masuk_sebagai: Masuk) -> None:
    balasan = masuk_sebagai(kepala).get(f"/dtks/bulanan/unduh/{RENTANG}")
    buku = load_workbook(BytesIO(balasan.content))
    assert buku.sheetnames == ["Layanan", "Penolakan", "Waktu", "Jam", "Desa", "Petugas"]
    isi = list(buku["Layanan"].iter_rows(values_only=True))
    assert isi[0] == ("Bulan", "Pengajuan baru", "Reaktivasi", "Jumlah")
    assert [b[1:] for b in isi[1:-1]] == [n[:3] for n in TERBIT.values()]
    assert isi[-1] == ("Jumlah", 1411, 376, 1787)
    assert "laporan-layanan-2022-02-2022-06.xlsx" in balasan["Content-Disposition"]


@pytest.mark.parametrize(("alamat", "banyak"), [("", 15), ("cetak/", 14), ("unduh/", 11)])
def test_query_counts_do_not_grow_with_the_records(
    alamat: str, banyak: int, kepala: Pengguna, masuk_sebagai: Masuk, django_assert_max_num_queries: Any
) -> None:
    klien = masuk_sebagai(kepala)
    klien.get(f"/dtks/bulanan/{alamat}{RENTANG}")
    with django_assert_max_num_queries(banyak):
        assert klien.get(f"/dtks/bulanan/{alamat}{RENTANG}").status_code == 200


def test_the_report_itself_is_four_queries(kepala: Pengguna, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(4):
        laporan(kepala, FEBRUARI, JUNI)


@pytest.mark.parametrize(
    ("tanya", "banyak"),
    [
        ("bulan=2022-02", "151"),
        ("bulan=2022-02&sampai=2022-03", "379"),
        ("sampai=2022-03", "379"),
        ("bulan=2022-02&alasan=PERIODE_BELUM_DIBUKA", "37"),
        ("bulan=bukan", None),
        ("bulan=2022-02&desa=sumberjo,+tidak+ada", "0"),
    ],
)
def test_the_list_of_requests_narrows_by_month_reason_and_village(
    tanya: str, banyak: str | None, kepala: Pengguna, masuk_sebagai: Masuk
) -> None:
    balasan = masuk_sebagai(kepala).get(f"/dtks/permohonan/?{tanya}")
    assert balasan.status_code == 200
    if banyak is not None:
        assert balasan.context["jumlah_teks"] == banyak


def test_a_village_is_found_by_a_piece_of_its_name(
    permohonan: Permohonan, warga: Individu, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(pimpinan)
    for cari, banyak in (("sumber", "1"), ("Desa Sumberjo, Wanasari Barat", "1"), ("karang", "0"), ("%", "0")):
        assert klien.get("/dtks/permohonan/", {"desa": cari}).context["jumlah_teks"] == banyak, cari

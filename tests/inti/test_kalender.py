"""Working days, and the calendar that is filled from the national one without touching what people changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from inti.galat import AturanDilanggar
from inti.models import HariLibur, Pengguna
from inti.queries.kalender import libur_antara
from inti.rules.kalender import bulan_penuh, hari_kerja, rinci_hari, tambah_bulan, tambah_hari_kerja
from inti.services.kalender import kalender_isi
from inti.services.rekam import rekam_buang, rekam_ubah

Masuk = Callable[[Pengguna], Client]
D = dt.date
HARI = st.dates(D(2020, 1, 1), D(2030, 12, 31))
LIBUR = st.sets(HARI, max_size=30)


@pytest.mark.parametrize(
    ("mulai", "sampai", "libur", "harus"),
    [
        (D(2026, 11, 16), D(2026, 11, 20), (), 5),
        (D(2026, 11, 16), D(2026, 11, 22), (), 5),
        (D(2026, 11, 21), D(2026, 11, 22), (), 0),
        (D(2026, 11, 20), D(2026, 11, 23), (), 2),
        (D(2026, 12, 21), D(2027, 1, 4), (D(2026, 12, 24), D(2026, 12, 25), D(2027, 1, 1)), 8),
        (D(2026, 11, 20), D(2026, 11, 19), (), 0),
        (D(2028, 2, 28), D(2028, 3, 1), (), 3),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(mulai: dt.date, sampai: dt.date, libur: Any, harus: int) -> None:
    assert hari_kerja(mulai, sampai, libur) == harus


@given(HARI, st.integers(0, 60), st.integers(0, 60), LIBUR)
def test_a_span_cut_in_two_counts_the_same(mulai: dt.date, a: int, b: int, libur: set[dt.date]) -> None:
    tengah, sampai = mulai + dt.timedelta(days=a), mulai + dt.timedelta(days=a + b + 1)
    bagian = hari_kerja(mulai, tengah, libur) + hari_kerja(tengah + dt.timedelta(days=1), sampai, libur)
    assert bagian == hari_kerja(mulai, sampai, libur)
    nama = dict.fromkeys(libur, "Libur")
    assert sum(h.dihitung for h in rinci_hari(mulai, sampai, nama)) == bagian


@given(HARI, st.integers(1, 40), LIBUR)
def test_adding_working_days_is_the_inverse_of_counting_them(mulai: dt.date, n: int, libur: set[dt.date]) -> None:
    akhir = tambah_hari_kerja(mulai, n, libur)
    assert hari_kerja(mulai + dt.timedelta(days=1), akhir, libur) == n
    assert hari_kerja(akhir, akhir, libur) == 1


def test_a_holiday_is_named_before_the_weekend() -> None:
    sabtu, minggu = rinci_hari(D(2026, 11, 21), D(2026, 11, 22), {D(2026, 11, 22): "Hari Raya"})
    assert (sabtu.sebab, minggu.sebab) == ("Sabtu", "Hari Raya")


def test_months_end_on_days_that_exist() -> None:
    assert tambah_bulan(D(2027, 1, 31), 1) == D(2027, 2, 28)
    assert tambah_bulan(D(2026, 11, 30), 3) == D(2027, 2, 28)
    assert bulan_penuh(D(2025, 3, 1), D(2026, 2, 28)) == 11
    assert bulan_penuh(D(2025, 3, 1), D(2026, 3, 1)) == 12
    with pytest.raises(ValueError, match="nol"):
        tambah_hari_kerja(D(2026, 1, 1), -1, ())
    with pytest.raises(ValueError, match="panjang"):
        hari_kerja(D(2000, 1, 1), D(2020, 1, 1), ())


@pytest.mark.django_db
def test_filling_twice_adds_nothing_and_touches_no_edited_day(penyelia: Pengguna) -> None:
    baru = kalender_isi(tahun=2026, oleh=penyelia)
    assert {h.jenis for h in baru} == {"nasional", "cuti_bersama"}
    natal = HariLibur.objects.get(tanggal=D(2026, 12, 25))
    rekam_ubah(objek=natal, isian={"nama": "Natal kantor"}, oleh=penyelia)
    pindah = HariLibur.objects.get(tanggal=D(2026, 5, 27))
    rekam_ubah(objek=pindah, isian={"tanggal": D(2026, 5, 28) + dt.timedelta(days=1)}, oleh=penyelia)
    rekam_buang(objek=HariLibur.objects.get(tanggal=D(2026, 2, 16)), oleh=penyelia)
    assert kalender_isi(tahun=2026, oleh=penyelia) == []
    natal.refresh_from_db()
    assert natal.nama == "Natal kantor"
    assert not HariLibur.objects.hidup().filter(tanggal__in=[D(2026, 5, 27), D(2026, 2, 16)]).exists()
    with pytest.raises(AturanDilanggar):
        kalender_isi(tahun=1800, oleh=penyelia)


@pytest.mark.django_db
def test_joint_leave_is_named_as_such() -> None:
    HariLibur.objects.create(tanggal=D(2026, 12, 24), nama="Natal", jenis="cuti_bersama")
    HariLibur.objects.create(tanggal=D(2026, 12, 25), nama="Hari Raya Natal")
    assert libur_antara(D(2026, 12, 1), D(2026, 12, 31)) == {
        D(2026, 12, 24): "Cuti bersama: Natal",
        D(2026, 12, 25): "Hari Raya Natal",
    }


@pytest.mark.django_db
def test_the_page_fills_a_year_and_a_taken_date_is_said(
    instansi: Any, personalia: Pengguna, staf: Pengguna, masuk_sebagai: Masuk, django_assert_max_num_queries: Any
) -> None:
    klien = masuk_sebagai(personalia)
    balasan = klien.post("/kantor/kalender/isi/", {"tahun": "2026"}, follow=True)
    assert "hari ditambahkan untuk tahun 2026" in balasan.content.decode()
    assert (
        "tidak ada yang berubah" in klien.post("/kantor/kalender/isi/", {"tahun": "2026"}, follow=True).content.decode()
    )
    assert klien.post("/kantor/kalender/isi/", {"tahun": "1"}).status_code == 422
    ganda = klien.post(
        "/kantor/kalender/baru/", {"tanggal": "25-12-2026", "nama": "Lagi", "jenis": "daerah", "dasar_hukum": ""}
    )
    assert ganda.status_code == 422 and "sudah tercatat" in ganda.content.decode()
    with django_assert_max_num_queries(19):
        assert "Hari Raya Natal" in klien.get("/kantor/kalender/?tahun=2026&jenis=nasional").content.decode()
    buang = HariLibur.objects.get(tanggal=D(2026, 12, 25))
    klien.post(f"/kantor/kalender/{buang.pk}/buang/", {"versi": "1"})
    HariLibur.objects.create(tanggal=D(2026, 12, 25), nama="Pengganti")
    balasan = klien.post("/kantor/kalender/sampah/", {"pk": str(buang.pk)}, follow=True)
    assert "sudah tercatat" in balasan.content.decode()
    biasa = masuk_sebagai(staf)
    assert biasa.get("/kantor/kalender/?tahun=2026").status_code == 200
    assert biasa.post("/kantor/kalender/isi/", {"tahun": "2027"}).status_code == 403

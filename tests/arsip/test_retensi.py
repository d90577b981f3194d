"""The rules of retention: which row rules, when the times end, what blocks a destruction; codes on labels."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arsip.rules.baris_jra import baca_nasib, baca_peristiwa, baca_tahun, penilai_jra
from arsip.rules.label import baca_label, kode_label
from arsip.rules.musnah import JAUH, DataMusnah, halangan, pemberi_setuju
from arsip.rules.retensi import Baris, baris_untuk, masa, susun_jadwal, tahap, tambah_tahun

HARI = dt.date(2026, 11, 22)
HARI_HARI = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))


def baris(pk: int, kode: str, *, aktif: int = 1, inaktif: int = 2, peristiwa: str = "tutup_berkas",
          mulai: dt.date = dt.date(2010, 1, 1), sampai: dt.date | None = None) -> Baris:  # fmt: skip
    return Baris(pk, kode, aktif, inaktif, "musnah", peristiwa, mulai, sampai)


@pytest.mark.parametrize(
    ("kode", "hari", "pk"),
    [
        ("900.1.5", HARI, 3),  # its own row
        ("900.1.7", HARI, 2),  # the nearest above
        ("900.2", HARI, 1),
        ("900", HARI, 1),
        ("800.1", HARI, None),
        ("900.1.5", dt.date(2015, 6, 1), 2),  # its own row was not in force yet
        ("900.4", dt.date(2023, 12, 31), 4),  # the old row to its last day
        ("900.4", dt.date(2024, 1, 1), 5),
        ("900.4", dt.date(2009, 1, 1), None),
        ("9001", HARI, None),  # no child of 900
    ],
)
def test_the_nearest_row_in_force_rules(kode: str, hari: dt.date, pk: int | None) -> None:
    jadwal = susun_jadwal(
        [
            baris(1, "900"),
            baris(2, "900.1"),
            baris(3, "900.1.5", mulai=dt.date(2020, 1, 1)),
            baris(4, "900.4", sampai=dt.date(2023, 12, 31)),
            baris(5, "900.4", mulai=dt.date(2024, 1, 1)),
        ]
    )
    hasil = baris_untuk(kode, hari, jadwal)
    assert (hasil.pk if hasil else None) == pk


@pytest.mark.parametrize(
    ("peristiwa", "hari", "aktif", "inaktif"),
    [
        ("tutup_berkas", dt.date(2020, 3, 5), dt.date(2021, 3, 5), dt.date(2023, 3, 5)),
        ("tutup_berkas", dt.date(2024, 2, 29), dt.date(2025, 2, 28), dt.date(2027, 2, 28)),
        ("akhir_tahun_anggaran", dt.date(2020, 3, 5), dt.date(2021, 12, 31), dt.date(2023, 12, 31)),
        ("akhir_tahun_anggaran", dt.date(2020, 12, 31), dt.date(2021, 12, 31), dt.date(2023, 12, 31)),
    ],
)
def test_times_end_by_the_event(peristiwa: str, hari: dt.date, aktif: dt.date, inaktif: dt.date) -> None:
    hasil = masa(baris(1, "900", peristiwa=peristiwa), hari)
    assert (hasil.aktif_sampai, hasil.inaktif_sampai) == (aktif, inaktif)
    assert tahap(hasil, aktif) == "aktif" and tahap(hasil, inaktif) == "inaktif"
    assert tahap(hasil, inaktif + dt.timedelta(days=1)) == "habis"


@given(HARI_HARI, st.integers(0, 60), st.integers(0, 60))
def test_years_add_up_whatever_the_day(hari: dt.date, a: int, b: int) -> None:
    hasil = masa(baris(1, "900", aktif=a, inaktif=b), hari)
    assert hasil.aktif_sampai <= hasil.inaktif_sampai == tambah_tahun(hari, a + b)
    assert hasil.inaktif_sampai.year == hari.year + a + b and hasil.inaktif_sampai.month == hari.month


@given(HARI_HARI, HARI_HARI, st.integers(0, 40), st.integers(0, 40))
def test_a_later_event_never_ends_earlier(satu: dt.date, dua: dt.date, a: int, b: int) -> None:
    r = baris(1, "900", aktif=a, inaktif=b, peristiwa="akhir_tahun_anggaran")
    awal, akhir = sorted([satu, dua])
    assert masa(r, awal).inaktif_sampai <= masa(r, akhir).inaktif_sampai


BERSIH = DataMusnah("inaktif", "900.1", True, "musnah", "", dt.date(2020, 1, 1), "", "", False, "")


@pytest.mark.parametrize(
    ("ganti", "kode"),
    [
        ({}, None),
        ({"ada_jadwal": False}, "NO_RETENTION"),
        ({"kode": ""}, "NO_RETENTION"),
        ({"nasib": "permanen"}, "PERMANEN"),
        ({"status": "permanen"}, "PERMANEN"),
        ({"status": "musnah"}, "SUDAH_MUSNAH"),
        ({"inaktif_sampai": HARI}, "BELUM_JATUH_TEMPO"),
        ({"inaktif_sampai": HARI - dt.timedelta(days=1)}, None),
        ({"inaktif_sampai": JAUH}, "BELUM_JATUH_TEMPO"),
        ({"nasib": "dinilai"}, "BELUM_DINILAI"),
        ({"nasib": "dinilai", "penilaian": "musnah"}, None),
        ({"nasib": "dinilai", "penilaian": "simpan"}, "BELUM_DINILAI"),
        ({"tahan": "Perkara"}, "DITAHAN"),
        ({"periksa": "BPK"}, "DALAM_PEMERIKSAAN"),
        ({"dipinjam": True}, "DIPINJAM"),
        ({"beku": "Permintaan terbuka."}, "PERMINTAAN_SUBJEK"),
    ],
)
def test_each_block_has_its_code(ganti: dict, kode: str | None) -> None:
    from dataclasses import replace

    hasil = halangan(replace(BERSIH, **ganti), HARI)
    assert [h.kode for h in hasil] == ([kode] if kode else [])
    assert all(h.kalimat.endswith((".", "Perkara", "BPK")) for h in hasil)


def test_all_blocks_are_named_at_once() -> None:
    from dataclasses import replace

    semua = halangan(replace(BERSIH, tahan="Perkara", periksa="BPK", dipinjam=True, beku="Beku."), HARI)
    assert [h.kode for h in semua] == ["DITAHAN", "DALAM_PEMERIKSAAN", "DIPINJAM", "PERMINTAAN_SUBJEK"]


def test_ten_years_need_the_national_archive() -> None:
    assert pemberi_setuju([3, 9]) == "kepala_daerah"
    assert pemberi_setuju([3, 10]) == "kepala_anri"
    assert pemberi_setuju([10], 15) == "kepala_daerah"
    assert pemberi_setuju([]) == "kepala_daerah"


@given(st.sampled_from("TR"), st.integers(1, 10**9))
def test_a_label_names_its_thing_however_it_is_typed(jenis: str, pk: int) -> None:
    kode = kode_label(jenis, pk)
    assert baca_label(kode) == (jenis, pk)
    assert baca_label(f" {kode[:4].lower()}-{kode[4:].lower()} ") == (jenis, pk)
    assert baca_label(f"http://kantor.example/arsip/q/{kode}/") == (jenis, pk)


@given(st.integers(1, 10**6), st.data())
def test_one_wrong_character_is_noticed(pk: int, data: st.DataObject) -> None:
    from arsip.rules.label import ABJAD

    kode = kode_label("R", pk)
    letak = data.draw(st.integers(1, len(kode) - 2))
    lain = data.draw(st.sampled_from([c for c in ABJAD if c != kode[letak]]))
    hasil = baca_label(kode[:letak] + lain + kode[letak + 1 :])
    assert hasil is None or abs(ABJAD.index(lain) - ABJAD.index(kode[letak])) == 31


@pytest.mark.parametrize("teks", ["", "X", "R00001", "RZZZZZZ", "9" * 40, "T00001U", "<script>"])
def test_what_is_no_label_is_none(teks: str) -> None:
    assert baca_label(teks) is None


@pytest.mark.parametrize(
    ("sel", "tahun"), [(2, 2), (2.0, 2), ("2", 2), ("2 tahun", 2), ("2 (dua) tahun setelah ditutup", 2), ("10 th", 10)]
)
def test_years_are_read_as_people_write_them(sel: object, tahun: int) -> None:
    assert baca_tahun(sel) == tahun


@pytest.mark.parametrize("sel", ["", "dua", "2.5", 2.5, 101, -1, True, "selamanya"])
def test_what_is_no_number_of_years_is_refused(sel: object) -> None:
    with pytest.raises(ValueError):
        baca_tahun(sel)


def test_fates_and_events_are_read_from_words() -> None:
    assert [baca_nasib(t) for t in ("Musnah", "PERMANEN", "Dinilai kembali")] == ["musnah", "permanen", "dinilai"]
    assert baca_peristiwa("Setelah tahun anggaran berakhir") == "akhir_tahun_anggaran"
    assert baca_peristiwa("", "2 tahun setelah tidak berlaku") == "tidak_berlaku"
    assert baca_peristiwa("", "2 tahun") == "tutup_berkas"
    with pytest.raises(ValueError):
        baca_peristiwa("kapan saja")


def test_a_bad_row_says_all_that_is_wrong() -> None:
    nilai = penilai_jra({})
    isi, temuan = nilai(["9..1", "", "dua", "2", "hilang", "", "", "kemarin"])
    assert isi is None
    assert [t[2] for t in temuan] == ["KODE_BENTUK", "URAIAN_KOSONG", "TAHUN_SALAH", "NASIB_SALAH", "TANGGAL_SALAH"]
    isi, temuan = nilai(["900.1", "Anggaran", "2 tahun", 5.0, "Musnah", "", "Perbup", "01-01-2024"])
    assert not temuan and isi == ("900.1", "Anggaran", 2, 5, "musnah", "tutup_berkas", "Perbup", "2024-01-01")

"""One row of a delivery: a line of this table for each rule."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dtks.rules.baris import URUTAN, Konteks, WilayahNik, baca_periode, baku_wilayah, penilai, periksa_baris

HARI = dt.date(2026, 11, 1)
BAIK = {
    "id_dtks": "331700000000001",
    "nik": "3317015702900001",
    "no_kk": "3317010101150001",
    "nama": "SRI HANDAYANI",
    "tempat_lahir": "REMBANG",
    "tanggal_lahir": dt.date(1990, 2, 17),
    "jenis_kelamin": "P",
    "alamat": "DUKUH KRAJAN",
    "rt": "001",
    "rw": "002",
    "desa": "DESA SUMBER 1",
    "kecamatan": "SUMBER",
    "hubungan": "ISTRI",
    "desil": 3.0,
    "pbi_jk": "YA",
    "pkh": "TIDAK",
    "bpnt": "",
    "dikecualikan": "",
    "sumber": "DTSEN",
    "periode": "2026-TW3",
}


def periksa(**ubah):
    desa = {("SUMBER1", "SUMBER"): 7, ("SUMBER1", ""): 7}
    konteks = Konteks(desa, WilayahNik(["33.17.01"]), HARI)
    baris, temuan = periksa_baris([(BAIK | ubah)[k] for k in URUTAN], konteks)
    return baris, {t.cacat.kode for t in temuan}


def test_a_clean_row_passes_without_a_word():
    baris, kode = periksa()
    assert kode == set()
    assert (baris.desa_id, baris.desil, baris.pbi_jk, baris.bpnt, baris.periode_urut) == (7, 3, True, False, 202609)


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"nik": "331701570290000"}, "NIK_PANJANG"),
        ({"nik": 3317015702900001.0}, "NIK_SEL_ANGKA"),
        ({"nik": "3,31702E+15"}, "NIK_SEL_ANGKA"),
        ({"nik": "3317015702900001.0"}, "NIK_SEL_ANGKA"),
        ({"nik": ""}, "NIK_KOSONG"),
        ({"nik": "３３１７０１５７０２９０００AB"}, "NIK_BUKAN_ANGKA"),
        ({"nik": "0" * 16}, "NIK_NOL"),
        ({"no_kk": ""}, "KK_KOSONG"),
        ({"no_kk": 3317010101150001.0}, "KK_SEL_ANGKA"),
        ({"no_kk": "331701"}, "KK_PANJANG"),
        ({"nama": "  "}, "NAMA_KOSONG"),
        ({"nama": "A" * 121}, "ISIAN_TERLALU_PANJANG"),
        ({"alamat": "A" * 201}, "ISIAN_TERLALU_PANJANG"),
        ({"desa": "D" * 81}, "ISIAN_TERLALU_PANJANG"),
        ({"tanggal_lahir": "31/02/1988"}, "TANGGAL_LAHIR_TAK_TERBACA"),
        ({"tanggal_lahir": 32000.0}, "TANGGAL_LAHIR_TAK_TERBACA"),
        ({"tanggal_lahir": dt.date(2026, 11, 2)}, "TANGGAL_LAHIR_MASA_DEPAN"),
        ({"jenis_kelamin": "X"}, "KELAMIN_TAK_DIKENAL"),
        ({"desil": 11.0}, "DESIL_DI_LUAR"),
        ({"desil": 0.0}, "DESIL_DI_LUAR"),
        ({"desil": 3.5}, "DESIL_DI_LUAR"),
        ({"desil": True}, "DESIL_DI_LUAR"),
        ({"desil": "²"}, "DESIL_DI_LUAR"),
        ({"pbi_jk": "MUNGKIN"}, "ISIAN_YA_TIDAK"),
        ({"periode": ""}, "PERIODE_KOSONG"),
        ({"periode": "2026-TW5"}, "PERIODE_TAK_DIKENAL"),
    ],
)
def test_what_refuses_a_row(ubah, kode):
    baris, ditemukan = periksa(**ubah)
    assert baris is None and kode in ditemukan


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"jenis_kelamin": "L"}, "NIK_KELAMIN_BEDA"),
        ({"tanggal_lahir": dt.date(1990, 2, 18)}, "NIK_TANGGAL_BEDA"),
        ({"nik": "3317995702900001"}, "NIK_WILAYAH_TAK_DIKENAL"),
        ({"nik": "9917015702900001"}, "NIK_WILAYAH_TAK_DIKENAL"),
        ({"no_kk": "3317015702900001"}, "KK_SAMA_DENGAN_NIK"),
        ({"tanggal_lahir": ""}, "TANGGAL_LAHIR_KOSONG"),
        ({"jenis_kelamin": ""}, "KELAMIN_KOSONG"),
        ({"desa": "ANTAH"}, "DESA_TAK_DIKENAL"),
        ({"desa": ""}, "DESA_KOSONG"),
        ({"id_dtks": 331700000000001.0}, "ID_DTKS_SEL_ANGKA"),
        ({"id_dtks": "A-12"}, "ID_DTKS_BUKAN_ANGKA"),
    ],
)
def test_what_only_warns(ubah, kode):
    baris, ditemukan = periksa(**ubah)
    assert baris is not None and ditemukan == {kode}


@pytest.mark.parametrize(
    ("ubah", "bidang", "nilai"),
    [
        ({"nik": " 331701 570290 0001 "}, "nik", "3317015702900001"),
        ({"nik": "'3317015702900001"}, "nik", "3317015702900001"),
        ({"nik": "331701.570290.0001"}, "nik", "3317015702900001"),
        ({"nik": "3275015702900001"}, "nik", "3275015702900001"),  # from a regency that is not loaded
        ({"tanggal_lahir": "17 Februari 1990"}, "tanggal_lahir", dt.date(1990, 2, 17)),
        ({"tanggal_lahir": "17/02/1990"}, "tanggal_lahir", dt.date(1990, 2, 17)),
        ({"tanggal_lahir": dt.datetime(1990, 2, 17)}, "tanggal_lahir", dt.date(1990, 2, 17)),
        ({"nama": '=HYPERLINK("x")'}, "nama", '=HYPERLINK("x")'),
        ({"nama": "'=1+1"}, "nama", "=1+1"),  # as our own csv export writes it
        ({"nama": "  SRI\u00a0  HANDAYANI\t\0"}, "nama", "SRI HANDAYANI"),
        ({"nama": "PT Maju <Tbk>"}, "nama", "PT Maju <Tbk>"),
        ({"jenis_kelamin": "Perempuan"}, "jenis_kelamin", "P"),
        ({"desil": "7"}, "desil", 7),
        ({"desil": ""}, "desil", None),
        ({"pkh": "ya"}, "pkh", True),
        ({"pkh": 1.0}, "pkh", True),
        ({"rt": 3.0}, "rt", "003"),
        ({"id_dtks": ""}, "id_dtks", ""),
        ({"desa": "Sumber 1"}, "desa_id", 7),
        ({"desa": "Kel. Sumber-1", "kecamatan": "Kec. Sumber"}, "desa_id", 7),
        ({"kecamatan": ""}, "desa_id", 7),
        ({"hubungan": "kepala"}, "hubungan", "KEPALA KELUARGA"),
        ({"periode": "TW III 2026"}, "periode", "2026-TW3"),
    ],
)
def test_what_is_cleaned_without_a_word(ubah, bidang, nilai):
    baris, ditemukan = periksa(**ubah)
    assert ditemukan == set() and getattr(baris, bidang) == nilai


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("2026-TW3", ("2026-TW3", 202609)),
        ("2026 triwulan 1", ("2026-TW1", 202603)),
        ("TW4 2025", ("2025-TW4", 202512)),
        ("2022-02", ("2022-02", 202202)),
        ("2022/13", None),
        ("kemarin", None),
    ],
)
def test_periods_are_named_one_way(teks, hasil):
    assert baca_periode(teks) == hasil


def test_the_names_of_regions_are_compared_without_their_kind():
    assert baku_wilayah("Kel. Sumber") == baku_wilayah("SUMBER") == baku_wilayah("Desa  SUMBER")
    assert baku_wilayah("DESA") == "DESA"


def test_the_judge_of_the_pipeline_speaks_plain_data():
    nilai = penilai({"desa": [["SUMBER1", "SUMBER", 7]], "kecamatan": ["33.17.01"], "hari": HARI.isoformat()})
    baris, temuan = nilai([BAIK[k] for k in URUTAN])
    assert temuan == [] and json.loads(json.dumps(baris)) == list(baris) and baris[5] == "1990-02-17"
    baris, temuan = nilai([(BAIK | {"tanggal_lahir": dt.date(2030, 1, 1)})[k] for k in URUTAN])
    assert baris is None and ("tanggal_lahir", "2030-01-01") in {t[:2] for t in temuan}


SEL = st.one_of(
    st.text(max_size=20),
    st.text(alphabet="0123456789²٣ＯO.,-/' \0\n=", max_size=20),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.sampled_from(list(BAIK.values())),
)


@given(st.lists(SEL, min_size=len(URUTAN), max_size=len(URUTAN)))
def test_any_cells_give_a_row_or_findings(sel):
    konteks = {"desa": [["SUMBER1", "SUMBER", 7]], "kecamatan": ["33.17.01"], "hari": HARI.isoformat()}
    nilai, temuan = penilai(konteks)(sel)
    assert nilai is not None or any(t[4] for t in temuan)
    if nilai is not None:
        assert len(nilai[1]) == len(nilai[2]) == 16 and (nilai[1] + nilai[2]).isdigit()
        assert not any("\0" in n for n in nilai if isinstance(n, str))


@given(st.fixed_dictionaries({k: st.one_of(st.just(v), SEL) for k, v in BAIK.items()}))
def test_a_row_with_some_strange_cells_gives_a_row_or_findings(isi):
    pastikan_baris_atau_temuan = test_any_cells_give_a_row_or_findings.hypothesis.inner_test
    pastikan_baris_atau_temuan([isi[k] for k in URUTAN])

"""Identity numbers: what is refused, what only warns, by the office's table."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inti.formats import (
    cacat_nik,
    format_nip,
    format_npwp,
    jenis_nip,
    kelamin_dari_nik,
    periksa_id_dtks,
    periksa_kk,
    periksa_kpj,
    periksa_nik,
    periksa_nip,
    periksa_npp,
    periksa_npwp,
    periksa_telepon,
    rapikan_nomor,
    tanggal_dari_nik,
)


def kode(hasil):
    return [c.kode for c in hasil.galat], [c.kode for c in hasil.peringatan]


@pytest.mark.parametrize(
    ("mentah", "bersih"),
    [
        ("9971015503840031", "9971015503840031"),
        ("'9971 0155.0384-0031 ", "9971015503840031"),
        ("’9971\u00a00155\u200b03840031\ufeff", "9971015503840031"),
        ("９９７１", "9971"),
        ("19681029199303.1.004", "196810291993031004"),
        (None, ""),
        (30283, "30283"),
        (30283.0, "30283"),
    ],
)
def test_cleaning_keeps_only_what_counts(mentah, bersih):
    assert rapikan_nomor(mentah) == bersih


@pytest.mark.parametrize(
    ("nilai", "galat", "peringatan"),
    [
        ("9971015503840031", [], []),
        ("9971 0155 0384 0031", [], []),
        ("", ["NIK_KOSONG"], []),
        (None, ["NIK_KOSONG"], []),
        ("  ", ["NIK_KOSONG"], []),
        ("99710155038400", ["NIK_PANJANG"], []),
        ("99710155038400311", ["NIK_PANJANG"], []),
        ("997101550384003A", ["NIK_BUKAN_ANGKA"], []),
        ("٩٩٧١٠١٥٥٠٣٨٤٠٠٣١", ["NIK_BUKAN_ANGKA"], []),
        ("0" * 16, ["NIK_NOL"], []),
        (9971015503840031, ["NIK_SEL_ANGKA"], []),
        (9.971015503840031e15, ["NIK_SEL_ANGKA"], []),
        ("9,97102E+15", ["NIK_SEL_ANGKA"], []),
        ("9971015503840031.0", ["NIK_SEL_ANGKA"], []),
        ("9971013202840031", [], ["NIK_TANGGAL_MUSTAHIL"]),
        ("9971012902830031", [], ["NIK_TANGGAL_MUSTAHIL"]),
        ("9971012902840031", [], []),
        ("9971016902000031", [], []),
        ("9971015503840000", [], ["NIK_SERI_NOL"]),
        ("9971010000000000", [], ["NIK_TANGGAL_MUSTAHIL", "NIK_SERI_NOL"]),
    ],
)
def test_nik_shapes(nilai, galat, peringatan):
    assert kode(periksa_nik(nilai)) == (galat, peringatan)


def test_the_length_message_says_value_rule_and_remedy():
    (cacat,) = periksa_nik("997101550384003").galat
    assert cacat.pesan == "NIK harus 16 angka; yang diisi 15. Periksa pada KTP."


def test_a_nik_is_compared_with_the_record_and_only_warns():
    hasil = periksa_nik(
        "9971015503840031", tanggal_lahir=date(1984, 3, 16), jenis_kelamin="Laki-laki", wilayah={"997102"}
    )
    assert hasil.sah
    assert kode(hasil)[1] == ["NIK_TANGGAL_BEDA", "NIK_KELAMIN_BEDA", "NIK_WILAYAH_TAK_DIKENAL"]
    cocok = periksa_nik(
        "9971015503840031", tanggal_lahir=date(1984, 3, 15), jenis_kelamin="PEREMPUAN", wilayah={"997101"}
    )
    assert kode(cocok) == ([], [])


def test_clean_niks_share_one_empty_tuple():
    assert cacat_nik("9971015503840031", None, "", None) is cacat_nik("9971011503840031", date(1984, 3, 15), "L", None)


hari_lahir = st.dates(min_value=date(1927, 1, 1), max_value=date(2026, 11, 1))


@given(hari_lahir, st.sampled_from("LP"), st.integers(1, 9999))
def test_a_nik_made_from_a_birth_date_says_the_same(lahir, kelamin, seri):
    nik = f"997101{lahir.day + 40 * (kelamin == 'P'):02d}{lahir:%m%y}{seri:04d}"
    assert cacat_nik(nik, lahir, kelamin, {"997101"}) == ()
    assert tanggal_dari_nik(nik, acuan=date(2026, 11, 20)) == lahir
    assert kelamin_dari_nik(nik) == kelamin
    besok = [c.kode for c in cacat_nik(nik, lahir + timedelta(days=1), kelamin, None)]
    assert besok == ["NIK_TANGGAL_BEDA"]


@given(st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.text("0123456789", min_size=14, max_size=18)))
def test_no_value_whatever_raises(nilai):
    for periksa in (
        periksa_nik,
        periksa_kk,
        periksa_nip,
        periksa_npwp,
        periksa_npp,
        periksa_kpj,
        periksa_id_dtks,
        periksa_telepon,
    ):
        hasil = periksa(nilai)
        assert isinstance(hasil.nilai, str)
        assert all(c.menolak for c in hasil.galat)
        assert not any(c.menolak for c in hasil.peringatan)


@given(st.text("0123456789", min_size=16, max_size=16), st.sampled_from(["", "L", "P"]))
def test_sixteen_digits_are_refused_only_when_all_zero(nik, kelamin):
    assert periksa_nik(nik, jenis_kelamin=kelamin).sah == (nik != "0" * 16)


@pytest.mark.parametrize(
    ("nilai", "nik", "galat", "peringatan"),
    [
        ("9971010806150007", "9971015503840031", [], []),
        ("9971015503840031", "9971015503840031", [], ["KK_SAMA_DENGAN_NIK"]),
        ("997101080615000", None, ["KK_PANJANG"], []),
        ("99710108061500O7", None, ["KK_BUKAN_ANGKA"], []),
        (9971010806150007.0, None, ["KK_SEL_ANGKA"], []),
        ("", None, ["KK_KOSONG"], []),
        ("0" * 16, "0" * 16, [], ["KK_NOL"]),
    ],
)
def test_family_card_numbers(nilai, nik, galat, peringatan):
    assert kode(periksa_kk(nilai, nik=nik)) == (galat, peringatan)


@pytest.mark.parametrize(
    "bentuk", ["19681029 199303 1 004", "19681029199303.1.004", "'196810291993031004", "19681029-199303-1-004"]
)
def test_all_printed_forms_of_a_nip_are_one(bentuk):
    hasil = periksa_nip(bentuk, tanggal_lahir=date(1968, 10, 29), jenis_kelamin="L")
    assert (hasil.nilai, kode(hasil)) == ("196810291993031004", ([], []))
    assert format_nip(bentuk) == "19681029 199303 1 004"


@pytest.mark.parametrize(
    ("nip", "jenis", "galat", "peringatan"),
    [
        ("199105172023212006", "PPPK", [], []),
        ("199105172025242006", "PPPK", [], []),
        ("197209141998032004", "PNS", [], []),
        ("197213141998032004", "PNS", [], ["NIP_TANGGAL_MUSTAHIL"]),
        ("197209141998133004", "", [], ["NIP_BENTUK_TAK_DIKENAL", "NIP_KELAMIN_MUSTAHIL"]),
        ("19720914199803200", "PNS", ["NIP_PANJANG"], []),
        ("19720914199803200X", "PNS", ["NIP_BUKAN_ANGKA"], []),
    ],
)
def test_nip_of_both_kinds(nip, jenis, galat, peringatan):
    assert kode(periksa_nip(nip)) == (galat, peringatan)
    assert jenis_nip(nip) == jenis


def test_a_nip_that_differs_from_the_record_warns():
    hasil = periksa_nip("197209141998032004", tanggal_lahir=date(1972, 9, 15), jenis_kelamin="L")
    assert kode(hasil) == ([], ["NIP_TANGGAL_BEDA", "NIP_KELAMIN_BEDA"])


@pytest.mark.parametrize("teks", ["", None, "belum ada", "123"])
def test_what_is_no_nip_is_printed_as_given(teks):
    assert format_nip(teks) == (teks or "")


@pytest.mark.parametrize(
    ("periksa", "nilai", "bersih", "galat", "peringatan"),
    [
        (periksa_npwp, "01.234.567.8-901.000", "012345678901000", [], []),
        (periksa_npwp, "9971015503840031", "9971015503840031", [], []),
        (periksa_npwp, "12345", "12345", ["NPWP_PANJANG"], []),
        (periksa_npp, "00030283", "00030283", [], []),
        (periksa_npp, "jj030283-001", "JJ030283001", [], []),
        (periksa_npp, 30283.0, "00030283", [], ["NPP_SEL_ANGKA"]),
        (periksa_npp, "30283", "30283", [], ["NPP_BENTUK"]),
        (periksa_npp, " ", "", ["NPP_KOSONG"], []),
        (periksa_kpj, "12345678901", "12345678901", [], []),
        (periksa_kpj, "1234567890", "1234567890", [], ["KPJ_PANJANG"]),
        (periksa_kpj, "", "", ["KPJ_KOSONG"], []),
        (periksa_id_dtks, "", "", [], []),
        (periksa_id_dtks, "3317-0001", "33170001", [], []),
        (periksa_id_dtks, "33A7", "33A7", [], ["ID_DTKS_BUKAN_ANGKA"]),
        (periksa_telepon, "0812-3456-7890", "+6281234567890", [], []),
        (periksa_telepon, "+62 812 3456 7890", "+6281234567890", [], []),
        (periksa_telepon, "62(0)81234567890", "+6281234567890", [], []),
        (periksa_telepon, 81234567890.0, "+6281234567890", [], []),
        (periksa_telepon, "(0299) 555-0142", "+622995550142", [], []),
        (periksa_telepon, "+60 12 345 6789", "+60123456789", [], []),
        (periksa_telepon, "0812345", "0812345", [], ["TELEPON_PANJANG"]),
        (periksa_telepon, "0812/0813", "0812/0813", [], ["TELEPON_BUKAN_ANGKA"]),
        (periksa_telepon, None, "", [], []),
    ],
)
def test_the_other_numbers(periksa, nilai, bersih, galat, peringatan):
    hasil = periksa(nilai)
    assert (hasil.nilai, *kode(hasil)) == (bersih, galat, peringatan)


def test_an_old_npwp_warns_only_on_a_new_record():
    assert kode(periksa_npwp("012345678901000", baru=True)) == ([], ["NPWP_LAMA"])
    assert format_npwp("012345678901000") == "01.234.567.8-901.000"

"""Rules of careers by table and by property: pension, KGB, promotion, DUK, histories that can't be, names of scans."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kepegawaian.models.pilihan import Jenis, JenisJabatan, Keadaan, Pangkat, Sebagai
from kepegawaian.rules.duk import BarisDuk, kunci_duk
from kepegawaian.rules.karier import (
    Didik,
    Jabatan,
    Karier,
    Kepangkatan,
    Kgb,
    Status,
    awal_bulan_berikut,
    keadaan_pada,
    kgb_berikut,
    masa_kerja,
    naik_berikut,
    pensiun,
    periode_naik,
    tambah_bulan,
)
from kepegawaian.rules.nama_berkas import baca_nama
from kepegawaian.rules.nilai import BarisNilai, Nilai, langkah
from kepegawaian.rules.urutan import periksa_jabatan, periksa_pangkat, periksa_status
from kepegawaian.services.aturan_awal import baris_awal

D = dt.date
NILAI = Nilai(BarisNilai(b.kode, b.nilai, b.berlaku_mulai, b.berlaku_sampai, b.dasar_hukum) for b in baris_awal())
KINI, AWAL = D(2026, 11, 20), D(2015, 1, 1)


def jabatan(jenis: str = "pelaksana", tmt: dt.date = AWAL, **lain: Any) -> Jabatan:
    return Jabatan(tmt, lain.pop("nama", "Pengelola Data"), jenis, 1, **lain)


@pytest.mark.parametrize(
    ("lahir", "jenis", "jenjang", "tanggal"),
    [
        (D(1968, 3, 5), "administrator", "", D(2026, 4, 1)),
        (D(1968, 3, 5), "pengawas", "", D(2026, 4, 1)),
        (D(1968, 3, 5), "pelaksana", "", D(2026, 4, 1)),
        (D(1968, 3, 5), "jpt", "", D(2028, 4, 1)),
        (D(1968, 3, 5), "fungsional", "ahli_utama", D(2033, 4, 1)),
        (D(1968, 3, 5), "fungsional", "ahli_madya", D(2028, 4, 1)),
        (D(1968, 3, 5), "fungsional", "ahli_muda", D(2026, 4, 1)),
        (D(1968, 3, 5), "fungsional", "", D(2026, 4, 1)),
        (D(1968, 3, 1), "pelaksana", "", D(2026, 4, 1)),  # the month after, even when born on its first day
        (D(1968, 12, 31), "pelaksana", "", D(2027, 1, 1)),
        (D(1968, 2, 29), "pelaksana", "", D(2026, 3, 1)),
    ],
)
def test_pension_begins_on_the_first_of_the_month_after_the_age_of_the_post(
    lahir: dt.date, jenis: str, jenjang: str, tanggal: dt.date
) -> None:
    hasil = pensiun(lahir, jabatan(jenis, jenjang=jenjang), KINI, NILAI)
    assert hasil is not None and (hasil.tanggal, bool(hasil.dasar)) == (tanggal, True)


def test_the_date_of_pension_follows_each_mutation_and_no_temporary_post() -> None:
    k = Karier(
        lahir=D(1968, 3, 5),
        status=[Status(D(1994, 3, 1), "PNS")],
        pangkat=[Kepangkatan(D(2020, 4, 1), "IV/b", bulan=240)],
        jabatan=[
            jabatan("administrator", D(2016, 1, 1), eselon="III.a"),
            jabatan("jpt", D(2023, 7, 1), sebagai=Sebagai.PLT, sampai=D(2023, 12, 31)),
            jabatan("jpt", D(2025, 1, 15)),
            jabatan("fungsional", D(2026, 9, 1), jenjang="ahli_utama"),
            jabatan("pelaksana", D(2026, 10, 1)),
        ],
    )
    tanggal = {
        hari: keadaan_pada(k, hari, NILAI).pensiun.tanggal  # type: ignore[union-attr]
        for hari in (D(2023, 8, 1), D(2025, 1, 14), D(2025, 1, 15), D(2026, 9, 1), D(2026, 10, 1))
    }
    assert list(tanggal.values()) == [D(2026, 4, 1), D(2026, 4, 1), D(2028, 4, 1), D(2033, 4, 1), D(2026, 4, 1)]
    pergi = replace(k, status=[*k.status, Status(D(2026, 1, 1), "PNS", Keadaan.PINDAH)])
    kini = keadaan_pada(pergi, KINI, NILAI)
    assert (kini.pensiun, kini.kgb, kini.naik) == (None, None, None)


def test_a_contract_has_an_end_and_no_pension() -> None:
    k = Karier(D(1990, 1, 1), [Status(D(2024, 4, 1), "PPPK", sampai=D(2029, 3, 31))], jabatan=[jabatan()])
    kini = keadaan_pada(k, KINI, NILAI)
    assert kini.pensiun is None and kini.kontrak is not None and kini.kontrak.tanggal == D(2029, 3, 31)


@pytest.mark.parametrize(
    ("golongan", "tmt", "bulan", "kgb", "tanggal"),
    [
        ("III/a", D(2020, 3, 1), 0, [], D(2022, 3, 1)),
        ("II/a", D(2020, 3, 1), 0, [], D(2021, 3, 1)),  # 0, 1, 3, 5 …
        ("II/a", D(2020, 3, 1), 12, [], D(2022, 3, 1)),
        ("II/c", D(2020, 3, 1), 0, [], D(2023, 3, 1)),  # begins at 3
        ("I/a", D(2020, 3, 1), 24, [], D(2022, 3, 1)),
        ("I/d", D(2020, 3, 1), 36, [], D(2022, 3, 1)),
        ("III/b", D(2024, 4, 1), 97, [], D(2026, 3, 1)),  # a promotion does not begin the two years anew
        ("III/b", D(2024, 4, 1), 97, [Kgb(D(2026, 3, 1), 120)], D(2028, 3, 1)),
        ("III/b", D(2022, 4, 1), 73, [Kgb(D(2022, 3, 1), 72)], D(2024, 3, 1)),
        ("III/a", D(2020, 3, 15), 0, [], D(2022, 4, 1)),  # counts from the first of a month
        ("III/a", D(2020, 3, 1), 32 * 12, [], None),
        ("PPPK.IX", D(2021, 2, 1), 0, [], D(2023, 2, 1)),
    ],
)
def test_kgb_comes_with_the_next_step_of_masa_kerja_golongan(
    golongan: str, tmt: dt.date, bulan: int, kgb: list[Kgb], tanggal: dt.date | None
) -> None:
    isi = {"golongan": golongan[5:]} if golongan.startswith("PPPK") else {"pangkat": golongan}
    hasil = kgb_berikut(Karier(pangkat=[Kepangkatan(tmt, bulan=bulan, **isi)], kgb=kgb), KINI, NILAI)
    assert (hasil.tanggal if hasil else None) == tanggal


@pytest.mark.parametrize(
    ("genap", "periode"),
    [
        (D(2023, 4, 1), D(2023, 4, 1)),  # April and October until the end of 2023
        (D(2023, 4, 2), D(2023, 10, 1)),
        (D(2023, 10, 2), D(2024, 2, 1)),  # six periods in 2024
        (D(2024, 2, 2), D(2024, 4, 1)),
        (D(2024, 12, 15), D(2025, 2, 1)),
        (D(2025, 8, 2), D(2025, 10, 1)),
        (D(2025, 9, 1), D(2025, 10, 1)),  # September is none yet
        (D(2025, 9, 30), D(2025, 10, 1)),
        (D(2025, 10, 2), D(2025, 11, 1)),  # twelve periods since 1 October 2025
        (D(2026, 1, 1), D(2026, 1, 1)),
        (D(2026, 1, 15), D(2026, 2, 1)),
    ],
)
def test_promotion_falls_on_a_period_in_force_on_that_very_day(genap: dt.date, periode: dt.date) -> None:
    assert periode_naik(genap, NILAI) == periode


@pytest.mark.parametrize(
    ("pangkat", "tmt", "jab", "didik", "hasil"),
    [
        ("III/a", D(2021, 4, 1), jabatan(), "S1", (D(2025, 4, 1), "reguler ke III/b")),
        ("III/a", D(2021, 9, 1), jabatan(), "S1", (D(2025, 10, 1), "reguler ke III/b")),
        ("III/a", D(2021, 11, 1), jabatan(), "S1", (D(2025, 11, 1), "reguler ke III/b")),
        ("II/d", D(2022, 10, 1), jabatan(), "S1", (D(2026, 10, 1), "ke III/a")),
        ("III/d", D(2021, 4, 1), jabatan(), "S1", None),  # the ceiling of the education
        ("III/b", D(2021, 4, 1), jabatan(), "SLTA", None),
        ("III/d", D(2021, 4, 1), jabatan("administrator", eselon="III.a"), "S1", (D(2025, 4, 1), "pilihan")),
        ("IV/b", D(2021, 4, 1), jabatan("administrator", eselon="III.a"), "S2", None),
        ("III/c", D(2021, 4, 1), jabatan("fungsional", jenjang="ahli_muda"), "S1", None),  # credit points decide
        ("III/a", D(2021, 4, 1), jabatan(), "", None),  # nothing is guessed
    ],
)
def test_the_next_promotion(pangkat: str, tmt: dt.date, jab: Jabatan, didik: str, hasil: Any) -> None:
    naik = naik_berikut(Kepangkatan(tmt, pangkat), jab, didik, KINI, NILAI)
    if hasil is None:
        assert naik is None
    else:
        assert naik is not None and naik.tanggal == hasil[0] and hasil[1] in naik.sebab


SAMA = BarisDuk(
    "III/c", "", D(2022, 4, 1), "pelaksana", "", D(2020, 1, 1), D(2010, 3, 1), "latsar", D(2011, 1, 1), "S1",
    D(2008, 9, 1), D(1985, 5, 5),
)  # fmt: skip


@pytest.mark.parametrize(
    "atas",
    [
        {"pangkat": "III/d", "pangkat_tmt": D(2026, 1, 1), "lahir": D(1999, 1, 1)},
        {"pangkat_tmt": D(2021, 4, 1), "jabatan_tmt": D(2026, 1, 1)},
        {"eselon": "IV.a", "jenis_jabatan": "pengawas", "jabatan_tmt": D(2026, 1, 1)},
        {"jenis_jabatan": "fungsional", "jabatan_tmt": D(2026, 1, 1)},
        {"jabatan_tmt": D(2019, 1, 1), "masa_kerja_mulai": D(2012, 3, 1)},
        {"masa_kerja_mulai": D(2009, 3, 1), "diklat": ""},
        {"diklat": "pkp", "diklat_tmt": D(2026, 1, 1), "pendidikan": "D3"},
        {"diklat_tmt": D(2010, 1, 1), "pendidikan": "D3"},
        {"pendidikan": "S2", "lulus": D(2024, 9, 1)},
        {"lulus": D(2007, 9, 1), "lahir": D(1990, 5, 5)},
        {"lahir": D(1984, 5, 5)},
    ],
)
def test_duk_breaks_each_tie_by_the_next_criterion(atas: dict[str, Any]) -> None:
    assert kunci_duk(replace(SAMA, **atas)) < kunci_duk(SAMA)


@pytest.mark.parametrize("kosong", ["pangkat_tmt", "jabatan_tmt", "masa_kerja_mulai", "diklat_tmt", "lulus", "lahir"])
def test_duk_puts_the_unknown_behind_the_known(kosong: str) -> None:
    assert kunci_duk(SAMA) < kunci_duk(replace(SAMA, **{kosong: None}))


def test_duk_of_pppk_goes_by_grade() -> None:
    urut = [BarisDuk("", g) for g in ("XVII", "X", "IX", "V", "I", "")]
    acak = [urut[n] for n in (3, 0, 5, 2, 4, 1)]
    assert sorted(acak, key=kunci_duk) == urut


S = Status
HISTORI = [
    ([S(D(2024, 1, 1), "NON_PNS", sampai=D(2025, 12, 31)), S(D(2025, 10, 1), "PPPK_PW", sampai=D(2026, 9, 30))],
     "STATUS_TUMPANG", ("Non-PNS", "31-12-2025", "PPPK Paruh Waktu", "01-10-2025")),
    ([S(D(2024, 1, 1), "PPPK", sampai=D(2024, 6, 1)), S(D(2024, 6, 1), "PPPK", sampai=D(2029, 1, 1))],
     "STATUS_TUMPANG", ("01-01-2024", "01-06-2024")),  # the last day of one is the first of the other
    ([S(D(2020, 3, 1), "CPNS"), S(D(2020, 3, 1), "PNS")], "STATUS_SEHARI", ("CPNS", "PNS", "01-03-2020")),
    ([S(D(2020, 3, 1), "PNS"), S(D(2022, 3, 1), "CPNS")], "STATUS_MUNDUR", ("PNS TMT 01-03-2020", "CPNS TMT 01-03-2022")),
    ([S(D(2020, 3, 1), "PNS"), S(D(2022, 3, 1), "PPPK", sampai=D(2027, 1, 1))], "STATUS_MUNDUR", ("PNS", "PPPK")),
    ([S(D(2022, 3, 1), "PPPK")], "KONTRAK_TANPA_AKHIR", ("PPPK", "01-03-2022")),
    ([S(D(2005, 3, 1), "PNS")], "STATUS_DI_BAWAH_UMUR", ("01-03-2005", "05-05-1990")),
]  # fmt: skip


@pytest.mark.parametrize(("status", "kode", "disebut"), HISTORI)
def test_a_history_of_status_that_cant_be_names_both_entries(
    status: list[Status], kode: str, disebut: tuple[str, ...]
) -> None:
    bentrok = periksa_status(status, D(1990, 5, 5))
    assert [b.kode for b in bentrok] == [kode]
    assert periksa_status(list(reversed(status)), D(1990, 5, 5))[0].kode == kode, "the order of typing does not matter"
    assert all(kata in bentrok[0].kalimat for kata in disebut) and bentrok[0].langkah


def test_usual_histories_stand() -> None:
    biasa = [
        S(D(2020, 1, 1), "NON_PNS", sampai=D(2022, 12, 31)),
        S(D(2023, 1, 1), "PPPK", sampai=D(2025, 2, 28)),
        S(D(2025, 3, 1), "CPNS"),
        S(D(2026, 3, 1), "PNS"),
        S(D(2026, 10, 1), "PNS", Keadaan.BERHENTI),
    ]
    assert periksa_status(biasa, D(1990, 5, 5)) == []
    wafat = [S(D(2024, 1, 1), "PPPK", sampai=D(2028, 12, 31)), S(D(2026, 5, 2), "PPPK", Keadaan.MENINGGAL)]
    assert periksa_status(wafat, D(1990, 5, 5)) == [], "a contract may end before its day"
    P = Kepangkatan
    naik = [P(D(2020, 1, 1), golongan="IX"), P(D(2025, 3, 1), "III/a"), P(D(2029, 3, 1), "III/b")]
    assert periksa_pangkat(naik) == []
    assert periksa_pangkat([*naik, P(D(2030, 3, 1), "III/a", cara="turun")]) == []
    plt = jabatan("jpt", sebagai=Sebagai.PLT, sampai=D(2015, 6, 1), nama="Kepala Dinas")
    assert periksa_jabatan([jabatan(), plt]) == []


def test_a_rank_that_falls_or_stands_still_is_refused_with_both_named() -> None:
    P = Kepangkatan
    for lama, baru, kode in (("III/c", "III/b", "PANGKAT_MUNDUR"), ("III/c", "III/c", "PANGKAT_MUNDUR")):
        bentrok = periksa_pangkat([P(D(2024, 4, 1), baru), P(D(2020, 4, 1), lama)])
        assert [b.kode for b in bentrok] == [kode]
        assert f"{lama} TMT 01-04-2020" in bentrok[0].kalimat and f"{baru} TMT 01-04-2024" in bentrok[0].kalimat
    assert [b.kode for b in periksa_pangkat([P(D(2020, 4, 1), "III/a"), P(D(2020, 4, 1), "III/b")])] == [
        "PANGKAT_SEHARI"
    ]
    sehari = periksa_jabatan([jabatan(nama="Penelaah"), jabatan(nama="Pengolah")])
    assert [b.kode for b in sehari] == ["JABATAN_SEHARI"] and "Penelaah dan Pengolah" in sehari[0].kalimat


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("199006172015032003_IJAZAH.pdf", ""),
        ("19900617 201503 2 003_ijazah.PDF", ""),
        ("map/dalam/199006172015032003_SK-CPNS.jpg", ""),
        ("199006172015032003_IJAZAH (2).png", ""),
        ("199006172015032003_IJAZAH.docx", "JENIS_BERKAS"),
        ("199006172015032003_IJAZAH", "JENIS_BERKAS"),
        ("ijazah laras.pdf", "NAMA_BENTUK"),
        ("199006172015032003.pdf", "NAMA_BENTUK"),
        ("199006172015032999_IJAZAH.pdf", "NIP_TAK_DIKENAL"),
        ("199006172015032003_RAPOR.pdf", "KATEGORI_TAK_DIKENAL"),
    ],
)
def test_the_name_of_a_scan_says_whose_it_is_and_what(nama: str, kode: str) -> None:
    hasil = baca_nama(nama, {"199006172015032003": "Laras"}, {"IJAZAH", "SK_CPNS"})
    assert hasil.kode == kode and bool(hasil.galat) is bool(kode) and "/" not in hasil.nama


HARI = st.dates(D(1995, 1, 1), D(2035, 12, 31))


@given(HARI, st.integers(-600, 600))
def test_adding_months_keeps_the_day_or_ends_with_the_month(hari: dt.date, bulan: int) -> None:
    hasil = tambah_bulan(hari, bulan)
    assert (hasil.year * 12 + hasil.month) - (hari.year * 12 + hari.month) == bulan
    assert hasil.day == hari.day or (hasil.day < hari.day and (hasil + dt.timedelta(days=1)).day == 1)
    assert awal_bulan_berikut(hari) > hari and awal_bulan_berikut(hari).day == 1


@given(HARI)
def test_a_period_of_promotion_is_in_force_and_not_before(genap: dt.date) -> None:
    periode = periode_naik(genap, NILAI)
    assert periode is not None and periode.day == 1 and genap <= periode <= tambah_bulan(genap, 7)
    assert str(periode.month) in NILAI.teks("pangkat.bulan", periode).split(",")
    kosong = genap if genap.day == 1 else awal_bulan_berikut(genap)
    while kosong < periode:  # no period between was passed over
        assert str(kosong.month) not in NILAI.teks("pangkat.bulan", kosong).split(",")
        kosong = tambah_bulan(kosong, 1)


@given(st.sampled_from(Pangkat.values), HARI, st.integers(0, 420), st.none() | st.tuples(HARI, st.integers(0, 420)))
def test_kgb_is_after_the_last_decree_and_on_a_step(pangkat: str, tmt: dt.date, bulan: int, kgb: Any) -> None:
    k = Karier(pangkat=[Kepangkatan(tmt, pangkat, bulan=bulan)], kgb=[Kgb(*kgb)] if kgb else [])
    hasil = kgb_berikut(k, D(2036, 1, 1), NILAI)
    acuan = max([(tmt, bulan), *([kgb] if kgb else [])])
    tangga = langkah(NILAI.teks(f"kgb.langkah.{pangkat}", D(2036, 1, 1)))
    if hasil is None:
        assert acuan[1] >= tangga[-1] * 12
        return
    tahun, sisa = masa_kerja(tambah_bulan(acuan[0], -acuan[1]), hasil.tanggal)
    assert hasil.tanggal > acuan[0] and hasil.tanggal.day == 1
    assert sisa == 0 and tahun == min(t for t in tangga if t * 12 > acuan[1])


STATUS = st.builds(Status, HARI, st.sampled_from([Jenis.PNS, Jenis.CPNS, Jenis.PPPK]), st.sampled_from(Keadaan.values))
PANGKAT = st.builds(Kepangkatan, HARI, st.sampled_from(Pangkat.values), st.just(""), st.integers(0, 300))
JABATAN = st.builds(
    Jabatan, HARI, st.just("Pengelola"), st.sampled_from(JenisJabatan.values), st.integers(1, 3),
    sebagai=st.sampled_from(Sebagai.values),
)  # fmt: skip
DIDIK = st.builds(Didik, HARI, st.sampled_from(["SLTA", "D3", "S1", "S2"]))
KARIER = st.builds(
    Karier,
    st.none() | st.dates(D(1960, 1, 1), D(1995, 1, 1)),
    *(st.lists(f, max_size=4) for f in (STATUS, PANGKAT, JABATAN)),
    st.lists(st.builds(Kgb, HARI, st.integers(0, 300)), max_size=3),
    st.lists(DIDIK, max_size=3),
)


@settings(max_examples=80)
@given(KARIER, HARI)
def test_the_state_of_a_day_knows_nothing_of_later_facts(k: Karier, hari: dt.date) -> None:
    sampai_hari = Karier(
        k.lahir,
        *([f for f in fakta if f.tmt <= hari] for fakta in (k.status, k.pangkat, k.jabatan, k.kgb, k.didik)),
    )
    assert keadaan_pada(k, hari, NILAI) == keadaan_pada(sampai_hari, hari, NILAI)

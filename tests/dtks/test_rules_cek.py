"""Rules of the public page: which names are the same person's, what is said, the question in words, hours, stages."""

from __future__ import annotations

import datetime as dt

import pytest

from dtks.rules.alasan import PENOLAKAN
from dtks.rules.cek import (
    dalam_kata_umum,
    keperluan_baru,
    keperluan_reaktivasi,
    nama_sesuai,
    periode_dalam_kata,
    ringkas,
    samar_nama_umum,
)
from dtks.rules.jam import Jam, jadwal, jadwal_sebaris
from dtks.rules.lacak import Perkara, kabar
from dtks.rules.putusan import Aturan, DataWarga, Periode, nilai_pengajuan_baru, nilai_reaktivasi
from dtks.rules.soal import BANYAK, jawaban_benar, soal_ke
from tests.inti.pasangan_nama import PASANGAN

HARI = dt.date(2026, 11, 20)
ATURAN = Aturan(1, 5)
# Pairs that the counter's search forgives and this page doesn't: a word is missing on one side.
KATA_KURANG = {
    ("Siti Rahayu", "Siti Rahayu Ningsih"),
    ("Siti Rahayu Ningsih", "Siti Rahayu"),
    ("Slamet", "Slamet Nugroho"),
    ("Slamet Nugroho", "Slamet"),
}


@pytest.mark.parametrize(("diketik", "tercatat", "ditemukan"), PASANGAN)
def test_the_counters_verdict_holds_but_for_a_missing_word(diketik: str, tercatat: str, ditemukan: bool) -> None:
    assert nama_sesuai(diketik, tercatat) is (ditemukan and (diketik, tercatat) not in KATA_KURANG)


@pytest.mark.parametrize("diketik", ["Nugroho", "S. N.", "S N", "Slamet N", "*", "%", "Slamet Nugroho Santoso", "Sri"])
def test_part_of_a_name_is_not_the_name(diketik: str) -> None:
    assert nama_sesuai(diketik, "SLAMET NUGROHO WIBOWO") is False


@pytest.mark.parametrize(
    ("nama", "samar"),
    [("SLAMET NUGROHO", "S••••• N••••••"), ("Sri", "S••"), ("A", "•"), ("A B", "•"), ("M YUSUF", "M Y••••")],
)
def test_a_name_is_never_whole(nama: str, samar: str) -> None:
    assert samar_nama_umum(nama) == samar


def test_no_word_of_an_answer_tells_the_desil_or_a_mark() -> None:
    for desil in (None, *range(1, 11)):
        for dikecualikan in (False, True):
            warga = DataWarga(True, desil=desil, dikecualikan=dikecualikan, sumber="DTSEN", periode="2026-TW3")
            isi = keperluan_reaktivasi(nilai_reaktivasi(warga, None, ATURAN), perlu_faskes=True)
            teks = " ".join((*isi.kalimat, *isi.langkah)).lower()
            assert "desil" not in teks and "dikecualikan" not in teks
            assert isi.langkah, (desil, dikecualikan)


def test_the_public_page_recommends_what_the_counter_recommends() -> None:
    boleh = keperluan_reaktivasi(nilai_reaktivasi(DataWarga(True, desil=3), None, ATURAN), perlu_faskes=True)
    assert boleh.kelas == "baik" and boleh.bawa and "puskesmas" in boleh.langkah[0]
    tidak = keperluan_reaktivasi(nilai_reaktivasi(DataWarga(True, desil=9), None, ATURAN), perlu_faskes=True)
    assert tidak.kelas == "awas" and not tidak.bawa
    buka = Periode(HARI - dt.timedelta(5), HARI + dt.timedelta(5))
    assert (
        keperluan_baru(nilai_pengajuan_baru(DataWarga(False), None, buka, HARI), sampai="1 Desember 2026").kelas
        == "baik"
    )
    tutup = keperluan_baru(nilai_pengajuan_baru(DataWarga(False), None, None, HARI), dibuka="1 Maret 2027")
    assert "Dibuka 1 Maret 2027." in tutup.kalimat
    sudah = keperluan_baru(nilai_pengajuan_baru(DataWarga(True), None, None, HARI))
    assert "tidak diperlukan" in sudah.kalimat[0]
    assert keperluan_reaktivasi(None, perlu_faskes=True).kelas == "netral"


def test_every_reason_has_words_for_citizens() -> None:
    for kode in PENOLAKAN:
        kalimat, langkah = dalam_kata_umum(kode)
        assert kalimat.endswith(".") and langkah.endswith("."), kode
        assert "Loket ini" not in langkah


def test_the_head_of_an_answer() -> None:
    assert ringkas(terdaftar=True, pbi=True).kelas == "baik"
    assert ringkas(terdaftar=True, pbi=False).kelas == "awas"
    assert ringkas(terdaftar=False, pbi=True).judul == "Tidak lagi terdaftar"
    assert periode_dalam_kata("2026-TW3") == "2026 triwulan 3"
    assert periode_dalam_kata("2022-06") == "2022-06"


def test_questions_are_many_and_need_no_carry() -> None:
    semua = [soal_ke(n) for n in range(BANYAK)]
    assert len({s.teks for s in semua}) == BANYAK == 2250
    assert len({s.jawaban for s in semua}) > 800
    assert all(s.satu % 10 + s.dua < 10 for s in semua)
    assert not any(c.isdigit() for s in semua for c in s.teks)


@pytest.mark.parametrize(
    ("jawaban", "benar"),
    [("325", True), (" 3 2 5 ", True), ("0325", True), ("tiga ratus dua puluh lima", True), ("TIGA RATUS DUA PULUH LIMA", True),
     ("324", False), ("", False), ("3²5", False), ("325325325", False), ("tiga", False)],
)  # fmt: skip
def test_an_answer_in_digits_or_words(jawaban: str, benar: bool) -> None:
    soal = next(s for s in map(soal_ke, range(BANYAK)) if (s.satu, s.dua) == (321, 4))
    assert soal.teks == "Berapa tiga ratus dua puluh satu ditambah empat?"
    assert jawaban_benar(soal, jawaban) is benar


def test_hours_in_words_with_the_days_that_are_closed() -> None:
    jam = [
        Jam(5, 5, dt.time(7, 30), dt.time(11)),
        Jam(1, 4, dt.time(7, 30), dt.time(16), (dt.time(12), dt.time(13))),
    ]
    assert jadwal(jam) == [
        ("Senin–Kamis", ("07.30–16.00", "istirahat 12.00–13.00")),
        ("Jumat", ("07.30–11.00",)),
        ("Sabtu–Minggu", ("tutup",)),
    ]
    assert jadwal_sebaris(jam) == "Senin–Kamis 07.30–16.00 (istirahat 12.00–13.00), Jumat 07.30–11.00"
    assert jadwal([Jam(3, 3, dt.time(8), dt.time(9))])[0] == ("Senin–Selasa", ("tutup",))
    assert jadwal([]) == [] and jadwal_sebaris([]) == ""


@pytest.mark.parametrize(
    ("isi", "judul", "kini"),
    [
        ({"status": "diperiksa"}, "Sedang diperiksa", "Diperiksa"),
        (
            {"status": "belum_lengkap", "berkas_kurang": ("KTP",)},
            "Berkas perlu dilengkapi",
            "Menunggu berkas dari Anda",
        ),
        ({"status": "diterima", "surat": "menunggu"}, "Diterima, menunggu tanda tangan", "Disetujui pejabat"),
        ({"status": "diterima", "surat": "disetujui"}, "Surat disetujui, sedang dicetak", "Surat siap diambil"),
        ({"status": "diterima", "surat": "dicetak"}, "Surat siap diambil", "Surat siap diambil"),
        ({"status": "diterima", "surat": "diserahkan"}, "Surat sudah diserahkan", None),
        ({"status": "ditolak", "alasan": "SUDAH_TERDAFTAR"}, "Permohonan ditolak", None),
    ],
)
def test_where_a_request_stands(isi: dict, judul: str, kini: str | None) -> None:
    hasil = kabar(Perkara(jenis="Reaktivasi PBI-JK", diajukan=HARI, **isi))
    assert hasil.judul == judul
    assert next((t.nama for t in hasil.tahap if t.keadaan == "kini"), None) == kini


def test_what_lacks_is_listed_once() -> None:
    p = Perkara(
        "Reaktivasi PBI-JK",
        "belum_lengkap",
        HARI,
        kode=("PENGANTAR_BELUM_ADA", "SURAT_FASKES_BELUM_ADA", "BERKAS_BELUM_LENGKAP"),
        berkas_kurang=("KTP", "Surat keterangan membutuhkan layanan"),
    )
    assert kabar(p).kurang == ("KTP", "Surat keterangan membutuhkan layanan", "Surat pengantar desa belum ada.")
    assert len(set(kabar(p).langkah)) == len(kabar(p).langkah) == 3

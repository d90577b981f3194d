"""Worked examples of every app run through its own rules; what agrees and what differs; the command `hitung`."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal as D
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from inti import registry
from inti.hitung.banding import cocok
from inti.hitung.contoh import ContohTakTerbaca, baca_contoh, jalankan_contoh, tanpa_basis_data
from inti.hitung.jawaban import baca_tanggal_contoh
from inti.models import Instansi

FOLDER = Path(__file__).resolve().parents[1] / "contoh_aturan"
KOLOM = "no,aturan,fungsi,keadaan,masukan,tanggal,hasil,hitungan,tanda,sumber"


@pytest.mark.parametrize("app", sorted(registry.semua_hitung()))
def test_every_app_agrees_with_its_worked_examples(app: str) -> None:
    contoh = baca_contoh(FOLDER / f"{app}.csv")
    hasil = jalankan_contoh(app, contoh)
    assert hasil["beda"] == []
    assert hasil["tidak_dikenal"] == []
    assert hasil["cocok"] == hasil["baris"] == len(contoh) > 0
    assert {c.fungsi for c in contoh} == set(registry.semua_hitung()[app]), "each question has an example"


@pytest.mark.parametrize(
    ("harap", "hasil", "sama"),
    [
        ({"a": 1}, {"a": 1, "lain": 2}, True),  # only what is named
        ({"a": 1}, {"lain": 2}, False),
        ({"a": None}, {}, False),
        ({"a": None}, {"a": None}, True),
        ({"a": None}, {"a": ""}, False),
        ({"a": 32500}, {"a": D("32500")}, True),  # money is whole
        ({"a": 32500}, {"a": D("32500.00")}, True),
        ({"a": 32500}, {"a": D("32500.4")}, False),
        ({"a": 32500}, {"a": "32500"}, False),
        ({"a": True}, {"a": 1}, False),
        ({"a": 1}, {"a": True}, False),
        ({"a": "80.00"}, {"a": D("80.00")}, True),  # decimals as they are written
        ({"a": "80.00"}, {"a": D("80")}, False),
        ({"a": "0.5"}, {"a": "0.50"}, False),
        ({"a": D("0.5")}, {"a": D("0.50")}, True),
        ({"a": "2026-09-15"}, {"a": dt.date(2026, 9, 15)}, True),
        ({"a": ["B", "A"]}, {"a": ("A", "B")}, True),  # codes are a set
        ({"a": ["A", "A"]}, {"a": ["A", "B"]}, False),
        ({"a": ["A"]}, {"a": ["A", "B"]}, False),
        ({"a": []}, {"a": ["A"]}, False),
        ({"a": [["3", "GANDA"], ["1", "KOSONG"]]}, {"a": [("1", "KOSONG"), ("3", "GANDA")]}, True),
        ({"a": ["9", "10"]}, {"a": ["10", "9"]}, False),  # an order of numbers is an order
        ({"a": [[15, 37500]]}, {"a": [(15, D(37500))]}, True),
        ({"a": {"2026": 3}}, {"a": {2026: 3, 2027: 1}}, True),
        ({"a": 1}, {"a": None}, False),
        ({"a": "x"}, {"a": None}, False),
    ],
)
def test_what_agrees(harap: Any, hasil: Any, sama: bool) -> None:
    assert cocok(harap, hasil) is sama


@pytest.mark.parametrize(
    ("teks", "hari"),
    [
        ("2024-06", dt.date(2024, 6, 1)),
        ("2026-03-10T14:30", dt.date(2026, 3, 10)),
        ("2026-03-10", dt.date(2026, 3, 10)),
        ("12", None),
        ("", None),
    ],
)
def test_the_column_of_dates_is_read_as_files_fill_it(teks: str, hari: dt.date | None) -> None:
    assert baca_tanggal_contoh(teks) == hari


def jalankan(*argumen: str) -> tuple[int, str, str]:
    keluar, salah = StringIO(), StringIO()
    try:
        call_command("hitung", *argumen, stdout=keluar, stderr=salah)
    except SystemExit as akhir:
        return int(akhir.code or 0), keluar.getvalue(), salah.getvalue()
    return 0, keluar.getvalue(), salah.getvalue()


def tulis(berkas: Path, *baris: str) -> str:
    berkas.write_text("\n".join([KOLOM, *baris]), encoding="utf-8")
    return str(berkas)


BAIK = '1,,terbilang,,"{""n"": 7}",,"{""kata"": ""tujuh""}",,,'
BEDA = '2,,terbilang,,"{""n"": 7}",,"{""kata"": ""delapan""}",,,'
ASING = "3,,meramal,,{},,{},,,"
CACAT = '4,,terbilang,,"{""m"": 7}",,"{""kata"": ""tujuh""}",,,'


def test_a_file_of_examples_says_what_differs_and_what_is_unknown(tmp_path: Path) -> None:
    kode, keluar, salah = jalankan("inti", "--contoh", tulis(tmp_path / "c.csv", BAIK), "--json")
    assert (kode, salah) == (0, "")
    assert json.loads(keluar) == {"baris": 1, "cocok": 1, "beda": [], "tidak_dikenal": []}
    berkas = tulis(tmp_path / "c.csv", BAIK, BEDA, ASING, CACAT)
    kode, keluar, _ = jalankan("inti", "--contoh", berkas, "--json")
    hasil = json.loads(keluar)
    assert (kode, hasil["baris"], hasil["cocok"], hasil["tidak_dikenal"]) == (1, 4, 1, ["meramal"])
    assert hasil["beda"][0] == {
        "no": "2",
        "fungsi": "terbilang",
        "diharapkan": {"kata": "delapan"},
        "hasil": {"kata": "tujuh"},
    }
    assert hasil["beda"][1]["hasil"]["galat"] == "MASUKAN_CACAT"
    assert "1 dari 4 contoh cocok." in jalankan("inti", "--contoh", berkas)[1]


def test_one_question_is_answered_with_the_rule_rows_used() -> None:
    masukan = '{"lahir": "1968-03-05", "jabatan": "pelaksana"}'
    kode, keluar, _ = jalankan("kepegawaian", "pensiun", "--masukan", masukan, "--tanggal", "2026-11-20")
    hasil = json.loads(keluar)
    assert (kode, hasil["hasil"]["tanggal"], hasil["tanggal"]) == (0, "2026-04-01", "2026-11-20")
    assert [(b["tabel"], b["kunci"], b["nilai"]) for b in hasil["aturan"]] == [
        ("kepegawaian.AturanKepegawaian", "pensiun.pelaksana", "58")
    ]
    assert hasil["aturan"][0]["dasar_hukum"]


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (("tiada", "--contoh", "x.csv"), "tidak mempunyai hitungan"),
        (("inti",), "Beri --contoh"),
        (("inti", "--contoh", "tidak-ada.csv"), "tidak terbaca"),
        (("inti", "meramal", "--masukan", "{}"), "tidak dikenal"),
        (("inti", "terbilang", "--masukan", "[1]"), "bukan objek JSON"),
        (("inti", "terbilang", "--masukan", "{}"), "Masukan tidak dapat dibaca"),
        (("inti", "terbilang", "--masukan", "{}", "--tanggal", "kemarin"), "tidak terbaca"),
        (("kepegawaian", "pensiun", "--masukan", '{"lahir": "1968-03-05", "jabatan": "jpt"}'), "tanggal belum diisi"),
    ],
)
def test_what_cannot_be_used_ends_with_two_and_a_sentence(argumen: tuple[str, ...], kata: str) -> None:
    kode, keluar, salah = jalankan(*argumen)
    assert (kode, keluar) == (2, "") and kata in salah


def test_a_broken_file_names_its_row(tmp_path: Path) -> None:
    with pytest.raises(ContohTakTerbaca, match="Contoh ke-2"):
        baca_contoh(Path(tulis(tmp_path / "c.csv", BAIK, "2,,terbilang,,{n},,{},,,")))
    (tmp_path / "d.csv").write_text("no,fungsi\n1,x\n")
    with pytest.raises(ContohTakTerbaca, match="masukan, tanggal, hasil"):
        baca_contoh(tmp_path / "d.csv")


@pytest.mark.django_db
def test_no_function_may_ask_the_database() -> None:
    with tanpa_basis_data(), pytest.raises(RuntimeError, match="basis data"):
        Instansi.objects.exists()
    assert not Instansi.objects.exists()

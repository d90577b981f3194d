"""Limits of the public check (trust T26): tries are counted before they are answered, and a question is good for once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from dtks.models import Individu
from dtks.rules.soal import BANYAK, soal_ke
from dtks.services import soal as layanan_soal
from inti.gerbang.batas import Pencacah, hitung_banyak, lupakan_lama
from inti.models import Percobaan

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]
JAWABAN = {s.teks: s.jawaban for s in map(soal_ke, range(BANYAK))}


@pytest.fixture
def orang(aturan: None, buat_warga: Callable[..., Individu]) -> Individu:
    return buat_warga()


def cek(nomor: str, nama: str = "Slamet Nugroho", dari: str = "10.0.0.1", **lain: Any) -> Any:
    return Client().post("/cek/", {"nomor": nomor, "nama": nama}, REMOTE_ADDR=dari, **lain)


def nomor(n: int) -> str:
    return f"99710101019{n:05d}"


def soal(balasan: Any) -> tuple[str, int]:
    """The seal and the right answer, read off the page as a person would."""
    isi = balasan.content.decode()
    teks = re.search(r'for="id_jawaban">([^<]+)<', isi)
    segel = re.search(r'name="segel" value="([^"]+)"', isi)
    assert teks and segel, isi[:2000]
    return segel[1], JAWABAN[teks[1]]


def jawab(segel: str, jawaban: object, alamat: str = "/cek/") -> Any:
    return Client().post(alamat, {"segel": segel, "jawaban": str(jawaban)}, REMOTE_ADDR="10.0.0.1")


def habiskan(banyak: int = 20) -> Any:
    for n in range(banyak):
        assert "Satu pertanyaan lagi" not in cek(nomor(n)).content.decode(), n
    return cek(nomor(banyak))


def test_the_twenty_first_answer_of_an_hour_waits_for_a_question_and_is_then_given(orang: Individu) -> None:
    habiskan()
    balasan = cek(orang.nik)
    isi = balasan.content.decode()
    assert balasan.status_code == 200 and "Satu pertanyaan lagi" in isi
    for rahasia in (orang.nik, "Slamet", "Nugroho", "S•••••"):
        assert rahasia not in isi, "what was typed waits inside the seal"
    balasan = jawab(*soal(balasan))
    assert "S••••• N••••••" in balasan.content.decode()
    assert "Satu pertanyaan lagi" not in cek(orang.nik, dari="10.0.0.2").content.decode(), "another address is free"


def test_a_question_is_good_for_once_right_or_wrong(orang: Individu) -> None:
    habiskan()
    segel, benar = soal(cek(orang.nik))
    assert "S•••••" in jawab(segel, benar).content.decode()
    ulang = jawab(segel, benar)
    assert ulang.status_code == 422 and "Pertanyaan kedaluwarsa" in ulang.content.decode()
    segel, benar = soal(cek(orang.nik))
    salah = jawab(segel, benar + 1)
    assert "Jawaban belum cocok" in salah.content.decode()
    assert jawab(segel, benar).status_code == 422, "the wrong try used it up"
    assert "S•••••" in jawab(*soal(salah)).content.decode(), "the fresh question still carries what was typed"


def test_an_old_a_forged_or_another_pages_seal_opens_nothing(orang: Individu, monkeypatch: pytest.MonkeyPatch) -> None:
    habiskan()
    segel, benar = soal(cek(orang.nik))
    assert jawab(segel, benar, "/cek/permohonan/").status_code == 422
    segel, benar = soal(cek(orang.nik))
    for palsu in ("", "x", segel[:-4] + "AAAA", segel.lower(), "gAAAAA" + "A" * 100, "é" * 10, "a" * 5000):
        assert jawab(palsu, benar).status_code == 422
    monkeypatch.setattr(layanan_soal, "UMUR", -1)
    assert jawab(segel, benar).status_code == 422


def test_the_sixth_asking_on_one_number_is_refused_whoever_asks_and_whether_it_exists(orang: Individu) -> None:
    for tujuan in (orang.nik, nomor(1)):
        for n in range(5):
            assert cek(tujuan, dari=f"10.0.1.{n}").status_code == 200
        balasan = cek(tujuan, dari="10.0.2.1")
        assert balasan.status_code == 429 and balasan.headers["Retry-After"]
        assert "hanya dapat diperiksa beberapa kali" in balasan.content.decode()
    buta = [re.sub(rb'value="[^"]{20,}"', b"", cek(t, dari="10.0.2.2").content) for t in (orang.nik, nomor(1))]
    assert buta[0] == buta[1]


def test_the_ceiling_of_all_together_asks_everybody_a_question(orang: Individu, settings: Any) -> None:
    settings.CEK_BATAS_UMUM = 3
    for n in range(3):
        assert "Satu pertanyaan lagi" not in cek(nomor(n), dari=f"10.1.0.{n}").content.decode()
    balasan = cek(orang.nik, dari="10.1.0.99")
    assert "Satu pertanyaan lagi" in balasan.content.decode()
    assert "S•••••" in jawab(*soal(balasan)).content.decode(), "a question and no wall"


def test_the_hard_ceiling_closes_for_the_rest_of_the_hour(orang: Individu, settings: Any) -> None:
    settings.CEK_BATAS_UMUM, settings.CEK_BATAS_KERAS = 0, 2
    for n in range(2):
        assert jawab(*soal(cek(nomor(n)))).status_code == 200
    balasan = jawab(*soal(cek(orang.nik)))
    assert balasan.status_code == 429 and "sangat ramai" in balasan.content.decode()


def test_a_forged_address_is_no_other_address(orang: Individu, settings: Any) -> None:
    for n in range(20):
        cek(nomor(n), HTTP_X_FORWARDED_FOR=f"8.8.8.{n}")
    assert "Satu pertanyaan lagi" in cek(orang.nik, HTTP_X_FORWARDED_FOR="9.9.9.9").content.decode()
    settings.PROXY_TEPERCAYA = ["10.0.0.1"]
    assert "S•••••" in cek(orang.nik, HTTP_X_FORWARDED_FOR="1.1.1.1, 9.9.9.9").content.decode(), (
        "a named proxy is believed"
    )


@pytest.mark.parametrize("banyak", [1_000, pytest.param(10_000, marks=pytest.mark.lama)])
def test_serials_tried_from_two_hundred_forged_addresses_get_no_more_than_the_bar(
    orang: Individu, settings: Any, banyak: int
) -> None:
    settings.PROXY_TEPERCAYA = ["127.0.0.1"]  # the worst case: each forged address is believed
    klien, dijawab = Client(), 0
    awal = orang.nik[:11]
    for n in range(banyak):
        isi = {"nomor": f"{awal}{n:05d}", "nama": "Slamet Nugroho"}
        balasan = klien.post("/cek/", isi, HTTP_X_FORWARDED_FOR=f"10.9.{n % 200}.1")
        dijawab += b"Satu pertanyaan lagi" not in balasan.content
    assert dijawab == min(banyak, settings.CEK_BATAS_UMUM)


def test_counts_hold_no_number_name_or_address(orang: Individu) -> None:
    cek(orang.nik, dari="203.0.113.7")
    for p in Percobaan.objects.all():
        assert re.fullmatch(r"[0-9a-f]{64}", p.kunci)


def test_counts_side_by_side_each_count_and_old_ones_are_forgotten(db: None) -> None:
    import datetime as dt

    from django.utils import timezone

    a, b = Pencacah("a", "uji", 60), Pencacah("b", "uji", 0)
    assert hitung_banyak(a, b) == [1, 1]
    assert hitung_banyak(b, a) == [2, 2]
    assert hitung_banyak(a) == [3]
    Percobaan.objects.filter(kunci=b.kunci).update(waktu=timezone.now() - dt.timedelta(days=3))
    assert lupakan_lama() == 1
    assert hitung_banyak(b, a) == [1, 4]

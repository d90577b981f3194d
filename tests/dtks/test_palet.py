"""Palette and search page: what each role is answered, and what is written down of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dtks.models import Individu
from inti.access import boleh, boleh_atau_usul
from inti.models import JejakBaca, Pengguna, Wilayah
from inti.pendaftaran.macam import Tindakan
from inti.queries import palet
from inti.queries.meja import Kerja
from inti.registry import semua_menu, semua_tindakan

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


def baca(j: palet.Jawaban) -> str:
    return "".join(p for p, _ in j.teks)


def isi(pengguna: Pengguna, teks: str, kode: str, batas: int = 5) -> list[tuple[str, str]]:
    return [(baca(j), j.alamat) for k in palet.jawab(pengguna, teks, batas=batas) if k.kode == kode for j in k.isi]


def test_every_line_of_every_role_is_found_by_its_own_text(peran: dict[str, Pengguna]) -> None:
    for nama, p in peran.items():
        for m in semua_menu():
            ada = (m.teks, reverse(m.rute)) in isi(p, m.teks, "halaman")
            assert ada is boleh(p, m.izin), (nama, m.teks)


def test_acts_are_offered_to_who_may_do_or_propose_them(peran: dict[str, Pengguna]) -> None:
    assert semua_tindakan()
    for nama, p in peran.items():
        for t in semua_tindakan():
            ada = (t.teks, reverse(t.rute)) in isi(p, t.teks, "tindakan")
            assert ada is boleh_atau_usul(p, t.izin), (nama, t.teks)


def test_an_intern_sees_what_he_may_propose_and_nothing_beyond(peran: dict[str, Pengguna]) -> None:
    def catat(siapa: str) -> bool:
        return ("Catat surat masuk", reverse("arsip:suratmasuk_tambah")) in isi(peran[siapa], "cat", "tindakan")

    assert {s for s in peran if catat(s)} == {"arsiparis", "penyelia", "staf", "magang"}
    assert not peran["magang"].has_perm("arsip.add_suratmasuk")
    assert isi(peran["magang"], "boks baru", "tindakan") == []
    assert isi(peran["arsiparis"], "meja baru", "tindakan") == []


def test_what_waits_is_an_act_of_whom_it_waits_for(
    staf: Pengguna, loket: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    kerja = [
        Kerja("Cuti Lukito Anggara", "27 sampai 30 November", "Putuskan", "/kepegawaian/cuti/9/", app="kepegawaian")
    ]
    monkeypatch.setattr(palet, "hitung_menunggu", lambda p: {})
    monkeypatch.setattr(palet, "kerja_saya", lambda p, h: kerja if p == staf else [])
    putusan = ("Putuskan: Cuti Lukito Anggara", "/kepegawaian/cuti/9/")
    for teks in ("cuti lu", "putuskan", "27 nov"):
        assert putusan in isi(staf, teks, "tindakan"), teks
        assert putusan not in isi(loket, teks, "tindakan")


def test_a_village_is_answered_nothing_of_another(
    admin_desa: Pengguna, desa: Wilayah, desa_lain: Wilayah, buat_warga: Callable[..., Individu]
) -> None:
    milik, asing = buat_warga(nama="KENARI MILIK", desa=desa), buat_warga(nama="KENARI ASING", desa=desa_lain)
    assert [a for _, a in isi(admin_desa, "KENARI", "data")] == [reverse("dtks:individu", args=[milik.pk])]
    for teks in (asing.nama, asing.nik):
        assert "ASING" not in str(palet.jawab(admin_desa, teks, batas=20))


@pytest.mark.parametrize("alamat", ["/cari/", "/palet/"])
def test_a_whole_nik_is_in_no_answer(
    alamat: str, loket: Pengguna, instansi: Any, buat_warga: Callable[..., Individu], masuk_sebagai: Masuk
) -> None:
    warga = buat_warga(nama="KENARI MILIK")
    n = warga.nik
    for teks in (n, f"{n[:4]} {n[4:8]} {n[8:12]} {n[12:]}"):
        halaman = masuk_sebagai(loket).post(alamat, {"q": teks}).content.decode()
        assert reverse("dtks:individu", args=[warga.pk]) in halaman
        assert n not in re.sub(r"\W", "", halaman)


def test_each_search_of_the_records_leaves_one_line_without_its_text(
    loket: Pengguna, instansi: Any, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(loket)
    for alamat in ("/cari/", "/palet/"):
        for teks in ("", " ", "k"):
            klien.post(alamat, {"q": teks})
    assert not JejakBaca.objects.filter(jenis="cari").exists()
    for alamat in ("/cari/", "/palet/"):
        klien.post(alamat, {"q": "kenari"})
    assert list(JejakBaca.objects.filter(jenis="cari").values_list("oleh", "keterangan")) == [(loket.pk, "0 hasil")] * 2


def test_page_and_palette_answer_the_same_groups_in_the_same_order(
    staf: Pengguna, instansi: Any, masuk_sebagai: Masuk, buat_warga: Callable[..., Individu]
) -> None:
    for n in range(7):
        buat_warga(nama=f"SURAT KENARI {n}")
    klien = masuk_sebagai(staf)
    halaman, sempit = (klien.post(a, {"q": "surat"}).content.decode() for a in ("/cari/", "/palet/"))
    judul = re.findall(r"<h2[^>]*>(\w+)</h2>", sempit)
    assert judul == ["Tindakan", "Data", "Halaman"] == re.findall(r"<h2>(\w+)</h2>", halaman.split('id="isi"')[1])[:3]
    di_palet = re.findall(r'data-alamat="([^"]+)"', sempit)
    di_halaman = re.findall(r'<li>\s*<a href="([^"]+)">\s*<svg', halaman.split('class="tu-jawaban">')[1])
    assert list(dict.fromkeys(a for a in di_halaman if a in di_palet)) == list(dict.fromkeys(di_palet))
    assert sum("/dtks/individu/" in a for a in di_palet) == 5
    assert sum("/dtks/individu/" in a for a in di_halaman) == 7
    assert "<mark>Surat</mark>" in sempit and "<mark>Surat</mark>" in halaman


def test_empty_and_unanswered_states_say_what_to_do(staf: Pengguna, instansi: Any, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(staf)
    assert "Ketik awal kata" in klien.get("/cari/").content.decode()
    assert "Terlalu pendek" in klien.post("/cari/", {"q": "s"}).content.decode()
    kosong = klien.post("/cari/", {"q": "zzqx<b>"}).content.decode()
    assert "Tidak ada yang cocok" in kosong
    assert "zzqx" not in kosong, "what was sought stays out of the page"
    assert klien.post("/palet/", {"q": "zzqx"}).content.decode().strip().count("<h2") == 0
    assert klien.get("/palet/").status_code == 405


def test_the_empty_palette_gets_the_pages_and_asks_no_source(
    staf: Pengguna, instansi: Any, masuk_sebagai: Masuk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(palet, "semua_pencari", lambda: pytest.fail("no record is sought"))
    isi_palet = masuk_sebagai(staf).post("/palet/", {"q": ""}).content.decode()
    milik = {reverse(m.rute) for m in semua_menu() if boleh(staf, m.izin)}
    assert set(re.findall(r'data-alamat="([^"]+)"', isi_palet)) == milik


def test_the_queries_do_not_grow_with_the_answers(
    staf: Pengguna, instansi: Any, masuk_sebagai: Masuk, buat_warga: Callable[..., Individu]
) -> None:
    def kueri() -> int:
        klien = masuk_sebagai(staf)
        with CaptureQueriesContext(connection) as c:
            klien.post("/palet/", {"q": "surat kenari"})
        return len(c)

    buat_warga(nama="SURAT KENARI")
    kueri()
    sedikit = kueri()
    for n in range(8):
        buat_warga(nama=f"SURAT KENARI {n}")
    assert kueri() == sedikit


def test_acts_follow_the_order_of_the_rail(staf: Pengguna, monkeypatch: pytest.MonkeyPatch) -> None:
    akt = [
        Tindakan("Zebra pegawai", "plus", "kepegawaian:saya", "masuk", app="kepegawaian"),
        Tindakan("Zebra loket", "plus", "dtks:loket", "masuk", app="dtks"),
    ]
    monkeypatch.setattr(palet, "semua_tindakan", lambda: akt)
    assert [t for t, _ in isi(staf, "zebra", "tindakan")] == ["Zebra loket", "Zebra pegawai"]

"""Run by tests/kepercayaan/test_aplikasi_baru.py in a process of its own, whose settings install the app."""

import datetime as dt
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection, models
from django.test import Client
from django.utils import timezone

from inti import registry
from inti.access import izin_perangkat, semua_rute
from inti.models import Pengguna, TokenSurvei
from inti.pages.luring import skrip_luring
from inti.services.survei import COBA_PER_JAM, survei_token_buat
from tests.kepercayaan import jalan, keadaan, kenari
from tests.kepercayaan.penyerang import klien_peran
from tests.percobaan.models import Jawaban, Titipan

RUTE = {r.nama: r for r in semua_rute() if r.jalur.startswith("/percobaan/")}


def temuan(staf: Pengguna, *nama: str) -> set[tuple[str, str]]:
    hasil = jalan.telusuri(staf, rute=[RUTE[n] for n in nama])
    return {(n, t.split(" ")[0]) for n, _, _, t in hasil.temuan}


def test_the_app_is_sown_and_judged_without_any_list_being_edited(titipan: list[Titipan], staf: Pengguna) -> None:
    assert Titipan in kenari.nomor_model()
    kenari.tabur()
    assert kenari.TANDA.search(Titipan.objects.first().uraian)
    assert kenari.Penglihatan(staf).milik(Titipan) == {str(titipan[0].pk)}


def test_what_its_isi_declares_is_in_the_house(titipan: list[Titipan], staf: Pengguna, client) -> None:
    assert registry.semua_aplikasi()["percobaan"].nama == "Percobaan"
    assert list(registry.semua_aplikasi())[-1] == "percobaan", "by its own order"
    assert [m.rute for m in registry.semua_menu() if m.kelompok == "Percobaan"] == ["bocor"]
    assert "percobaan.titipan" in {p.kode for _, p in registry.semua_pekerjaan()} & {
        p.kode for p in registry.semua_pencari()
    }
    assert "titipan" in {p.kode for p in registry.semua_periksa()}
    assert registry.semua_harian()[-1] is registry.fungsi_tugas("titipan-sapu")
    assert registry.semua_hitung()["percobaan"] == {"lama_titip": "tests.percobaan.gerai.lama_titip"}
    assert registry.fungsi_hitung("percobaan", "lama_titip")({"hari": 3}, None) == 3
    judul, baris = registry.ekspor("titipan")(None)
    assert (judul, len(list(baris))) == (["Uraian"], 2)
    client.force_login(staf)
    halaman = client.get("/halaman/percobaan/").content.decode()
    assert "<h2>Percobaan</h2>" in halaman and 'href="/percobaan/bocor/"' in halaman
    assert '<span class="tu-hitung">1</span>' in halaman.split('href="/percobaan/bocor/"')[1].split("</li>")[0]
    assert "Coba" in halaman.split('class="tu-rel"')[1].split("</nav>")[0]


def test_the_system_checks_look_at_it() -> None:
    assert call_command("check", stdout=StringIO()) is None


def test_its_right_page_passes_and_each_mistake_is_named(titipan: list[Titipan], staf: Pengguna) -> None:
    kenari.tabur()
    assert temuan(staf, "titipan") == set()
    assert temuan(staf, "bocor") == {("bocor", "menyebut")}
    assert temuan(staf, "terbuka") == {("terbuka", "status")}
    assert temuan(staf, "menulis") == {("menulis", "menulis")}
    assert temuan(staf, "inggris") == {("inggris", "kata")}


def test_its_state_is_walked(titipan: list[Titipan], staf: Pengguna) -> None:
    assert Titipan in keadaan.berkeadaan()
    assert {r.nama for r in keadaan.perbuatan(Titipan)} >= {"ambil", "melompat"}
    assert set(keadaan.lompatan(klien_peran(staf), Titipan)) == {
        ("ada", "melompat", "hilang"),
        ("diambil", "melompat", "hilang"),
    }


# --- what a page may ask of a device, and what works without a network ------------------------------------------------


def test_only_the_page_that_says_so_may_ask_for_the_camera(titipan: list[Titipan], staf: Pengguna) -> None:
    klien = klien_peran(staf)
    hadir, rekam, lain = (
        klien.get(j).headers["Permissions-Policy"] for j in ("/percobaan/hadir/", "/percobaan/rekam/", "/")
    )
    assert "camera=(self)" in hadir and "geolocation=(self)" in hadir and "microphone=()" in hadir
    assert "microphone=(self)" in rekam and "camera=()" in rekam
    assert "self" not in lain and {"camera=()", "geolocation=()", "microphone=()"} <= set(lain.split(", "))
    with pytest.raises(ValueError, match="kamera"):
        izin_perangkat("kamera")


def test_a_service_worker_rules_its_page_and_nothing_more(titipan: list[Titipan], staf: Pengguna) -> None:
    balasan = klien_peran(staf).get("/percobaan/hadir/sw.js")
    assert balasan.status_code == 200 and b"addEventListener" in balasan.content
    assert balasan.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert balasan.headers["Service-Worker-Allowed"] == "/percobaan/hadir/"
    assert balasan.headers["Cache-Control"] == "no-cache"
    assert "script-src 'self'" in balasan.headers["Content-Security-Policy"]
    assert Client().get("/percobaan/hadir/sw.js").status_code == 302, "it asks for what its page asks for"


@pytest.mark.parametrize(
    ("jalur", "berkas"),
    [
        ("", "percobaan/hadir-sw.js"),
        ("/", "percobaan/hadir-sw.js"),
        ("percobaan/hadir", "percobaan/hadir-sw.js"),
        ("percobaan/<int:pk>/", "percobaan/hadir-sw.js"),
        ("percobaan/hadir/", "percobaan/tidak-ada.js"),
        ("percobaan/hadir/", "tu/tokens.css"),
    ],
)
def test_a_worker_of_the_whole_house_or_without_a_script_is_refused(jalur: str, berkas: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        skrip_luring(jalur, berkas, izin="masuk", nama="x")


# --- a survey without identity ---------------------------------------------------------------------------------------


def _isi() -> dict[str, set[tuple[Any, ...]]]:
    """Every row of every table of the house, as text."""
    hasil = {}
    with connection.cursor() as kursor:
        for tabel in connection.introspection.table_names(kursor):
            kursor.execute(f'SELECT * FROM "{tabel}"')
            hasil[tabel] = {tuple(map(str, b)) for b in kursor.fetchall()}
    return hasil


def test_an_answer_leads_back_to_nobody(titipan: list[Titipan], staf: Pengguna) -> None:
    besok = timezone.localdate() + dt.timedelta(days=1)
    semua = survei_token_buat(subjek=titipan[0], banyak=3, sampai=besok, oleh=staf)
    token, pemilik = semua[1], klien_peran(staf)  # somebody who is signed in, in the worst case
    pemilik.get("/")
    sidik = {t.sidik for t in TokenSurvei.objects.all()}
    sebelum = _isi()
    assert pemilik.post(f"/percobaan/survei/{titipan[0].pk}/", {"token": token}).status_code == 200
    sesudah = _isi()
    (jawaban,) = Jawaban.objects.all()
    catatan = {
        "inti_percobaan",
        "django_session",
        "inti_sesi",
    }  # counts of addresses, signs of life: no token, no answer
    berubah = {t for t in sesudah if sebelum[t] != sesudah[t]} - catatan
    assert berubah == {TokenSurvei._meta.db_table, Jawaban._meta.db_table}
    (pergi,) = sidik - {t.sidik for t in TokenSurvei.objects.all()}
    rahasia = {token, token.lower(), pergi, jawaban.pk.hex, str(jawaban.pk)}
    for tabel, baris in sesudah.items():
        if tabel != Jawaban._meta.db_table:
            assert not any(r in sel for b in baris for sel in b for r in rahasia), tabel
    assert pemilik.post(f"/percobaan/survei/{titipan[0].pk}/", {"token": token}).status_code == 409
    assert Jawaban.objects.count() == 1


def test_neither_table_has_room_for_a_person_a_time_or_an_order(titipan: list[Titipan]) -> None:
    for model in (TokenSurvei, Jawaban):
        for f in model._meta.concrete_fields:
            assert not isinstance(f, models.DateTimeField | models.TimeField | models.AutoField), f
            assert f.related_model not in {Pengguna}, f
    assert not any(hasattr(m, "instance_type") and m.instance_type in {TokenSurvei, Jawaban} for m in apps.get_models())
    assert not {f.related_model for f in TokenSurvei._meta.concrete_fields} - {None}


def test_a_guesser_is_stopped(titipan: list[Titipan]) -> None:
    klien = Client()
    status = [
        klien.post(f"/percobaan/survei/{titipan[0].pk}/", {"token": "X"}).status_code for _ in range(COBA_PER_JAM + 1)
    ]
    assert status == [409] * COBA_PER_JAM + [429]

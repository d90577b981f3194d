"""The door: forged forms, methods, hosts and ways on; what every reply carries; and faults that tell nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings as pengaturan
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse
from django.test import Client

from dtks.models import Permohonan, SuratRekomendasi
from inti.access import Rute
from inti.models import Pengguna, Percobaan
from tests.kepercayaan.jalan import tanpa_bekas
from tests.kepercayaan.penyerang import KELUAR, alamat_nyata, klien_peran, pemegang, rute_biasa

pytestmark = pytest.mark.django_db
BUKAN_ISI = {"inti.JejakBaca", "inti.Sesi", "sessions.Session", "inti.Percobaan", "inti.DetakPekerja", "axes.AccessLog"}
JEJAK = re.compile(
    r"Traceback|File \"/|line \d+, in|django\.|site-packages|RAHASIA-GALAT|SELECT |Exception|psycopg|sqlite"
)
INGGRIS = re.compile(
    r"\b(Bad Request|Not Found|Forbidden|Server Error|Not Allowed|CSRF|verification failed|Too Many|Conflict|denied|"
    r"invalid|error|failed|please|required|allowed|request|page)\b",
    re.IGNORECASE,
)


@pytest.fixture
def kantor(peran: dict[str, Pengguna], permohonan: Permohonan, surat: SuratRekomendasi) -> dict[str, Pengguna]:
    """The cast, with a request and a letter that waits."""
    return peran


def isi_kantor() -> dict[str, int]:
    """How many rows each table has, and the sum of versions: what an act would alter."""
    hasil = {}
    for m in apps.get_models():
        if m._meta.label in BUKAN_ISI or m._meta.app_label == "contenttypes" or not m._meta.managed:
            continue
        hasil[m._meta.label] = m._default_manager.count()
    return hasil | {"versi": sum(m_versi(m) for m in apps.get_models())}


def m_versi(model: Any) -> int:
    from django.db.models import Sum

    if not any(f.name == "versi" for f in model._meta.concrete_fields) or model._meta.model_name.startswith(
        "historical"
    ):
        return 0
    return int(model._default_manager.aggregate(n=Sum("versi"))["n"] or 0)


def test_no_form_is_taken_by_tls_from_a_foreign_page(kantor: dict[str, Pengguna]) -> None:
    k = klien_peran(kantor["staf"], enforce_csrf_checks=True)
    k.get("/akun/kata-sandi/", secure=True)
    isi = {"csrfmiddlewaretoken": k.cookies[pengaturan.CSRF_COOKIE_NAME].value, "tema": "gelap"}
    for kepala in ({}, {"HTTP_REFERER": "https://evil.example/"}, {"HTTP_REFERER": "http://testserver/"}):
        assert k.post("/akun/tema/", isi, secure=True, **kepala).status_code == 403, kepala


JAHAT = (
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "http:evil.example",
    "https:///evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "\t//evil.example",
    "/\t/evil.example",
    " //evil.example",
    "//evil.example@testserver",
    "http://testserver@evil.example",
    "//testserver.evil.example",
    "/%0d%0aLocation: https://evil.example",
    "/\r\nLocation: https://evil.example",
)


def di_sini(balasan: HttpResponse) -> bool:
    lokasi = balasan.headers.get("Location", "/")
    return lokasi.startswith("/") and not lokasi.startswith(("//", "/\\")) and not set(lokasi) & set("\r\n\t")


@pytest.mark.parametrize("tujuan", JAHAT)
def test_no_way_on_leads_off_the_site(tujuan: str, kantor: dict[str, Pengguna]) -> None:
    from tests.conftest import SANDI

    balasan = Client().post("/masuk/", {"username": "staf", "password": SANDI, "next": tujuan})
    assert balasan.status_code == 302 and di_sini(balasan)
    k = klien_peran(kantor["staf"])
    for alamat in ("/masuk/", "/masuk/kode/"):
        assert di_sini(k.get(alamat, {"next": tujuan}))
        assert di_sini(k.post(alamat, {"next": tujuan}))
    assert "evil" not in Client().get("/masuk/", {"next": tujuan}).headers.get("Location", "")


class Pintu:
    """The holder's clients for a route: one as tests have it, one that enforces tokens and holds a real one."""

    def __init__(self, nama: str, pengguna: Pengguna | None) -> None:
        self.pengguna = pengguna
        self.biasa = klien_peran(pengguna, raise_request_exception=False)
        self.ketat = klien_peran(pengguna, raise_request_exception=False, enforce_csrf_checks=True)
        self.ketat.get("/akun/kata-sandi/" if pengguna else "/masuk/")
        self.token = {"csrfmiddlewaretoken": self.ketat.cookies[pengaturan.CSRF_COOKIE_NAME].value}


Ketukan = Callable[[Pintu, Rute, str], str]


def tanpa_token(pintu: Pintu, r: Rute, alamat: str) -> str:
    """A form without its token."""
    return _ditolak(pintu.ketat.post(alamat, {})) if "POST" in r.metode else ""


def dari(asal: str) -> Ketukan:
    """A form with a real token, sent from a foreign page."""
    return lambda p, r, a: _ditolak(p.ketat.post(a, p.token, HTTP_ORIGIN=asal)) if "POST" in r.metode else ""


def _ditolak(balasan: HttpResponse) -> str:
    tolak = balasan.status_code == 403 and "Formulir kedaluwarsa" in balasan.content.decode()
    return "" if tolak else f"diterima {balasan.status_code}"


def cara(metode: str) -> Ketukan:
    """Another method: refused, and HEAD and OPTIONS are no fault."""

    def ketuk(pintu: Pintu, r: Rute, alamat: str) -> str:
        if r.nama == "siap" or r.nama in KELUAR:
            return ""
        status = getattr(pintu.biasa, metode)(alamat).status_code
        if metode == "head":
            benar = status < 500 and ("GET" in r.metode or status in {404, 405})
        else:
            benar = status in {405, 403} or (metode == "options" and status < 500)
        return "" if benar else f"{metode} {status}"

    return ketuk


def sebagai_get(pintu: Pintu, r: Rute, alamat: str) -> str:
    """A GET that calls itself a POST; that it changes nothing is seen at the end."""
    if "POST" in r.metode and r.nama not in KELUAR:
        pintu.biasa.get(alamat, {"_method": "POST"}, headers={"X-HTTP-Method-Override": "POST"})
    return ""


def tuan(nama: str) -> Ketukan:
    """A forged host is refused everywhere, and its name is not repeated."""

    def ketuk(pintu: Pintu, r: Rute, alamat: str) -> str:
        balasan = pintu.biasa.get(alamat, HTTP_HOST=nama)
        return "" if balasan.status_code == 400 and "evil" not in balasan.content.decode() else f"tuan {nama}"

    return ketuk


def ke(tujuan: str) -> Ketukan:
    """No form leads off the site."""

    def ketuk(pintu: Pintu, r: Rute, alamat: str) -> str:
        if "POST" not in r.metode or r.nama in KELUAR:
            return ""
        with tanpa_bekas():
            balasan = pintu.biasa.post(alamat, {"lanjut": tujuan, "next": tujuan, "kembali": tujuan})
        return "" if di_sini(balasan) else f"ke {balasan.headers['Location']}"

    return ketuk


POKOK = (tanpa_token, dari("https://evil.example"), cara("put"), sebagai_get, tuan("evil.example"), ke(JAHAT[0]))
LAIN = (
    dari("null"), dari("http://testserver.evil.example"),
    *(cara(m) for m in ("head", "options", "patch", "delete", "trace")),
    *(tuan(t) for t in ("testserver.evil.example", "a b", "[::")), *(ke(j) for j in JAHAT[1:]),
)  # fmt: skip


@pytest.mark.parametrize(
    "ketukan", [pytest.param(POKOK, id="pokok"), pytest.param(LAIN, id="lain", marks=pytest.mark.lama)]
)
def test_every_door_stays_shut(ketukan: tuple[Ketukan, ...], kantor: dict[str, Pengguna]) -> None:
    """Each route once, as its holder: forged forms, methods, hosts and ways on. Nothing is changed by any of them."""
    siapa = pemegang()
    pintu = {n: Pintu(n, kantor.get(n)) for n in {*siapa.values(), ""}}
    sebelum, salah = isi_kantor(), []
    for r in rute_biasa():
        p = pintu[siapa.get(r.jalur, "")]
        alamat = alamat_nyata(r, p.pengguna)
        salah += [(r.nama, kata) for k in ketukan if (kata := k(p, r, alamat))]
    kini = isi_kantor()
    assert salah == []
    assert {k: (v, kini[k]) for k, v in sebelum.items() if kini[k] != v} == {}


def test_a_forwarded_host_is_not_believed() -> None:
    balasan = Client().get("/masuk/", HTTP_X_FORWARDED_HOST="evil.example")
    assert balasan.status_code == 200 and "evil" not in balasan.content.decode()


def periksa_kepala(balasan: Any, apa: Any) -> None:
    csp = balasan.headers.get("Content-Security-Policy", "")
    assert "frame-ancestors 'none'" in csp and "default-src 'none'" in csp, (apa, csp)
    assert "unsafe" not in csp and "*" not in csp and "http:" not in csp, (apa, csp)
    assert balasan.headers.get("X-Content-Type-Options") == "nosniff", apa
    assert balasan.headers.get("Referrer-Policy") in {"same-origin", "no-referrer"}, apa
    assert balasan.headers.get("X-Frame-Options") == "DENY", apa
    assert "Server" not in balasan.headers and "X-Powered-By" not in balasan.headers, apa


@pytest.fixture
def galat(kantor: dict[str, Pengguna], monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Any]:
    """The reply of each kind of fault, made on purpose."""
    from inti.views import desk

    def meledak(jenis: Exception) -> Any:
        def tampil(*a: Any, **k: Any) -> Any:
            raise jenis

        monkeypatch.setattr(desk, "render", tampil)
        return klien_peran(kantor["staf"], raise_request_exception=False).get("/")

    def buat(status: int) -> Any:
        if status == 400:
            return meledak(SuspiciousOperation("RAHASIA-GALAT"))
        if status == 403:
            return klien_peran(kantor["staf"]).get("/kantor/pengguna/")
        if status == 404:
            return klien_peran(kantor["staf"]).get("/tidak-ada/")
        if status == 405:
            return klien_peran(kantor["staf"]).get("/akun/tema/")
        if status == 409:
            p = Permohonan.objects.get()
            isi = {"versi": "0", "alasan": "TIDAK_TERDAFTAR", "catatan": "x", "sebab": "x"}
            k = klien_peran(kantor["penyelia"])
            return k.post(f"/dtks/permohonan/{p.pk}/ubah-berkas/", isi | {"versi": "999"})
        if status == 429:
            for _ in range(11):
                hasil = Client().post("/masuk/", {"username": "staf", "password": "salah"})
            Percobaan.objects.all().delete()
            return hasil
        return meledak(RuntimeError("RAHASIA-GALAT SELECT nik FROM dtks_individu"))

    return buat


@pytest.mark.parametrize("status", [400, 403, 404, 405, 409, 429, 500])
def test_a_fault_speaks_indonesian_and_tells_nothing(status: int, galat: Callable[[int], Any]) -> None:
    balasan = galat(status)
    assert balasan.status_code == status
    periksa_kepala(balasan, status)
    isi = balasan.content.decode()
    assert not JEJAK.search(isi), JEJAK.search(isi)
    kata = re.sub(r"<head.*?</head>|<[^>]+>", " ", isi, flags=re.DOTALL)
    assert not INGGRIS.search(kata), INGGRIS.search(kata)
    assert 'lang="id"' in isi
    assert "<h1" in isi
    assert status != 405 or balasan.headers["Allow"] == "POST"


def test_too_much_in_a_form_is_refused_in_indonesian(kantor: dict[str, Pengguna]) -> None:
    k = klien_peran(kantor["staf"], raise_request_exception=False)
    banyak = k.post("/cari/", {f"a{n}": "x" for n in range(2100)})
    besar = k.post("/cari/", "q=" + "x" * (3 * 1024 * 1024), content_type="application/x-www-form-urlencoded")
    for balasan in (banyak, besar):
        assert balasan.status_code in {400, 413}
        periksa_kepala(balasan, balasan.status_code)
        assert "Permintaan tidak dapat dibaca" in balasan.content.decode()

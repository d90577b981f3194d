"""The door: forged forms, methods, hosts and ways on; what every reply carries; and faults that tell nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings as pengaturan
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse
from django.test import Client

from dtks.models import Permohonan, SuratRekomendasi
from inti.access import Rute
from inti.models import Pengguna, Percobaan, Perubahan
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


def _klien(kantor: dict[str, Pengguna], **opsi: Any) -> Callable[[Rute], tuple[Client, Pengguna | None]]:
    siapa, klien = pemegang(), {}

    def cari(rute: Rute) -> tuple[Client, Pengguna | None]:
        nama = siapa.get(rute.jalur, "")
        if nama not in klien:
            klien[nama] = klien_peran(kantor.get(nama), raise_request_exception=False, **opsi)
        return klien[nama], kantor.get(nama)

    return cari


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


def yang_mengubah() -> Iterator[Rute]:
    for r in rute_biasa():
        if "POST" in r.metode and r.nama not in KELUAR:
            yield r


@pytest.mark.parametrize(
    "kepala",
    [
        {},
        {"HTTP_ORIGIN": "https://evil.example"},
        pytest.param({"HTTP_ORIGIN": "null"}, marks=pytest.mark.lama),
        pytest.param({"HTTP_ORIGIN": "http://testserver.evil.example"}, marks=pytest.mark.lama),
    ],
)
def test_no_form_is_taken_without_its_token_or_from_elsewhere(
    kepala: dict[str, str], kantor: dict[str, Pengguna]
) -> None:
    klien, salah = _klien(kantor, enforce_csrf_checks=True), []
    sebelum = isi_kantor()
    for r in yang_mengubah():
        k, pengguna = klien(r)
        isi = {}
        if kepala:
            k.get("/masuk/" if pengguna is None else "/akun/kata-sandi/")  # a real token, sent from a foreign page
            isi = {"csrfmiddlewaretoken": k.cookies[pengaturan.CSRF_COOKIE_NAME].value}
        balasan = k.post(alamat_nyata(r, pengguna), isi, **kepala)
        if balasan.status_code != 403 or "Formulir kedaluwarsa" not in balasan.content.decode():
            salah.append((r.nama, balasan.status_code))
    assert salah == []
    assert isi_kantor() == sebelum


def test_no_form_is_taken_by_tls_from_a_foreign_page(kantor: dict[str, Pengguna]) -> None:
    k = klien_peran(kantor["staf"], enforce_csrf_checks=True)
    k.get("/akun/kata-sandi/", secure=True)
    isi = {"csrfmiddlewaretoken": k.cookies[pengaturan.CSRF_COOKIE_NAME].value, "tema": "gelap"}
    for kepala in ({}, {"HTTP_REFERER": "https://evil.example/"}, {"HTTP_REFERER": "http://testserver/"}):
        assert k.post("/akun/tema/", isi, secure=True, **kepala).status_code == 403, kepala


@pytest.mark.parametrize(
    "metode",
    ["put", *(pytest.param(m, marks=pytest.mark.lama) for m in ("head", "options", "patch", "delete", "trace"))],
)
def test_nothing_but_a_post_changes_anything(metode: str, kantor: dict[str, Pengguna]) -> None:
    klien = _klien(kantor)
    sebelum, salah = isi_kantor(), []
    for r in rute_biasa():
        if r.nama == "siap" or (metode not in {"get", "head"} and r.nama in KELUAR):
            continue
        k, pengguna = klien(r)
        balasan = getattr(k, metode)(alamat_nyata(r, pengguna))
        hanya_post = "GET" not in r.metode
        if metode in {"get", "head"} and hanya_post and balasan.status_code not in {405, 404}:
            salah.append((r.nama, balasan.status_code))
        if metode in {"put", "patch", "delete", "trace"} and balasan.status_code not in {405, 403}:
            salah.append((r.nama, balasan.status_code))
        if balasan.status_code >= 500:
            salah.append((r.nama, balasan.status_code))
    assert salah == []
    kini = isi_kantor()
    assert {k: (v, kini[k]) for k, v in sebelum.items() if kini[k] != v} == {}


@pytest.mark.parametrize("kunci", ["_method"])
def test_a_get_is_never_taken_for_a_post(kunci: str, kantor: dict[str, Pengguna]) -> None:
    banyak = Perubahan.objects.count()
    klien = _klien(kantor)
    for r in yang_mengubah():
        k, pengguna = klien(r)
        k.get(alamat_nyata(r, pengguna), {kunci: "POST"}, headers={"X-HTTP-Method-Override": "POST"})
    assert Perubahan.objects.count() == banyak


@pytest.mark.parametrize(
    "tuan",
    ["evil.example", *(pytest.param(t, marks=pytest.mark.lama) for t in ("testserver.evil.example", "a b", "[::"))],
)
def test_a_forged_host_is_refused_everywhere(tuan: str, kantor: dict[str, Pengguna]) -> None:
    klien = _klien(kantor)
    for r in rute_biasa():
        k, pengguna = klien(r)
        balasan = k.get(alamat_nyata(r, pengguna), HTTP_HOST=tuan)
        assert balasan.status_code == 400, (r.nama, balasan.status_code)
        assert "evil" not in balasan.content.decode()
    balasan = Client().get("/masuk/", HTTP_X_FORWARDED_HOST="evil.example")
    assert balasan.status_code == 200 and "evil" not in balasan.content.decode()


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


@pytest.mark.parametrize("tujuan", [JAHAT[0], *(pytest.param(j, marks=pytest.mark.lama) for j in JAHAT[1:])])
def test_no_form_of_the_house_leads_off_the_site(tujuan: str, kantor: dict[str, Pengguna]) -> None:
    klien, salah = _klien(kantor), []
    for r in yang_mengubah():
        k, pengguna = klien(r)
        balasan = k.post(alamat_nyata(r, pengguna), {"lanjut": tujuan, "next": tujuan, "kembali": tujuan})
        if not di_sini(balasan):
            salah.append((r.nama, balasan.headers["Location"]))
    assert salah == []


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

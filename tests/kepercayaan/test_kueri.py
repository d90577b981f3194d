"""Every list and every form met with keys and values that no honest page sends: never a fault, never a row too many."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings as pengaturan
from django.test import Client

from dtks.models import Permohonan, SuratRekomendasi
from inti.access import Rute
from inti.models import Pengguna
from inti.pages import Daftar
from tests.kepercayaan.penyerang import KELUAR, alamat_nyata, fungsi, klien_peran, pemegang, rute_biasa

pytestmark = pytest.mark.django_db

NILAI = (
    "\x00",
    "a\x00b",
    "'",
    "') OR 1=1 --",
    '"; DROP TABLE inti_pengguna; --',
    "%",
    "_%\\",
    "9" * 18,
    "9" * 40,
    "9" * 5000,
    "-1",
    "1e999",
    "NaN",
    "\u0663\u00b2",  # digits of other alphabets
    "None",
    "{{7*7}}",
    "[]",
    "\ud83d",
    "2026-02-31",
    "0000-00-00",
    "99999-12-31",
    "../../etc/passwd",
)
URUT = (
    "-",
    "--nama",
    "?",
    "pk",
    "password",
    "oleh__password",
    "unit__pengguna__password",
    "nama__",
    "-nama,id",
    "inti_pengguna.password",
    '"nama"',
    "nama desc",
    "nama)",
    "_connector",
    "nama\x00",
)
ASING = {
    "_connector": "OR 1=1",
    "_negated": "True",
    "pk__in": "1,2",
    "id__gte": "0",
    "oleh__password__startswith": "p",
    "unit__pengguna__password__regex": ".*",
    "nik__startswith": "3",
    "pk__lookup__lookup": "1",
    "a.b": "1",
    "a'b": "1",
    'a"b': "1",
    "a\x00b": "1",
    "status[]": "1",
    "status__in": "x",
    "__class__": "x",
    "objects": "x",
    "delete": "1",
}


def daftar() -> list[tuple[Rute, type[Daftar]]]:
    hasil = []
    for r in rute_biasa():
        kelas = getattr(fungsi(r), "view_class", None)
        if kelas is not None and issubclass(kelas, Daftar):
            hasil.append((r, kelas))
    return hasil


@pytest.fixture
def masuk(
    peran: dict[str, Pengguna], permohonan: Permohonan, surat: SuratRekomendasi, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Rute], tuple[Client, Pengguna | None]]:
    """For a route, a client of the first role that may open it, signed in once for the whole walk."""
    siapa, klien = pemegang(), {}

    def cari(rute: Rute) -> tuple[Client, Pengguna | None]:
        nama = siapa.get(rute.jalur, "")
        if nama not in klien:
            klien[nama] = klien_peran(peran.get(nama), raise_request_exception=False)
        return klien[nama], peran.get(nama)

    return cari


def kirim(klien: Client, alamat: str, isi: dict[str, Any]) -> int:
    ekor = "&".join(f"{quote(k)}={quote(str(v).encode('utf-8', 'surrogatepass'))}" for k, v in isi.items())
    return int(klien.get(f"{alamat}?{ekor}").status_code)


def serangan(kelas: type[Daftar], *, ringkas: bool) -> Iterator[dict[str, Any]]:
    """What is sent to one list; `ringkas` takes a part of it, another part for each list."""
    saringan = [*kelas.filters.base_filters] if kelas.filters else []
    bagian = [f"{n}{akhir}" for n in saringan for akhir in ("", "_min", "_max", "_after", "_before")]
    kunci = [*bagian, *(f"{n}__in" for n in saringan), "setelah", "sebelum", "per"]
    semua = [dict.fromkeys(kunci, nilai) for nilai in NILAI]
    semua += [{"urut": urut, "per": "25", "setelah": "1"} for urut in URUT]
    semua += [{"ekspor": ekspor} for ekspor in ("../../x", "xlsx\x00", "XLSX", "csv'", "9" * 40)]
    if ringkas:
        yield dict.fromkeys(kunci, "a\x00b")
        yield dict.fromkeys(kunci, "9" * 5000)
        mulai = sum(map(ord, kelas.__name__))
        yield from itertools.islice(semua, mulai % 6, None, 6)
    else:
        yield from semua
    yield {"semua": "1", **ASING}
    yield {"ekspor": "csv", "urut": "unit__pengguna__password", **ASING, **dict.fromkeys(bagian, "'\x00")}


def test_the_walk_meets_every_list() -> None:
    assert len(daftar()) > 20
    assert sum(bool(k.filters) for _, k in daftar()) > 8


@pytest.mark.parametrize("ringkas", [True, pytest.param(False, marks=pytest.mark.lama)])
def test_no_key_and_no_value_breaks_a_list(ringkas: bool, masuk: Callable[..., Any]) -> None:
    salah = []
    for r, kelas in daftar():
        klien, pengguna = masuk(r)
        alamat = alamat_nyata(r, pengguna)
        for isi in serangan(kelas, ringkas=ringkas):
            if (status := kirim(klien, alamat, isi)) >= 500 or status not in {200, 302, 400, 403, 404, 422}:
                salah.append((r.nama, status, str(isi)[:160]))
    assert salah == []


def test_an_unknown_key_changes_nothing_that_is_shown(masuk: Callable[..., Any]) -> None:
    segel = re.compile(rb'value="[A-Za-z0-9]{64}"|name="(kunci_kirim|parameter)" value="[^"]*"')
    for r, _ in daftar():
        klien, pengguna = masuk(r)
        alamat = alamat_nyata(r, pengguna)
        if klien.get(f"{alamat}?semua=1").status_code != 200:
            continue
        polos = klien.get(f"{alamat}?semua=1").content
        ekor = "&".join(f"{quote(k)}={quote(v)}" for k, v in ASING.items())
        balasan = klien.get(f"{alamat}?semua=1&{ekor}")
        if balasan.status_code != 400:
            assert segel.sub(b"", balasan.content).splitlines() == segel.sub(b"", polos).splitlines(), r.nama
        baris = re.compile(rb"<tbody.*?</tbody>", re.DOTALL)
        terurut = klien.get(f"{alamat}?urut=unit__pengguna__password").content
        assert baris.findall(terurut) == baris.findall(polos), r.nama


@pytest.mark.lama
@pytest.mark.parametrize(
    "nilai", ["Sumber\x00jo", *(pytest.param(n, marks=pytest.mark.lama) for n in ("9" * 5000, "' OR 1=1 --", "%_\\"))]
)
def test_nothing_sought_or_saved_breaks_a_list(nilai: str, masuk: Callable[..., Any]) -> None:
    salah = []
    for r, _ in daftar():
        klien, pengguna = masuk(r)
        alamat = alamat_nyata(r, pengguna)
        for isi in (
            {"q": nilai},
            {"nama_tampilan": nilai, "parameter": f"urut={nilai}"},
            {"hapus_tampilan": nilai},
            {"pk": nilai},
        ):
            balasan = klien.post(alamat, isi)
            lanjut = klien.get(f"{alamat}?semua=1")
            if balasan.status_code >= 500 or lanjut.status_code >= 500:
                salah.append((r.nama, isi, balasan.status_code, lanjut.status_code))
            klien.get(f"{alamat}?bersih=1")
    assert salah == []


@pytest.mark.parametrize(
    "nilai",
    ["%00", *(pytest.param(n, marks=pytest.mark.lama) for n in ("%27", "9" * 200, "%F0%9F%98%80", "%C0%AF", "..%2f"))],
)
def test_nothing_in_an_address_breaks_a_page(nilai: str, masuk: Callable[..., Any]) -> None:
    salah = []
    for r in rute_biasa():
        if "<" not in r.jalur or r.nama in KELUAR:
            continue
        klien, _ = masuk(r)
        jalur = re.sub(r"<(str|slug):[a-z_]+>", nilai, r.jalur)
        jalur = re.sub(r"<int:[a-z_]+>", "9" * 40, jalur)
        jalur = re.sub(r"<uuid:[a-z_]+>", "00000000-0000-0000-0000-000000000007", jalur)
        for metode in ("get", "post"):
            if (status := getattr(klien, metode)(jalur).status_code) >= 500:
                salah.append((r.nama, metode, status))
    assert salah == []


def kunci_kiriman() -> list[str]:
    """Names that the code of the house reads out of what is sent, besides the fields of forms."""
    akar = Path(pengaturan.BASE_DIR)
    pola = re.compile(r"(?:POST|GET|FILES)(?:\.get(?:list)?\(|\[)\s*f?\"([a-z_]+)")
    ada = {
        n
        for app in ("inti", "dtks", "kepegawaian", "arsip")
        for f in (akar / app).rglob("*.py")
        for n in pola.findall(f.read_text())
    }
    assert len(ada) > 15
    return sorted(ada - {"batal"})


@pytest.mark.parametrize(
    "nilai", [NILAI[-2], *(pytest.param(n, marks=pytest.mark.lama) for n in ("a\x00b", *NILAI[2:-2], NILAI[-1]))]
)
def test_no_form_of_the_house_breaks(nilai: str, masuk: Callable[..., Any]) -> None:
    """Each route takes the value in every name it reads and in every field that its page shows."""
    umum, salah = kunci_kiriman(), []
    nilai = nilai.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    for r in rute_biasa():
        if "POST" not in r.metode or r.nama in KELUAR:
            continue
        klien, pengguna = masuk(r)
        alamat = alamat_nyata(r, pengguna)
        halaman = klien.get(alamat).content.decode() if "GET" in r.metode else ""
        medan = set(re.findall(r'<(?:input|select|textarea)[^>]* name="([^"]+)"', halaman)) - {
            "csrfmiddlewaretoken",
            "q",
        }
        for isi in (dict.fromkeys([*umum, *medan], nilai), dict.fromkeys(medan, nilai)):
            if (status := klien.post(alamat, isi).status_code) >= 500:
                salah.append((r.nama, status, sorted(isi)[:30]))
    assert salah == []


@pytest.mark.parametrize(
    ("alamat", "isi"),
    [
        ("/masuk/", {"username": "sta\x00f", "password": "a\x00b", "next": "/\x00"}),
        ("/masuk/", {"username": "9" * 5000, "password": "x" * 5000}),
        ("/cek/", {"nomor": "9971\x0001", "nama": "Sla\x00met"}),
        ("/cek/", {"nomor": "9" * 5000, "nama": "' OR 1=1 --"}),
        ("/cek/", {"segel": "a\x00b", "jawaban": "\x00"}),
        ("/cek/permohonan/", {"kode": "A\x00B", "nomor": "1\x002", "nama": "\x00"}),
        ("/cek/permohonan/", {"segel": ":::", "jawaban": "9" * 5000}),
    ],
)
def test_the_public_forms_take_anything(alamat: str, isi: dict[str, str], permohonan: Permohonan) -> None:
    balasan = Client(raise_request_exception=False).post(alamat, isi)
    assert balasan.status_code in {200, 400, 422, 429}, balasan.status_code


@pytest.mark.parametrize(
    "kata", ["Slam\x00et", "\x00", "99710101\x0006010001", "9" * 5000, "' OR 1=1 --", "\u202e\ufeff"]
)
def test_the_search_of_the_counter_takes_anything(
    kata: str, permohonan: Permohonan, loket: Pengguna, admin_desa: Pengguna
) -> None:
    for pengguna, alamat in ((loket, "/dtks/loket/"), (loket, "/cari/"), (admin_desa, "/dtks/desa/")):
        klien = klien_peran(pengguna, raise_request_exception=False)
        balasan = klien.post(alamat, {"cari": kata, "q": kata}, follow=True)
        assert balasan.status_code in {200, 400, 422}, (alamat, balasan.status_code)

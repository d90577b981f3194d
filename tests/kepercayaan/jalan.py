"""One walk, many observers: each route is asked once as GET and once as an empty POST, with keys of real records.

Every answer is shown to all observers; what they have to say is gathered. A route with a key in its address is asked
with a record that the user may meet and with one that he may not. What an act changes is undone at once.
"""

from __future__ import annotations

import functools
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve
from pypdf import PdfReader

from inti.access import MASUK, PUBLIK, Rute, boleh, boleh_atau_usul
from inti.models import Pengguna
from inti.pages.formulir import Tambah, Ubah
from tests.kepercayaan.kenari import TANDA, TERBUKA_UMUM, Penglihatan
from tests.kepercayaan.penyerang import KELUAR, alamat_kosong, fungsi, klien_peran, model_rute, rute_biasa

JEJAK = re.compile(
    r"Traceback|File \"/|line \d+, in|django\.|site-packages|RAHASIA-GALAT|SELECT |Exception|psycopg|sqlite"
)
INGGRIS = re.compile(
    r"\b(Bad Request|Not Found|Forbidden|Server Error|Not Allowed|CSRF|verification failed|Too Many|Conflict|denied|"
    r"invalid|error|failed|please|required|allowed|request|page|the|and|this|None|True|False|undefined|null)\b"
)
NOMOR_UTUH = re.compile(r"(?<!\d)\d{16}(?!\d)")
CATATAN = frozenset(
    {"inti_jejakbaca", "inti_sesi", "django_session", "inti_percobaan", "axes_accesslog", "axes_accessattempt"}
)
MENANDAI_BACA: set[tuple[str, str]] = set()
TULIS = re.compile(r'(?:INSERT INTO|UPDATE|DELETE FROM) "?(\w+)')
TERBANYAK_KUERI = (
    70  # of one page of the filled office; that lists cost the same for 3 and for 40 rows, see their tests
)


@dataclass
class Jawaban:
    """One answer with what was asked: `asing` when the record in the address is out of the user's reach."""

    rute: Rute
    metode: str
    jalur: str
    pengguna: Pengguna | None
    asing: bool
    balasan: HttpResponse
    teks: str
    kueri: int
    ditulis: frozenset[str]  # tables that got a statement which writes

    @property
    def status(self) -> int:
        return int(self.balasan.status_code)

    @property
    def html(self) -> bool:
        return "html" in self.balasan.headers.get("Content-Type", "")


@dataclass
class Hasil:
    """What a walk found, (route, method, path, what an observer says), and that it saw anything at all."""

    temuan: list[tuple[str, str, str, str]] = field(default_factory=list)
    jawaban: int = 0
    terbuka: int = 0  # answers with status 200
    tanda: int = 0  # marks of records that the user may meet


Pengamat = Callable[[Jawaban, Penglihatan], Iterable[str]]


# --- observers --------------------------------------------------------------------------------------------------------


def status(j: Jawaban, _: Penglihatan) -> Iterator[str]:
    """403 exactly where the map of rights says so, never a fault; a record out of reach is not found."""
    if j.status >= 500 and j.rute.nama != "siap":  # /-/siap answers 503 while no worker lives: that is its word
        yield f"status {j.status}"
    if j.pengguna is None:
        if j.rute.izin != PUBLIK and j.status not in {302, 403}:
            yield f"status {j.status} tanpa masuk"
        return
    # What a user may propose he may open; a page without an act is opened by nobody's right to propose.
    usul = "POST" in j.rute.metode and boleh_atau_usul(j.pengguna, j.rute.izin)
    if (j.status == 403) is (boleh(j.pengguna, j.rute.izin) or usul) and not (
        j.rute.izin == MASUK and j.status == 403  # decided inside, by the kind of thing named in the path
    ):
        yield f"status {j.status} tidak sesuai izin {j.rute.izin}"
    if j.asing and j.status not in {403, 404, 405}:
        yield f"status {j.status} untuk data di luar lingkup"


def kenari(j: Jawaban, mata: Penglihatan) -> Iterator[str]:
    """No text of a record that this user may not meet."""
    for label, pk in mata.asing(j.teks):
        if j.rute.izin != PUBLIK or label not in TERBUKA_UMUM:
            yield f"menyebut {label} {pk}"


def nomor_utuh(j: Jawaban, _: Penglihatan) -> Iterator[str]:
    """No page shows the whole number of a person; showing one is an act of its own with its reason."""
    if j.html:
        teks = re.sub(r"<input[^>]*>", "", j.teks) if _jenis(j.rute, Ubah) else j.teks  # a form shows what it changes
        for n in set(NOMOR_UTUH.findall(teks)) & _nomor_orang():
            yield f"nomor utuh {n[:4]}…"


def tercatat(j: Jawaban, _: Penglihatan) -> Iterator[str]:
    """Whose whole number left the server, on a page or a paper, by whatever header asked for, left a line in the log."""
    if j.pengguna is not None and j.status < 400 and "inti_jejakbaca" not in j.ditulis:
        for n in set(NOMOR_UTUH.findall(j.teks)) & _nomor_orang():
            yield f"nomor {n[:4]}… tanpa jejak baca"


def kepala(j: Jawaban, _: Penglihatan) -> Iterator[str]:
    """What keeps a reply safe travels with each, refusals and files too."""
    h = j.balasan.headers
    csp = h.get("Content-Security-Policy", "")
    if "frame-ancestors 'none'" not in csp or "default-src 'none'" not in csp:
        yield f"kebijakan isi: {csp}"
    if "unsafe" in csp or "*" in csp or "http:" in csp:
        yield f"kebijakan isi longgar: {csp}"
    if h.get("X-Content-Type-Options") != "nosniff" or h.get("X-Frame-Options") != "DENY":
        yield "nosniff atau bingkai"
    if h.get("Referrer-Policy") not in {"same-origin", "no-referrer"}:
        yield "perujuk"
    if "Server" in h or "X-Powered-By" in h:
        yield "menyebut perangkat lunaknya"
    if j.pengguna is not None and j.rute.izin != PUBLIK and "no-store" not in h.get("Cache-Control", ""):
        yield "boleh disimpan peramban"


def bahasa(j: Jawaban, _: Penglihatan) -> Iterator[str]:
    """Pages speak Indonesian and tell nothing of the program."""
    if not j.html:
        return
    kata = re.sub(r"<(head|script|style|svg)\b.*?</\1>|<[^>]+>", " ", j.teks, flags=re.DOTALL)
    if (m := INGGRIS.search(kata)) or (m := JEJAK.search(kata)):
        yield f"kata {m.group()!r}: {kata[max(m.start() - 40, 0) : m.end() + 20].split()}"
    if "<html" in j.teks and 'lang="id"' not in j.teks:
        yield "bahasa halaman"


def kueri(j: Jawaban, _: Penglihatan) -> Iterator[str]:
    """No page asks the database more often than any page needs to."""
    if j.metode == "get" and j.kueri > TERBANYAK_KUERI:
        yield f"{j.kueri} kueri"


def tidak_berubah(j: Jawaban, _: Penglihatan) -> Iterator[str]:
    """Looking changes nothing, and neither does what was refused: logs and marks of reading aside."""
    if j.metode == "get" or j.status in {403, 404, 405}:
        for tabel in sorted(j.ditulis - CATATAN):
            if not (j.metode == "get" and (j.rute.nama, tabel) in MENANDAI_BACA):
                yield f"menulis {tabel}"


PENGAMAT: tuple[Pengamat, ...] = (status, kenari, nomor_utuh, tercatat, kepala, bahasa, kueri, tidak_berubah)


# --- the walk ---------------------------------------------------------------------------------------------------------


def telusuri(
    pengguna: Pengguna | None,
    *,
    rute: Iterable[Rute] | None = None,
    pengamat: Iterable[Pengamat] = PENGAMAT,
    klien: Client | None = None,
) -> Hasil:
    """Ask every route as this user (or as nobody)."""
    klien = klien or klien_peran(pengguna, raise_request_exception=False)
    mata = Penglihatan(pengguna)
    mata.lewat(
        "arsip.SuratKeluar", "dtks.SuratRekomendasi", "surat_keluar_id"
    )  # a village's own letter bears its number
    klien.get("/")  # its session stands before anything is undone
    hasil = Hasil()
    for r in rute if rute is not None else rute_biasa():
        for jalur, asing in alamat(r, pengguna):
            for metode in ("get", "post"):
                if r.nama in KELUAR and metode == "post":
                    continue  # it ends the session of the very client that walks
                hitung = _Hitung()
                with connection.execute_wrapper(hitung), tanpa_bekas():
                    balasan = getattr(klien, metode)(jalur)
                    teks = isi(balasan)
                j = Jawaban(r, metode, jalur, pengguna, asing, balasan, teks, hitung.banyak, frozenset(hitung.ditulis))
                hasil.temuan += [(r.nama, metode, jalur, t) for p in pengamat for t in p(j, mata)]
                hasil.jawaban += 1
                hasil.terbuka += j.status == 200
                hasil.tanda += len(TANDA.findall(teks))
    return hasil


class _Hitung:
    """How many statements were sent, and which tables they write."""

    def __init__(self) -> None:
        self.banyak, self.ditulis = 0, set[str]()

    def __call__(self, jalankan: Callable[..., Any], sql: str, *apa: Any) -> Any:
        self.banyak += 1
        if sql[0] in "IUD" and (m := TULIS.match(sql)):
            self.ditulis.add(m[1])
        return jalankan(sql, *apa)


class tanpa_bekas:
    """Undo what happened within, whatever it was."""

    def __enter__(self) -> None:
        self.atom = transaction.atomic()
        self.atom.__enter__()

    def __exit__(self, *galat: Any) -> None:
        transaction.set_rollback(True)
        self.atom.__exit__(None, None, None)


def alamat(rute: Rute, pengguna: Pengguna | None) -> Iterator[tuple[str, bool]]:
    """The route's address with a record within the user's reach, and with one beyond it."""
    if not re.search(r"<(int|uuid|str):(pk|kode)>", rute.jalur):
        yield alamat_kosong(rute.jalur), False
        return
    if pengguna is not None and not boleh_atau_usul(pengguna, rute.izin):
        yield alamat_kosong(rute.jalur), False  # refused at the gate, whatever the key
        return
    # A form for a new record bears the key of what it is added to.
    model = None if _jenis(rute, Tambah) else model_rute(rute)
    model = model or dari_alamat().get(rute.jalur.split("<", 1)[0])
    milik, asing = contoh(model, pengguna) if model is not None else (None, None)
    yield _dengan(rute, milik), False
    if asing is not None and rute.izin != PUBLIK and pengguna is not None and boleh_atau_usul(pengguna, rute.izin):
        yield _dengan(rute, asing), True


def _dengan(rute: Rute, objek: models.Model | None) -> str:
    jalur = rute.jalur
    if objek is not None:
        jalur = re.sub(r"<(int|uuid):pk>", str(objek.pk), jalur)
        jalur = jalur.replace("<str:kode>", str(getattr(objek, "kode", "")) or "TIDAKADA")
    return alamat_kosong(jalur)


def contoh(model: type[models.Model], pengguna: Pengguna | None) -> tuple[models.Model | None, models.Model | None]:
    """A record that the user may meet and one that he may not, as far as there are any and a scope tells."""
    semua = model._default_manager.all()
    if pengguna is None or not hasattr(semua, "untuk"):
        return semua.order_by("pk").first(), None
    milik = semua.untuk(pengguna)
    luar = semua.lingkup(pengguna) if hasattr(semua, "lingkup") else milik
    asing = semua.exclude(pk__in=milik.values("pk")).exclude(pk__in=luar.values("pk"))
    return milik.order_by("pk").first(), asing.order_by("pk").first()


@functools.cache
def dari_alamat() -> dict[str, type[models.Model]]:
    """Beginning of an address -> whose records have their page there, by what records say of their own page."""
    hasil: dict[str, type[models.Model]] = {}
    for m in apps.get_models():
        objek = m._default_manager.first() if hasattr(m, "get_absolute_url") else None
        if objek is None:
            continue
        try:
            jalur = str(objek.get_absolute_url())
            resolve(jalur)
        except (Resolver404, ValueError):
            continue
        hasil.setdefault(jalur.split(str(objek.pk))[0], m)
    return hasil


def _jenis(rute: Rute, kelas: type) -> bool:
    return issubclass(getattr(fungsi(rute), "view_class", object), kelas)


def isi(balasan: HttpResponse) -> str:
    """Everything that a reply says: headers and body; a PDF as its text, a workbook as its parts."""
    tubuh = b"".join(balasan.streaming_content) if getattr(balasan, "streaming", False) else balasan.content  # type: ignore[attr-defined]
    kepala_teks = " ".join(f"{k}:{v}" for k, v in balasan.headers.items())
    if tubuh.startswith(b"%PDF"):
        return kepala_teks + "".join(h.extract_text() for h in PdfReader(io.BytesIO(tubuh)).pages)
    if tubuh.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(tubuh)) as z:
            return kepala_teks + "".join(z.read(n).decode("utf-8", "replace") for n in z.namelist())
    return kepala_teks + tubuh.decode("utf-8", "replace")


@functools.cache
def _nomor_orang() -> frozenset[str]:
    """NIK and KK numbers of everybody in the office, by the names of the fields that hold them."""
    hasil: set[str] = set()
    for m in apps.get_models():
        for f in m._meta.concrete_fields:
            if isinstance(f, models.CharField) and f.max_length == 16 and re.search(r"nik|kk", f.name):
                hasil |= {n for n in m._base_manager.values_list(f.attname, flat=True) if n}
    return frozenset(hasil)

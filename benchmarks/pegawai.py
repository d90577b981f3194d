"""Staff files of 5,000 people with their careers: lists on the page, DUK on paper, the export, the chart of 300 units.

Floors: the frame of the page with an empty table (a plain template) through the same middleware; bare platypus with
Paragraph cells; a bare write-only openpyxl sheet; for the chart the drawing of as many boxes and lines by hand.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.basis_data import jalankan_terpisah, siapkan_django, url_sqlite
from benchmarks.daftar import _ukur

ORANG = 5_000
POLOS = """{% extends "base.html" %}{% block isi %}<h1>Pegawai</h1><table class="tu-tabel"><tbody>{% for p in orang %}<tr><th
scope="row"><a href="{{ p.get_absolute_url }}">{{ p.nama }}</a></th><td>{{ p.nip_tampil }}</td><td>{{ p.get_jenis_display }}</td><td>{{
p.pangkat_tampil }}</td><td>{{ p.jabatan }}</td><td>{{ p.unit.nama }}</td><td>{{ p.get_keadaan_display }}</td></tr>{% endfor %}
</tbody></table>{% endblock %}"""


def polos(request: Any) -> Any:
    """The plain view: the first 50 by name."""
    from django.http import HttpResponse
    from django.template import RequestContext, engines

    from kepegawaian.models import Pegawai

    templat = engines["django"].from_string(POLOS).template
    orang = Pegawai.objects.untuk(request.user).select_related("unit").order_by("nama", "id")[:50]
    return HttpResponse(templat.render(RequestContext(request, {"orang": orang})))


def _terbaik(kerja: Callable[[], Any], kali: int = 3) -> float:
    waktu = []
    for _ in range(kali):
        mulai = time.perf_counter()
        kerja()
        waktu.append(time.perf_counter() - mulai)
    return min(waktu)


def lantai_platypus(baris: list[list[str]]) -> bytes:
    """The same table by bare platypus."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

    gaya = ParagraphStyle("sel", fontName="Helvetica", fontSize=8.5, leading=11)
    isi = [[Paragraph(s.replace("\n", "<br/>"), gaya) for s in b] for b in baris]
    keluar = BytesIO()
    lebar = [25, 135, 100, 160, 60, 60, 95, 70, 60]
    tabel = LongTable(isi, colWidths=lebar, repeatRows=1, style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")]))
    SimpleDocTemplate(keluar, pagesize=landscape(A4)).build([tabel])
    return keluar.getvalue()


def lantai_openpyxl(judul: list[str], baris: list[list[Any]], ke: Path) -> None:
    """The same rows by a bare write-only workbook."""
    from openpyxl import Workbook

    buku = Workbook(write_only=True)
    lembar = buku.create_sheet("pegawai")
    lembar.append(judul)
    for b in baris:
        lembar.append(b)
    buku.save(ke)


def lantai_bagan(gambar: Any) -> bytes:
    """As many boxes, lines and words by bare canvas calls."""
    from reportlab.pdfgen.canvas import Canvas

    keluar = BytesIO()
    c = Canvas(keluar, pagesize=(1190, 842), pageCompression=1)
    c.setFont("Helvetica", 6)
    for g in gambar.garis:
        for (x1, y1), (x2, y2) in zip(g.titik, g.titik[1:], strict=False):
            c.line(x1, 842 - y1, x2, 842 - y2)
    for k in gambar.kotak:
        c.rect(k.x, 842 - k.y - 63, 134, 63)
        for y, teks, _ in k.tulisan:
            c.drawString(k.x + 6, 842 - y, teks)
    c.save()
    return keluar.getvalue()


def ukur() -> list[dict[str, Any]]:
    """Measure in this process on DATABASE_URL."""
    os.environ |= {"HTTPS": "0", "WAJIB_FAKTOR_KEDUA": "0", "ALLOWED_HOSTS": "testserver", "LOG_LEVEL": "ERROR"}
    siapkan_django()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client
    from django.urls import path
    from django.utils import timezone

    import config.urls
    from inti.access import dengan_izin
    from inti.models import Pengguna
    from inti.sheets.tulis import tulis_tabel
    from kepegawaian.demo import isi_besar
    from kepegawaian.documents.daftar import bagan_pdf, daftar_pdf
    from kepegawaian.models import (
        GajiBerkala,
        JabatanPegawai,
        PangkatPegawai,
        Pegawai,
        PendidikanPegawai,
        StatusPegawai,
    )
    from kepegawaian.queries.daftar import JUDUL_DUK_CETAK, duk
    from kepegawaian.rules.bagan import pohon, susun_bagan
    from kepegawaian.sheets.ekspor import ekspor_pegawai

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    config.urls.urlpatterns.append(path("polos/", dengan_izin("kepegawaian.view_pegawai")(polos)))
    call_command("demo")
    isi_besar((ORANG - Pegawai.objects.count()) * 100)
    fakta = sum(
        m.objects.count() for m in (StatusPegawai, PangkatPegawai, JabatanPegawai, GajiBerkala, PendidikanPegawai)
    )
    oleh = Pengguna.objects.get(username="pimpinan")
    klien = Client()
    klien.force_login(oleh, backend="inti.gerbang.auth.PenggunaBackend")

    def ambil(alamat: str) -> None:
        balasan = klien.get(alamat)
        if balasan.status_code != 200:
            raise RuntimeError(f"{alamat}: {balasan.status_code}")

    hasil: list[dict[str, Any]] = []

    def catat(apa: str, ukuran: str, kita: float, lantai: float) -> None:
        hasil.append({"apa": apa, "ukuran": ukuran, "kita": kita, "lantai": lantai, "rasio": kita / lantai})

    ukuran = f"50 dari {Pegawai.objects.count()}, {fakta} fakta"
    lantai = _ukur(lambda: ambil("/polos/"), 20)
    catat(
        "daftar pegawai (lantai: templat polos)",
        ukuran,
        _ukur(lambda: ambil("/kepegawaian/pegawai/?semua=1"), 20),
        lantai,
    )
    catat(
        "daftar jatuh tempo KGB dengan sebabnya (lantai: sama)",
        ukuran,
        _ukur(lambda: ambil("/kepegawaian/kgb/?semua=1"), 20),
        lantai,
    )
    catat("halaman DUK, 200 baris (lantai: sama)", ukuran, _ukur(lambda: ambil("/kepegawaian/duk/"), 5), lantai)
    semua = [
        b.sel_cetak(n) for n, b in enumerate(duk(Pegawai.objects.all(), Pegawai.Jenis.values, timezone.localdate()), 1)
    ]
    from inti.documents import Kolom

    kolom = [Kolom(j, w) for j, w in JUDUL_DUK_CETAK]
    catat(
        "DUK dalam PDF (lantai: platypus polos)",
        f"{len(semua)} baris",
        _terbaik(lambda: daftar_pdf(judul="DUK", kolom=kolom, baris=semua, oleh=oleh)),
        _terbaik(lambda: lantai_platypus([[j for j, _ in JUDUL_DUK_CETAK], *semua]), 1),
    )
    with tempfile.TemporaryDirectory() as folder:
        judul, baris = ekspor_pegawai(None)
        isi = [list(b) for b in baris]

        def kita_ekspor() -> None:
            j, b = ekspor_pegawai(None)
            tulis_tabel(Path(folder) / "kita.xlsx", j, b, lembar="pegawai")

        catat(
            "ekspor pegawai xlsx, dibaca dari basis data (lantai: openpyxl polos)",
            f"{len(isi)} baris",
            _terbaik(kita_ekspor),
            _terbaik(lambda: lantai_openpyxl(judul, isi, Path(folder) / "lantai.xlsx")),
        )
    unit = [(0, "d/", "Dinas")]
    for b in range(12):
        unit.append((len(unit), f"d/b{b:02d}/", f"Bidang Urusan {b}"))
        unit += [(len(unit) + s, f"d/b{b:02d}/s{s:02d}/", f"Seksi Pelayanan dan Pembinaan {s}") for s in range(24)]
    gambar = susun_bagan(pohon(unit, {}, {}))
    catat(
        "bagan organisasi dalam PDF, tata letak dan gambar (lantai: kanvas polos)",
        f"{len(unit)} unit",
        _terbaik(lambda: bagan_pdf(susun_bagan(pohon(unit, {}, {})), judul="BAGAN", kantor="Dinas", kertas="A3")),
        _terbaik(lambda: lantai_bagan(gambar)),
    )
    return hasil


def jalankan() -> list[dict[str, Any]]:
    """Measure on a fresh SQLite database in a process of its own."""
    with url_sqlite() as url:
        return json.loads(jalankan_terpisah("benchmarks.pegawai", url, "ukur").splitlines()[-1])


if __name__ == "__main__":
    print(json.dumps(ukur() if "ukur" in sys.argv else jalankan()))

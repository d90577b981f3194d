"""The archive: search in a million rows, the agenda page, a thousand letters in one PDF, numbering side by side.

Floors: the bare full-text query of the same page on the same table; a plain template of the same rows through the same
middleware; the same texts at known places on a bare canvas; the same numberings one after the other. `BENCH_ARSIP` sets the
number of rows of the search, `BENCH_ARSIP_BAGIAN` which parts run (letters of "abcd").
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from benchmarks.basis_data import ada_postgresql, jalankan_terpisah, siapkan_django, url_postgresql, url_sqlite
from benchmarks.daftar import _sebanding

BARIS = int(os.environ.get("BENCH_ARSIP", "1000000"))
BAGIAN = os.environ.get("BENCH_ARSIP_BAGIAN", "abcd")
SURAT_MASUK, SURAT, SERENTAK = 100_000, 1_000, 50
KEMBAR = 16
HURUF = [k + v for k in "bdklmns" for v in "aeiou"]
DICARI = ("undangan", "undangan rapat", "undangan rapat koor", "bansos", "sakalama", "undangan tidakadasama")
POLOS = """{% extends "base.html" %}{% block isi %}<h1>Surat masuk</h1><table class="tu-tabel"><tbody>{% for s in surat %}<tr><th
scope="row"><a href="{{ s.get_absolute_url }}">{{ s.nomor.teks }}</a></th><td>{{ s.diterima|tgl }}</td><td>{{ s.pengirim }}</td><td>{{
s.nomor_surat }}</td><td>{{ s.hal }}</td><td>{{ s.get_keamanan_display }}</td><td>{{ s.ditujukan_kepada.nama }}</td><td>{{
s.get_status_display }}</td></tr>{% endfor %}</tbody></table>{% endblock %}"""
_templat: Any = None


def polos(request: Any) -> Any:
    """The plain view: the newest 50, and how many there are up to 10,001."""
    from django.http import HttpResponse
    from django.template import RequestContext, engines

    from arsip.models import SuratMasuk

    global _templat
    if _templat is None:
        _templat = engines["django"].from_string(POLOS).template
    surat = SuratMasuk.objects.untuk(request.user)
    jumlah = surat.order_by()[:10_001].count()
    isi = {
        "surat": surat.select_related("nomor", "ditujukan_kepada").order_by("-diterima", "-id")[:50],
        "jumlah": jumlah,
    }
    return HttpResponse(_templat.render(RequestContext(request, isi)))


def _setel() -> None:
    os.environ |= {"HTTPS": "0", "WAJIB_FAKTOR_KEDUA": "0", "ALLOWED_HOSTS": "testserver", "LOG_LEVEL": "ERROR"}
    siapkan_django()


def _hasil(apa: str, ukuran: str, kita: float, lantai: float) -> dict[str, Any]:
    return {"apa": apa, "ukuran": ukuran, "kita": kita, "lantai": lantai, "rasio": kita / lantai}


def salin_surat(banyak: int) -> list[int]:
    """More letters in, copied from the demonstration's with numbers of their own. Out: their keys."""
    from arsip.models import SuratMasuk
    from inti.models import Nomor, SeriNomor

    contoh = list(SuratMasuk.objects.exclude(keamanan__in=["rahasia", "sangat"]).order_by("id")[:2_000])
    seri = SeriNomor.objects.get_or_create(kode="agenda.masuk", tahun=1999, defaults={"pola": "{urut:04d}/{tahun}"})[0]
    kunci = []
    for awal in range(0, banyak, 10_000):
        urut = range(awal + 1, min(awal + 10_000, banyak) + 1)
        nomor = Nomor.objects.bulk_create(
            [Nomor(seri=seri, urut=n, teks=f"{n:06d}/1999") for n in urut], batch_size=500
        )
        surat = []
        for n, satu in zip(urut, nomor, strict=True):
            lama = contoh[n % len(contoh)]
            isi = {f.attname: getattr(lama, f.attname) for f in SuratMasuk._meta.concrete_fields if f.attname != "id"}
            surat.append(
                SuratMasuk(**isi | {"nomor_id": satu.pk, "diterima": lama.diterima - dt.timedelta(days=n % 3000)})
            )
        kunci += [s.pk for s in SuratMasuk.objects.bulk_create(surat, batch_size=500)]
    return kunci


def isi_indeks(banyak: int, kunci: list[int]) -> None:
    """Rows of the index with some 120 words each; every record is one that the searcher may meet."""
    from django.db import connection
    from django.utils import timezone

    from arsip.models import IndeksArsip
    from arsip.models.indeks import kunci_indeks
    from arsip.models.indeks_teks import INDEKS_POSTGRESQL, PEMICU, SUSUN, TANPA_PEMICU
    from arsip.rules.cari import kata_indeks

    acak = random.Random(11)
    kosakata = sorted({"".join(acak.choices(HURUF, k=acak.choice((2, 3, 4)))) for _ in range(60_000)})
    bobot = [1 / (n + 20) for n in range(len(kosakata))]
    kolam = acak.choices(kosakata, bobot, k=2_000_000)
    hari, kini = dt.date(2010, 1, 1), timezone.now()
    IndeksArsip.objects.all().delete()
    with connection.cursor() as kursor:
        if connection.vendor == "sqlite":
            kursor.execute(TANPA_PEMICU)
        else:
            kursor.execute("DROP INDEX arsip_indeksarsip_vektor")
        for awal in range(0, banyak // KEMBAR, 5_000):
            baris = []
            for n in range(awal, min(awal + 5_000, banyak // KEMBAR)):
                teks = " ".join(acak.choices(kolam, k=120))
                teks += " undangan rapat koordinasi" if n % 7 == 0 else " undangan" if n % 5 == 0 else ""
                teks += (" bansos" if n % 5_000 == 0 else "") + (" sakalama" if n % 100 == 0 else "")
                tanggal, nomor = hari + dt.timedelta(days=n % 6_000), 2**30 + n * KEMBAR
                baris.append(
                    IndeksArsip(
                        id=kunci_indeks(tanggal, 1, nomor), label="arsip.suratmasuk", objek_id=nomor,
                        objek_diubah=kini, tanggal=tanggal, jenis="Surat masuk", keamanan="biasa", nomor=f"{n}/2026",
                        judul=teks[-60:], pihak="Kecamatan Lembayung", kata=kata_indeks(teks), teks=teks,
                    )
                )  # fmt: skip
            IndeksArsip.objects.bulk_create(baris, batch_size=1_000)
        kolom = [f.column for f in IndeksArsip._meta.concrete_fields if f.column not in {"id", "objek_id"}]
        isi = ", ".join(kolom)
        for k in range(1, KEMBAR):  # each text stands for some records of its day
            kursor.execute(
                f"INSERT INTO arsip_indeksarsip (id, objek_id, {isi}) "
                f"SELECT id + {k}, objek_id + {k}, {isi} FROM arsip_indeksarsip WHERE objek_id % {KEMBAR} = {2**30 % KEMBAR}"
            )
        if connection.vendor == "sqlite":
            kursor.execute(SUSUN)
            kursor.execute(PEMICU)
        else:
            kursor.execute(INDEKS_POSTGRESQL)
        kursor.execute("ANALYZE")


def cari_banyak(banyak: int) -> list[dict[str, Any]]:
    """(a) On DATABASE_URL: each search ours and bare."""
    _setel()
    from django.core.management import call_command
    from django.db import connection

    from arsip.queries import cari as modul
    from arsip.queries.cari import cari
    from arsip.rules.cari import berawalan, kata_cari, match_fts5
    from inti.models import Pengguna

    call_command("demo", verbosity=0)
    kunci = salin_surat(max(2_000, min(banyak, SURAT_MASUK)))
    isi_indeks(banyak, kunci)
    asli: Callable[..., list[int]] = modul._disaring

    def disaring(pengguna: Any, calon: list[tuple[int, str, int]]) -> list[int]:
        """Rows stand for letters that are there: the scope is asked of as many real ones."""
        nyata = [(k, label, kunci[pk % len(kunci)]) for k, label, pk in calon]
        return asli(pengguna, nyata)

    modul._disaring = disaring  # type: ignore[assignment]
    oleh = Pengguna.objects.get(username="arsiparis")
    kolom = "i.id, i.label, i.objek_id, i.judul, i.nomor, i.pihak, i.tanggal, i.teks"

    def bare(teks: str) -> list[Any]:
        kata = kata_cari(teks)
        with connection.cursor() as kursor:
            if connection.vendor == "sqlite":
                kursor.execute(
                    f"SELECT {kolom} FROM arsip_indeksarsip_fts f CROSS JOIN arsip_indeksarsip i WHERE "
                    "arsip_indeksarsip_fts MATCH %s AND i.id = f.rowid ORDER BY f.rowid DESC LIMIT 200",
                    [match_fts5(kata)],
                )
            else:
                tanya = " & ".join(f"'{k}'" for k in kata) + (":*" if berawalan(kata) else "")
                kursor.execute(
                    f"SELECT {kolom} FROM arsip_indeksarsip i WHERE i.vektor @@ %s::tsquery ORDER BY i.id DESC LIMIT 200",
                    [tanya],
                )
            return list(kursor.fetchall())

    hasil = []
    for teks in DICARI:
        ada = len(cari(oleh, teks).hasil)
        kita, lantai = _sebanding(lambda t=teks: cari(oleh, t), lambda t=teks: bare(t), kali=15)  # type: ignore[misc]
        hasil.append(
            _hasil(f"cari arsip “{teks}” ({ada} tampil), {connection.vendor}", f"{banyak} baris", kita, lantai)
        )
    return hasil


def halaman_agenda() -> list[dict[str, Any]]:
    """(b) The list of letters in, 50 of 100,000."""
    _setel()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client
    from django.urls import path

    import config.urls
    from inti.access import dengan_izin
    from inti.models import Pengguna

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    config.urls.urlpatterns.append(path("polos/", dengan_izin("arsip.view_suratmasuk")(polos)))
    call_command("demo", verbosity=0)
    salin_surat(SURAT_MASUK)
    hasil = []
    for siapa in ("arsiparis", "staf"):
        klien = Client()
        klien.force_login(Pengguna.objects.get(username=siapa), backend="inti.gerbang.auth.PenggunaBackend")

        def ambil(alamat: str, klien: Any = klien) -> None:
            balasan = klien.get(alamat)
            if balasan.status_code != 200:
                raise RuntimeError(f"{alamat}: {balasan.status_code}")

        lantai, kita = _sebanding(lambda: ambil("/polos/"), lambda: ambil("/arsip/surat-masuk/?semua=1"), kali=20)
        hasil.append(
            _hasil(f"agenda surat masuk, {siapa} (lantai: templat polos)", f"50 dari {SURAT_MASUK}", kita, lantai)
        )
    return hasil


def _letak(snapshot: dict[str, Any]) -> list[tuple[str, float, float, float]]:
    """Where each piece of text of a letter stands on its pages: text, x, y, size; "" for the next page."""
    from io import BytesIO

    from pypdf import PdfReader

    from arsip.documents.naskah import gambar

    potong: list[tuple[str, float, float, float]] = []

    def catat(teks: str, cm: Any, tm: Any, _huruf: Any, ukuran: float) -> None:
        if teks.strip():
            potong.append((teks.strip("\n"), cm[4] + tm[4], cm[5] + tm[5], ukuran or 11))

    for n, halaman in enumerate(PdfReader(BytesIO(gambar([snapshot], kaki=["cetakan ke-1"]))).pages):
        if n:
            potong.append(("", 0, 0, 0))
        halaman.extract_text(visitor_text=catat)
    return potong


def _kanvas(surat: list[list[tuple[str, float, float, float]]]) -> None:
    """The floor: the same pieces of text at known places with one font, and a QR code, on a bare canvas."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    from benchmarks.surat import _qr
    from inti.documents.huruf import BIASA, huruf
    from inti.documents.kertas import A4

    huruf(BIASA)
    c = Canvas(BytesIO(), pagesize=A4.ukuran, pageCompression=1, invariant=1, initialFontName=BIASA)
    for n, potong in enumerate(surat):
        for teks, x, y, ukuran in potong:
            if not teks:
                c.showPage()
                continue
            c.setFont(BIASA, ukuran)
            c.drawString(x, y, teks)
        _qr(c, f"https://dinsos.wanasari.example/v/7KQ2-M9TD-{n:04d}/", 70, 100)
        c.showPage()
    c.save()


def surat_pdf() -> list[dict[str, Any]]:
    """(c) Letters with QR in one PDF, drawn from their snapshots; the floor draws the same texts at known places."""
    _setel()
    from django.core.management import call_command

    from arsip.documents.naskah import gambar
    from arsip.models import SuratKeluar

    call_command("demo", verbosity=0)
    ada = SuratKeluar.objects.filter(dokumen__jenis="arsip.surat").select_related("dokumen")[:SURAT]
    beda = [s.dokumen.snapshot for s in ada if s.dokumen is not None]
    kali = SURAT // len(beda) + 1
    snapshot, letak = (beda * kali)[:SURAT], ([_letak(s) for s in beda] * kali)[:SURAT]
    kaki = ["Dicetak 20-11-2026 10.14, cetakan ke-1"] * SURAT
    gambar(snapshot[:5], kaki=kaki[:5])
    _kanvas(letak[:5])
    waktu: tuple[list[float], list[float]] = ([], [])
    for _ in range(2):
        for ke, kerja in enumerate((lambda: gambar(snapshot, kaki=kaki), lambda: _kanvas(letak))):
            mulai = time.perf_counter()
            kerja()
            waktu[ke].append(time.perf_counter() - mulai)
    return [
        _hasil("surat ber-QR dalam satu PDF (lantai: kanvas polos)", f"{SURAT} surat", min(waktu[0]), min(waktu[1]))
    ]


def penomoran() -> list[dict[str, Any]]:
    """(d) Fifty numberings at once, each with a connection of its own, against fifty one after the other."""
    _setel()
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    from arsip.models import SuratKeluar
    from arsip.services import keluar as services
    from inti.models import Pengguna, UnitKerja
    from kepegawaian.models import Pegawai

    call_command("demo", verbosity=0)
    oleh = Pengguna.objects.get(username="arsiparis")
    unit, pegawai = UnitKerja.objects.get(kode="dinsos"), Pegawai.objects.filter(boleh_menandatangani=True).first()
    if pegawai is None:
        raise RuntimeError("tidak ada penanda tangan")
    pintu = Barrier(SERENTAK + 1)

    def satu(hal: str) -> None:
        services.surat_keluar_bukukan(
            tanggal=timezone.localdate(), tujuan="Camat Lembayung", hal=hal, klasifikasi="000.1", unit=unit,
            penandatangan=pegawai, oleh=oleh,
        )  # fmt: skip

    def bersama(n: int) -> None:
        connection.ensure_connection()
        pintu.wait()
        try:
            satu(f"Uji nomor serentak {n}")
        finally:
            connection.close()

    satu("Uji nomor pemanasan")
    mulai = time.perf_counter()
    for n in range(SERENTAK):
        satu(f"Uji nomor berurutan {n}")
    lantai = time.perf_counter() - mulai
    with ThreadPoolExecutor(SERENTAK) as kolam:
        tunggu = [kolam.submit(bersama, n) for n in range(SERENTAK)]
        pintu.wait()
        mulai = time.perf_counter()
        for t in tunggu:
            t.result()
        kita = time.perf_counter() - mulai
    urut = list(SuratKeluar.objects.filter(hal__startswith="Uji nomor ").values_list("nomor__urut", flat=True))
    banyak = 2 * SERENTAK + 1
    if len(set(urut)) != banyak or max(urut) - min(urut) != banyak - 1:
        raise RuntimeError("nomor ganda atau berlubang")
    return [
        _hasil(f"penomoran serentak (lantai: berurutan), {connection.vendor}", f"{SERENTAK} sekaligus", kita, lantai)
    ]


KERJA: dict[str, tuple[str, bool]] = {
    "a": ("cari", True),
    "b": ("agenda", False),
    "c": ("pdf", False),
    "d": ("serentak", True),
}


def jalankan() -> list[dict[str, Any]]:
    """Each part on a fresh database in a process of its own; search and numbering on both databases."""
    hasil = []
    for huruf in BAGIAN:
        nama, keduanya = KERJA[huruf]
        for sumber in (url_sqlite, url_postgresql) if keduanya and ada_postgresql() else (url_sqlite,):
            with sumber() as url:
                hasil += json.loads(jalankan_terpisah("benchmarks.arsip", url, nama).splitlines()[-1])
    return hasil


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["cari"]:
            print(json.dumps(cari_banyak(BARIS)))
        case ["agenda"]:
            print(json.dumps(halaman_agenda()))
        case ["pdf"]:
            print(json.dumps(surat_pdf()))
        case ["serentak"]:
            print(json.dumps(penomoran()))
        case _:
            print(json.dumps(jalankan(), indent=1))

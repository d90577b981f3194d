"""T32: forty payloads in the texts of every kind of record, then Chromium visits the pages: nothing runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from playwright.sync_api import Dialog, Page

pytestmark = pytest.mark.django_db(transaction=True)
MUATAN = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "<svg/onload=alert(3)>", "\"><script>alert(4)</script>",
    "'><img src=x onerror=alert(5)>", "javascript:alert(6)", "<iframe src=javascript:alert(7)>", "<body onload=alert(8)>",
    "<details open ontoggle=alert(9)>", "{{7*7}}{% now 'Y' %}", "${alert(10)}", "</title><script>alert(11)</script>",
    "</textarea><script>alert(12)</script>", "<math><mi//xlink:href=\"data:x,<script>alert(13)</script>\">",
    "<a href=\"javascript:alert(14)\">x</a>", "<input autofocus onfocus=alert(15)>", "\" onmouseover=\"alert(16)",
    "' onfocus='alert(17)' autofocus='", "<style>@import 'javascript:alert(18)'</style>", "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;url=//evil.example>", "<form action=//evil.example><button>x", "&lt;script&gt;alert(19)",
    "\u003cscript\u003ealert(20)\u003c/script\u003e", "<scr<script>ipt>alert(21)</script>", "<IMG SRC=`javascript:alert(22)`>",
    "<object data=javascript:alert(23)>", "<embed src=javascript:alert(24)>", "<video><source onerror=alert(25)>",
    "<marquee onstart=alert(26)>", "-->\"'<script>alert(27)</script>", "<!--<img src=\"--><img src=x onerror=alert(28)//\">",
    "<x onclick=alert(29) style=position:fixed;inset:0>", "<link rel=stylesheet href=//evil.example/x.css>",
    "\\\"-alert(30)//", "<template><script>alert(31)</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=alert(32)>\">",
    "<button popovertarget=x onbeforetoggle=alert(33)>", "hx-get=/ <div hx-on:load=alert(34) hx-get=/cari/>", "\x3cscript src=//evil.example/x.js>",
)  # fmt: skip
TEKS = (models.CharField, models.TextField)
TETAP = {  # keys, codes and numbers that a page could not be opened without
    "nilai", "username", "password", "kode", "kode_lacak", "kunci", "jalur", "nik", "no_kk", "sha256", "status", "layanan", "izin",
    "alamat_sunting", "warna_aksen", "warna_aksen_gelap", "kertas", "tema", "npp", "nip", "kunci_nama", "periode", "periode_data",
    "objek_label", "objek_id", "hasil_label", "hasil_id", "session_key", "kunci_sesi", "codename", "pola", "seri", "model", "app_label", "pemilik_label", "pemilik_id", "jenis_isi",
}  # fmt: skip
HALAMAN = {
    "loket": ("/", "/dtks/loket/", "/dtks/antrean/", "/dtks/permohonan/?semua=1", "/dtks/surat/?semua=1", "/dtks/individu/?semua=1", "/dtks/sekaligus/?semua=1", "/pemberitahuan/"),
    "penyelia": ("/", "/usulan/antrean/", "/usulan/?semua=1", "/dtks/tinjauan/?semua=1", "/dtks/nik/?semua=1", "/dtks/aturan/?semua=1", "/dtks/surat/antrean/", "/kepegawaian/pegawai/?semua=1", "/dtks/bulanan/", "/kantor/privasi/"),
    "personalia": ("/kepegawaian/pegawai/?semua=1", "/kepegawaian/kgb/?semua=1", "/kepegawaian/berkas/kurang/?semua=1", "/kepegawaian/duk/", "/kepegawaian/nominatif/", "/kepegawaian/bezetting/", "/kepegawaian/statistik/", "/kepegawaian/bagan/", "/kepegawaian/surat/?semua=1", "/kepegawaian/berkas/kategori/?semua=1", "/kepegawaian/magang/?semua=1", "/kepegawaian/cuti/?semua=1", "/kantor/tempat/?semua=1"),
    "staf": ("/kepegawaian/saya/", "/kepegawaian/kinerja/", "/kepegawaian/cuti/saya/"),
    "magang": ("/", "/usulan/?semua=1", "/kepegawaian/magang/buku/"),
    "desa": ("/", "/dtks/desa/", "/dtks/permohonan/?semua=1"),
    "admin": ("/", "/kantor/pengguna/?semua=1", "/kantor/unit/?semua=1", "/kantor/instansi/", "/kantor/jejak/?semua=1"),
    "": ("/cek/", "/v/", "/masuk/"),
}  # fmt: skip


def racuni() -> int:
    """Write payloads, in turn, into every free text of the office's records, at most six rows of each kind."""
    n = 0
    for model in apps.get_models():
        if model._meta.app_label not in {"inti", "dtks", "arsip", "kepegawaian"} or model.__name__.startswith(
            "Riwayat"
        ):
            continue
        bidang = [
            f
            for f in model._meta.concrete_fields
            if isinstance(f, TEKS) and not f.choices and not f.primary_key and f.name not in TETAP and not f.unique
        ]
        bidang = [f for f in bidang if f.max_length is None or f.max_length >= 30]
        for pk in list(model._base_manager.order_by("-pk").values_list("pk", flat=True)[:6]) if bidang else []:
            for f in bidang:
                isi = {f.name: MUATAN[n % len(MUATAN)][: f.max_length or 200]}
                try:
                    with transaction.atomic():
                        model._base_manager.filter(pk=pk).update(**isi)
                except IntegrityError:  # a rule of the table keeps this text empty in this state
                    continue
                n += 1
    return n


@pytest.mark.utama
def test_no_text_of_a_record_ever_runs(kantor: Any, buka: Callable[..., Page]) -> None:
    from dtks.models import Individu, Permohonan, SuratRekomendasi
    from inti.models import Usulan

    assert racuni() > len(MUATAN) * 3
    rinci = {
        "loket": [f"/dtks/permohonan/{p}/{b}" for p in Permohonan.objects.order_by("-pk").values_list("pk", flat=True)[:2] for b in ("", "riwayat/", "ubah-berkas/")]
        + [f"/dtks/individu/{Individu.objects.order_by('-pk').first().pk}/"],  # type: ignore[union-attr]
        "penyelia": [f"/usulan/{u}/" for u in Usulan.objects.order_by("-pk").values_list("pk", flat=True)[:2]]
        + [f"/dtks/surat/{s}/" for s in SuratRekomendasi.objects.order_by("-pk").values_list("pk", flat=True)[:2]],
    }  # fmt: skip
    dialog: list[str] = []
    keluar: list[str] = []

    def tutup(d: Dialog) -> None:
        dialog.append(d.message)
        d.dismiss()

    for siapa, semua in HALAMAN.items():
        halaman = buka(siapa)
        halaman.on("dialog", tutup)
        halaman.on("request", lambda r: keluar.append(r.url) if "evil.example" in r.url else None)
        for alamat in (*semua, *rinci.get(siapa, [])):
            balasan = halaman.goto(alamat)
            assert balasan is not None and balasan.status < 500, (siapa, alamat)
            assert "unsafe-inline" not in balasan.headers["content-security-policy"]
            # Nothing of a payload became an element: each of these would carry its mark.
            asing = halaman.evaluate(
                "[...document.querySelectorAll('iframe, object, embed, base, marquee, math, [onerror], [onload], [onclick], [onfocus]')].length"
            )
            assert asing == 0, (siapa, alamat)
    assert dialog == [] and keluar == []

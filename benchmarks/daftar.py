"""The list page of 50 from 1,000,000 persons, signed in, through all middleware, against a plain Django template.

The floor is a view of ten lines with the same query, the same frame and the same middleware, whose template writes
the table out by hand. Also page 18,000 against page 1.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from benchmarks.basis_data import jalankan_terpisah, siapkan_django, url_sqlite

ORANG = 1_000_000
POLOS = """{% extends "base.html" %}{% block isi %}<h1>Data terpadu</h1><table class="tu-tabel tu-tabel-hp"><thead><tr><th>Nama</th>
<th>NIK</th><th>Lahir</th><th>Desa</th><th>Desil</th><th>PBI-JK</th><th>Status</th><th>Data</th></tr></thead><tbody>{% for o in orang %}
<tr><th scope="row"><a href="{% url 'dtks:individu' o.pk %}">{{ o.nama }}</a></th><td class="tu-nik">{{ o.nik|nik }}</td>
<td class="t hp-tidak">{{ o.tanggal_lahir|tgl }}</td><td class="hp-tidak">{{ o.desa_teks|title }}</td><td class="n hp-kanan">{{ o.desil }}</td>
<td class="hp-tidak">{% if o.pbi_jk %}Ya{% else %}Tidak{% endif %}</td><td><span class="tu-label tu-label-baik">Terdaftar</span></td>
<td class="t hp-tidak">{{ o.sumber_data }} {{ o.periode_data }}</td></tr>{% endfor %}</tbody></table>{% endblock %}"""


def polos(request: Any) -> Any:
    """The plain view: first 50 by name, and how many there are up to 10,001."""
    from django.http import HttpResponse
    from django.template import RequestContext, engines

    from dtks.models import Individu

    global _templat
    if _templat is None:
        _templat = engines["django"].from_string(POLOS).template
    jumlah = Individu.objects.order_by()[:10_001].count()
    isi = {"orang": Individu.objects.order_by("nama", "id")[:50], "jumlah": jumlah}
    return HttpResponse(_templat.render(RequestContext(request, isi)))


_templat: Any = None


def _ukur(kerja: Callable[[], Any], kali: int = 40) -> float:
    for _ in range(5):
        kerja()
    waktu = []
    for _ in range(kali):
        mulai = time.perf_counter()
        kerja()
        waktu.append(time.perf_counter() - mulai)
    return statistics.median(waktu)


def _sebanding(*kerja: Callable[[], Any], kali: int = 40) -> list[float]:
    """Medians of several works done in turn, so that a slow minute of the machine weighs on all alike."""
    waktu: list[list[float]] = [[] for _ in kerja]
    for ke in range(kali + 5):
        for satu, catatan in zip(kerja, waktu, strict=True):
            mulai = time.perf_counter()
            satu()
            if ke >= 5:
                catatan.append(time.perf_counter() - mulai)
    return [statistics.median(w) for w in waktu]


def ukur() -> list[dict[str, Any]]:
    """Measure in this process on DATABASE_URL."""
    os.environ |= {"HTTPS": "0", "WAJIB_FAKTOR_KEDUA": "0", "ALLOWED_HOSTS": "testserver", "LOG_LEVEL": "ERROR"}
    siapkan_django()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client
    from django.urls import path

    import config.urls
    from dtks.models import Individu
    from inti.access import dengan_izin
    from inti.models import Pengguna

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    config.urls.urlpatterns.append(path("polos/", dengan_izin("dtks.view_individu")(polos)))
    call_command("demo", besar=ORANG)
    klien = Client()
    klien.force_login(Pengguna.objects.get(username="staf"), backend="inti.gerbang.auth.PenggunaBackend")

    def ambil(alamat: str) -> None:
        balasan = klien.get(alamat)
        if balasan.status_code != 200:
            raise RuntimeError(f"{alamat}: {balasan.status_code}")

    jauh = Individu.objects.order_by("nama", "id").values_list("pk", flat=True)[18_000 * 50 - 1]
    lantai, kita, halaman_jauh = _sebanding(
        lambda: ambil("/polos/"),
        lambda: ambil("/dtks/individu/?semua=1"),
        lambda: ambil(f"/dtks/individu/?setelah={jauh}"),
    )
    ukuran = f"50 dari {ORANG:,}".replace(",", ".")
    return [
        {
            "apa": "halaman daftar, seluruh lapisan (lantai: templat polos)",
            "ukuran": ukuran,
            "kita": kita,
            "lantai": lantai,
            "rasio": kita / lantai,
        },
        {
            "apa": "halaman ke-18.000 (lantai: halaman ke-1)",
            "ukuran": ukuran,
            "kita": halaman_jauh,
            "lantai": kita,
            "rasio": halaman_jauh / kita,
        },
    ]


def jalankan() -> list[dict[str, Any]]:
    """Measure on a fresh SQLite database in a process of its own."""
    with url_sqlite() as url:
        return json.loads(jalankan_terpisah("benchmarks.daftar", url, "ukur").splitlines()[-1])


if __name__ == "__main__":
    print(json.dumps(ukur() if "ukur" in sys.argv else jalankan()))

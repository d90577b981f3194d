"""The first page is light, and its time tells nothing."""

from __future__ import annotations

import gzip
import re
import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from dtks.models import Individu
from dtks.queries import cek as kueri
from inti.models import Percobaan

pytestmark = pytest.mark.django_db
PALING_BERAT = 60 * 1024


def berat(klien: Client, alamat: str) -> tuple[int, int, list[str]]:
    """Bytes of a page with everything that it loads: as they are and as they go over a line (gzip), and what is loaded."""
    isi = klien.get(alamat).content
    semua, dimuat = [isi], []
    for sasaran in re.findall(rb'(?:<link [^>]*href|<script [^>]*src|<img [^>]*src)="([^"]+)"', isi):
        jalur = sasaran.decode().split("?")[0]
        dimuat.append(jalur)
        assert jalur.startswith("/"), f"pihak ketiga: {jalur}"
        if jalur.startswith("/statis/"):
            berkas = finders.find(jalur.removeprefix("/statis/"))
            assert berkas, jalur
            semua.append(open(berkas, "rb").read())  # noqa: SIM115
        else:
            semua.append(klien.get(jalur).content)
    for b in semua[1:]:
        assert b"@import" not in b and b"@font-face" not in b and not re.search(rb"url\((?!data:)", b)
    return sum(map(len, semua)), sum(len(gzip.compress(b, 6)) for b in semua), dimuat


@pytest.mark.parametrize("alamat", ["/cek/", "/cek/permohonan/", "/cek/tanya/", "/cek/alur/", "/v/"])
def test_a_public_page_with_all_that_it_loads_is_under_sixty_kilobytes(alamat: str, aturan: None) -> None:
    utuh, terkirim, dimuat = berat(Client(), alamat)
    assert utuh < PALING_BERAT, (utuh, dimuat)
    assert terkirim < PALING_BERAT / 3
    assert not [d for d in dimuat if "bootstrap" in d or "htmx" in d]


def auc(a: list[float], b: list[float]) -> float:
    """Chance that a value of `a` is above one of `b` (half for a tie), turned so that 0.5 is no difference."""
    urut = sorted([(x, 0) for x in a] + [(x, 1) for x in b])
    jumlah = sum(n for n, (_, k) in enumerate(urut, 1) if k == 0)
    nilai = (jumlah - len(a) * (len(a) + 1) / 2) / (len(a) * len(b))
    return max(nilai, 1 - nilai)


@pytest.mark.lama
def test_the_time_of_a_refusal_does_not_tell_which_it_was(
    aturan: None, buat_warga: Callable[..., Individu], monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.CEK_BATAS_ALAMAT = settings.CEK_BATAS_UMUM = settings.CEK_BATAS_ORANG = 10**9
    settings.CEK_BATAS_ORANG_HARI = 10**9
    keluarga = [buat_warga()]
    keluarga += [buat_warga(f"{n} HANDAYANI".title(), keluarga=keluarga[0].keluarga) for n in ("SRI", "DEWI", "TUTI")]
    terlarang = buat_warga("BUDI HARTONO")
    monkeypatch.setattr(kueri, "boleh_tampil", lambda o: o.pk != terlarang.pk)
    kasus = {
        "tidak ada": ("9971019999999999", "Budi Hartono"),
        "nama lain": (keluarga[1].nik, "Budi Hartono"),
        "kk, nama lain": (keluarga[0].no_kk, "Budi Hartono"),
        "tidak ditampilkan": (terlarang.nik, "Budi Hartono"),
    }
    klien = Client()
    waktu: dict[str, list[float]] = {k: [] for k in kasus}
    for putaran in range(900):
        for nama, (nomor, orang) in sorted(kasus.items(), key=lambda k: (hash((putaran, k[0])), k[0])):
            mulai = time.perf_counter()
            klien.post("/cek/", {"nomor": nomor, "nama": orang})
            if putaran >= 50:
                waktu[nama].append(time.perf_counter() - mulai)
    Percobaan.objects.all().delete()
    hasil = {k: round(auc(waktu["tidak ada"], waktu[k]), 3) for k in kasus if k != "tidak ada"}
    median = {k: round(statistics.median(w) * 1000, 3) for k, w in waktu.items()}
    assert max(hasil.values()) < 0.55, (hasil, median)

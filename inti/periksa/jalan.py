"""Run every registered part of `periksa` and gather what it finds."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import islice
from typing import Any

from django.utils import timezone
from django.utils.module_loading import import_string

from inti import registry
from inti.periksa.temuan import CATATAN, SALAH

PALING_BANYAK = 500  # findings kept of one part: beyond that something is wrong with all of it


def jalankan_periksa(kemajuan: Callable[[int, int, str], None] | None = None) -> dict[str, Any]:
    """Check everything. In: called before each part with (done, all, its name); it may raise to cancel.

    Out: {"baik", "waktu", "detik", "periksa": [{"kode", "sebutan", "salah", "detik"}], "temuan": [...], "catatan": [...]};
    a finding is {"kode", "tabel", "baris", "pesan", "langkah", "sifat"}.
    """
    bagian = registry.semua_periksa()
    hasil: dict[str, Any] = {"baik": True, "waktu": timezone.now().isoformat(), "detik": 0.0}
    daftar: list[dict[str, Any]] = []
    temuan, catatan = [], []
    mulai = time.monotonic()
    for n, p in enumerate(bagian):
        if kemajuan is not None:
            kemajuan(n, len(bagian), p.sebutan)
        awal = time.monotonic()
        isi = list(islice(import_string(p.fungsi)(), PALING_BANYAK))
        salah = [t.sebagai_data() for t in isi if t.sifat == SALAH]
        temuan += salah
        catatan += [t.sebagai_data() for t in isi if t.sifat == CATATAN]
        detik = round(time.monotonic() - awal, 2)
        daftar.append({"kode": p.kode, "sebutan": p.sebutan, "salah": len(salah), "detik": detik})
    hasil |= {"baik": not temuan, "detik": round(time.monotonic() - mulai, 2)}
    return hasil | {"periksa": daftar, "temuan": temuan, "catatan": catatan}

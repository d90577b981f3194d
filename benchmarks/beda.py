"""The difference of two texts of 60 pages, by lines and words, beside difflib on the lines alone."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

HALAMAN, BARIS = 60, 44


def _teks(acak: random.Random) -> list[str]:
    kata = [
        f"{a}{b}{c}" for a in ("pe", "ke", "ber", "di") for b in ("rja", "ntu", "lam", "dok") for c in ("an", "i", "")
    ]
    kata += ["dan", "yang", "di", "dengan", "untuk"] * 6
    return [" ".join(acak.choices(kata, k=12)) if acak.random() < 0.85 else "" for _ in range(HALAMAN * BARIS)]


def _cpu(kerja: Callable[[], Any]) -> float:
    terbaik = 1e9
    for _ in range(3):
        mulai = time.process_time()
        kerja()
        terbaik = min(terbaik, time.process_time() - mulai)
    return terbaik


def jalankan() -> list[dict[str, Any]]:
    """CPU time for a tenth of the lines changed, and for all of them."""
    from inti.olah.beda import bandingkan

    acak = random.Random(11)
    lama = _teks(acak)
    hasil = []
    for ukuran, bagian in (("10% baris berubah", 0.1), ("semua baris berubah", 1.1)):
        baru = [b + " ubahan" if b and acak.random() < bagian else b for b in lama]
        a, b = "\n".join(lama), "\n".join(baru)
        kita = _cpu(lambda a=a, b=b: bandingkan(a, b))
        lantai = _cpu(lambda b=baru: SequenceMatcher(None, lama, b, autojunk=False).get_opcodes())
        hasil.append({"apa": "Beda teks 60 halaman: baris lalu kata (lantai: difflib, baris saja)", "ukuran": ukuran,
                      "kita": kita, "lantai": lantai, "rasio": kita / lantai})  # fmt: skip
    return hasil

"""Panels of the desk."""

from __future__ import annotations

from typing import Any

from inti.models import Pengguna
from kepegawaian.models import Pegawai
from kepegawaian.queries.berkas import kelengkapan
from kepegawaian.queries.daftar import hitung_tempo


def kartu_tempo(pengguna: Pengguna) -> dict[str, Any] | None:
    """What falls due within three months, by list; None when nothing does."""
    n = hitung_tempo(pengguna, 3)
    nama = {"kgb": "KGB", "pangkat": "Kenaikan pangkat", "pensiun": "Pensiun", "kontrak": "Kontrak"}
    return {"baris": [(nama[m], f"kepegawaian:{m}_tempo", n[m]) for m in nama]} if any(n.values()) else None


def kartu_saya(pengguna: Pengguna) -> dict[str, Any] | None:
    """One's own papers that lack; None when none does."""
    p = Pegawai.objects.hidup().filter(pengguna=pengguna).first()
    if p is None:
        return None
    kurang = kelengkapan([p], pengguna)[p.pk].kurang
    return {"kurang": [str(k) for k in kurang]} if kurang else None

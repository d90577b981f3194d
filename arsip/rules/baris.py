"""Judges of rows of the imports: plain cells in, values and findings out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from arsip.rules.kode import kode_sah
from inti import formats
from inti.sheets.nilai import Penilai, TemuanSel


def baca_tanggal(sel: Any) -> dt.date | None:
    """A date cell or text (`inti.formats.baca_tanggal`); None when blank. Raises ValueError."""
    return None if sel is None or (isinstance(sel, str) and not sel.strip()) else formats.baca_tanggal(sel)


def baca_kode(sel: Any) -> str:
    """A classification code as text; a number cell that lost its leading zeros or last digit is left as it is."""
    if isinstance(sel, float) and sel.is_integer():
        return f"{int(sel):03d}"
    return str(sel).strip().upper().rstrip(".")


def penilai_klasifikasi(konteks: dict[str, Any]) -> Penilai:
    """Judge of (kode, nama, versi, mulai, dasar). Refuses: KODE_ANGKA, KODE_BENTUK, NAMA_KOSONG, TANGGAL_SALAH."""

    def nilai(sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, list[TemuanSel]]:
        temuan: list[TemuanSel] = []
        kode, nama = baca_kode(sel[0]), " ".join(str(sel[1]).split())
        if isinstance(sel[0], float) and not sel[0].is_integer():
            pesan = "Kode ditulis sebagai angka, sehingga nol di belakangnya hilang. Tulis sebagai teks."
            temuan.append(("kode", sel[0], "KODE_ANGKA", pesan, True))
        elif not kode_sah(kode):
            temuan.append(("kode", sel[0], "KODE_BENTUK", "Kode tidak sah. Tulis seperti 400.9.2.", True))
        if not nama:
            temuan.append(("nama", sel[1], "NAMA_KOSONG", "Nama masalah belum diisi.", True))
        elif len(nama) > 200:
            temuan.append(("nama", sel[1], "NAMA_PANJANG", "Nama lebih dari 200 huruf. Singkatkan.", True))
        mulai = ""
        try:
            hari = baca_tanggal(sel[3])
            mulai = hari.isoformat() if hari else ""
        except ValueError:
            temuan.append(("mulai", sel[3], "TANGGAL_SALAH", "Tulis tanggal seperti 20-11-2026.", True))
        versi, dasar = (" ".join(str(s).split()) for s in (sel[2], sel[4]))
        return (None if temuan else (kode, nama, versi[:80], mulai, dasar[:160])), temuan

    return nilai

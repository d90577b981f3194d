"""Judges of rows of the imports: plain cells in, values and findings out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from arsip.rules.kode import kode_sah
from inti.formats.sel import SelSalah, baca_hari, baca_teks, kosong
from inti.sheets.nilai import Penilai, TemuanSel


def teks_sel(sel: Any) -> str:
    """A text cell in one line, "" when blank. An error cell is refused before (`inti.sheets.cacat_sel`)."""
    try:
        return baca_teks(sel) or ""
    except SelSalah:
        return ""


def hari_sel(sel: Any, kolom: str, temuan: list[TemuanSel]) -> dt.date | None:
    """A date cell; None when blank or unreadable, which is noted (TANGGAL_SALAH)."""
    try:
        return baca_hari(sel)
    except SelSalah as salah:
        temuan.append((kolom, sel, salah.kode, salah.pesan, True))
        return None


def baca_kode(sel: Any) -> str:
    """A classification code as text; a number cell that lost its leading zeros or last digit is left as it is."""
    if kosong(sel):
        return ""
    if isinstance(sel, float) and sel.is_integer():
        return f"{int(sel):03d}"
    return str(sel).strip().upper().rstrip(".")


def penilai_klasifikasi(konteks: dict[str, Any]) -> Penilai:
    """Judge of (kode, nama, versi, mulai, dasar). Refuses: KODE_ANGKA, KODE_BENTUK, NAMA_KOSONG, TANGGAL_SALAH."""

    def nilai(sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, list[TemuanSel]]:
        temuan: list[TemuanSel] = []
        kode, nama = baca_kode(sel[0]), teks_sel(sel[1])
        if isinstance(sel[0], float) and not sel[0].is_integer():
            pesan = "Kode ditulis sebagai angka, sehingga nol di belakangnya hilang. Tulis sebagai teks."
            temuan.append(("kode", sel[0], "KODE_ANGKA", pesan, True))
        elif not kode_sah(kode):
            temuan.append(("kode", sel[0], "KODE_BENTUK", "Kode tidak sah. Tulis seperti 400.9.2.", True))
        if not nama:
            temuan.append(("nama", sel[1], "NAMA_KOSONG", "Nama masalah belum diisi.", True))
        elif len(nama) > 200:
            temuan.append(("nama", sel[1], "NAMA_PANJANG", "Nama lebih dari 200 huruf. Singkatkan.", True))
        hari = hari_sel(sel[3], "mulai", temuan)
        mulai = hari.isoformat() if hari else ""
        versi, dasar = teks_sel(sel[2]), teks_sel(sel[4])
        return (None if temuan else (kode, nama, versi[:80], mulai, dasar[:160])), temuan

    return nilai

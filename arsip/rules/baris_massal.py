"""Judge of one row of a list that fills a template: addressee, address, phone, the template's own blanks. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from inti.formats import hari_tanggal, tanggal_panjang
from inti.formats.sel import SelSalah, baca_hari
from inti.rules.isian import BERTANGGAL, baca_bulat
from inti.sheets.nilai import Penilai, TemuanSel

TETAP = ("tujuan", "alamat", "telepon")


def penilai(konteks: dict[str, Any]) -> Penilai:
    """Judge of (tujuan, alamat, telepon, blanks…). Refuses: TUJUAN_KOSONG, BIDANG_KOSONG, TANGGAL_SALAH, ANGKA_SALAH."""
    bidang: list[dict[str, Any]] = konteks["bidang"]

    def nilai(sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, list[TemuanSel]]:
        temuan: list[TemuanSel] = []
        tujuan, alamat, telepon = (_teks(s) for s in sel[:3])
        if not tujuan:
            temuan.append(("tujuan", sel[0], "TUJUAN_KOSONG", "Tujuan belum diisi.", True))
        hasil = [tujuan[:160], alamat.replace(";", "\n")[:400], telepon[:20]]
        for b, s in zip(bidang, sel[3:], strict=True):
            try:
                isi = _bidang(b["jenis"], s)
            except ValueError as galat:
                temuan.append((b["nama"], s, str(galat.args[0]), str(galat.args[1]), True))
                continue
            if b["wajib"] and not isi:
                temuan.append((b["nama"], s, "BIDANG_KOSONG", f"{b['label']} belum diisi.", True))
            hasil.append(isi)
        return (None if temuan else tuple(hasil)), temuan

    return nilai


def _teks(sel: Any) -> str:
    if isinstance(sel, float) and sel.is_integer():
        return str(int(sel))
    if isinstance(sel, dt.datetime | dt.date):
        return tanggal_panjang(sel.date() if isinstance(sel, dt.datetime) else sel)
    return "\n".join(" ".join(b.split()) for b in str(sel).splitlines()).strip()


def _bidang(jenis: str, sel: Any) -> Any:
    """A blank's value as data: text; a whole number for money and numbers; a date already in words."""
    if jenis in BERTANGGAL:
        try:
            hari = baca_hari(sel)
        except SelSalah as salah:
            raise ValueError(salah.kode, salah.pesan) from None
        return (hari_tanggal if jenis == "hari" else tanggal_panjang)(hari) if hari else ""
    teks = _teks(sel)
    if jenis in {"uang", "angka"} and teks:
        try:
            return baca_bulat(teks)
        except ValueError:
            raise ValueError("ANGKA_SALAH", "Tulis angka saja, misalnya 1500000.") from None
    return teks[:4000]

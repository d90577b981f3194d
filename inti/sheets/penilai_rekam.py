"""The judge of a row of a declared import (`inti.sheets.rekam`): each cell by its field's kind. Pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import Any

from inti.formats.nomor import sel_angka
from inti.formats.sel import SelSalah, baca_bulat, baca_desimal, baca_hari, baca_kelamin, baca_teks, baca_uang, baca_ya
from inti.sheets.kolom import baku_judul
from inti.sheets.nilai import Penilai, TemuanSel

PEMBACA: dict[str, Callable[[Any], Any]] = {
    "teks": baca_teks,
    "hari": baca_hari,
    "bulat": baca_bulat,
    "desimal": baca_desimal,
    "uang": baca_uang,
    "ya": baca_ya,
    "kelamin": baca_kelamin,
}
PANJANG_TEKS = 4000  # of a field without a limit of its own


def penilai(konteks: dict[str, Any]) -> Penilai:
    """Judge of a row in the order of the declared columns.

    In: `kolom`, a list of {nama, jenis, wajib, panjang, paling_kecil, paling_besar, pilihan, periksa}.
    Out: the fields as JSON text, without the empty ones. Refuses: ISIAN_KOSONG,
    ISIAN_PANJANG, NOMOR_ANGKA, ANGKA_LUAR_BATAS, PILIHAN_TAK_DIKENAL, and what the readers of `inti.formats.sel` refuse.
    """
    kolom = [(k, _pembaca(k)) for k in konteks["kolom"]]

    def nilai(sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, list[TemuanSel]]:
        temuan: list[TemuanSel] = []
        isi: dict[str, Any] = {}
        for (k, baca), satu in zip(kolom, sel, strict=True):
            try:
                hasil = baca(satu)
            except SelSalah as galat:
                temuan.append((k["nama"], satu, galat.kode, galat.pesan, True))
                continue
            if hasil is not None:
                isi[k["nama"]] = hasil
            elif k["wajib"]:
                temuan.append((k["nama"], satu, "ISIAN_KOSONG", "Belum diisi.", True))
        if temuan:
            return None, temuan
        utuh = {n: str(v) if isinstance(v, date | Decimal) else v for n, v in isi.items()}
        return (json.dumps(utuh, ensure_ascii=False),), temuan

    return nilai


def _pembaca(k: dict[str, Any]) -> Callable[[Any], Any]:
    dasar = PEMBACA[k["jenis"]]
    pilihan: dict[str, str] | None = k.get("pilihan")
    lanjut = _fungsi(k["periksa"]) if k.get("periksa") else None

    def baca(sel: Any) -> Any:
        if k.get("bernomor") and sel_angka(sel) and len(str(sel)) > 11:
            raise SelSalah("NOMOR_ANGKA", "Nomor panjang harus berupa teks; angka akhirnya hilang pada sel angka.")
        nilai = dasar(sel)
        if nilai is None:
            return None
        if pilihan is not None:
            return _pilih(pilihan, str(nilai))
        if isinstance(nilai, str) and len(nilai) > (k.get("panjang") or PANJANG_TEKS):
            raise SelSalah("ISIAN_PANJANG", f"Lebih dari {k.get('panjang') or PANJANG_TEKS} huruf. Singkatkan.")
        _dalam_batas(nilai, k.get("paling_kecil"), k.get("paling_besar"))
        return lanjut(nilai) if lanjut is not None else nilai

    return baca


def _pilih(pilihan: dict[str, str], teks: str) -> str:
    kode = pilihan.get(baku_judul(teks))
    if kode is None:
        sah = ", ".join(dict.fromkeys(pilihan.values()))
        raise SelSalah("PILIHAN_TAK_DIKENAL", f"Pilihan tidak dikenal. Yang sah: {sah[:200]}.")
    return kode


def _dalam_batas(nilai: Any, kecil: Any, besar: Any) -> None:
    if isinstance(nilai, bool) or not isinstance(nilai, int | Decimal):
        return
    if kecil is not None and nilai < kecil:
        raise SelSalah("ANGKA_LUAR_BATAS", f"Paling sedikit {kecil}.")
    if besar is not None and nilai > besar:
        raise SelSalah("ANGKA_LUAR_BATAS", f"Paling banyak {besar}.")


def _fungsi(nama: str) -> Callable[[Any], Any]:
    modul, _, fungsi = nama.partition(":")
    hasil: Callable[[Any], Any] = getattr(import_module(modul), fungsi)
    return hasil

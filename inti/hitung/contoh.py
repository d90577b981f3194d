"""A file of worked examples: read, and run through an app's rules.

Columns: `no, aturan, fungsi, keadaan, masukan, tanggal, hasil, hitungan, tanda, sumber`, of which `no`, `fungsi`,
`masukan`, `tanggal` and `hasil` are used; `masukan` and `hasil` are JSON objects.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import connections

from inti import registry
from inti.hitung.banding import cocok
from inti.hitung.jawaban import baca_tanggal_contoh, sebagai_json, tanya

WAJIB = ("no", "fungsi", "masukan", "tanggal", "hasil")


class ContohTakTerbaca(ValueError):
    """The file of examples itself can't be used; the text is a sentence in Indonesian."""


@dataclass(frozen=True)
class Contoh:
    """One worked example."""

    no: str
    fungsi: str
    masukan: dict[str, Any]
    tanggal: dt.date | None
    hasil: dict[str, Any]


def baca_json(teks: str) -> dict[str, Any]:
    """A JSON object, its fractions as Decimal. Raises ValueError when it is none."""
    isi = json.loads(teks, parse_float=Decimal)
    if not isinstance(isi, dict):
        raise ValueError("bukan objek JSON")
    return isi


def baca_contoh(berkas: Path) -> list[Contoh]:
    """Every example of a file. Raises ContohTakTerbaca: no such file, a column lacks, a row is no JSON."""
    try:
        with berkas.open(encoding="utf-8-sig", newline="") as isi:
            pembaca = csv.DictReader(isi)
            kurang = [k for k in WAJIB if k not in (pembaca.fieldnames or ())]
            if kurang:
                raise ContohTakTerbaca(f"Kolom {', '.join(kurang)} tidak ada pada berkas contoh.")
            return [_satu(b, n) for n, b in enumerate(pembaca, 2)]
    except (OSError, UnicodeDecodeError, csv.Error) as galat:
        raise ContohTakTerbaca(f"Berkas contoh tidak terbaca: {galat}.") from galat


def _satu(baris: dict[str, str | None], nomor: int) -> Contoh:
    try:
        return Contoh(
            baris["no"] or "",
            baris["fungsi"] or "",
            baca_json(baris["masukan"] or "{}"),
            baca_tanggal_contoh(baris["tanggal"] or ""),
            baca_json(baris["hasil"] or "{}"),
        )
    except ValueError as galat:
        raise ContohTakTerbaca(f"Contoh ke-{nomor - 1} ({baris['no']}) tidak terbaca: {galat}.") from galat


def jalankan_contoh(app: str, contoh: list[Contoh]) -> dict[str, Any]:
    """Run examples. Out, as plain JSON: rows, how many agree, which differ, which questions the app doesn't know."""
    dikenal = registry.semua_hitung().get(app, {})
    beda: list[dict[str, Any]] = []
    asing: set[str] = set()
    sama = 0
    with tanpa_basis_data():
        for c in contoh:
            if c.fungsi not in dikenal:
                asing.add(c.fungsi)
                continue
            hasil = tanya(app, c.fungsi, c.masukan, c.tanggal).hasil
            if cocok(c.hasil, hasil):
                sama += 1
            else:
                isi = {"no": c.no, "fungsi": c.fungsi, "diharapkan": c.hasil, "hasil": hasil}
                beda.append(sebagai_json(isi))
    return {"baris": len(contoh), "cocok": sama, "beda": beda, "tidak_dikenal": sorted(asing)}


@contextmanager
def tanpa_basis_data() -> Iterator[None]:
    """Within, whoever asks the database fails: rules and their shipped reference data need none."""

    def tolak(*_: Any) -> None:
        raise RuntimeError("Fungsi hitung tidak boleh membaca basis data.")

    hubungan = connections["default"]
    with hubungan.execute_wrapper(tolak):
        yield

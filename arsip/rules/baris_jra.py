"""Judge of rows of the schedule's import: plain cells in, values and findings out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from arsip.rules.baris import baca_kode, baca_tanggal
from arsip.rules.kode import kode_sah
from inti.sheets.nilai import Penilai, TemuanSel

TERLAMA = 100
_TAHUN = re.compile(r"(\d{1,3})\s*(?:\([^)]*\)\s*)?(?:th|thn|tahun)?\.?(?:\s.*)?\Z", re.IGNORECASE)
NASIB = {"musnah": "musnah", "permanen": "permanen", "dinilai": "dinilai", "nilai": "dinilai"}
PERISTIWA = {
    "anggaran": "akhir_tahun_anggaran",
    "berlaku": "tidak_berlaku",
    "perkara": "selesai_perkara",
    "hukum": "selesai_perkara",
    "berhenti": "berhenti",
    "pensiun": "berhenti",
    "ditutup": "tutup_berkas",
    "tutup": "tutup_berkas",
    "selesai": "tutup_berkas",
    "tanggal": "tanggal",
}
SINGKAT = set(PERISTIWA.values())


def baca_tahun(sel: Any) -> int:
    """Years of a cell: 2, "2", "2 tahun", "2 (dua) tahun setelah berkas ditutup". Raises ValueError."""
    if isinstance(sel, (int, float)) and not isinstance(sel, bool):
        if float(sel).is_integer() and 0 <= sel <= TERLAMA:
            return int(sel)
        raise ValueError(str(sel))
    cocok = _TAHUN.fullmatch(" ".join(str(sel).split()))
    if cocok is None or int(cocok[1]) > TERLAMA:
        raise ValueError(str(sel))
    return int(cocok[1])


def baca_nasib(sel: Any) -> str:
    """Fate of a cell: "Musnah", "Permanen", "Dinilai kembali". Raises ValueError."""
    kata = str(sel).casefold()
    for tanda, nasib in NASIB.items():
        if tanda in kata:
            return nasib
    raise ValueError(str(sel))


def baca_peristiwa(sel: Any, *lain: Any) -> str:
    """The event: its own cell, else words beside the years ("setelah tahun anggaran berakhir"); a closed file if mute.

    Raises ValueError for words that name no event.
    """
    kata = " ".join(str(sel).casefold().replace("_", " ").split())
    if kata.replace(" ", "_") in SINGKAT:
        return kata.replace(" ", "_")
    for teks in (kata, " ".join(str(s).casefold() for s in lain)):
        for tanda, peristiwa in PERISTIWA.items():
            if tanda in teks:
                return peristiwa
        if teks == kata and kata:
            raise ValueError(str(sel))
    return "tutup_berkas"


def penilai_jra(konteks: dict[str, Any]) -> Penilai:
    """Judge of (kode, uraian, aktif, inaktif, nasib, peristiwa, dasar, mulai).

    Refuses: KODE_ANGKA, KODE_BENTUK, URAIAN_KOSONG, TAHUN_SALAH, NASIB_SALAH, PERISTIWA_SALAH, TANGGAL_SALAH.
    """

    def nilai(sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, list[TemuanSel]]:
        temuan: list[TemuanSel] = []
        kode, uraian = baca_kode(sel[0]), " ".join(str(sel[1]).split())
        if isinstance(sel[0], float) and not sel[0].is_integer():
            pesan = "Kode ditulis sebagai angka, sehingga nol di belakangnya hilang. Tulis sebagai teks."
            temuan.append(("kode", sel[0], "KODE_ANGKA", pesan, True))
        elif not kode_sah(kode):
            temuan.append(("kode", sel[0], "KODE_BENTUK", "Kode tidak sah. Tulis seperti 400.9.2.", True))
        if not 0 < len(uraian) <= 200:
            temuan.append(("uraian", sel[1], "URAIAN_KOSONG", "Isi uraian, paling banyak 200 huruf.", True))
        isi: dict[str, Any] = {"aktif": 0, "inaktif": 0, "nasib": "", "peristiwa": "", "mulai": ""}
        for letak, nama in ((2, "aktif"), (3, "inaktif")):
            try:
                isi[nama] = baca_tahun(sel[letak])
            except ValueError:
                pesan = f"Tulis banyaknya tahun, misalnya 2 atau 2 tahun (paling lama {TERLAMA})."
                temuan.append((nama, sel[letak], "TAHUN_SALAH", pesan, True))
        try:
            isi["nasib"] = baca_nasib(sel[4])
        except ValueError:
            temuan.append(("nasib", sel[4], "NASIB_SALAH", "Tulis Musnah, Permanen, atau Dinilai kembali.", True))
        try:
            isi["peristiwa"] = baca_peristiwa(sel[5], sel[2], sel[3])
        except ValueError:
            pesan = (
                "Tulis misalnya Setelah berkas ditutup, Setelah tahun anggaran berakhir, atau Setelah tidak berlaku."
            )
            temuan.append(("peristiwa", sel[5], "PERISTIWA_SALAH", pesan, True))
        try:
            hari = baca_tanggal(sel[7])
            isi["mulai"] = hari.isoformat() if hari else ""
        except ValueError:
            temuan.append(("mulai", sel[7], "TANGGAL_SALAH", "Tulis tanggal seperti 20-11-2026.", True))
        dasar = " ".join(str(sel[6]).split())[:160]
        if temuan:
            return None, temuan
        return (
            kode, uraian, isi["aktif"], isi["inaktif"], isi["nasib"], isi["peristiwa"], dasar, isi["mulai"],
        ), temuan  # fmt: skip

    return nilai

"""Judge of rows of the schedule's import: plain cells in, values and findings out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from arsip.rules.baris import baca_kode, hari_sel, teks_sel
from arsip.rules.kode import kode_sah
from inti.formats.sel import kosong
from inti.sheets.nilai import Penilai, TemuanSel

TERLAMA = 100
_TAHUN = re.compile(r"(\d{1,3})\s*(?:\([^)]*\)\s*)?(?:(?:th|thn|tahun)\b\.?)?\s*(.*)", re.IGNORECASE)
_LANJUTAN = re.compile(r"[,(]?\s*(?:setelah|sesudah|sejak|semenjak|terhitung|dihitung)\b", re.IGNORECASE)
NASIB = {
    "musnah": "musnah", "dimusnahkan": "musnah", "permanen": "permanen", "dipermanenkan": "permanen",
    "statis": "permanen", "dinilai": "dinilai", "dinilai kembali": "dinilai", "nilai kembali": "dinilai",
    "penilaian kembali": "dinilai",
}  # fmt: skip
_PENGISI = frozenset(
    [
        "setelah",
        "sesudah",
        "sejak",
        "semenjak",
        "dihitung",
        "terhitung",
        "mulai",
        "dari",
        "pada",
        "saat",
        "yang",
        "telah",
        "sudah",
        "tahun",
        "berkas",
        "arsip",
    ]
)
# Per event: a word that names it, and the words that may stand beside it. Anything else is not understood.
PERISTIWA = (
    ("akhir_tahun_anggaran", {"anggaran"}, {"berakhir", "akhir", "berjalan", "selesai"}),
    ("tidak_berlaku", {"berlaku"}, {"tidak", "lagi", "peraturan", "keputusan"}),
    (
        "selesai_perkara",
        {"perkara", "hukum"},
        {"selesai", "putusan", "berkekuatan", "kekuatan", "memperoleh", "mempunyai", "tetap"},
    ),
    ("berhenti", {"berhenti", "pensiun", "diberhentikan"}, {"pegawai", "bersangkutan", "atau"}),
    ("tutup_berkas", {"ditutup", "tutup", "selesai"}, {"kegiatan", "urusan", "dinyatakan"}),
    ("tanggal", {"tanggal"}, {"surat", "naskah", "dibuat", "diterima"}),
)
SINGKAT = frozenset(p[0] for p in PERISTIWA)


def baca_tahun(sel: Any) -> int:
    """Years of a cell: 2, "2", "2 tahun", "2 (dua) tahun setelah berkas ditutup". Raises ValueError: months too."""
    if isinstance(sel, (int, float)) and not isinstance(sel, bool):
        if float(sel).is_integer() and 0 <= sel <= TERLAMA:
            return int(sel)
        raise ValueError(str(sel))
    cocok = _TAHUN.fullmatch(" ".join(str(sel).split()))
    if cocok is None or int(cocok[1]) > TERLAMA or (cocok[2] and not _LANJUTAN.match(cocok[2])):
        raise ValueError(str(sel))
    return int(cocok[1])


def kata_sesudah_tahun(sel: Any) -> str:
    """What a cell says behind its years: "2 tahun setelah berkas ditutup" gives the event."""
    cocok = _TAHUN.fullmatch(" ".join(str(sel).split())) if isinstance(sel, str) else None
    return cocok[2] if cocok else ""


def baca_nasib(sel: Any) -> str:
    """Fate of a cell, which says nothing else: "Musnah", "Permanen", "Dinilai kembali". Raises ValueError."""
    kata = " ".join(str(sel).casefold().split()).rstrip(".")
    if kata not in NASIB:
        raise ValueError(str(sel))
    return NASIB[kata]


def baca_peristiwa(sel: Any, *lain: Any) -> str:
    """The event: its own cell, else words beside the years ("setelah tahun anggaran berakhir"); a closed file if mute.

    Raises ValueError for words that are not wholly understood, and for cells that name two events.
    """
    teks = "" if kosong(sel) else " ".join(str(sel).split())
    if (singkat := teks.casefold().replace(" ", "_")) in SINGKAT:
        return singkat
    ditemukan = {_peristiwa(t) for t in ([teks] if teks else [s for s in map(kata_sesudah_tahun, lain) if s])}
    if len(ditemukan) > 1:
        raise ValueError(str(lain))
    return ditemukan.pop() if ditemukan else "tutup_berkas"


def _peristiwa(teks: str) -> str:
    kata = {k for k in re.split(r"[^a-z]+", teks.casefold()) if k} - _PENGISI
    for kode, tanda, teman in PERISTIWA:
        if kata & tanda and kata <= tanda | teman and (kode != "tidak_berlaku" or "tidak" in kata):
            return kode
    raise ValueError(teks)


def _pesan_nasib(sel: Any) -> str:
    kata = " ".join(str(sel).split())[:80]
    if sum(tanda in kata.casefold() for tanda in ("musnah", "permanen", "nilai")) > 1 or len(kata.split()) > 2:
        return f"Sel ini berisi lebih dari satu nasib: “{kata}”. Pisahkan menjadi baris tersendiri untuk tiap nasib."
    return "Tulis Musnah, Permanen, atau Dinilai kembali."


def penilai_jra(konteks: dict[str, Any]) -> Penilai:
    """Judge of (kode, uraian, aktif, inaktif, nasib, peristiwa, dasar, mulai, and where there is one sampai).

    Refuses: KODE_ANGKA, KODE_BENTUK, URAIAN_KOSONG, TAHUN_SALAH, NASIB_SALAH, PERISTIWA_SALAH, TANGGAL_SALAH.
    """

    def nilai(sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, list[TemuanSel]]:
        temuan: list[TemuanSel] = []
        kode, uraian = baca_kode(sel[0]), teks_sel(sel[1])
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
                pesan = f"Tulis banyaknya tahun, misalnya 2 atau 2 tahun (paling lama {TERLAMA}); bulan tidak dibaca."
                temuan.append((nama, sel[letak], "TAHUN_SALAH", pesan, True))
        try:
            isi["nasib"] = baca_nasib(sel[4])
        except ValueError:
            temuan.append(("nasib", sel[4], "NASIB_SALAH", _pesan_nasib(sel[4]), True))
        try:
            isi["peristiwa"] = baca_peristiwa(sel[5], sel[2], sel[3])
        except ValueError:
            pesan = (
                "Tulis misalnya Setelah berkas ditutup, Setelah tahun anggaran berakhir, atau Setelah tidak berlaku."
            )
            temuan.append(("peristiwa", sel[5], "PERISTIWA_SALAH", pesan, True))
        hari = hari_sel(sel[7], "mulai", temuan)
        isi["mulai"] = hari.isoformat() if hari else ""
        sampai = hari_sel(sel[8], "sampai", temuan) if len(sel) > 8 else None
        dasar = teks_sel(sel[6])[:160]
        if temuan:
            return None, temuan
        return (
            kode, uraian, isi["aktif"], isi["inaktif"], isi["nasib"], isi["peristiwa"], dasar, isi["mulai"],
            *([sampai.isoformat() if sampai else ""] if len(sel) > 8 else []),
        ), temuan  # fmt: skip

    return nilai

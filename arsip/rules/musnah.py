"""What keeps a record from being destroyed, and whose written approval a list needs. Pure.

Source: the domain notes on destruction; every block has a stable code and a sentence.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from arsip.rules.retensi import MUSNAH, PERMANEN

JAUH = dt.date(9999, 12, 31)
SEPULUH = 10  # years of retention from which the head of the national archive approves, where no parameter says other
KEPALA_ANRI, KEPALA_DAERAH = "kepala_anri", "kepala_daerah"


@dataclass(frozen=True)
class DataMusnah:
    """A record as plain data. `beku`: why a person's request freezes it, else empty."""

    status: str
    kode: str
    ada_jadwal: bool
    nasib: str
    penilaian: str
    inaktif_sampai: dt.date
    tahan: str
    periksa: str
    dipinjam: bool
    beku: str


@dataclass(frozen=True)
class Halangan:
    """Why a record may not be destroyed."""

    kode: str
    kalimat: str


def halangan(d: DataMusnah, hari: dt.date) -> list[Halangan]:
    """Everything that forbids destroying the record on the day, in the order an archivist would ask.

    NO_RETENTION, SUDAH_MUSNAH, PERMANEN, BELUM_JATUH_TEMPO, BELUM_DINILAI, DITAHAN, DALAM_PEMERIKSAAN, DIPINJAM,
    PERMINTAAN_SUBJEK.
    """
    hasil: list[Halangan] = []

    def tambah(kode: str, kalimat: str) -> None:
        hasil.append(Halangan(kode, kalimat))

    if d.status == "musnah":
        tambah("SUDAH_MUSNAH", "Arsip ini sudah dimusnahkan.")
    if not d.kode or not d.ada_jadwal:
        tambah("NO_RETENTION", "Belum ada kode retensi: kodenya tidak diatur pada JRA yang berlaku.")
    elif d.status == "permanen" or d.nasib == PERMANEN:
        tambah("PERMANEN", "Arsip ini disimpan permanen menurut JRA.")
    elif d.inaktif_sampai == JAUH:
        tambah("BELUM_JATUH_TEMPO", "Masa simpannya belum berjalan: peristiwanya belum dicatat.")
    elif hari <= d.inaktif_sampai:
        tambah("BELUM_JATUH_TEMPO", f"Masa simpannya sampai {d.inaktif_sampai:%d-%m-%Y}.")
    if d.nasib not in {MUSNAH, PERMANEN, ""} and d.penilaian != "musnah":
        tambah("BELUM_DINILAI", "Nasib akhirnya dinilai kembali: tim belum menilainya musnah.")
    if d.tahan:
        tambah("DITAHAN", f"Ditahan untuk perkara: {d.tahan}")
    if d.periksa:
        tambah("DALAM_PEMERIKSAAN", f"Dalam pemeriksaan: {d.periksa}")
    if d.dipinjam:
        tambah("DIPINJAM", "Sedang dipinjam dan belum kembali.")
    if d.beku:
        tambah("PERMINTAAN_SUBJEK", d.beku)
    return hasil


def pemberi_setuju(tahun_retensi: list[int], batas: int = SEPULUH) -> str:
    """Who approves in writing: the head of the national archive when any retention reaches `batas` years."""
    return KEPALA_ANRI if any(t >= batas for t in tahun_retensi) else KEPALA_DAERAH

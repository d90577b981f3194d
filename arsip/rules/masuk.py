"""Incoming letters: what makes two entries one letter, which dates can't be, how long a letter may wait."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

TANPA_NOMOR = frozenset({"", "-", "tanpanomor", "tn", "tidakada"})
SELISIH_WAJAR, SELISIH_MUSTAHIL = 2, 50  # years between a letter's date and its receipt: beyond them it warns, refuses
WAJAR = {"biasa": (3, 7), "segera": (1, 3), "sangat": (1, 2)}  # days until a waiting letter warns, until it is late


@dataclass(frozen=True)
class Cacat:
    """What is wrong with a field of a letter: a stable code, the field, a sentence with its remedy."""

    kode: str
    bidang: str
    pesan: str
    menolak: bool = True


def rapat(teks: str) -> str:
    """A text without case and without the blanks, dots and commas that people write differently."""
    return "".join(c for c in teks.casefold() if c.isalnum() or c in "/-")


def kunci_surat(pengirim: str, nomor_surat: str, tanggal: dt.date, hal: str) -> str:
    """The same letter gives the same key: sender, number and date; without a number its subject tells it.

    In: as entered. Out: 40 characters, the same on every database.
    """
    nomor = rapat(nomor_surat)
    inti = f"hal:{rapat(hal)}" if nomor in TANPA_NOMOR else nomor
    return hashlib.sha256(f"{rapat(pengirim)}|{inti}|{tanggal.isoformat()}".encode()).hexdigest()[:40]


def nilai_tanggal(diterima: dt.date, tanggal_surat: dt.date, hari: dt.date) -> list[Cacat]:
    """What refuses the dates of a letter, `hari` being today, and what only warns (`menolak` False)."""
    cacat = []
    if diterima > hari:
        cacat.append(Cacat("DITERIMA_DEPAN", "diterima", "Tanggal diterima belum tiba. Perbaiki tanggalnya."))
    if tanggal_surat > diterima:
        cacat.append(
            Cacat("SURAT_SESUDAH_TERIMA", "tanggal_surat", "Tanggal surat sesudah tanggal diterima. Periksa keduanya.")
        )
    if diterima.year < 1990:
        cacat.append(Cacat("DITERIMA_LAMA", "diterima", "Tahun tidak wajar. Tulis tanggal seperti 20-11-2026."))
    selisih = diterima.year - tanggal_surat.year
    if selisih > SELISIH_MUSTAHIL:
        pesan = f"Tanggal surat {selisih} tahun lebih tua daripada tanggal diterima. Periksa tahunnya."
        cacat.append(Cacat("SURAT_LAMA", "tanggal_surat", pesan))
    elif selisih > SELISIH_WAJAR:
        pesan = f"Tanggal surat {selisih} tahun lebih tua daripada tanggal diterima. Periksa tahunnya pada surat."
        cacat.append(Cacat("SURAT_LAMA", "tanggal_surat", pesan, menolak=False))
    return cacat


def sifat_umur(hari: int, kecepatan: str) -> str:
    """How a letter's waiting looks: "" in time, "awas" it should be seen to, "salah" too long."""
    awas, terlalu = WAJAR[kecepatan]
    return "salah" if hari >= terlalu else "awas" if hari >= awas else ""


def batas_wajar(diterima: dt.date, kecepatan: str) -> dt.date:
    """The last day on which a letter received on `diterima` does not wait too long."""
    return diterima + dt.timedelta(days=WAJAR[kecepatan][1] - 1)


def membawahi(jalur_atas: str, jalur: str) -> bool:
    """Whether the unit of the first path is the second one's or stands above it."""
    return bool(jalur_atas) and jalur.startswith(jalur_atas)

"""Who may have an answer on the public page just now. Counting comes before answering, so that tries side by side count."""

from __future__ import annotations

from enum import Enum

from django.conf import settings

from inti.gerbang.batas import Pencacah, hitung_banyak

JAM, SEHARI = 3600, 86400


class Izin(Enum):
    """What a try meets: an answer, a question first, or no answer on this number for now."""

    JAWAB = "jawab"
    SOAL = "soal"
    ORANG_PENUH = "orang_penuh"


def cek_izinkan(*, alamat: str, dicari: str) -> Izin:
    """Count one try by an address on a number, whoever it belongs to.

    Source: trust T26 (20 an hour for an address, then a question and no wall: an office shares one; 5 an hour for a
    number; a ceiling for all together).
    """
    dari, semua, jam, hari = hitung_banyak(
        Pencacah(alamat, "cek.alamat", JAM),
        Pencacah("", "cek.umum", JAM),
        Pencacah(dicari, "cek.orang", JAM),
        Pencacah(dicari, "cek.orang", SEHARI),
    )
    if jam > settings.CEK_BATAS_ORANG or hari > settings.CEK_BATAS_ORANG_HARI:
        return Izin.ORANG_PENUH
    if dari > settings.CEK_BATAS_ALAMAT or semua > settings.CEK_BATAS_UMUM:
        return Izin.SOAL
    return Izin.JAWAB


def lacak_izinkan(*, alamat: str) -> Izin:
    """Count one try at following a request by its code: its own count of the same size, then a question."""
    dari, semua = hitung_banyak(Pencacah(alamat, "lacak.alamat", JAM), Pencacah("", "lacak.umum", JAM))
    if dari > settings.CEK_BATAS_ALAMAT or semua > settings.CEK_BATAS_UMUM:
        return Izin.SOAL
    return Izin.JAWAB


def soal_terjawab_izinkan() -> bool:
    """Count one answer given after a question; False beyond the hard ceiling of the hour."""
    return hitung_banyak(Pencacah("", "cek.keras", JAM))[0] <= settings.CEK_BATAS_KERAS

"""Counselling before a marriage dispensation: ages and what a register may say. Pure.

Source: UU 16/2019 article 7: both must be 19; below that a court decides on the parents' request. Counselling only
recommends.
"""

from __future__ import annotations

import datetime as dt

from inti.formats import periksa_nik
from inti.galat import AturanDilanggar

UMUR_KAWIN = 19
SISI = ("pria", "wanita")


def umur(lahir: dt.date, pada: dt.date) -> int:
    """Full years on a day. Born on 29 February: older from 1 March where the year has none. ValueError before birth."""
    if pada < lahir:
        raise ValueError("tanggal sebelum lahir")
    return pada.year - lahir.year - ((pada.month, pada.day) < (lahir.month, lahir.day))


def di_bawah_umur(lahir: dt.date, pada: dt.date) -> bool:
    """Whether somebody born then may not marry on that day without a dispensation."""
    return umur(lahir, pada) < UMUR_KAWIN


def periksa_pasangan(lahir: dict[str, dt.date], nik: dict[str, str], pada: dt.date, hari: dt.date) -> None:
    """Whether a couple belongs into the register of day `pada`; `lahir` and `nik` by side, `hari` is today.

    Raises AturanDilanggar(TANGGAL_DI_DEPAN, LAHIR_DI_DEPAN, CUKUP_UMUR, NIK_SAMA, or what a NIK is refused for).
    """
    if pada > hari:
        raise AturanDilanggar("TANGGAL_DI_DEPAN", "Tanggal daftar belum tiba.", "Perbaiki tanggalnya.")
    if any(tgl >= pada for tgl in lahir.values()):
        raise AturanDilanggar("LAHIR_DI_DEPAN", "Tanggal lahir sesudah tanggal daftar.", "Periksa tanggal lahir.")
    if not any(di_bawah_umur(tgl, pada) for tgl in lahir.values()):
        raise AturanDilanggar(
            "CUKUP_UMUR",
            f"Keduanya sudah {UMUR_KAWIN} tahun; dispensasi kawin tidak diperlukan.",
            "Periksa tanggal lahir, atau arahkan langsung ke KUA.",
        )
    if nik["pria"] == nik["wanita"]:
        raise AturanDilanggar("NIK_SAMA", "NIK keduanya sama.", "Periksa NIK pada kartu keluarga.")
    for sisi in SISI:
        if cacat := periksa_nik(nik[sisi]).galat:
            raise AturanDilanggar(cacat[0].kode, f"Calon {sisi}: {cacat[0].pesan}", "Periksa pada kartu keluarga.")


def periksa_sesi(tanggal: dt.date, hadir: int, daftar: dt.date, hari: dt.date) -> None:
    """A session lies between the day of registering and today, and somebody came. Raises AturanDilanggar."""
    if not daftar <= tanggal <= hari:
        raise AturanDilanggar(
            "TANGGAL_SESI", "Tanggal sesi di luar masa konseling.", "Isi antara tanggal daftar dan hari ini."
        )
    if not hadir:
        raise AturanDilanggar("TANPA_HADIR", "Belum ada yang hadir.", "Tandai siapa yang hadir.")


def periksa_hasil(sesi: int, hasil: str, rujukan: str) -> None:
    """A result rests on at least one session; a referral names where to. Raises AturanDilanggar."""
    if sesi < 1:
        raise AturanDilanggar("BELUM_ADA_SESI", "Belum ada sesi konseling.", "Catat sedikitnya satu sesi.")
    if hasil == "dirujuk" and not rujukan.strip():
        raise AturanDilanggar("RUJUKAN_KOSONG", "Tujuan rujukan belum diisi.", "Isi lembaga yang dirujuk.")

"""Numbers of companies: NIB, and the one form in which an NPWP is kept.

NIB: 13 digits (PP 5/2021, OSS). NPWP: 16 digits since PMK 112/2022; an old one of 15 digits gets a 0 in front, a person
resident here bears his NIK, which never begins with 0.
"""

from __future__ import annotations

from inti.formats.nik import cacat_nik
from inti.formats.nomor import Cacat, HasilNomor, angka_ascii, periksa_panjang, rapikan_nomor
from inti.formats.nomor_kantor import periksa_npp, periksa_npwp
from inti.formats.samar import samar_nik

_NOL = Cacat("NPWP_NOL", "NPWP tidak boleh berisi nol semua. Periksa pada kartu NPWP.", True)
_NPP_HURUF = Cacat("NPP_HURUF", "NPP hanya boleh berisi angka dan huruf, paling banyak 12.", True)


def periksa_nib(nilai: object) -> HasilNomor:
    """Check an NIB. Codes that refuse: NIB_KOSONG, NIB_SEL_ANGKA, NIB_BUKAN_ANGKA, NIB_PANJANG."""
    bersih = rapikan_nomor(nilai)
    galat = periksa_panjang("NIB", "NIB", nilai, bersih, (13,), "dokumen NIB")
    return HasilNomor(bersih, (galat,) if galat else ())


def npwp_nik(npwp: str) -> bool:
    """Whether an NPWP of 16 digits is a person's NIK: those of bodies and of foreigners begin with 0."""
    return len(npwp) == 16 and angka_ascii(npwp) and npwp[0] != "0"


def periksa_npwp_usaha(nilai: object) -> HasilNomor:
    """Check an NPWP as it is kept of companies: always 16 digits out, so that one number has one form.

    Refuses what `periksa_npwp` refuses, and NPWP_NOL. Warns of a NIK inside what `cacat_nik` warns of.
    """
    hasil = periksa_npwp(nilai)
    if not hasil.sah:
        return hasil
    npwp = hasil.nilai.zfill(16)
    if not npwp.strip("0"):
        return HasilNomor(npwp, (_NOL,))
    return HasilNomor(npwp, (), cacat_nik(npwp, None, "", None) if npwp_nik(npwp) else ())


def periksa_npp_usaha(nilai: object) -> HasilNomor:
    """Check an NPP as it is kept of companies. As `periksa_npp`, and refuses NPP_HURUF: other marks, or more than 12."""
    hasil = periksa_npp(nilai)
    bersih = hasil.nilai
    if hasil.sah and not (bersih.isascii() and bersih.isalnum() and len(bersih) <= 12):
        return HasilNomor(bersih, (_NPP_HURUF,))
    return hasil


def npwp_tampil(npwp: str) -> str:
    """An NPWP as pages show it: masked where it is somebody's NIK."""
    return samar_nik(npwp) if npwp_nik(npwp) else npwp

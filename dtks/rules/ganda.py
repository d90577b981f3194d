"""What makes a NIK suspect: plain data in, a coded problem out. It never refuses anybody a service."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from inti.formats import periksa_nik

_MASALAH = {
    "NIK_TANGGAL_MUSTAHIL": "tanggal",
    "NIK_TANGGAL_BEDA": "tanggal",
    "NIK_KELAMIN_BEDA": "kelamin",
}


@dataclass(frozen=True)
class Masalah:
    """A problem with its code (see NikBermasalah.Masalah) and a sentence."""

    masalah: str
    keterangan: str


def masalah_nik(nik: str, lahir: dt.date | None, kelamin: str) -> Masalah | None:
    """The first contradiction between a NIK and what the registry says of the person; None when there is none.

    Source: the form of a NIK (identitas-dan-privasi: DDMMYY, +40 on the day for women). A region that differs from
    the domicile is no problem: it says where the number was first issued.
    """
    for temuan in periksa_nik(nik, tanggal_lahir=lahir, jenis_kelamin=kelamin or None).peringatan:
        if temuan.kode in _MASALAH:
            return Masalah(_MASALAH[temuan.kode], temuan.pesan)
    return None

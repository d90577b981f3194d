"""Whether the person named on a request is the one whom the registry knows by that number. Plain data in, a difference out.

What a paper says of somebody is true on the day it is signed, so this is asked again whenever a request is saved, decided
and approved: the look-up that opened the page may have been of somebody else, or of another day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from dtks.rules.putusan import REAKTIVASI
from inti.rules.nama import nilai_kecocokan


@dataclass(frozen=True)
class Orang:
    """A person as a request names him (`kunci`: the entry that he was taken from) or as the registry has him."""

    nama: str
    nik: str
    no_kk: str = ""
    tanggal_lahir: dt.date | None = None
    id_dtks: str = ""
    desil: int | None = None
    kunci: int | None = None
    terdaftar: bool = True


@dataclass(frozen=True)
class Beda:
    """What stands against what: a stable code, both sides in words, and the fields that differ."""

    kode: str
    disebut: Orang
    tercatat: Orang | None
    bidang: tuple[str, ...] = ()


BIDANG = (
    ("nama", "nama"),
    ("nik", "NIK"),
    ("no_kk", "nomor KK"),
    ("tanggal_lahir", "tanggal lahir"),
    ("id_dtks", "ID-DTKS"),
    ("desil", "desil"),
)


def bandingkan(
    disebut: Orang, *, diri: Orang | None, senik: Sequence[Orang] = (), sekeluarga: Sequence[Orang] = ()
) -> Beda | None:
    """The first difference between a named person and the registry of today, or None.

    `diri` is the entry in use that the request points to, `senik` who bears the NIK, `sekeluarga` who is on the family
    card. A blank on the request claims nothing: an ID or a desil that came meanwhile is no difference.
    """
    if disebut.kunci is None:
        if senik:
            return Beda("IDENTITAS_SUDAH_TERCATAT", disebut, senik[0])
        kembar = next((o for o in sekeluarga if _orang_yang_sama(disebut, o)), None)
        return Beda("IDENTITAS_NIK_BERBEDA", disebut, kembar) if kembar else None
    if diri is None:
        return Beda("IDENTITAS_TIDAK_ADA", disebut, None)
    if diri.kunci != disebut.kunci:
        return Beda("IDENTITAS_DIGABUNG", disebut, diri)
    beda = tuple(b for b, _ in BIDANG if getattr(disebut, b) and getattr(disebut, b) != getattr(diri, b))
    return Beda("IDENTITAS_BERUBAH", disebut, diri, beda) if beda else None


def _orang_yang_sama(disebut: Orang, tercatat: Orang) -> bool:
    """On one family card the same name is the same person, unless the birth dates say otherwise."""
    lahir = {disebut.tanggal_lahir, tercatat.tanggal_lahir} - {None}
    return len(lahir) < 2 and nilai_kecocokan(disebut.nama, tercatat.nama).cocok


def bertentangan(jenis: str, diri: Orang | None) -> str:
    """The code of what the letter of this kind would say of somebody against the registry of today; empty: it is true.

    A re-activation says that he is registered, a new entry that he is not. No written reason makes a false paper true.
    """
    terdaftar = diri is not None and diri.terdaftar
    if jenis == REAKTIVASI:
        return "" if terdaftar else "SURAT_MENYEBUT_TERDAFTAR"
    return "SURAT_MENYEBUT_BELUM_TERDAFTAR" if terdaftar else ""

"""Names of scans sent many at once: NIP_KATEGORI.pdf. Each name says whose paper it is and of which kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from inti.formats import rapikan_nomor

AKHIRAN = {"pdf", "jpg", "jpeg", "png"}


@dataclass(frozen=True, slots=True)
class NamaBerkas:
    """What a name says. `galat` empty: it matches a person and a category."""

    nama: str
    nip: str = ""
    kategori: str = ""
    kode: str = ""
    galat: str = ""


def baca_nama(nama: str, pegawai: Mapping[str, str], kategori: Collection[str]) -> NamaBerkas:
    """Read one name. `pegawai` maps NIP or NIK to a name, `kategori` holds the codes.

    Codes: NAMA_BENTUK, NIP_TAK_DIKENAL, KATEGORI_TAK_DIKENAL, JENIS_BERKAS.
    """
    dasar = nama.replace("\\", "/").rsplit("/", 1)[-1]
    batang, _, akhiran = dasar.rpartition(".")
    if akhiran.lower() not in AKHIRAN:
        return NamaBerkas(dasar, kode="JENIS_BERKAS", galat="Bukan PDF, JPG, atau PNG.")
    cocok = re.fullmatch(r"([\d .-]{10,30})_([A-Za-z0-9_-]+?)(?:[ _]?\(\d+\))?", batang)
    if cocok is None:
        return NamaBerkas(dasar, kode="NAMA_BENTUK", galat="Namai seperti NIP_KATEGORI.pdf.")
    nip, kode = rapikan_nomor(cocok[1]), cocok[2].upper().replace("-", "_")
    if nip not in pegawai:
        return NamaBerkas(
            dasar, nip, kode, "NIP_TAK_DIKENAL", "Tidak ada pegawai dengan NIP ini dalam kewenangan Anda."
        )
    if kode not in kategori:
        return NamaBerkas(dasar, nip, kode, "KATEGORI_TAK_DIKENAL", f"Kategori {kode} tidak ada. Lihat daftar kodenya.")
    return NamaBerkas(dasar, nip, kode)

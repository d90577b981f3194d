"""What the apps hold of one person, found for a request of his and put together as plain tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.module_loading import import_string

from inti import registry
from inti.models import Pengguna, PermintaanSubjek


@dataclass(frozen=True)
class OrangSubjek:
    """Somebody found under the NIK of a request. `cocok`: the name fits too; only then do his data go out."""

    kode: str  # of the app's entry
    kunci: str  # names the person to that app; never a number of his
    nama: str
    keterangan: str
    cocok: bool
    dibatasi: bool = False
    alamat: str = ""


@dataclass(frozen=True)
class TabelSubjek:
    """A table of a copy. `jejak`: who read or changed, as against what is held."""

    judul: str
    kepala: tuple[str, ...]
    baris: Sequence[Sequence[str]] = ()
    jejak: bool = False


def cari_subjek(pengguna: Pengguna, permintaan: PermintaanSubjek) -> list[OrangSubjek]:
    """Who is found under the request's NIK in any app, within the user's scope."""
    return [
        orang
        for s in registry.semua_subjek()
        for orang in import_string(s.cari)(pengguna, permintaan.nik, permintaan.nama)
    ]


def salinan_subjek(pengguna: Pengguna, permintaan: PermintaanSubjek) -> list[TabelSubjek]:
    """The copy for a request: all tables, or for the kind `jejak` only who read and changed what.

    Somebody else who bears the same NIK by mistake stays out: the name must fit.
    """
    sumber = {s.kode: import_string(s.salinan) for s in registry.semua_subjek()}
    semua: list[TabelSubjek] = []
    for orang in cari_subjek(pengguna, permintaan):
        if orang.cocok:
            semua += sumber[orang.kode](orang.kunci)
    hanya_jejak = permintaan.jenis == PermintaanSubjek.Jenis.JEJAK
    return [t for t in semua if t.baris and (t.jejak or not hanya_jejak)]

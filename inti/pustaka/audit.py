"""Compare what is installed with the lock. Needs no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import distributions
from typing import NamedTuple

from packaging.utils import canonicalize_name

from inti.pustaka.kunci import Pustaka

PEMASANG = frozenset({"pip", "setuptools", "wheel"})  # come with the virtual environment, not with us


class Temuan(NamedTuple):
    """What is wrong with one library; `kode` is stable."""

    kode: str
    nama: str
    pesan: str


def terpasang(jalur: str | None = None) -> dict[str, str]:
    """In: a folder of installed packages, else those of this Python. Out: version by canonical name, installers apart."""
    ada = distributions(path=[jalur]) if jalur else distributions()
    isi = [(canonicalize_name(d.metadata["Name"] or "tanpa-nama"), d.version) for d in ada]
    return {nama: versi for nama, versi in reversed(isi) if nama not in PEMASANG}  # the first on the path is imported


def audit(*, ada: Mapping[str, str], kunci: Sequence[Pustaka], minta: Sequence[Pustaka]) -> list[Temuan]:
    """In: installed versions by name, the lock, what is asked for. Out: every disagreement, empty when there is none.

    Nothing installed or nothing locked is a finding: an audit that looked at nothing has not passed.
    """
    temuan = []
    if not ada or not kunci:
        temuan.append(Temuan("KOSONG", "-", f"{len(ada)} terpasang, {len(kunci)} terkunci: tidak ada yang diperiksa."))
    terkunci = {p.kunci: p for p in kunci}
    for p in minta:
        if not p.versi:
            temuan.append(Temuan("TANPA_VERSI", p.kunci, "Diminta tanpa versi yang pasti (==)."))
        elif p.kunci not in terkunci or terkunci[p.kunci].versi != p.versi:
            temuan.append(Temuan("KUNCI_TERTINGGAL", p.kunci, f"Diminta {p.versi}; berkas kunci tidak memuatnya."))
    for p in kunci:
        if not p.versi:
            temuan.append(Temuan("TANPA_VERSI", p.kunci, "Terkunci tanpa versi yang pasti (==)."))
        if not p.hash:
            temuan.append(Temuan("TANPA_HASH", p.kunci, "Terkunci tanpa hash."))
        if p.berlaku and p.kunci not in ada:
            temuan.append(Temuan("TIDAK_TERPASANG", p.kunci, f"Terkunci {p.versi}, tidak terpasang."))
    for nama, versi in sorted(ada.items()):
        if nama not in terkunci:
            temuan.append(Temuan("TIDAK_DIKUNCI", nama, f"Terpasang {versi}, tidak ada di berkas kunci."))
        elif terkunci[nama].versi != versi:
            temuan.append(Temuan("BEDA_VERSI", nama, f"Terpasang {versi}, terkunci {terkunci[nama].versi or '-'}."))
    return temuan

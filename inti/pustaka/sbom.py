"""Bill of materials of what runs: CycloneDX 1.6 as JSON, the same bytes for the same libraries."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import Distribution, PackageNotFoundError
from typing import Any

from inti.pustaka.kunci import Pustaka


class BukanYangTerkunci(Exception):
    """What is installed is not what is locked, or nothing is locked; the text names it."""


def sbom(kunci: Sequence[Pustaka]) -> dict[str, Any]:
    """In: the lock. Out: the document; licences as the installed packages state them, hashes of the lock's files.

    Raises BukanYangTerkunci.
    """
    komponen = [_komponen(p) for p in kunci if p.berlaku]
    if not komponen:
        raise BukanYangTerkunci("Berkas kunci kosong.")
    kantor = {"type": "application", "name": "tata-usaha"}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": kantor},
        "components": komponen,
    }


def _komponen(p: Pustaka) -> dict[str, Any]:
    try:
        paket = Distribution.from_name(p.nama)
    except PackageNotFoundError as sebab:
        raise BukanYangTerkunci(f"{p.nama} tidak terpasang.") from sebab
    if paket.version != p.versi:
        raise BukanYangTerkunci(f"{p.nama} terpasang {paket.version}, terkunci {p.versi}.")
    purl = f"pkg:pypi/{p.kunci}@{p.versi}"
    sidik = [{"alg": "SHA-256", "content": h.removeprefix("sha256:")} for h in p.hash]
    rujukan = {"type": "distribution", "url": f"https://pypi.org/simple/{p.kunci}/", "hashes": sidik}
    hasil = {"type": "library", "bom-ref": purl, "name": p.nama, "version": p.versi, "purl": purl}
    return hasil | {"licenses": _lisensi(paket), "externalReferences": [rujukan]}


def _lisensi(paket: Distribution) -> list[dict[str, Any]]:
    """The SPDX expression where there is one, else the classifiers, else the free text's first line; else none."""
    meta = paket.metadata
    if ungkapan := meta["License-Expression"]:
        return [{"expression": ungkapan}]
    kelas = [k.rsplit(" :: ", 1)[1] for k in meta.get_all("Classifier") or [] if k.startswith("License :: ")]
    teks = (meta["License"] or "").strip().splitlines()[:1]
    return [{"license": {"name": nama}} for nama in kelas or teks]

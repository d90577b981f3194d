"""A letter to plain JSON data and back: the immutable snapshot of what was printed.

Emblems and signatures are kept apart when a store is given, each once by its hash, so that a snapshot stays small.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, MutableMapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from typing import Any

from inti.documents import bagian
from inti.documents.kertas import Kertas
from inti.documents.sertifikat import Sertifikat
from inti.documents.surat import Surat
from inti.keluaran import garis, hitungan, kisi
from inti.rules import bagan

VERSI_TATA_LETAK = 1

_KELAS: dict[str, type] = {
    k.__name__: k
    for k in (
        Surat,
        Sertifikat,
        Kertas,
        bagian.Kop,
        bagian.BlokNomor,
        bagian.Judul,
        bagian.Tujuan,
        bagian.Paragraf,
        bagian.Butir,
        bagian.Isian,
        bagian.Kolom,
        bagian.Tabel,
        bagian.Kotak,
        bagian.TandaTangan,
        bagian.KodeQR,
        bagian.Grafik,
        bagan.Bagan,
        bagan.Kelompok,
        bagan.Batang,
        garis.BaganGaris,
        garis.Deret,
        kisi.Kisi,
        kisi.KelompokKisi,
        kisi.KolomKisi,
        kisi.BarisKisi,
        kisi.SelKisi,
    )
}


def surat_ke_data(surat: Surat, *, gambar: MutableMapping[str, bytes] | None = None) -> dict[str, Any]:
    """Data of a letter that JSON can hold, with the layout's version.

    `gambar`: a store that receives images by SHA-256; without one they stand in the data as base64.
    """
    return {"versi": VERSI_TATA_LETAK, "surat": _ke(surat, gambar)}


def surat_dari_data(data: Mapping[str, Any], *, gambar: Mapping[str, bytes] | None = None) -> Surat:
    """The letter of `surat_ke_data`. Raises ValueError for another version, unknown parts or a missing image."""
    if data.get("versi") != VERSI_TATA_LETAK:
        raise ValueError("Versi tata letak surat tidak dikenal.")
    hasil = _dari(data.get("surat"), gambar)
    if not isinstance(hasil, Surat):
        raise ValueError("Data bukan surat.")
    return hasil


def sertifikat_ke_data(sertifikat: Sertifikat) -> dict[str, Any]:
    """Data of a certificate that JSON can hold, with the layout's version; its emblem stands in it as base64."""
    return {"versi": VERSI_TATA_LETAK, "sertifikat": _ke(sertifikat, None)}


def sertifikat_dari_data(data: Mapping[str, Any]) -> Sertifikat:
    """The certificate of `sertifikat_ke_data`. Raises ValueError for another version or unknown parts."""
    if data.get("versi") != VERSI_TATA_LETAK:
        raise ValueError("Versi tata letak sertifikat tidak dikenal.")
    hasil = _dari(data.get("sertifikat"), None)
    if not isinstance(hasil, Sertifikat):
        raise ValueError("Data bukan sertifikat.")
    return hasil


def _ke(nilai: Any, gambar: MutableMapping[str, bytes] | None) -> Any:
    if isinstance(nilai, tuple | list):
        return [_ke(n, gambar) for n in nilai]
    if isinstance(nilai, bytes):
        if gambar is None:
            return {"bagian": "gambar", "base64": base64.b64encode(nilai).decode()}
        sidik = hashlib.sha256(nilai).hexdigest()
        gambar[sidik] = nilai
        return {"bagian": "gambar", "sha256": sidik}
    if isinstance(nilai, Decimal):
        return {"bagian": "desimal", "nilai": str(nilai)}
    if isinstance(nilai, hitungan.Hitungan):  # has days and decimals, and a form of its own
        return {"bagian": "Hitungan", "isi": hitungan.ke_data(nilai)}
    if is_dataclass(nilai):
        isi: dict[str, Any] = {"bagian": type(nilai).__name__}
        for f in fields(nilai):
            n = getattr(nilai, f.name)
            if f.default is MISSING or n != f.default:
                isi[f.name] = _ke(n, gambar)
        return isi
    return nilai


def _dari(nilai: Any, gambar: Mapping[str, bytes] | None) -> Any:
    if isinstance(nilai, list | tuple):
        return tuple(_dari(n, gambar) for n in nilai)
    if not isinstance(nilai, Mapping):
        return nilai
    nama = nilai.get("bagian")
    if nama == "gambar":
        return _gambar(nilai, gambar)
    if nama == "desimal":
        return Decimal(nilai["nilai"])
    if nama == "Hitungan":
        return hitungan.dari_data(nilai.get("isi", {}))
    kelas = _KELAS.get(nama) if isinstance(nama, str) else None
    if kelas is None:
        raise ValueError("Bagian surat tidak dikenal.")
    try:
        return kelas(**{kunci: _dari(n, gambar) for kunci, n in nilai.items() if kunci != "bagian"})
    except TypeError as galat:
        raise ValueError(f"Isi bagian {nama} tidak cocok.") from galat


def _gambar(nilai: Mapping[str, Any], gambar: Mapping[str, bytes] | None) -> bytes:
    if "base64" in nilai:
        return base64.b64decode(nilai["base64"])
    if gambar is None or nilai.get("sha256") not in gambar:
        raise ValueError("Gambar surat tidak ditemukan.")
    return gambar[nilai["sha256"]]

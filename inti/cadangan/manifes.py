"""The manifest of a backup: what it holds, the hash of each member, and what vouches for the manifest itself."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import tomllib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from inti.cadangan import BENTUK
from inti.cadangan.sandi import CadanganRusak, Pembaca, mac, turunkan

NAMA, PENJAMIN = "manifes.json", "manifes.sidik"


def keadaan_migrasi() -> list[str]:
    """Applied migrations as "app.name", sorted: the shape that tables of a backup have."""
    return sorted(f"{app}.{nama}" for app, nama in MigrationRecorder(connection).applied_migrations())


def versi_aplikasi() -> str:
    """Version of the application."""
    with (settings.BASE_DIR / "pyproject.toml").open("rb") as isi:
        return str(tomllib.load(isi)["project"]["version"])


def tulis(folder: Path, isi: dict[str, Any], kunci: bytes | None) -> None:
    """Write the manifest and what vouches for it: a MAC when there is a key, else a plain hash."""
    teks = (json.dumps(isi, ensure_ascii=False, indent=1) + "\n").encode()
    penjamin = mac(kunci, _garam(isi), teks) if kunci else hashlib.sha256(teks).hexdigest()
    for nama, bita in ((NAMA, teks), (PENJAMIN, f"{penjamin}\n".encode())):
        with os.fdopen(os.open(folder / nama, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as keluaran:
            keluaran.write(bita)
            keluaran.flush()
            os.fsync(keluaran.fileno())


class Cadangan:
    """A backup on disk whose manifest is believed; `periksa_semua` before anything of it is used."""

    def __init__(self, folder: Path, kunci: bytes | None) -> None:
        self.folder, self.kunci = folder, kunci
        if not (folder / NAMA).is_file() or not (folder / PENJAMIN).is_file():
            raise CadanganRusak(f"{folder} bukan cadangan yang utuh: {NAMA} atau {PENJAMIN} tidak ada.")
        teks = (folder / NAMA).read_bytes()
        penjamin = (folder / PENJAMIN).read_bytes()
        try:
            self.isi: dict[str, Any] = json.loads(teks)
            sandi = self.isi["sandi"]
            self.garam = _garam(self.isi) if sandi else b""
        except (ValueError, KeyError, TypeError) as galat:
            raise CadanganRusak(f"{NAMA} rusak.") from galat
        if sandi and kunci is None:
            raise CadanganRusak("Cadangan ini dienkripsi. Berikan kuncinya dengan --kunci BERKAS.")
        if not sandi and kunci is not None:
            raise CadanganRusak(
                "Cadangan ini tidak dienkripsi atau manifesnya diganti. Jalankan tanpa --kunci bila yakin."
            )
        harus = mac(kunci, self.garam, teks) if kunci else hashlib.sha256(teks).hexdigest()
        if not hmac.compare_digest(f"{harus}\n".encode(), penjamin):
            sebab = f"{NAMA} atau {PENJAMIN} diubah" + (", atau kuncinya bukan kunci cadangan ini." if kunci else ".")
            raise CadanganRusak(sebab)
        if self.isi.get("bentuk") != BENTUK:
            raise CadanganRusak("Bentuk cadangan ini tidak dikenal. Pakai versi aplikasi yang membuatnya.")

    def periksa_semua(self) -> None:
        """Every member is there, whole and unaltered, and nothing else is. Raises CadanganRusak naming the first."""
        tercatat = {a["nama"]: a for a in self.isi["anggota"]}
        ada = {p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*") if not p.is_dir()}
        if asing := sorted(ada - set(tercatat) - {NAMA, PENJAMIN}):
            raise CadanganRusak(f"Anggota {asing[0]} tidak tercatat di manifes.")
        for nama, a in tercatat.items():
            if nama not in ada:
                raise CadanganRusak(f"Anggota {nama} tidak ada.")
            berkas = self.folder / nama
            if berkas.stat().st_size != a["ukuran"]:
                raise CadanganRusak(f"Anggota {nama} terpotong atau bertambah.")
            with berkas.open("rb") as isi:
                if hashlib.file_digest(isi, "sha256").hexdigest() != a["sha256"]:
                    raise CadanganRusak(f"Anggota {nama} diubah atau rusak.")

    def buka(self, nama: str) -> Pembaca:
        """A member's plain content."""
        kunci = turunkan(self.kunci, self.garam, nama) if self.kunci else None
        return Pembaca(self.folder / nama, nama, kunci, mampat=nama.endswith(".gz"))


def _garam(isi: dict[str, Any]) -> bytes:
    return bytes.fromhex(isi["sandi"]["garam"])

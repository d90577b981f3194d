"""Making a backup: seal, take the instant, write tables and files, then the manifest; whole or not there at all."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
import sqlite3
import tarfile
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import django
import psycopg
from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from inti.cadangan import BENTUK, manifes
from inti.cadangan.kolom import semua_tabel
from inti.cadangan.potret import Potret
from inti.cadangan.sandi import CadanganRusak, Penulis, turunkan
from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan
from inti.services.segel import segel_susun
from inti.services.segel_kepala import KepalaDiubah, baca_kepala
from inti.services.segel_kepala import baca_kunci as kunci_segel

BESAR_BUNGKUS = 256 * 1024 * 1024  # bytes of files in one member


@dataclass
class HasilCadangan:
    """What was written; `peringatan` are sentences about what the source itself lacks."""

    folder: Path
    baris: int = 0
    berkas: int = 0
    bita: int = 0
    peringatan: list[str] = field(default_factory=list)


def cadangkan(folder: Path, kunci: bytes | None, kabar: Callable[[str], None] = lambda _: None) -> HasilCadangan:
    """Write a backup into `folder`, which must not exist or be empty. Raises CadanganRusak with one sentence."""
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CadanganRusak(f"{folder} sudah berisi. Beri nama folder baru, misalnya dengan tanggal.")
    sementara = folder.with_name(f".{folder.name}.sementara-{os.getpid()}")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        sementara.mkdir(mode=0o700)
        hasil = _isi(sementara, folder, kunci, kabar)
        _fsync_folder(sementara)
        sementara.rename(folder)
        _fsync_folder(folder.parent)
    except OSError as galat:
        raise CadanganRusak(_kalimat(galat, folder)) from galat
    except (DatabaseError, sqlite3.Error, psycopg.Error) as galat:
        raise CadanganRusak(f"Basis data tidak dapat dibaca ({galat}). Apakah migrate sudah dijalankan?") from galat
    finally:
        shutil.rmtree(sementara, ignore_errors=True)
    return hasil


def _kalimat(galat: OSError, folder: Path) -> str:
    if galat.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"Ruang cakram untuk {folder} tidak cukup; tidak ada yang ditinggalkan di sana."
    return f"{folder} tidak dapat ditulis ({os.strerror(galat.errno or 0)})."


class _Pengisi:
    """Writes members one after the other and keeps their entries."""

    def __init__(self, folder: Path, kunci: bytes | None) -> None:
        self.folder, self.kunci, self.anggota = folder, kunci, list[dict[str, Any]]()
        self.garam = secrets.token_bytes(16)

    def tulis(self, nama: str, isi: Callable[[Penulis], Any]) -> Any:
        """One member, filled by `isi`."""
        berkas = self.folder / nama
        berkas.parent.mkdir(mode=0o700, exist_ok=True)
        kunci = turunkan(self.kunci, self.garam, nama) if self.kunci else None
        penulis = Penulis(berkas, nama, kunci, mampatkan=nama.endswith(".gz"))
        try:
            hasil = isi(penulis)
            self.anggota.append(penulis.selesai())
        finally:
            penulis.close()
        return hasil


def _isi(sementara: Path, folder: Path, kunci: bytes | None, kabar: Callable[[str], None]) -> HasilCadangan:
    hasil, pengisi = HasilCadangan(folder), _Pengisi(sementara, kunci)
    try:
        segel_susun()
    except AturanDilanggar as galat:
        hasil.peringatan.append(galat.kalimat)
    tabel: dict[str, Any] = {}
    with Potret() as potret:
        waktu = timezone.now()
        for t in semua_tabel().values():
            nama = f"data/{t.nama}.csv.gz"
            baris = pengisi.tulis(nama, lambda p, t=t: potret.salin(t, p.write))
            tabel[t.nama] = {"baris": baris, "kolom": [k.nama for k in t.kolom], "anggota": nama}
            hasil.baris += baris
        kabar(f"{hasil.baris} baris dari {len(tabel)} tabel")
        rusak = _berkas(potret, pengisi, hasil)
        kabar(f"{hasil.berkas} berkas")
        isi = {
            "bentuk": BENTUK,
            "aplikasi": manifes.versi_aplikasi(),
            "django": django.get_version(),
            "waktu": waktu.isoformat(),
            "basis_data": potret.vendor,
            "migrasi": manifes.keadaan_migrasi(),
            "tabel": tabel,
            "urutan": potret.urutan(),
            "berkas": {"jumlah": hasil.berkas, "rusak": rusak},
            "segel": _segel(potret, pengisi),
            "sandi": {"cara": "AES-256-GCM", "garam": pengisi.garam.hex()} if kunci else None,
            "anggota": pengisi.anggota,
        }
    manifes.tulis(sementara, isi, kunci)
    for anak in sementara.iterdir():
        if anak.is_dir():
            _fsync_folder(anak)
    hasil.bita = sum(a["ukuran"] for a in pengisi.anggota)
    return hasil


def _berkas(potret: Potret, pengisi: _Pengisi, hasil: HasilCadangan) -> list[str]:
    """Files of every row of the instant, except those destroyed. A file never changes, so it may be read later; one
    destroyed in the meantime counts as lacking."""
    rusak: list[str] = []
    baris = potret.ambil(
        "SELECT id, sha256, ukuran FROM inti_berkastersimpan WHERE dimusnahkan_pada IS NULL ORDER BY id"
    )
    bungkus: list[list[tuple[Any, str]]] = []
    isi = BESAR_BUNGKUS
    for pk, sidik, ukuran in baris:
        if isi >= BESAR_BUNGKUS:
            bungkus.append([])
            isi = 0
        bungkus[-1].append((pk, sidik))
        isi += ukuran
    for n, satu in enumerate(bungkus, 1):
        pengisi.tulis(f"berkas/{n:04d}.tar", lambda p, satu=satu: _tar(p, satu, rusak))
    hasil.berkas = len(baris) - len(rusak)
    if rusak:
        hasil.peringatan.append(
            f"{len(rusak)} berkas hilang atau berubah di penyimpanan, yang pertama {rusak[0]}. Jalankan periksa."
        )
    return rusak


def _tar(penulis: Penulis, baris: list[tuple[Any, str]], rusak: list[str]) -> None:
    akar = Path(settings.BERKAS_DIR)
    with tarfile.open(fileobj=penulis, mode="w|", format=tarfile.PAX_FORMAT) as tar:
        for pk, sidik in baris:
            jalur = BerkasTersimpan(pk=uuid.UUID(str(pk))).jalur
            try:
                masukan = (akar / jalur).open("rb")
            except OSError:
                rusak.append(jalur)
                continue
            with masukan:
                if hashlib.file_digest(masukan, "sha256").hexdigest() != sidik:
                    rusak.append(jalur)
                    continue
                masukan.seek(0)
                kepala = tarfile.TarInfo(jalur)
                kepala.size, kepala.mode = os.fstat(masukan.fileno()).st_size, 0o600
                tar.addfile(kepala, masukan)


def _segel(potret: Potret, pengisi: _Pengisi) -> dict[str, Any] | None:
    """The chain's end at this instant. The signing key travels only inside an encrypted backup."""
    akhir = potret.ambil("SELECT urut, hash FROM inti_segel ORDER BY urut DESC LIMIT 1")
    if not akhir:
        return None
    jangkar, punya_kunci = None, False
    try:
        kunci = kunci_segel()
        kepala = baca_kepala(kunci)
        jangkar = list(kepala.jangkar) if kepala and kepala.jangkar else None
        if pengisi.kunci and kunci:
            pengisi.tulis("segel/kunci", lambda p: p.write(kunci))
            punya_kunci = True
    except KepalaDiubah:
        pass  # `segel_susun` has said so already
    return {"urut": akhir[0][0], "hash": akhir[0][1], "jangkar": jangkar, "kunci": punya_kunci}


def _fsync_folder(folder: Path) -> None:
    nomor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(nomor)
    finally:
        os.close(nomor)


__all__ = ["HasilCadangan", "cadangkan"]

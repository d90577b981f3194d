"""Restoring a backup into an empty system: everything is verified before anything is touched."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
import sqlite3
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from inti.cadangan import ISI_MIGRASI
from inti.cadangan.kolom import TabelCadangan, semua_tabel
from inti.cadangan.manifes import Cadangan, keadaan_migrasi
from inti.cadangan.sandi import CadanganRusak
from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan
from inti.services.segel_kepala import Kepala, buat_kunci, folder_segel, singkirkan, tulis_kepala

NAMA_BERKAS = re.compile(r"[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{32}")
PENANDA = ".sedang-dipulihkan"  # in the file store: a restore that was killed may be repeated over its own files
SALIN = 1024 * 1024


def pulihkan(folder: Path, kunci: bytes | None, kabar: Callable[[str], None] = lambda _: None) -> dict[str, int]:
    """Restore a backup. Out: {"baris", "berkas"}. Raises CadanganRusak with one sentence; then nothing has changed."""
    try:
        cadangan = Cadangan(folder.absolute(), kunci)
        cadangan.periksa_semua()
        kabar("Semua anggota cadangan utuh.")
        tabel = _cocok_bentuk(cadangan)
        _harus_kosong(tabel, cadangan)
        berkas = _berkas(cadangan)
        kabar(f"{berkas} berkas ditulis.")
        with _lepas_kendala(), transaction.atomic():
            baris = _isi_tabel(cadangan, tabel, kabar)
            _cocok_berkas(cadangan, berkas)
        _segel(cadangan)
        (Path(settings.BERKAS_DIR) / PENANDA).unlink(missing_ok=True)
    except OSError as galat:
        raise CadanganRusak(f"Pemulihan berhenti: {os.strerror(galat.errno or 0)} ({galat.filename}).") from galat
    except (DatabaseError, AturanDilanggar) as galat:
        raise CadanganRusak(f"Pemulihan berhenti: {galat}") from galat
    return {"baris": baris, "berkas": berkas}


def _cocok_bentuk(cadangan: Cadangan) -> dict[str, TabelCadangan]:
    """The tables, which must have the shape that the backup's have."""
    lama, kini = set(cadangan.isi["migrasi"]), set(keadaan_migrasi())
    if beda := sorted(lama ^ kini):
        versi = cadangan.isi["aplikasi"]
        sebab = "belum dijalankan di sini" if beda[0] in lama else "belum ada saat dicadangkan"
        raise CadanganRusak(
            f"Susunan tabel berbeda: migrasi {beda[0]} {sebab}. "
            f"Pasang versi yang membuat cadangan ini ({versi}), migrate, pulihkan, lalu perbarui."
        )
    tabel = semua_tabel()
    for nama, t in tabel.items():
        if [k.nama for k in t.kolom] != cadangan.isi["tabel"].get(nama, {}).get("kolom"):
            raise CadanganRusak(f"Kolom tabel {nama} pada cadangan tidak sama dengan di sini.")
    if asing := sorted(set(cadangan.isi["tabel"]) - set(tabel)):
        raise CadanganRusak(f"Tabel {asing[0]} pada cadangan tidak dikenal di sini.")
    return tabel


def _harus_kosong(tabel: dict[str, TabelCadangan], cadangan: Cadangan) -> None:
    with connection.cursor() as kursor:
        for nama in sorted(set(tabel) - ISI_MIGRASI):
            kursor.execute(f'SELECT 1 FROM "{nama}" LIMIT 1')  # noqa: S608
            if kursor.fetchone():
                raise CadanganRusak(
                    f"Sistem ini tidak kosong: tabel {nama} sudah berisi. Pulihkan ke basis data baru sesudah migrate."
                )
    akar = Path(settings.BERKAS_DIR)
    penanda = akar / PENANDA
    if akar.is_dir() and any(akar.iterdir()):
        if not penanda.is_file() or penanda.read_text() != _tanda(cadangan):
            raise CadanganRusak(f"Folder berkas {akar} tidak kosong. Pindahkan isinya atau pakai BERKAS_DIR lain.")
    else:
        akar.mkdir(mode=0o700, parents=True, exist_ok=True)
        penanda.write_text(_tanda(cadangan))


def _tanda(cadangan: Cadangan) -> str:
    return hashlib.sha256((cadangan.folder / "manifes.json").read_bytes()).hexdigest()


class _lepas_kendala:
    """Foreign keys are checked once at the end, not row by row (SQLite needs to be told before the transaction)."""

    def __enter__(self) -> None:
        connection.disable_constraint_checking()

    def __exit__(self, *_: object) -> None:
        connection.enable_constraint_checking()


def _isi_tabel(cadangan: Cadangan, tabel: dict[str, TabelCadangan], kabar: Callable[[str], None]) -> int:
    jumlah = 0
    with connection.cursor() as kursor:
        pemicu = _lepas_pemicu(kursor)
        if connection.vendor == "postgresql":
            kursor.execute("SET LOCAL TIME ZONE 'UTC'")
        for nama in ISI_MIGRASI & set(tabel):
            kursor.execute(f'DELETE FROM "{nama}"')  # noqa: S608
        for nama, t in tabel.items():
            tercatat = cadangan.isi["tabel"][nama]
            with cadangan.buka(tercatat["anggota"]) as isi:
                masuk = (_ke_postgresql if connection.vendor == "postgresql" else _ke_sqlite)(kursor, t, isi)
            if masuk != tercatat["baris"]:
                raise CadanganRusak(f"Tabel {nama}: {masuk} baris, padahal manifes mencatat {tercatat['baris']}.")
            jumlah += masuk
        kabar(f"{jumlah} baris ditulis.")
        connection.check_constraints()
        _pasang_pemicu(kursor, pemicu)
        _setel_urutan(kursor, tabel, cadangan.isi["urutan"])
    return jumlah


def _ke_sqlite(kursor: Any, tabel: TabelCadangan, isi: Any) -> int:
    """Rows into SQLite, converted by its own expressions."""
    csv.field_size_limit(2**31 - 1)
    hubungan: sqlite3.Connection = connection.connection
    hubungan.create_function("dari_hex", 1, lambda t: bytes.fromhex(t[2:]) if t else None, deterministic=True)
    baris = csv.reader(io.TextIOWrapper(io.BufferedReader(isi, SALIN), encoding="utf-8", newline=""))
    try:
        return max(hubungan.executemany(tabel.perintah_tulis_sqlite(), baris).rowcount, 0)
    except sqlite3.Error as galat:
        raise CadanganRusak(f"Tabel {tabel.nama} tidak dapat diisi ({type(galat).__name__}).") from galat


def _ke_postgresql(kursor: Any, tabel: TabelCadangan, isi: Any) -> int:
    """Rows into PostgreSQL by COPY."""
    with kursor.cursor.copy(tabel.perintah_tulis_postgresql()) as salinan:
        while potong := isi.read(SALIN):
            salinan.write(potong)
    masuk = int(kursor.cursor.rowcount)
    for perintah in tabel.perintah_rapikan():
        kursor.execute(perintah)
    return masuk


def _lepas_pemicu(kursor: Any) -> list[str]:
    """Take SQLite's triggers off while rows come in bulk; out: how to make them again."""
    if connection.vendor != "sqlite":
        return []
    kursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    pemicu = kursor.fetchall()
    for nama, _ in pemicu:
        kursor.execute(f'DROP TRIGGER "{nama}"')
    return [perintah for _, perintah in pemicu]


def _pasang_pemicu(kursor: Any, pemicu: list[str]) -> None:
    """Triggers again, and the full-text indexes that they keep, built anew from their tables."""
    for perintah in pemicu:
        kursor.execute(perintah)
    if connection.vendor == "sqlite":
        kursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%content=%'")
        for (nama,) in kursor.fetchall():
            kursor.execute(f'INSERT INTO "{nama}"("{nama}") VALUES (\'rebuild\')')  # noqa: S608


def _setel_urutan(kursor: Any, tabel: dict[str, TabelCadangan], urutan: dict[str, int]) -> None:
    """The next key of each table follows the last one ever given out, not only the last that is still there."""
    if connection.vendor == "postgresql":
        model = [m for m in connection.introspection.get_migratable_models() if m._meta.db_table in tabel]
        for perintah in connection.ops.sequence_reset_sql(no_style(), model):
            kursor.execute(perintah)
        for nama, akhir in urutan.items():
            if nama in tabel and akhir:
                seri = "pg_get_serial_sequence(%s, %s)"
                kursor.execute(
                    f"SELECT setval({seri}, %s) WHERE {seri} IS NOT NULL",
                    [f'"{nama}"', tabel[nama].kunci, akhir, f'"{nama}"', tabel[nama].kunci],
                )
        kursor.execute("ANALYZE")
        return
    for nama, akhir in urutan.items():
        if nama in tabel:
            kursor.execute("UPDATE sqlite_sequence SET seq = MAX(seq, %s) WHERE name = %s", [akhir, nama])
            if not kursor.rowcount:
                kursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [nama, akhir])


def _berkas(cadangan: Cadangan) -> int:
    """Files into the store, under names of ours only."""
    akar, jumlah = Path(settings.BERKAS_DIR), 0
    for a in cadangan.isi["anggota"]:
        if not a["nama"].startswith("berkas/"):
            continue
        with (
            cadangan.buka(a["nama"]) as isi,
            tarfile.open(fileobj=io.BufferedReader(isi, SALIN), mode="r|") as tar,
        ):
            for kepala in tar:
                masukan = tar.extractfile(kepala) if kepala.isreg() else None
                if masukan is None or not NAMA_BERKAS.fullmatch(kepala.name):
                    raise CadanganRusak(f"Anggota {a['nama']} memuat nama yang tidak wajar.")
                _tulis(akar / kepala.name, iter(lambda m=masukan: m.read(SALIN), b""))
                jumlah += 1
    if jumlah != cadangan.isi["berkas"]["jumlah"]:
        raise CadanganRusak(f"{jumlah} berkas, padahal manifes mencatat {cadangan.isi['berkas']['jumlah']}.")
    return jumlah


def _tulis(tujuan: Path, isi: Iterator[bytes]) -> None:
    tujuan.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(tujuan, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as keluaran:
        for potong in isi:
            keluaran.write(potong)
        keluaran.flush()
        os.fsync(keluaran.fileno())


def _cocok_berkas(cadangan: Cadangan, jumlah: int) -> None:
    """Each restored row has its file with its hash, except those that the source itself lacked."""
    rusak, akar = set(cadangan.isi["berkas"]["rusak"]), Path(settings.BERKAS_DIR)
    for b in BerkasTersimpan.objects.filter(dimusnahkan_pada__isnull=True).order_by("pk").iterator(chunk_size=2_000):
        if b.jalur in rusak:
            continue
        with (akar / b.jalur).open("rb") as isi:
            if hashlib.file_digest(isi, "sha256").hexdigest() != b.sha256:
                raise CadanganRusak(f"Berkas {b.jalur} tidak cocok dengan barisnya.")


def _segel(cadangan: Cadangan) -> None:
    """The chain goes on here. Without its key the old sets are held by the head's hash, and a new key signs the next."""
    segel = cadangan.isi["segel"]
    if (folder_segel() / "kepala.json").exists():
        singkirkan("dipulihkan dari cadangan", timezone.now().isoformat())
    if segel is None:
        (folder_segel() / "kepala.json").unlink(missing_ok=True)
        return
    jangkar = tuple(segel["jangkar"]) if segel["jangkar"] else None
    if segel["kunci"]:
        with cadangan.buka("segel/kunci") as isi:
            kunci = buat_kunci(isi.read())
    else:
        kunci, jangkar = buat_kunci(), (segel["urut"], segel["hash"])
    waktu = timezone.now().isoformat()
    tulis_kepala(Kepala(segel["urut"], segel["hash"], waktu, jangkar), kunci, mundur=True)

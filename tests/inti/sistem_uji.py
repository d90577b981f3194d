"""Whole systems for tests that need real processes: a migrated database of its own, a file store, the commands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection

from tests import basis

AKAR = Path(__file__).resolve().parents[2]


@dataclass
class Sistem:
    """A system: where its database and its files are."""

    url: str
    folder: Path

    @property
    def lingkungan(self) -> dict[str, str]:
        """Environment of its processes."""
        return os.environ | {
            "DATABASE_URL": self.url,
            "BERKAS_DIR": str(self.folder / "berkas"),
            "SEGEL_DIR": str(self.folder / "segel"),
            "DB_POOL": "0",
        }

    def jalankan(self, *argumen: str) -> subprocess.CompletedProcess[str]:
        """A command to its end."""
        return subprocess.run(
            [sys.executable, "manage.py", *argumen], cwd=AKAR, env=self.lingkungan, capture_output=True, text=True
        )

    def mulai(self, *argumen: str, **opsi: Any) -> subprocess.Popen[bytes]:
        """A process that goes on."""
        return subprocess.Popen([sys.executable, *argumen], cwd=AKAR, env=self.lingkungan, **opsi)

    def penulis(self, banyak: int, *, mulai: int = 0) -> Penulis:
        """Clerks at work, called by the letters A, B, C and so on, from the one at `mulai`."""
        return Penulis(self, banyak, mulai)


class Penulis:
    """Clerks who write while the context lasts; `tunggu` waits until each has been acknowledged a few times."""

    def __init__(self, sistem: Sistem, banyak: int, mulai: int) -> None:
        self.sistem = sistem
        self.buku = [sistem.folder / f"buku-{chr(65 + n)}" for n in range(mulai, banyak)]

    def __enter__(self) -> Penulis:
        for b in self.buku:
            b.with_name(f"{b.name}.henti").unlink(missing_ok=True)
        self.proses = [self.sistem.mulai("-m", "tests.inti.penulis_kantor", b.name[-1], str(b)) for b in self.buku]
        self.tunggu(3)
        return self

    def __exit__(self, *_: object) -> None:
        for b in self.buku:
            b.with_name(f"{b.name}.henti").touch()
        for p in self.proses:
            assert p.wait(timeout=60) == 0

    def tunggu(self, lagi: int) -> None:
        """Until each clerk has done so many more acts."""
        awal = [len(self.baca(b)) for b in self.buku]
        akhir = time.monotonic() + 60
        while any(len(self.baca(b)) < a + lagi for a, b in zip(awal, self.buku, strict=True)):
            assert time.monotonic() < akhir, "penulis tidak maju"
            time.sleep(0.05)

    @staticmethod
    def baca(buku: Path) -> list[tuple[int, float, float]]:
        """Acknowledged acts: number, seconds, moment."""
        isi = buku.read_text().splitlines() if buku.exists() else []
        return [(int(a), float(b), float(c)) for a, b, c in (i.split() for i in isi if i.count(" ") == 2)]


class Pabrik:
    """Makes systems, each from the template of an empty one."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.jumlah = folder, 0
        self.basis: list[str] = []

    def __call__(self) -> Sistem:
        """A fresh migrated system."""
        self.jumlah += 1
        folder = self.folder / f"sistem-{self.jumlah}"
        folder.mkdir(parents=True)
        if connection.vendor != "postgresql":
            return Sistem(f"sqlite:///{shutil.copy(basis.templat(basis.KOSONG), folder / 'db.sqlite3')}", folder)
        nama = basis.salin(basis.KOSONG)
        self.basis.append(nama)
        return Sistem(basis.alamat_pg(nama), folder)

    def bersihkan(self) -> None:
        """Remove the databases."""
        for nama in reversed(self.basis):
            basis.buang(nama)

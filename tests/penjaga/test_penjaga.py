"""T03: take each guard away in a copy of the source; the suite must turn red. Two on every run, all in `test-lama`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.penjaga.daftar import PENJAGA, Penjaga

AKAR = Path(__file__).resolve().parents[2]
TANPA = {"docs", "benchmarks", "berkas", "statis"}  # what no test reads
CONTOH = {"pemeriksa bukan pengusul", "versi"}


@pytest.mark.parametrize("penjaga", PENJAGA, ids=lambda p: p.nama)
def test_every_guard_of_the_list_still_stands_where_it_says(penjaga: Penjaga) -> None:
    assert (AKAR / penjaga.berkas).read_text().count(penjaga.semula) == 1
    assert penjaga.semula != penjaga.menjadi


def _salin(ke: Path) -> None:
    for asal in AKAR.iterdir():
        if asal.is_dir() and not asal.name.startswith(".") and asal.name not in TANPA:
            shutil.copytree(asal, ke / asal.name, ignore=shutil.ignore_patterns("__pycache__"))
    for nama in ("manage.py", "pyproject.toml", "requirements.txt"):
        shutil.copy(AKAR / nama, ke / nama)


@pytest.mark.parametrize(
    "penjaga",
    [pytest.param(p, marks=() if p.nama in CONTOH else pytest.mark.lama, id=p.nama) for p in PENJAGA],
)
def test_without_the_guard_the_suite_turns_red(penjaga: Penjaga, tmp_path: Path) -> None:
    _salin(tmp_path)
    berkas = tmp_path / penjaga.berkas
    berkas.write_text(berkas.read_text().replace(penjaga.semula, penjaga.menjadi))
    lingkungan = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "DJANGO"))}
    hasil = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *penjaga.uji.split()],
        cwd=tmp_path,
        env=lingkungan | {"DATABASE_URL": "sqlite:///uji.sqlite3", "BERKAS_DIR": str(tmp_path / "berkas")},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    # 1: tests failed. Anything else (0: nobody barked; 2 and up: the copy itself is broken) is no proof.
    assert hasil.returncode == 1, f"{penjaga.nama}: {hasil.stdout[-1500:]}{hasil.stderr[-500:]}"
    assert "error" not in hasil.stdout.splitlines()[-1] or "failed" in hasil.stdout.splitlines()[-1]

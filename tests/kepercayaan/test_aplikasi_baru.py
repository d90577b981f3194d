"""An app that nobody has heard of is walked, sown with marks and judged: no list anywhere names what is covered."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]


def test_a_new_app_is_covered_by_being_installed() -> None:
    lingkungan = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "DJANGO"))}
    hasil = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/percobaan/uji_percobaan.py"],
        cwd=AKAR,
        env=lingkungan | {"DJANGO_SETTINGS_MODULE": "tests.percobaan.setelan"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert hasil.returncode == 0, hasil.stdout[-3000:]
    assert "16 passed" in hasil.stdout

"""An app that nobody has heard of. Its tests (`uji_*.py`) run in a process of their own, whose settings install it."""

import os
import subprocess
import sys
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]


def jalankan(berkas: str) -> str:
    """Run a file of its tests; what pytest said. Fails where one of them does."""
    lingkungan = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "DJANGO"))}
    hasil = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"tests/percobaan/{berkas}"],
        cwd=AKAR,
        env=lingkungan | {"DJANGO_SETTINGS_MODULE": "tests.percobaan.setelan"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert hasil.returncode == 0, hasil.stdout[-3000:]
    return hasil.stdout

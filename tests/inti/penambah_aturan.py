"""Enters a rule in a process of its own: `python -m tests.inti.penambah_aturan ABA`. Waits for that file to begin.

Exit code 0: entered; 3: refused, with the row that is there in its sentence.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import time
from pathlib import Path


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.core.exceptions import ValidationError

    from inti.models import Pengguna
    from inti.services.aturan import aturan_tambah

    oleh = Pengguna.objects.get(username="uji")
    isian = {"nama": "Uji", "berlaku_mulai": dt.date(2026, 1, 1), "berlaku_sampai": dt.date(2026, 3, 31)}
    while not Path(sys.argv[1]).exists():
        time.sleep(0.01)
    try:
        aturan_tambah(model="dtks.periodepengajuan", isian={**isian, "dasar_hukum": "uji"}, oleh=oleh)
    except ValidationError as galat:
        sys.exit(3 if "Uji, 01-01-2026 sampai 31-03-2026" in " ".join(galat.messages) else 4)


if __name__ == "__main__":
    main()

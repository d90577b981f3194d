"""Takes numbers in a process of its own: `python -m tests.inti.pengambil_nomor BANYAK BENIH`. Every fifth is rolled back."""

from __future__ import annotations

import datetime as dt
import os
import random
import signal
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.db import transaction

    from inti.services.nomor import nomor_ambil

    acak, mati = random.Random(int(sys.argv[2])), "--mati" in sys.argv
    for n in range(int(sys.argv[1])):
        try:
            with transaction.atomic():
                nomor_ambil(seri="uji", pola="U/{urut}/{tahun}", tanggal=dt.date(2026, 5, 1), oleh=None)
                if mati and n == 3:
                    os.kill(os.getpid(), signal.SIGKILL)
                if acak.random() < 0.2:
                    raise InterruptedError
        except InterruptedError:
            continue


if __name__ == "__main__":
    main()

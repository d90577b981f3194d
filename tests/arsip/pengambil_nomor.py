"""Books letters in a process of its own: `python -m tests.arsip.pengambil_nomor BANYAK`. Waits for a file to begin."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.utils import timezone

    from arsip.services import keluar as services
    from inti.models import Pengguna, UnitKerja
    from kepegawaian.models import Pegawai

    unit, pegawai = UnitKerja.objects.get(kode="uji"), Pegawai.objects.get(nama="Kepala Uji")
    oleh = Pengguna.objects.get(username="uji")
    mulai = Path(sys.argv[2])
    while not mulai.exists():
        time.sleep(0.01)
    for n in range(int(sys.argv[1])):
        services.surat_keluar_bukukan(
            tanggal=timezone.localdate(), tujuan="x", hal=f"surat {n}", klasifikasi="000.1", unit=unit,
            penandatangan=pegawai, oleh=oleh,
        )  # fmt: skip


if __name__ == "__main__":
    main()

"""A clerk in a process of its own: `python -m tests.inti.penulis_kantor NAMA BUKU`, until the file BUKU.henti is there.

Each act, in one transaction: a record with two versions, a number, a stored file. Acknowledged acts go to BUKU, one a
line: number of the act, seconds it took, moment of its acknowledgement.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    import datetime as dt

    from django.db import transaction

    from inti.services.berkas import berkas_simpan
    from inti.services.nomor import nomor_ambil
    from inti.services.rekam import rekam_tambah, rekam_ubah

    nama, buku = sys.argv[1], Path(sys.argv[2])
    henti = buku.with_name(f"{buku.name}.henti")
    with buku.open("w", buffering=1) as catatan:
        n = 0
        while not henti.exists():
            n += 1
            mulai = time.monotonic()
            with transaction.atomic():
                isian = {"npp": f"{nama}{n:06d}", "nama": f"PT {nama}"}
                satu = rekam_tambah(model="inti.Perusahaan", isian=isian, oleh=None)
                nomor_ambil(seri="uji", pola="U/{urut}/{tahun}", tanggal=dt.date(2026, 5, 1), oleh=None)
                berkas_simpan(
                    isi=f"KENARI-{nama}-{n}".encode(),
                    nama=f"{n}.txt",
                    jenis_isi="text/plain",
                    oleh=None,
                    pemilik_label="inti.perusahaan",
                    pemilik_id=str(satu.pk),
                )
                rekam_ubah(objek=satu, isian={"nama": f"PT {nama} Jaya"}, oleh=None)
            catatan.write(f"{n} {time.monotonic() - mulai:.4f} {time.time():.4f}\n")


if __name__ == "__main__":
    main()

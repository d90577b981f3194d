"""The text of stored files: read once for each content, in a child process; a file that can't be read is noted."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from arsip.models import TeksBerkas
from inti.formats import samar_angka_panjang
from inti.models import BerkasTersimpan
from inti.olah.induk import baca_teks

SEKALI = 20  # files for one child


def teks_berkas_baca(*, berkas: Iterable[BerkasTersimpan], sampai: float | None = None) -> dict[str, str]:
    """Text by SHA-256. In: files, and the moment (`time.monotonic`) after which no further file is opened: those that
    were not reached are missing from the answer. Numbers of persons are masked before they are kept."""
    per_isi = {b.sha256: b for b in berkas}
    hasil = dict(TeksBerkas.objects.filter(sha256__in=per_isi).values_list("sha256", "teks"))
    belum = [b for s, b in per_isi.items() if s not in hasil]
    for awal in range(0, len(belum), SEKALI):
        bagian = belum[awal : awal + SEKALI]
        baru = []
        pembaca = baca_teks([(Path(settings.BERKAS_DIR) / b.jalur, b.jenis_isi) for b in bagian])
        for b in bagian:
            if sampai is not None and time.monotonic() > sampai:
                break
            keadaan, teks = next(pembaca)
            teks = samar_angka_panjang(teks)
            hasil[b.sha256] = teks
            if keadaan != "hilang":  # a file that isn't there may be put back
                baru.append(TeksBerkas(sha256=b.sha256, keadaan=keadaan, teks=teks))
        pembaca.close()
        TeksBerkas.objects.bulk_create(baru, ignore_conflicts=True)
        if len(hasil) < len(per_isi) and sampai is not None and time.monotonic() > sampai:
            break
    return hasil


def teks_berkas_kenali(*, sha256: str, teks: str) -> TeksBerkas:
    """Keep the text that was recognised in a picture."""
    bersih = samar_angka_panjang(" ".join(teks.replace("\0", " ").split()))[:100_000]
    keadaan = TeksBerkas.Keadaan.TERBACA if bersih else TeksBerkas.Keadaan.KOSONG
    isi = {"keadaan": keadaan, "teks": bersih, "dikenali": True}
    return TeksBerkas.objects.update_or_create(sha256=sha256, defaults=isi)[0]

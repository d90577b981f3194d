"""Import of a registry delivery, fresh and again unchanged, against reading and checking alone.

The floor reads the workbook with calamine in one go and judges every row by the same rules, in one process, and keeps
nothing. Ours is the whole command: child process, scan, staging, comparison, merge with all indexes and the batch's
history, in a database that is asked to be durable.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.basis_data import ada_postgresql, jalankan_terpisah, siapkan_django, url_postgresql, url_sqlite

BARIS = 100_000
BASIS_DATA = 3  # fresh databases of each kind
BATAS = {"sqlite": 1.6, "postgresql": 2.0}


_JUDUL = (
    "ID_DTKS", "NIK", "NO_KK", "NAMA", "TEMPAT_LAHIR", "TANGGAL_LAHIR", "JENIS_KELAMIN", "ALAMAT", "RT", "RW", "DESA",
    "KECAMATAN", "HUBUNGAN_KELUARGA", "DESIL", "PBI_JK", "PKH", "BPNT", "DIKECUALIKAN", "SUMBER", "PERIODE",
)  # fmt: skip


def lantai(berkas: Path) -> float:
    """Seconds to read with calamine and judge every row."""
    import datetime as dt

    from python_calamine import CalamineWorkbook

    from dtks.rules.baris import penilai
    from dtks.sheets.importir import konteks_wilayah

    nilai = penilai(konteks_wilayah(dt.date(2026, 11, 1)))
    mulai = time.perf_counter()
    isi = CalamineWorkbook.from_path(str(berkas)).get_sheet_by_index(0).iter_rows()
    judul = next(isi)
    letak = [judul.index(k) if k in judul else -1 for k in _JUDUL]
    baik = 0
    for baris in isi:
        baris.append("")
        baik += nilai([baris[n] for n in letak])[0] is not None
    assert baik
    return time.perf_counter() - mulai


def di_dalam(folder: Path) -> list[dict[str, float | str]]:
    """Measure in this process, on DATABASE_URL: floor and ours in turn."""
    siapkan_django()
    from django.db import connection

    from inti.sheets.impor import impor_berkas

    impor_berkas("wilayah", folder / "w.csv", simpan=True)
    berkas = folder / "d.xlsx"
    hasil = []
    dasar = [lantai(berkas)]
    for apa in ("baru", "ulang"):
        waktu = []
        for _ in range(1 if apa == "baru" else 2):
            mulai = time.perf_counter()
            impor = impor_berkas("dtks", berkas, simpan=True, lewati_galat=True)
            waktu.append(time.perf_counter() - mulai)
            assert impor.disimpan and (impor.baru == 0) == (apa == "ulang")
            dasar.append(lantai(berkas))
        hasil.append({"apa": f"impor {BARIS} baris, {apa}, {connection.vendor}", "kita": min(waktu)})
    for h in hasil:
        h["lantai"] = min(dasar)
    return hasil


def siapkan_berkas(folder: Path) -> None:
    """A workbook of invented persons, 3 % of them dirty."""
    from tests.dtks.pembuat_dtks import buat, tulis_wilayah

    buat(folder / "d.xlsx", baris=BARIS, benih=7, cacat=0.03)
    tulis_wilayah(folder / "w.csv")


def jalankan() -> list[dict[str, float | str]]:
    """One row for each database and state: what, size, ours, floor (seconds), ratio."""
    hasil = []
    with tempfile.TemporaryDirectory(prefix="bench-impor-") as nama:
        siapkan_berkas(Path(nama))
        for sumber in (url_sqlite, url_postgresql) if ada_postgresql() else (url_sqlite,):
            kali = []
            for _ in range(BASIS_DATA):
                with sumber() as url:
                    kali.append(json.loads(jalankan_terpisah("benchmarks.impor", url, nama)))
            # The better of all runs for ours as for the floor: a fresh load needs a fresh database each time.
            hasil += [b[0] | {k: min(h[k] for h in b) for k in ("kita", "lantai")} for b in zip(*kali, strict=True)]
    return [h | {"ukuran": BARIS, "rasio": h["kita"] / h["lantai"]} for h in hasil]


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(di_dalam(Path(sys.argv[1]))))
    else:
        for h in jalankan():
            print(f"{h['apa']:45} {h['kita']:7.2f} s {h['lantai']:7.2f} s {h['rasio']:5.2f} x")

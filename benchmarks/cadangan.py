"""A backup of a registry of a million persons while a clerk works, against copying the same bytes and nothing else.

The floor on SQLite is a copy of the database file, on PostgreSQL a bare COPY of the same tables to nowhere; both leave
out compression, hashes and files. The second row of each database is the longest act of the clerk while the backup ran
against his longest act before it; the third is the restore against the backup.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.basis_data import ada_postgresql, jalankan_terpisah, siapkan_django, url_postgresql, url_sqlite
from benchmarks.cari import BANYAK, isi


def lantai(folder: Path) -> float:
    """Seconds to copy what the database holds."""
    import psycopg
    from django.db import connection

    from inti.cadangan.kolom import semua_tabel

    mulai = time.perf_counter()
    if connection.vendor == "sqlite":
        shutil.copy(connection.settings_dict["NAME"], folder / "salinan")
    else:
        with psycopg.connect(**{k: v for k, v in connection.get_connection_params().items() if k != "pool"}) as h:
            for nama in semua_tabel():
                with h.cursor().copy(f'COPY "{nama}" TO STDOUT (FORMAT csv)') as salinan:
                    for _ in salinan:
                        pass
    return time.perf_counter() - mulai


def di_dalam(banyak: int, folder: Path) -> list[dict[str, Any]]:
    """Measure in this process, on DATABASE_URL; the clerk is another process."""
    os.environ |= {"BERKAS_DIR": str(folder / "berkas"), "SEGEL_DIR": str(folder / "segel")}
    siapkan_django()
    from django.db import connection

    isi(banyak)
    with connection.cursor() as kursor:
        kursor.execute(
            "INSERT INTO dtks_keadaanperiode (individu_id, periode, periode_urut, terdaftar, no_kk, hubungan, alamat, rt, rw, "
            "desa_teks, pbi_jk, pkh, bpnt, dikecualikan, sumber, desil) SELECT id, periode_data, periode_urut, terdaftar, "
            "no_kk, '', '', '', '', '', pbi_jk, pkh, bpnt, dikecualikan, '', desil FROM dtks_individu"
        )
    dasar = lantai(folder)
    buku = folder / "buku"
    petugas = subprocess.Popen([sys.executable, "-m", "tests.inti.penulis_kantor", "A", str(buku)])
    try:
        _tunggu(buku, 50)
        mulai_jam, mulai = time.time(), time.perf_counter()
        proses = subprocess.run(
            [sys.executable, "manage.py", "cadangkan", str(folder / "c")], capture_output=True, text=True, check=True
        )
        kita, selesai_jam = time.perf_counter() - mulai, time.time()
        _tunggu(buku, len(_baca(buku)) + 3)
    finally:
        buku.with_name("buku.henti").touch()
        petugas.wait()
    diam = max(b for _, b, c in _baca(buku)[1:] if c < mulai_jam)
    ramai = max(b for _, b, c in _baca(buku) if mulai_jam <= c and c - b <= selesai_jam)
    besar = sum(p.stat().st_size for p in (folder / "c").rglob("*") if p.is_file()) // 1_000_000
    print(proses.stderr, file=sys.stderr)
    return [
        {"apa": f"cadangkan, {connection.vendor} ({besar} MB)", "kita": kita, "lantai": dasar},
        {"apa": f"petugas menunggu selagi dicadangkan, {connection.vendor}", "kita": ramai, "lantai": diam},
    ]


def pulih(folder: Path) -> list[float]:
    """Seconds to restore into this process's empty DATABASE_URL, verification and `periksa` included."""
    os.environ |= {"BERKAS_DIR": str(folder / "berkas-pulih"), "SEGEL_DIR": str(folder / "segel-pulih")}
    siapkan_django()
    from inti.cadangan.pulih import pulihkan
    from inti.periksa.jalan import jalankan_periksa

    mulai = time.perf_counter()
    pulihkan(folder / "c", None)
    tengah = time.perf_counter()
    assert jalankan_periksa()["baik"]
    return [tengah - mulai, time.perf_counter() - tengah]


def _baca(buku: Path) -> list[tuple[int, float, float]]:
    baris = buku.read_text().splitlines() if buku.exists() else []
    return [(int(a), float(b), float(c)) for a, b, c in (i.split() for i in baris if i.count(" ") == 2)]


def _tunggu(buku: Path, banyak: int) -> None:
    akhir = time.monotonic() + 60
    while len(_baca(buku)) < banyak:
        assert time.monotonic() < akhir
        time.sleep(0.02)


def jalankan(banyak: int = BANYAK) -> list[dict[str, Any]]:
    """Three rows for each database: backup, the clerk's wait, restore and check. Seconds."""
    hasil = []
    for sumber in (url_sqlite, url_postgresql) if ada_postgresql() else (url_sqlite,):
        with tempfile.TemporaryDirectory(prefix="bench-cadangan-") as nama:
            folder = Path(nama)
            with sumber() as url:
                hasil += json.loads(jalankan_terpisah("benchmarks.cadangan", url, str(banyak), nama))
            with sumber() as url:
                p, k = json.loads(jalankan_terpisah("benchmarks.cadangan", url, "pulih", str(folder)))
            vendor = "sqlite" if url.startswith("sqlite") else "postgresql"
            dasar = hasil[-2]["kita"]
            hasil.append({"apa": f"pulihkan (lantai: cadangkan), {vendor}", "kita": p, "lantai": dasar})
            hasil.append({"apa": f"periksa seluruh data (lantai: cadangkan), {vendor}", "kita": k, "lantai": dasar})
    return [h | {"ukuran": banyak, "rasio": h["kita"] / h["lantai"]} for h in hasil]


if __name__ == "__main__":
    if len(sys.argv) > 2:
        kerja = pulih(Path(sys.argv[2])) if sys.argv[1] == "pulih" else di_dalam(int(sys.argv[1]), Path(sys.argv[2]))
        print(json.dumps(kerja))
    else:
        for h in jalankan():
            print(f"{h['apa']:60} {h['kita']:8.2f} s {h['lantai']:8.2f} s {h['rasio']:5.2f} x")

"""`make bench`: every benchmark in a process of its own, one table: what, size, ours, floor, ratio."""

from __future__ import annotations

import json
import subprocess
import sys

SEMUA = ("impor", "cari", "daftar", "surat", "cek", "cadangan", "pegawai", "arsip", "beda")
JALANKAN = (
    "import json, benchmarks.{0} as b; h = b.jalankan(); print('HASIL' + json.dumps(h if isinstance(h, list) else [h]))"
)


def main() -> int:
    """Run them one after the other; a failing one is named and makes the exit code 1."""
    print(f"{'Pekerjaan':<62} {'Ukuran':<22} {'Kita':>10} {'Lantai':>10} {'Rasio':>7}")
    gagal = 0
    for nama in SEMUA:
        proses = subprocess.run(
            [sys.executable, "-c", JALANKAN.format(nama)], capture_output=True, text=True, check=False
        )
        baris = [b for b in proses.stdout.splitlines() if b.startswith("HASIL")]
        if proses.returncode or not baris:
            gagal += 1
            print(f"{nama}: gagal\n{proses.stderr[-2000:]}", file=sys.stderr)
            continue
        for h in json.loads(baris[-1][5:]):
            print(
                f"{h['apa']:<62} {h['ukuran']!s:<22} {h['kita'] * 1000:>8.1f}ms {h['lantai'] * 1000:>8.1f}ms {h['rasio']:>7.2f}",
                flush=True,
            )
    return 1 if gagal else 0


if __name__ == "__main__":
    sys.exit(main())

"""The child: `python -m inti.olah.anak`. Reads one request from stdin, writes frames to stdout, ends.

A PDF of a few kilobytes can cost its parser gigabytes. Here memory is limited before any parser is loaded; when this
process dies the parent says so in one sentence. Must not import Django.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, BinaryIO

from inti.sheets.batas import batasi_diri


def tulis(keluar: BinaryIO, kepala: dict[str, Any], isi: bytes = b"") -> None:
    """One frame: lengths of header and body in eight bytes each, the header as JSON, the body."""
    data = json.dumps(kepala).encode()
    keluar.write(len(data).to_bytes(8, "little") + len(isi).to_bytes(8, "little") + data)
    keluar.write(isi)
    keluar.flush()


def baca_semua(permintaan: dict[str, Any], keluar: BinaryIO) -> None:
    """The text of each file: state and text, one frame each, in order."""
    from inti.olah.teks import baca

    for jalur, jenis in permintaan["berkas"]:
        if not Path(jalur).is_file():
            tulis(keluar, {"keadaan": "hilang"})
            continue
        keadaan, teks = baca(Path(jalur), jenis, per_baris=permintaan["per_baris"])
        tulis(keluar, {"keadaan": keadaan}, teks.encode())


def olah(permintaan: dict[str, Any], keluar: BinaryIO) -> None:
    """One piece of work on PDFs: its result, or why it can't be done."""
    from inti.olah.halaman import Ditolak, kerjakan

    berkas = [(nama, Path(jalur), jenis) for nama, jalur, jenis in permintaan["berkas"]]
    try:
        nama, jenis, isi, halaman = kerjakan(
            permintaan["kerja"], berkas, permintaan["isian"], permintaan["batas_halaman"]
        )
    except Ditolak as galat:
        tulis(keluar, {"kode": galat.kode, "pesan": galat.pesan, "bidang": galat.bidang})
        return
    tulis(keluar, {"nama": nama, "jenis": jenis, "halaman": halaman}, isi)


def main() -> int:
    """Entry point. Exit 0: every frame was sent; anything else: died."""
    permintaan = json.loads(sys.stdin.buffer.read())
    batasi_diri(permintaan["batas_memori"], permintaan["batas_cpu"])
    (baca_semua if permintaan["kerja"] == "teks" else olah)(permintaan, sys.stdout.buffer)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The parent's side of the child that works on files. The calling process never parses anything itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from inti.galat import AturanDilanggar
from inti.sheets.batas import MEMORI

_AKAR = Path(__file__).resolve().parents[2]
_LINGKUNGAN = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG", "LC_ALL", "VIRTUAL_ENV", "LD_LIBRARY_PATH")
DETIK_BACA = 15.0  # of one file; an honest scan of 10 MB takes two
DETIK_OLAH = 60.0
HALAMAN_LANGSUNG = 200  # more is done in the background
BESAR = "terlalu_besar"


@dataclass(frozen=True)
class HasilOlah:
    """What came out: file name, MIME, content, pages."""

    nama: str
    jenis: str
    isi: bytes
    halaman: int


class TakTerolah(AturanDilanggar):
    """Why a file can't be worked on, and the field it belongs to. BANYAK_HALAMAN: only in the background."""

    def __init__(self, kode: str, pesan: str, bidang: str = "berkas") -> None:
        super().__init__(kode, pesan)
        self.bidang = bidang


def baca_teks(
    berkas: Sequence[tuple[Path, str]], *, per_baris: bool = False, memori: int = MEMORI, detik: float = DETIK_BACA
) -> Generator[tuple[str, str], None, None]:
    """State and text of each file (path, MIME), in order; see `inti.olah.teks`. A file that kills the child is too
    large, and the next child goes on behind it. `per_baris` keeps lines and paragraphs (to compare or to read);
    without it all is one line (to search)."""
    mulai = 0
    while mulai < len(berkas):
        with _anak(
            {"kerja": "teks", "per_baris": per_baris, "berkas": [[str(j.resolve()), m] for j, m in berkas[mulai:]]},
            memori,
            detik * (len(berkas) - mulai),
        ) as anak:
            while mulai < len(berkas):
                jawab = _bingkai(anak, detik)
                mulai += 1
                if jawab is None:
                    yield BESAR, ""
                    break
                yield jawab[0]["keadaan"], jawab[1].decode()


def olah(
    kerja: str,
    berkas: Sequence[tuple[str, bytes | Path, str]],
    isian: dict[str, Any],
    *,
    batas_halaman: int = HALAMAN_LANGSUNG,
    memori: int = MEMORI,
    detik: float = DETIK_OLAH,
) -> HasilOlah:
    """Merge, split, turn or reorder. In: the work, files (name, content or path, MIME), what was typed, most pages
    (0: any number). Raises TakTerolah."""
    with tempfile.TemporaryDirectory() as folder:
        daftar = []
        for n, (nama, isi, jenis) in enumerate(berkas):
            jalur = isi if isinstance(isi, Path) else Path(folder) / str(n)
            if isinstance(isi, bytes):
                jalur.write_bytes(isi)
            daftar.append([nama, str(jalur.resolve()), jenis])
        permintaan = {"kerja": kerja, "berkas": daftar, "isian": isian, "batas_halaman": batas_halaman}
        with _anak(permintaan, memori, detik) as anak:
            jawab = _bingkai(anak, detik)
    if jawab is None:
        raise TakTerolah(
            "TERLALU_BESAR", "Berkas terlalu besar atau terlalu rumit untuk diolah. Bagi menjadi beberapa berkas."
        )
    kepala, isi_hasil = jawab
    if "kode" in kepala:
        raise TakTerolah(kepala["kode"], kepala["pesan"], kepala["bidang"])
    return HasilOlah(kepala["nama"], kepala["jenis"], isi_hasil, kepala["halaman"])


class _anak:
    """A running child that has its request; it is gone on leaving."""

    def __init__(self, permintaan: dict[str, Any], memori: int, detik: float) -> None:
        self._isi = json.dumps(permintaan | {"batas_memori": memori, "batas_cpu": int(detik) + 5}).encode()
        self.proses: subprocess.Popen[bytes]

    def __enter__(self) -> subprocess.Popen[bytes]:
        self.proses = subprocess.Popen(  # our own module; nothing of the file's reaches the arguments
            [sys.executable, "-m", "inti.olah.anak"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_AKAR,
            env={k: v for k, v in os.environ.items() if k in _LINGKUNGAN},
        )
        masuk = self.proses.stdin
        try:
            if masuk is not None:
                masuk.write(self._isi)
                masuk.close()
        except BrokenPipeError:  # it died at once: no frame will come, and that is told
            return self.proses
        return self.proses

    def __exit__(self, *_: object) -> None:
        if self.proses.poll() is None:
            self.proses.kill()
        if self.proses.stdout is not None:
            self.proses.stdout.close()
        self.proses.wait()


def _bingkai(anak: subprocess.Popen[bytes], detik: float) -> tuple[dict[str, Any], bytes] | None:
    """The next frame; None when the child died or said nothing within its time."""
    keluar: IO[bytes] | None = anak.stdout
    if keluar is None:
        return None
    penjaga = threading.Timer(detik, anak.kill)
    penjaga.daemon = True
    penjaga.start()
    try:
        panjang = keluar.read(16)
        if len(panjang) != 16:
            return None
        kepala, isi = int.from_bytes(panjang[:8], "little"), int.from_bytes(panjang[8:], "little")
        data = keluar.read(kepala + isi)
        return (json.loads(data[:kepala]), data[kepala:]) if len(data) == kepala + isi else None
    finally:
        penjaga.cancel()

"""Ask the package index, through pip, which files belong to what we ask for. Needs the network; installs nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from packaging.utils import canonicalize_name

from inti.pustaka.kunci import Pustaka, baca_pustaka

PYTHON = ("3.11", "3.12", "3.13", "3.14")
_LINUX = ("2014", *(f"_2_{n}" for n in range(17, 35)))  # glibc 2.34 is the newest that a wheel of ours names
SISTEM: dict[str, tuple[str, ...]] = {
    "Linux x86_64": tuple(f"manylinux{n}_x86_64" for n in _LINUX),
    "Linux aarch64": tuple(f"manylinux{n}_aarch64" for n in _LINUX),
    "Windows": ("win_amd64",),
    "macOS arm64": tuple(f"macosx_{n}_0_{a}" for n in range(11, 15) for a in ("arm64", "universal2"))
    + tuple(f"macosx_10_{n}_universal2" for n in range(9, 16)),
}
BAWAAN = "https://pypi.org/simple"
_DIBAWA = ("PIP_CERT", "PIP_PROXY", "PIP_DEFAULT_TIMEOUT")


class IndeksGagal(Exception):
    """pip could not answer; the text is what it said."""


def kunci_dari_indeks(
    *, minta_jalan: Path, minta_uji: Path, indeks: str = BAWAAN, kabar: Callable[[str], None]
) -> tuple[list[Pustaka], list[Pustaka]]:
    """In: the two requirement files. Out: the locks of what runs and of what tests, transitive, with SHA-256 of the
    wheel for each supported Python and system. Versions are resolved once, so both locks agree on each of them.

    Raises IndeksGagal.
    """
    with tempfile.TemporaryDirectory() as sementara:
        folder = Path(sementara)
        pin = folder / "pin.txt"
        kabar("Menentukan versi…")
        semua = {p.kunci: p for p in _laporan(folder, indeks, "-r", str(minta_uji))}
        pin.write_text("".join(f"{p.kunci}=={p.versi}\n" for p in semua.values()), encoding="utf-8")
        jalan = {p.kunci for p in _laporan(folder, indeks, "-r", str(minta_jalan), "-c", str(pin))}
        hash_: dict[str, set[str]] = {k: set(p.hash) for k, p in semua.items()}
        for sebutan, opsi in _sasaran():
            kabar(f"Membaca hash: {sebutan}")
            for p in _laporan(folder, indeks, "--no-deps", *opsi, "-r", str(pin)):
                hash_[p.kunci] |= set(p.hash)
    syarat = {p.kunci: p.syarat for p in baca_pustaka(minta_uji)}
    uji = [replace(p, hash=tuple(sorted(hash_[k])), syarat=syarat.get(k, "")) for k, p in semua.items()]
    return [p for p in uji if p.kunci in jalan], uji


def _sasaran() -> Iterator[tuple[str, Sequence[str]]]:
    for python in PYTHON:
        for sistem, tanda in SISTEM.items():
            opsi = [o for t in tanda for o in ("--platform", t)]
            yield f"Python {python}, {sistem}", ["--python-version", python, *opsi]


def _laporan(folder: Path, indeks: str, *opsi: str) -> list[Pustaka]:
    """What pip would install. Wheels only: locking runs no code of anybody. The machine's own pip settings (further
    indexes, folders of wheels) don't count, except how it reaches the network."""
    perintah = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet", "--report", "-"]
    perintah += ["--only-binary=:all:", "--target", str(folder / "tujuan"), "--index-url", indeks, *opsi]
    lingkungan = {k: v for k, v in os.environ.items() if not k.startswith("PIP_") or k in _DIBAWA}
    lingkungan |= {"PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    hasil = subprocess.run(perintah, env=lingkungan, capture_output=True, text=True, check=False)  # noqa: S603  (pip)
    if hasil.returncode:
        raise IndeksGagal(hasil.stderr.strip() or f"pip berhenti dengan kode {hasil.returncode}")
    return baca_laporan(hasil.stdout)


def baca_laporan(teks: str) -> list[Pustaka]:
    """In: pip's installation report (JSON, version 1). Out: each library with the SHA-256 of the file pip would take.

    Raises IndeksGagal where a file has no SHA-256 or does not come from the index over HTTPS.
    """
    hasil = []
    for butir in json.loads(teks)["install"]:
        unduhan, nama = butir["download_info"], butir["metadata"]["name"]
        sidik = unduhan.get("archive_info", {}).get("hashes", {}).get("sha256")
        if not sidik or not unduhan["url"].startswith("https://"):
            raise IndeksGagal(f"{nama}: bukan berkas indeks dengan SHA-256 ({unduhan['url']})")
        hasil.append(Pustaka(canonicalize_name(nama), butir["metadata"]["version"], (f"sha256:{sidik}",)))
    return hasil

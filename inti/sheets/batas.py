"""Limits that the parsing child puts on itself before it loads the parser, and how long its parent waits."""

from __future__ import annotations

import sys

MEMORI = 500 * 1024 * 1024  # bytes of address space, so that the process stays under 512 MB
DETIK_DASAR = 4.0  # a small file is read in a fraction of this; a bomb is ended by it
DETIK_PER_MB = 1.5  # an honest xlsx of 10 MB takes 2 seconds on a slow machine
DETIK_TERLAMA = 120.0


def detik_untuk(besar: int) -> float:
    """Seconds that a file of `besar` bytes may take before its first row must have come."""
    return min(DETIK_DASAR + DETIK_PER_MB * besar / 1_000_000, DETIK_TERLAMA)


def batasi_diri(memori: int, cpu: int) -> None:
    """Limit this process: bytes of memory, seconds of processor, no new files, no core dump.

    Windows has no such limits; there the parent's time limit must do.
    """
    if sys.platform == "win32":
        return
    import resource

    for apa, nilai in (
        (resource.RLIMIT_AS, memori),
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        keras = resource.getrlimit(apa)[1]
        resource.setrlimit(apa, (nilai, nilai) if keras == resource.RLIM_INFINITY else (min(nilai, keras), keras))

"""Limits that the parsing child puts on itself before it loads the parser, and how long its parent waits."""

from __future__ import annotations

import sys

MEMORI = 500 * 1024 * 1024  # bytes of address space, so that the process stays under 512 MB
DETIK_DASAR = 4.0  # of the processor: a small file is read in a fraction of this; a bomb is ended by it
DETIK_PER_MB = 1.5  # an honest xlsx of 10 MB takes 2 seconds on a slow machine
DETIK_TERLAMA = 120.0
LONGGAR = 15  # on a busy machine a second of the processor may take so many by the clock
ADA_BATAS_CPU = sys.platform != "win32"


def detik_untuk(besar: int) -> float:
    """Seconds of the processor that a file of `besar` bytes may take before its first row must have come."""
    return min(DETIK_DASAR + DETIK_PER_MB * besar / 1_000_000, DETIK_TERLAMA)


def detik_dinding(cpu: float) -> float:
    """Seconds by the clock for so many of the processor; the same where the system limits no processor time."""
    return cpu * LONGGAR if ADA_BATAS_CPU else cpu


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

"""Development server with a worker beside it, for `make run`; both end together, at Ctrl+C and when one of them ends.

Ctrl+C reaches all three. Whoever has not ended a moment later is told so, and at last stopped: nothing stays behind.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

SENDIRI, DIMINTA = 6.0, 6.0  # seconds to end by themselves after Ctrl+C, and after being told to


class Henti(Exception):
    """Ctrl+C, or the same from another program."""


def henti(nomor: int, _: object) -> None:
    """Leave the waiting below."""
    raise Henti(signal.Signals(nomor).name)


def main() -> int:
    """Start both, wait until one ends, end the other. Out: the exit code of what ended first, 0 at Ctrl+C."""
    perintah = [sys.executable, "manage.py"]
    for nomor in (signal.SIGINT, signal.SIGTERM):
        signal.signal(nomor, henti)
    proses: list[subprocess.Popen[bytes]] = []
    kode = 0
    try:
        for isi in (["pekerja"], ["runserver", "--noreload", f"127.0.0.1:{os.environ.get('PORT', '8000')}"]):
            proses.append(subprocess.Popen([*perintah, *isi]))  # noqa: S603  (our own two commands)
        while all(p.poll() is None for p in proses):
            time.sleep(0.2)
        kode = next(p.returncode for p in proses if p.returncode is not None)
    except Henti as sebab:
        for nomor in (signal.SIGINT, signal.SIGTERM):
            signal.signal(nomor, signal.SIG_IGN)  # ending is under way
        if str(sebab) == "SIGINT":
            _tunggu(proses, SENDIRI)
    for p in proses:
        if p.poll() is None:
            p.terminate()
    _tunggu(proses, DIMINTA)
    for p in proses:
        if p.poll() is None:
            sys.stderr.write(f"{p.args!r} belum berhenti; dihentikan paksa.\n")
            p.kill()
            p.wait()
    return kode


def _tunggu(proses: list[subprocess.Popen[bytes]], detik: float) -> None:
    sampai = time.monotonic() + detik
    while any(p.poll() is None for p in proses) and time.monotonic() < sampai:
        time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main())

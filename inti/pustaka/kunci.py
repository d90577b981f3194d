"""Read requirement and lock files, write a lock (pip's own format, so that `pip install --require-hashes` takes it)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

JALAN = ("requirements.txt", "requirements.lock")  # asked for, locked: what an office runs
UJI = ("requirements-dev.txt", "requirements-dev.lock")  # the same and the tools of the tests
KEPALA = "# Dibuat oleh `manage.py kunci_pustaka`; jangan disunting. Memasang: pip install --require-hashes -r {nama}\n"


@dataclass(frozen=True)
class Pustaka:
    """One line of a requirement or lock file. `versi` is empty unless pinned by `==` to one whole version."""

    nama: str
    versi: str
    hash: tuple[str, ...] = ()
    syarat: str = ""

    @property
    def kunci(self) -> str:
        """The name as indexes compare it: `Foo_Bar` and `foo-bar` are one."""
        return canonicalize_name(self.nama)

    @property
    def berlaku(self) -> bool:
        """Whether it is meant for the Python and system that runs now."""
        return not self.syarat or Marker(self.syarat).evaluate()


def baca_pustaka(berkas: Path) -> list[Pustaka]:
    """In: a requirement or lock file. Out: its lines, those of files named by `-r` before them.

    Raises OSError where a file can't be read, InvalidRequirement where a line is none.
    """
    hasil: list[Pustaka] = []
    for baris in re.sub(r"\\\r?\n", " ", berkas.read_text(encoding="utf-8")).splitlines():
        isi = re.sub(r"(^|\s)#.*$", "", baris).strip()
        if isi.startswith("-r "):
            hasil += baca_pustaka(berkas.parent / isi[3:].strip())
        elif isi:
            hasil.append(_pustaka(isi))
    return hasil


def _pustaka(isi: str) -> Pustaka:
    teks, *opsi = re.split(r"\s+--hash=", isi)
    minta = Requirement(teks)
    syarat = list(minta.specifier)
    tetap = len(syarat) == 1 and syarat[0].operator == "==" and "*" not in syarat[0].version
    return Pustaka(
        nama=minta.name,
        versi=syarat[0].version if tetap else "",
        hash=tuple(h.strip() for h in opsi),
        syarat=str(minta.marker or ""),
    )


def tulis_kunci(isi: Iterable[Pustaka], *, nama: str) -> str:
    """In: libraries with version and hashes; the lock's file name. Out: its text, the same for the same libraries."""
    baris = []
    for p in sorted(isi, key=lambda p: p.kunci):
        syarat = f"; {p.syarat}" if p.syarat else ""
        baris.append(" \\\n".join([f"{p.kunci}=={p.versi}{syarat}", *(f"    --hash={h}" for h in sorted(p.hash))]))
    return KEPALA.format(nama=nama) + "\n".join(baris) + "\n"

"""The text of a letter as people type it, cut into the parts that are drawn. Pure.

Lines next to each other belong together; an empty line ends a part.
`1. …` or `a. …` or `- …`: a list; `Hari : Senin`: pairs with their colons in one column; `| a | b |`: a table, its
first row the heading; `# …`: a heading in the middle; anything else: a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ANGKA = re.compile(r"\d{1,3}[.)]\s+")
_HURUF = re.compile(r"[a-z][.)]\s+")
_STRIP = re.compile(r"[-–•]\s+")
_PASANGAN = re.compile(r"([^:|]{1,40}?)\s+:(?:\s+(.*))?$")


@dataclass(frozen=True)
class Potongan:
    """A part of the text. `jenis`: paragraf, judul, angka, huruf, strip, isian (pairs), tabel (rows)."""

    jenis: str
    isi: tuple[tuple[str, ...], ...]


def rapikan(teks: str) -> str:
    """Typed text with one kind of line break, no blanks at line ends, at most one empty line between parts."""
    polos = "\n".join(b.rstrip() for b in teks.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", polos).strip("\n")


def urai(teks: str) -> list[Potongan]:
    """Parts of a text in order."""
    hasil: list[Potongan] = []
    for kelompok in _kelompok(teks):
        hasil += _potong(kelompok)
    return hasil


def _kelompok(teks: str) -> Iterator[list[str]]:
    kini: list[str] = []
    for baris in teks.replace("\r\n", "\n").split("\n"):
        if baris.strip():
            kini.append(baris.strip())
        elif kini:
            yield kini
            kini = []
    if kini:
        yield kini


def _potong(baris: list[str]) -> Iterator[Potongan]:
    jenis = ""
    isi: list[tuple[str, ...]] = []
    for satu in baris:
        kini, nilai = _baca(satu)
        if kini == jenis == "paragraf":
            isi[-1] = (f"{isi[-1][0]}\n{nilai[0]}",)
            continue
        if kini == "paragraf" and jenis in {"angka", "huruf", "strip"}:
            isi[-1] = (f"{isi[-1][0]} {nilai[0]}",)  # an item that goes on on the next line
            continue
        if kini != jenis and isi:
            yield Potongan(jenis, tuple(isi))
            isi = []
        jenis = kini
        isi.append(nilai)
    if isi:
        yield Potongan(jenis, tuple(isi))


def _baca(baris: str) -> tuple[str, tuple[str, ...]]:
    if baris.startswith("# "):
        return "judul", (baris[2:].strip(),)
    if baris.startswith("|") and baris.endswith("|") and len(baris) > 2:
        return "tabel", tuple(s.strip() for s in baris[1:-1].split("|"))
    for jenis, pola in (("angka", _ANGKA), ("huruf", _HURUF), ("strip", _STRIP)):
        if cocok := pola.match(baris):
            return jenis, (baris[cocok.end() :],)
    if cocok := _PASANGAN.match(baris):
        return "isian", (cocok[1].strip(), (cocok[2] or "").strip())
    if baris.startswith(": "):
        return "isian", ("", baris[2:].strip())
    return "paragraf", (baris,)


def sel_tabel(teks: object) -> str:
    """A value as a cell of a typed table: no bar, no line break."""
    return " ".join(str(teks).replace("|", "/").split())

"""No module needs itself, by whatever way round: imports within functions count too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[1]
APLIKASI = ("inti", "kepegawaian", "absensi", "arsip", "klaim", "dtks", "lkip", "syaratkerja", "umum", "config")


def _modul() -> dict[str, Path]:
    hasil = {}
    for app in APLIKASI:
        for berkas in (AKAR / app).rglob("*.py"):
            if "migrations" not in berkas.parts:
                nama = ".".join(berkas.relative_to(AKAR).with_suffix("").parts)
                hasil[nama.removesuffix(".__init__")] = berkas
    return hasil


def _impor(simpul: ast.AST) -> Iterator[ast.ImportFrom | ast.Import]:
    for anak in ast.iter_child_nodes(simpul):
        if isinstance(anak, ast.If) and "TYPE_CHECKING" in ast.dump(anak.test):
            continue
        if isinstance(anak, ast.Import | ast.ImportFrom):
            yield anak
        yield from _impor(anak)


def _dipakai(sumber: str, semua: dict[str, Path]) -> set[str]:
    hasil = set()
    for satu in _impor(ast.parse(sumber)):
        if isinstance(satu, ast.Import):
            hasil |= {a.name for a in satu.names}
        else:
            dari = satu.module or ""
            hasil |= {n if (n := f"{dari}.{a.name}") in semua else dari for a in satu.names}
    return hasil & semua.keys()


def test_no_module_needs_itself() -> None:
    semua = _modul()
    assert len(semua) > 300
    graf = {nama: _dipakai(berkas.read_text(), semua) - {nama} for nama, berkas in semua.items()}
    TopologicalSorter(graf).prepare()


def test_a_circle_is_seen() -> None:
    semua = {"inti.a": Path(), "inti.b": Path()}
    graf = {
        "inti.a": _dipakai("def f():\n    from inti.b import x", semua),
        "inti.b": _dipakai("import inti.a", semua),
    }
    with pytest.raises(CycleError):
        TopologicalSorter(graf).prepare()

"""The text of a .docx in the order in which it is read, in the child: paragraphs, and tables row by row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.table import Table


def baris_docx(jalur: Path) -> Iterator[str]:
    """A text for each paragraph and each row of a table (cells parted by " | "); merged cells once, headers left out.

    In: a file whose unpacked size the caller has bounded. Raises what python-docx raises on a damaged file.
    """
    yield from _isi(Document(str(jalur)))


def _isi(wadah: Any) -> Iterator[str]:
    for bagian in wadah.iter_inner_content():
        if not isinstance(bagian, Table):
            yield bagian.text
            continue
        for baris in bagian.rows:
            sel = {id(s._tc): s for s in baris.cells}  # a merged cell comes once for each column that it covers
            yield " | ".join(" ".join(" ".join(_isi(s)).split()) for s in sel.values())

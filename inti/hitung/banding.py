"""Whether an answer is the one that was expected. Pure.

Only what the expectation names is compared. Whole numbers are compared as numbers, decimals and dates as they are
written, true, false and null as themselves; a list of codes, or of rows that end with a code, is a set.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from inti.hitung.jawaban import sebagai_json

_KODE = re.compile(r"^[A-Za-z][A-Za-z0-9_]*$")


def cocok(harap: Any, hasil: Any) -> bool:
    """Whether `hasil` (an answer as Python gives it) is what `harap` (from JSON) asks for."""
    if isinstance(harap, Mapping):
        return isinstance(hasil, Mapping) and all(_ada(hasil, k) and cocok(v, _isi(hasil, k)) for k, v in harap.items())
    if isinstance(harap, list):
        return isinstance(hasil, (list, tuple, set, frozenset)) and _daftar(harap, hasil)
    if harap is None or isinstance(harap, bool):
        return harap is hasil
    if isinstance(harap, int | float | Decimal):
        return _angka(hasil) and Decimal(str(hasil)) == Decimal(str(harap))
    return not isinstance(hasil, bool) and hasil is not None and str(sebagai_json(hasil)) == harap


def _daftar(harap: list[Any], hasil: Any) -> bool:
    kiri, kanan = list(harap), list(hasil)
    if len(kiri) != len(kanan):
        return False
    if isinstance(hasil, (set, frozenset)) or all(map(_berkode, kiri)):
        kiri, kanan = sorted(kiri, key=_urut), sorted(kanan, key=_urut)
    return all(cocok(a, b) for a, b in zip(kiri, kanan, strict=True))


def _berkode(isi: Any) -> bool:
    """A code, or a row that ends with one: ["3", "DUGAAN_GANDA"]."""
    if isinstance(isi, list):
        return bool(isi) and isinstance(isi[-1], str) and bool(_KODE.match(isi[-1]))
    return isinstance(isi, str) and bool(_KODE.match(isi))


def _urut(isi: Any) -> str:
    return json.dumps(sebagai_json(isi), sort_keys=True, default=str)


def _angka(nilai: Any) -> bool:
    return isinstance(nilai, int | float | Decimal) and not isinstance(nilai, bool)


def _ada(hasil: Mapping[Any, Any], kunci: str) -> bool:
    return kunci in hasil or any(str(k) == kunci for k in hasil)


def _isi(hasil: Mapping[Any, Any], kunci: str) -> Any:
    """A value by its key; keys that are years or numbers in Python are text in JSON."""
    return hasil[kunci] if kunci in hasil else next(v for k, v in hasil.items() if str(k) == kunci)

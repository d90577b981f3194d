"""What a function of `hitung` takes and gives, and how it is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from inti import registry
from inti.formats.tanggal import hari_alamat, hari_iso
from inti.galat import AturanDilanggar

Masukan = Mapping[str, Any]  # of a JSON object; fractions are Decimal
CACAT = "MASUKAN_CACAT"


@dataclass(frozen=True)
class Jawaban:
    """The answer (ints, text, Decimal, dates, lists, mappings) and the rule rows that it rests on, as `baris_aturan` says them."""

    hasil: Mapping[str, Any]
    aturan: Sequence[Mapping[str, Any]] = ()


def baris_aturan(
    tabel: str, kunci: str, nilai: Any, mulai: dt.date, sampai: dt.date | None, dasar: str
) -> dict[str, Any]:
    """A dated rule row in one form: table ("app.Model"), its key, what it says, from, to, legal base."""
    return {
        "tabel": tabel,
        "kunci": kunci,
        "nilai": nilai,
        "berlaku_mulai": mulai,
        "berlaku_sampai": sampai,
        "dasar_hukum": dasar,
    }


def tanya(app: str, fungsi: str, masukan: Masukan, tanggal: dt.date | None) -> Jawaban:
    """Ask one question. A refusal by the rules is the answer {"galat": code}; an input that the function can't read is
    {"galat": "MASUKAN_CACAT"}. Raises KeyError for a question that the app doesn't know."""
    panggil = registry.fungsi_hitung(app, fungsi)
    try:
        hasil = panggil(masukan, tanggal)
    except AturanDilanggar as galat:
        return Jawaban({"galat": galat.kode, "pesan": galat.kalimat})
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError) as galat:
        return Jawaban({"galat": CACAT, "pesan": f"{type(galat).__name__}: {galat}"})
    return hasil if isinstance(hasil, Jawaban) else Jawaban(hasil)


def perlu(tanggal: dt.date | None) -> dt.date:
    """The question's date. Raises ValueError when there is none and the rule needs one."""
    if tanggal is None:
        raise ValueError("tanggal belum diisi")
    return tanggal


def hari(masukan: Masukan, nama: str) -> dt.date:
    """A date of the input, written as 2026-06-08. Raises KeyError, ValueError."""
    return hari_iso(str(masukan[nama]))


def baca_tanggal_contoh(teks: str) -> dt.date | None:
    """The column `tanggal` of an example: a day, a moment (its day), a month (its first day); None for anything else."""
    bulan = f"{teks}-01" if len(teks) == len("2026-06") else teks[: len("2026-06-08")]
    return hari_alamat(bulan)


def sebagai_json(nilai: Any) -> Any:
    """An answer as plain JSON: dates as ISO text, decimals as they are written, sets sorted."""
    if isinstance(nilai, Mapping):
        return {str(k): sebagai_json(v) for k, v in nilai.items()}
    if isinstance(nilai, (set, frozenset)):
        return sorted(sebagai_json(v) for v in nilai)
    if isinstance(nilai, (list, tuple)):
        return [sebagai_json(v) for v in nilai]
    if isinstance(nilai, dt.date | dt.time):  # a datetime is a date
        return nilai.isoformat()
    return str(nilai) if isinstance(nilai, Decimal) else nilai

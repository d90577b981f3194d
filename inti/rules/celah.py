"""Days that no row of a dated rule covers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

SEHARI = dt.timedelta(days=1)
Masa = tuple[dt.date, dt.date | None]  # first day, last day (None: until further notice)


def celah_masa(masa: Iterable[Masa], mulai: dt.date, sampai: dt.date) -> list[tuple[dt.date, dt.date]]:
    """Spans from `mulai` to `sampai`, both included, without a row: before the first, between rows, after the last."""
    hasil, kini = [], mulai
    for awal, akhir in sorted(masa, key=lambda m: m[0]):
        if awal > sampai:
            break
        if awal > kini:
            hasil.append((kini, awal - SEHARI))
        if akhir is None or akhir >= sampai:
            return hasil
        kini = max(kini, akhir + SEHARI)
    return [*hasil, (kini, sampai)] if kini <= sampai else hasil

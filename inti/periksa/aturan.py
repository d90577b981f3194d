"""Part `aturan`: no two dated rules of one key on one day; days of this and the coming year without one are named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone

from inti.periksa.temuan import CATATAN, TemuanPeriksa
from inti.queries.aturan import celah, halaman_aturan, semua_aturan, tindih

SETAHUN = dt.timedelta(days=365)


def periksa() -> Iterator[TemuanPeriksa]:
    """Overlaps are wrong; gaps, where a table doesn't allow them, are worth knowing: the app may not be in use."""
    hari = timezone.localdate()
    for model in semua_aturan():
        label = model._meta.label
        for satu, dua in tindih(model):
            pesan = f"{satu} ({satu.masa}) bertindih dengan {dua} ({dua.masa})."
            yield TemuanPeriksa(
                "ATURAN_TINDIH", label, str(dua.pk), pesan, f"Akhiri salah satunya di {halaman_aturan(model)}."
            )
        if model.celah_boleh:
            continue
        for c in celah(model, hari, hari + SETAHUN):
            nama = str(model._meta.verbose_name).capitalize()
            pesan = f"{nama}{f' untuk {c.sebutan}' if c.sebutan else ''} tidak ada pada {c.masa}."
            yield TemuanPeriksa("ATURAN_CELAH", label, "", pesan, f"Isi di {halaman_aturan(model)}.", CATATAN)

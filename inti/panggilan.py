"""Arguments of a service as data: plain JSON out, the same values back in, so that a call can be kept and replayed."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db import models

from inti.galat import AturanDilanggar

TANDA = "#"  # marks a value that JSON has no word for: {"#": kind, "isi": text}
_BACA: dict[str, Callable[[str], Any]] = {
    "saat": dt.datetime.fromisoformat,
    "hari": dt.date.fromisoformat,
    "jam": dt.time.fromisoformat,
    "desimal": Decimal,
    "uuid": uuid.UUID,
}
_RUJUKAN = {"objek", "pk", "versi"}


def sebagai_data(nilai: Any) -> Any:
    """An argument as JSON: a record becomes its label, key and version; a file must be stored first.

    Raises TypeError for a value that can't be kept (an open file, a form).
    """
    if isinstance(nilai, models.Model):
        return {"objek": nilai._meta.label_lower, "pk": sebagai_data(nilai.pk), "versi": getattr(nilai, "versi", None)}
    if isinstance(nilai, dict):
        return {str(k): sebagai_data(v) for k, v in nilai.items()}
    if isinstance(nilai, (list, tuple, set, frozenset, models.QuerySet)):
        return [sebagai_data(v) for v in nilai]
    for jenis, kelas in (("saat", dt.datetime), ("hari", dt.date), ("jam", dt.time)):
        if isinstance(nilai, kelas):
            return {TANDA: jenis, "isi": nilai.isoformat()}
    if isinstance(nilai, Decimal):
        return {TANDA: "desimal", "isi": str(nilai)}
    if isinstance(nilai, uuid.UUID):
        return {TANDA: "uuid", "isi": str(nilai)}
    if nilai is None or isinstance(nilai, (str, int, float, bool)):
        return nilai
    raise TypeError(f"argumen layanan tidak dapat disimpan sebagai data: {type(nilai).__name__}")


def dari_data(data: Any) -> Any:
    """The values that `sebagai_data` kept. A record comes fresh, bearing the version that its caller saw.

    Raises AturanDilanggar(SASARAN_HILANG) when a record is no longer there.
    """
    if isinstance(data, list):
        return [dari_data(d) for d in data]
    if not isinstance(data, dict):
        return data
    if set(data) == _RUJUKAN:
        return _ambil(data)
    if set(data) == {TANDA, "isi"}:
        return _BACA[data[TANDA]](data["isi"])
    return {k: dari_data(v) for k, v in data.items()}


def _ambil(rujukan: dict[str, Any]) -> models.Model:
    model = apps.get_model(rujukan["objek"])
    objek = model._base_manager.filter(pk=dari_data(rujukan["pk"])).first()
    if objek is None or getattr(objek, "dibuang_pada", None) is not None:
        raise AturanDilanggar(
            "SASARAN_HILANG",
            f"{str(model._meta.verbose_name).capitalize()} yang dituju sudah tidak ada.",
            "Kembalikan.",
        )
    if rujukan["versi"] is not None:
        objek.versi = rujukan["versi"]
    return objek


def rujukan(data: Any) -> Iterator[dict[str, Any]]:
    """Every record that kept arguments name."""
    if isinstance(data, list):
        for d in data:
            yield from rujukan(d)
    elif isinstance(data, dict):
        if set(data) == _RUJUKAN:
            yield data
        else:
            for d in data.values():
                yield from rujukan(d)

"""A field of a record as lists and facts show it: found by a path, read as a person reads it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.urls import reverse
from django.utils.html import format_html

from inti.models import BerkasTersimpan


def cari_bidang(model: type[models.Model], nama: str) -> models.Field | None:
    """The field at the end of a path ("unit.nama"); None where a property stands."""
    for n in nama.split("."):
        try:
            bidang = model._meta.get_field(n)
        except FieldDoesNotExist:
            return None
        model = bidang.related_model if isinstance(bidang.related_model, type) else model
    return bidang  # type: ignore[return-value]


def berkunci(model: type[models.Model], nama: str) -> bool:
    """Whether a path ends at another record."""
    return isinstance(cari_bidang(model, nama), models.ForeignKey)


def pembaca(nama: str, bidang: models.Field | None) -> Any:
    """How a field reads: an attribute's name, or a function of the record (choices in words, yes and no, a file's link)."""
    if bidang is not None and "." not in nama:
        if bidang.choices:
            return f"get_{nama}_display"
        if isinstance(bidang, models.BooleanField):
            return lambda o: "Ya" if getattr(o, nama) else "Tidak"
        if bidang.related_model is BerkasTersimpan:
            return lambda o: tautan_berkas(getattr(o, nama))
        if isinstance(bidang, models.ForeignKey):
            return lambda o: str(getattr(o, nama) or "")
    return nama


def awal_besar(teks: str) -> str:
    """First letter large, the others as they are: "anggaran (Rp)" keeps its Rp."""
    return teks[:1].upper() + teks[1:]


def tautan_berkas(berkas: BerkasTersimpan | None) -> Any:
    """A stored file by its name, to be fetched through permission; empty for none."""
    if berkas is None:
        return ""
    return format_html('<a href="{}">{}</a>', reverse("berkas", args=[berkas.pk]), berkas.nama_asli)

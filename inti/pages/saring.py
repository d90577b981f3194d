"""Filters of a list from the names of fields: a choice, a record within reach, yes or no."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import django_filters
from django import forms
from django.db import models

from inti.models import Bertanda

PILIH = forms.Select(attrs={"class": "form-select"})


def pilihan(judul: str, isi: Any, **lain: Any) -> django_filters.ChoiceFilter:
    """A narrow select of a few values, whose empty entry is its name. In: title, (value, words) pairs."""
    return django_filters.ChoiceFilter(label=judul, empty_label=judul, choices=isi, widget=PILIH, **lain)


def pilihan_status(model: type[Bertanda], judul: str = "Status", *, terbuka: str = "") -> django_filters.ChoiceFilter:
    """A select of a model's states, with `terbuka` also one entry of that name for all open ones (`?status=terbuka`)."""
    bidang = model.bidang_keadaan
    isi = list(model._meta.get_field(bidang).choices)  # type: ignore[attr-defined]
    if not terbuka:
        return pilihan(judul, isi)

    def berstatus(kueri: Any, nama: str, nilai: str) -> Any:
        return kueri.terbuka() if nilai == "terbuka" else kueri.filter(**{bidang: nilai})

    return pilihan(judul, [("terbuka", terbuka), *isi], method=berstatus)


def saringan(model: type[models.Model], nama: Iterable[str]) -> type[django_filters.FilterSet]:
    """The filter set of a model by field names. Raises TypeError for a field that is no choice of a few."""
    isi: dict[str, Any] = {n: _satu(model._meta.get_field(n), n) for n in nama}
    isi["Meta"] = type("Meta", (), {"model": model, "fields": []})
    return type(f"{model.__name__}Filter", (django_filters.FilterSet,), isi)


def _satu(bidang: Any, nama: str) -> django_filters.Filter:
    judul = str(bidang.verbose_name).capitalize()
    if isinstance(bidang, models.ForeignKey):
        kueri = _jangkauan(bidang.related_model)
        return django_filters.ModelChoiceFilter(queryset=kueri, label=judul, empty_label=judul, widget=PILIH)
    if isinstance(bidang, models.BooleanField):
        return pilihan(judul, [("True", "Ya"), ("False", "Tidak")])
    if not bidang.choices:
        raise TypeError(f"{nama} tidak dapat menjadi saringan: bukan pilihan, kunci, atau ya/tidak")
    return pilihan(judul, bidang.choices)


def _jangkauan(model: Any) -> Any:
    """The records that whoever looks may meet."""

    def kueri(request: Any) -> models.QuerySet:
        semua = model._default_manager.all()
        return semua.untuk(request.user) if hasattr(semua, "untuk") else semua

    return kueri

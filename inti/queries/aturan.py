"""Dated rules of any table: the row of a day, days without a row, rows that clash."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from django.apps import apps
from django.urls import reverse

from inti.formats import tanggal_panjang, tanggal_pendek
from inti.galat import AturanDilanggar
from inti.models import Bertanggal
from inti.rules.celah import celah_masa

A = TypeVar("A", bound=Bertanggal)


@dataclass(frozen=True)
class Celah:
    """Days, both included, on which no row of a key is in force."""

    model: type[Bertanggal]
    kunci: dict[str, Any]
    mulai: dt.date
    sampai: dt.date

    @property
    def sebutan(self) -> str:
        """The rule in words: "jenis permohonan Reaktivasi PBI-JK"."""
        return sebut_kunci(self.model, self.kunci)

    @property
    def masa(self) -> str:
        """From until, in words."""
        return f"{tanggal_pendek(self.mulai)} sampai {tanggal_pendek(self.sampai)}"


def semua_aturan() -> list[type[Bertanggal]]:
    """Every table of dated rules."""
    return [m for m in apps.get_models() if issubclass(m, Bertanggal)]


def aturan_pada(model: type[A], hari: dt.date, **kunci: Any) -> A:
    """The row of a key in force on a day. In: every field of the table's `kunci_aturan`.

    Raises AturanDilanggar(ATURAN_TIDAK_ADA), which names the rule, the day and the page where it is entered: no rule is
    never taken for nothing to do. TypeError for a key of other fields.
    """
    if set(kunci) != set(model.kunci_aturan) or model.rentang_aturan:
        raise TypeError(f"{model.__name__} dikenali dengan {model.kunci_aturan}, bukan {tuple(kunci)}")
    isi = {f"{n}__isnull" if v is None else n: True if v is None else v for n, v in kunci.items()}
    baris = model.objects.pada(hari).filter(**isi).first()
    if baris is None:
        raise tidak_ada(model, hari, kunci)
    return baris


def tidak_ada(model: type[Bertanggal], hari: dt.date, kunci: dict[str, Any]) -> AturanDilanggar:
    """The refusal for a rule without a row on a day."""
    nama, untuk = str(model._meta.verbose_name), sebut_kunci(model, kunci)
    return AturanDilanggar(
        "ATURAN_TIDAK_ADA",
        f"Belum ada {nama}{f' untuk {untuk}' if untuk else ''} yang berlaku pada {tanggal_panjang(hari)}.",
        f"Minta yang berwenang mengisinya pada {halaman_aturan(model)}.",
    )


def halaman_aturan(model: type[Bertanggal]) -> str:
    """Name and address of the page where a table's rows are entered."""
    nama = str(_induk(model)._meta.verbose_name_plural).capitalize()
    return f"halaman {nama} ({reverse(f'{model.rute_aturan}_daftar')})"


def sebut_kunci(model: type[Bertanggal], kunci: dict[str, Any]) -> str:
    """A key in words; empty where the table knows but one rule."""
    return ", ".join(f"{_bidang(model, n).verbose_name} {_sebut(_bidang(model, n), v)}" for n, v in kunci.items())


def celah(model: type[Bertanggal], mulai: dt.date, sampai: dt.date) -> list[Celah]:
    """Days without a row, per key that has rows or must have (`kunci_wajib`): before, between and after its rows.

    One query, whatever the table allows (`celah_boleh` is the caller's matter).
    """
    nama = model.kunci_aturan
    masa: dict[tuple[Any, ...], list[tuple[dt.date, dt.date | None]]] = defaultdict(list)
    for wajib in model.kunci_wajib():
        masa[tuple(wajib[n] for n in nama)] = []
    for *kunci, awal, akhir in model.objects.hidup().values_list(*nama, "berlaku_mulai", "berlaku_sampai"):
        masa[tuple(kunci)].append((awal, akhir))
    return [
        Celah(model, dict(zip(nama, kunci, strict=True)), a, b)
        for kunci, isi in sorted(masa.items(), key=lambda m: [str(k) for k in m[0]])
        for a, b in celah_masa(isi, mulai, sampai)
    ]


def tindih(model: type[Bertanggal]) -> Iterator[tuple[Bertanggal, Bertanggal]]:
    """Pairs of rows of one key that share a day: none, unless somebody went round the database's own rule."""
    kendala, kelompok = model.kendala(), defaultdict(list)
    for baris in model.objects.hidup().order_by("berlaku_mulai", "pk"):
        kelompok[tuple(getattr(baris, _bidang(model, n).attname) for n in model.kunci_aturan)].append(baris)
    for isi in kelompok.values():
        for n, satu in enumerate(isi):
            for dua in isi[n + 1 :]:
                if satu.berlaku_sampai is not None and dua.berlaku_mulai > satu.berlaku_sampai:
                    break
                if not kendala.rentang or _bertemu(satu, dua, *kendala.rentang):
                    yield satu, dua


def _bertemu(satu: Bertanggal, dua: Bertanggal, awal: str, akhir: str) -> bool:
    return bool(getattr(satu, awal) <= getattr(dua, akhir) and getattr(dua, awal) <= getattr(satu, akhir))


def _induk(model: type[Bertanggal]) -> Any:
    return _bidang(model, model.bagian_dari).related_model if model.bagian_dari else model


def _bidang(model: type[Bertanggal], nama: str) -> Any:
    return model._meta.get_field(nama)


def _sebut(bidang: Any, nilai: Any) -> str:
    if nilai is None:
        return "tidak ditentukan"
    if bidang.is_relation and not hasattr(nilai, "pk"):
        return str(bidang.related_model._base_manager.filter(pk=nilai).first() or nilai)
    return str(dict(bidang.flatchoices).get(nilai, nilai))

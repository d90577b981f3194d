"""Rows of a declared import beside the records that are known, and what would not hold if they were stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.db.models.functions import Lower

from inti.formats.tanggal import hari_iso
from inti.perubahan import periksa_utuh
from inti.sheets.hasil import TemuanBaris

if TYPE_CHECKING:
    from inti.sheets.rekam import ImporRekam

POTONG = 500
BarisTahap = tuple[int, dict[str, Any]]  # a staged row: its number, its fields


@dataclass
class BarisRekam:
    """One row: its record as it would be stored (without a key: a new one), and which fields it changes."""

    baris: int
    kunci: tuple[Any, ...]
    objek: Any
    berubah: dict[str, Any]
    terbuang: bool = False


def bandingkan(importir: ImporRekam, semua: Sequence[BarisTahap]) -> list[BarisRekam]:
    """Rows (number, fields with related records) beside the tables; the database is only read."""
    model = importir.model
    isian = [(n, {b: _nilai(model, b, v) for b, v in isi.items()}) for n, isi in semua]
    ada = _terkenal(importir, [i for _, i in isian])
    hasil = []
    for nomor, isi in isian:
        kunci = _kunci(importir, isi)
        lama = ada.get(kunci)
        if lama is None:
            hasil.append(BarisRekam(nomor, kunci, model(**isi), {}))
            continue
        objek, sampah = lama
        berubah = {b: v for b, v in isi.items() if b not in importir.kunci and getattr(objek, b) != v}
        hasil.append(BarisRekam(nomor, kunci, objek, berubah, sampah))
    return hasil


def cacat(importir: ImporRekam, semua: Sequence[BarisRekam]) -> Iterator[TemuanBaris]:
    """Rows that can't be stored: given twice, in the trash, past editing, not whole, or two that clash in another unique
    field. Each other row's record is left as it would be stored."""
    utama = importir.kunci[0]
    terpakai: dict[tuple[Any, ...], int] = {}
    pertama: dict[tuple[Any, ...], int] = {}
    for h in semua:
        if pertama.setdefault(h.kunci, h.baris) != h.baris:
            pesan = f"Data yang sama sudah ada pada baris {pertama[h.kunci]}. Hapus salah satu."
            yield TemuanBaris(h.baris, utama, "", "KUNCI_GANDA", pesan, menolak=True)
            continue
        if h.terbuang:
            pesan = "Data ini ada di tempat sampah. Pulihkan dahulu, lalu impor lagi."
            yield TemuanBaris(h.baris, utama, "", "DI_SAMPAH", pesan, menolak=True)
            continue
        if h.objek.pk and not h.berubah:
            continue
        if h.objek.pk and (sebab := h.objek.tetap()) is not None:
            yield TemuanBaris(h.baris, utama, "", sebab.kode, f"{sebab.pesan} {sebab.langkah}".strip(), menolak=True)
            continue
        for nama, nilai in h.berubah.items():
            setattr(h.objek, nama, nilai)
        try:
            periksa_utuh(h.objek)
        except ValidationError as galat:
            yield from _temuan(importir, h, galat)
            continue
        for nama, tanda in _tunggal(h.objek):
            if terpakai.setdefault((nama, *tanda), h.baris) != h.baris:
                pesan = f"Nilainya sama dengan baris {terpakai[(nama, *tanda)]}. Perbaiki salah satu."
                yield TemuanBaris(h.baris, utama, "", "NILAI_GANDA", pesan, menolak=True)
                break


def _temuan(importir: ImporRekam, h: BarisRekam, galat: ValidationError) -> Iterator[TemuanBaris]:
    dikenal = {b.nama for b in importir.bidang}
    for nama, pesan in galat.message_dict.items():
        kolom = nama if nama in dikenal and nama != NON_FIELD_ERRORS else importir.kunci[0]
        yield TemuanBaris(h.baris, kolom, "", "DATA_TIDAK_SAH", " ".join(pesan), menolak=True)


def _tunggal(objek: Any) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Unique values of a record: name of the rule, and what it says; empty ones clash with nothing."""
    for bidang in objek._meta.concrete_fields:
        if bidang.unique and not bidang.primary_key and getattr(objek, bidang.attname) not in (None, ""):
            yield bidang.name, (getattr(objek, bidang.attname),)
    for aturan in objek._meta.constraints:
        if isinstance(aturan, models.UniqueConstraint) and aturan.fields:
            nilai = tuple(getattr(objek, objek._meta.get_field(n).attname) for n in aturan.fields)
            if all(v not in (None, "") for v in nilai):
                yield str(aturan.name), nilai


def _terkenal(importir: ImporRekam, isian: Sequence[dict[str, Any]]) -> dict[tuple[Any, ...], tuple[Any, bool]]:
    """Records that the rows may mean, by key; a living one goes before one in the trash."""
    utama = importir.kunci[0]
    teks = isinstance(importir.model._meta.get_field(utama), models.CharField)
    nilai = list({i[utama] for i in isian if utama in i})
    ada: dict[tuple[Any, ...], tuple[Any, bool]] = {}
    for awal in range(0, len(nilai), POTONG):
        potong = nilai[awal : awal + POTONG]
        kueri = importir.model._base_manager.all()
        if teks:  # a key is the same in capitals and small letters
            kueri = kueri.annotate(_kunci=Lower(utama)).filter(_kunci__in=[str(v).lower() for v in potong])
        else:
            kueri = kueri.filter(**{f"{utama}__in": potong})
        for objek in kueri.order_by("-dibuang_pada", "id"):
            kunci = _kunci(importir, {n: getattr(objek, n) for n in importir.kunci})
            if kunci not in ada or ada[kunci][1]:
                ada[kunci] = objek, objek.dibuang_pada is not None
    return ada


def _kunci(importir: ImporRekam, isi: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(_baku(isi.get(n)) for n in importir.kunci)


def _baku(nilai: Any) -> Any:
    if isinstance(nilai, str):
        return " ".join(nilai.split()).casefold()
    return nilai.pk if isinstance(nilai, models.Model) else nilai


def _nilai(model: type[models.Model], nama: str, nilai: Any) -> Any:
    """A staged value as its field holds it: dates and decimals travelled as text."""
    bidang: Any = model._meta.get_field(nama)
    if isinstance(nilai, models.Model):
        return nilai
    if isinstance(bidang, models.DateField) and isinstance(nilai, str):
        return hari_iso(nilai)
    return bidang.to_python(nilai)

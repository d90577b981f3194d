"""Dated rules by the office's hand: a new row, a corrected one, another from a day on."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from django.apps import apps

from inti.formats import tanggal_pendek
from inti.galat import AturanDilanggar, VersiBerubah
from inti.models import Bertanggal, Pengguna
from inti.perubahan import layanan, pastikan_tak_tetap, perubahan, simpan_baru
from inti.rules.celah import SEHARI

A = TypeVar("A", bound=Bertanggal)


@layanan("Aturan ditambahkan")
def aturan_tambah(*, model: str, isian: dict[str, Any], oleh: Pengguna | None) -> Bertanggal:
    """A new row of `model` ("app.model") with the cleaned fields of its form.

    Raises ValidationError that names the row it clashes with; a table that declares `mengganti` ends that row instead.
    """
    return aturan_simpan(apps.get_model(model)(**isian), oleh=oleh)


@layanan("Aturan diubah", dapat_dikembalikan=True)
def aturan_ubah(*, objek: A, isian: dict[str, Any], oleh: Pengguna | None, sebab: str = "") -> A:
    """Correct a row. Where new rows end the one before (`mengganti`), the row that ended the day before goes on touching
    it. Raises VersiBerubah, DataTetap, ValidationError that names the row it clashes with."""
    lama = type(objek)._base_manager.get(pk=objek.pk)
    mulai = isian.get("berlaku_mulai", lama.berlaku_mulai)
    sebelum = _pendahulu(lama) if _bergeser(lama, isian) else None
    if sebelum is not None and sebelum.berlaku_mulai < mulai < lama.berlaku_mulai:
        _akhiri(sebelum, mulai - SEHARI, oleh)
    with perubahan(objek, oleh=oleh, sebab=sebab) as segar:
        pastikan_tak_tetap(segar)
        segar.diubah_kantor = segar.diubah_kantor or any(getattr(segar, n) != v for n, v in isian.items())
        for nama, nilai in isian.items():
            setattr(segar, nama, nilai)
    if sebelum is not None and mulai > lama.berlaku_mulai:
        _akhiri(sebelum, mulai - SEHARI, oleh)
    return segar


@layanan("Aturan diganti mulai tanggal")
def aturan_ganti(*, objek: A, isian: dict[str, Any], oleh: Pengguna | None) -> A:
    """Another row of the same key from `berlaku_mulai` on: `objek` ends the day before, in the same act.

    Fields that `isian` leaves out stay as they are. Raises AturanDilanggar(GANTI_TANGGAL), VersiBerubah, ValidationError.
    """
    mulai: dt.date = isian["berlaku_mulai"]
    segar = type(objek)._base_manager.select_for_update().get(pk=objek.pk)
    if segar.versi != objek.versi:
        raise VersiBerubah(segar, objek.versi)
    if mulai <= objek.berlaku_mulai:
        raise AturanDilanggar(
            "GANTI_TANGGAL",
            f"{objek} berlaku mulai {tanggal_pendek(objek.berlaku_mulai)}; penggantinya harus mulai sesudah hari itu.",
            "Ubah barisnya bila isinya yang keliru.",
        )
    if segar.berlaku_sampai is None or segar.berlaku_sampai >= mulai:
        _akhiri(segar, mulai - SEHARI, oleh)
    return aturan_simpan(salinan(objek, **isian), oleh=oleh)


def salinan(objek: A, **isian: Any) -> A:
    """An unsaved row like `objek`, of the office's own making, with other values; in force from no day yet."""
    tidak = {"id", "versi", "dibuat_pada", "diubah_pada", "dibuang_pada", "asal", "tanda", "diubah_kantor"}
    tidak |= {"berlaku_mulai", "berlaku_sampai"}
    awal = {f.name: getattr(objek, f.name) for f in objek._meta.concrete_fields if f.name not in tidak}
    return type(objek)(**awal | isian)


def aturan_simpan(baru: A, *, oleh: Pengguna | None) -> A:
    """Store a row that a service made, within its act; `mengganti` is honoured. Raises ValidationError."""
    if type(baru).mengganti:
        _sisipkan(baru, oleh)
    return simpan_baru(baru)


def _sisipkan(baru: Bertanggal, oleh: Pengguna | None) -> None:
    """Make room: the row in force on the first day ends the day before; an open new row ends before the next one."""
    sekunci = baru.kendala().sekunci(type(baru), baru)
    if baru.berlaku_sampai is None:
        berikut = sekunci.filter(berlaku_mulai__gt=baru.berlaku_mulai).order_by("berlaku_mulai").first()
        baru.berlaku_sampai = berikut.berlaku_mulai - SEHARI if berikut else None
    lama = sekunci.filter(berlaku_mulai__lt=baru.berlaku_mulai).order_by("-berlaku_mulai").first()
    if lama is not None and (lama.berlaku_sampai is None or lama.berlaku_sampai >= baru.berlaku_mulai):
        _akhiri(lama, baru.berlaku_mulai - SEHARI, oleh)


def _bergeser(lama: Bertanggal, isian: dict[str, Any]) -> bool:
    """Whether a correction moves the first day of a row that ended the one before it; a row of another key is another."""
    sama = all(isian.get(n, getattr(lama, n)) == getattr(lama, n) for n in lama.kunci_aturan)
    return lama.mengganti and sama and isian.get("berlaku_mulai", lama.berlaku_mulai) != lama.berlaku_mulai


def _pendahulu(lama: A) -> A | None:
    """The row of the same key that ended the day before this one began."""
    sekunci = lama.kendala().sekunci(type(lama), lama)
    hasil: A | None = sekunci.filter(berlaku_sampai=lama.berlaku_mulai - SEHARI).first()
    return hasil


def _akhiri(lama: Bertanggal, hari: dt.date, oleh: Pengguna | None) -> None:
    with perubahan(lama, oleh=oleh) as segar:
        segar.berlaku_sampai, segar.diubah_kantor = hari, True

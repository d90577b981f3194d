"""History as people read it: each act on a record with who, when, why, and what was before and after."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, cast

from django.apps import apps
from django.db import models

from inti.formats import samar_nik, tanggal_pendek
from inti.formats.waktu import saat
from inti.konteks import DAFTAR_LAYANAN
from inti.models import Perubahan, Rekam

TAK_TAMPIL = {"id", "versi", "dibuat_pada", "diubah_pada", "password"}
SAMAR = {"nik", "no_kk", "pria_nik", "wanita_nik"}
BATAS = 100  # acts shown on the tab; older ones are in the export


@dataclass(frozen=True)
class Beda:
    """One field: what it was and what it became, as printed."""

    isian: str
    semula: str
    menjadi: str
    nama: str = ""  # of the field


@dataclass(frozen=True)
class Peristiwa:
    """One version of a record: the act that made it and its differences from the version before."""

    sebutan: str
    oleh: str
    waktu: dt.datetime
    sebab: str
    beda: list[Beda] = field(default_factory=list)
    perubahan: Perubahan | None = None
    dapat_dikembalikan: bool = False


def riwayat_objek(objek: models.Model) -> list[Peristiwa]:
    """Acts on a record, newest first (at most 100), in two queries plus one for each kind of related record."""
    versi = list(
        _tabel(objek)
        .filter(id=objek.pk)
        .select_related("perubahan__usulan__pengusul", "history_user")
        .order_by("-history_id")[: BATAS + 1]
    )
    nama = _nama_terkait(type(objek), versi)
    hasil = []
    for i, v in enumerate(versi[:BATAS]):
        sebelum = versi[i + 1] if i + 1 < len(versi) else None
        act = v.perubahan
        jenis = DAFTAR_LAYANAN.get(act.layanan) if act else None
        hasil.append(
            Peristiwa(
                sebutan=act.sebutan if act else {"+": "Dibuat", "~": "Diubah", "-": "Dihapus"}[v.history_type],
                oleh=_pelaku(v, act),
                waktu=v.history_date,
                sebab=act.sebab if act else "",
                beda=_beda(type(objek), sebelum, v, nama) if sebelum else [],
                perubahan=act,
                dapat_dikembalikan=i == 0 and sebelum is not None and bool(jenis and jenis.dapat_dikembalikan),
            )
        )
    return hasil


def _pelaku(versi: Any, act: Perubahan | None) -> str:
    """Who did it, and on whose proposal."""
    usulan = getattr(act, "usulan", None) if act else None
    siapa = str(versi.history_user or "Sistem")
    return f"{siapa}, atas usulan {usulan.pengusul}" if usulan else siapa


def ringkasan_perbuatan(objek: list[tuple[str, int, str]]) -> list[dict[str, Any]]:
    """Readable before and after of the records that an act under way touched: what a proposal shows.

    Each is {"judul", "baru", "baris": [[field, before, after]]}, ready to be kept as JSON.
    """
    hasil = []
    for label, pk, tanda in objek:
        model = cast(type[Rekam], apps.get_model(label))
        if not model.usulan_tampil:
            continue
        versi = list(cast(Any, model).riwayat.filter(id=pk).order_by("-history_id")[:2])
        sebelum = versi[1] if tanda == "~" and len(versi) > 1 else None
        nama = _nama_terkait(model, [*versi[:1], sebelum])
        beda = _beda(model, sebelum, versi[0], nama)
        jenis = str(model._meta.verbose_name).capitalize()
        judul = f"{jenis} baru" if sebelum is None else f"{jenis} {model._base_manager.get(pk=pk)}"
        baris = [[b.isian, b.semula, b.menjadi] for b in beda if sebelum or b.nama not in model.usulan_tanpa]
        hasil.append({"judul": judul, "baru": sebelum is None, "baris": baris})
    return hasil


def sejak_versi(objek: models.Model, versi: int) -> list[Peristiwa]:
    """What happened to a record after the version that a user had opened."""
    baru = _tabel(objek).filter(id=objek.pk, versi__gt=versi).count()
    return riwayat_objek(objek)[:baru]


def _tabel(objek: models.Model) -> Any:
    """Manager of the record's versions."""
    return cast(Any, type(objek)).riwayat


def _beda(model: type[models.Model], sebelum: Any, sesudah: Any, nama: dict[tuple[str, Any], str]) -> list[Beda]:
    """Fields that differ; of a record without a version before, every field that is filled in."""
    hasil = []
    for bidang in model._meta.concrete_fields:
        if bidang.name in TAK_TAMPIL or isinstance(bidang, models.JSONField) or not hasattr(sesudah, bidang.attname):
            continue
        a, b = getattr(sebelum, bidang.attname, None), getattr(sesudah, bidang.attname)
        if sebelum is None and b in (None, "", False):
            continue
        if a != b:
            sebutan = str(bidang.verbose_name)
            hasil.append(
                Beda(sebutan[:1].upper() + sebutan[1:], _teks(bidang, a, nama), _teks(bidang, b, nama), bidang.name)
            )
    return hasil


def _teks(bidang: Any, nilai: Any, nama: dict[tuple[str, Any], str]) -> str:
    if nilai is None or nilai == "":
        return "kosong"
    if bidang.is_relation:
        return nama.get((bidang.attname, nilai), str(nilai))
    if bidang.name in SAMAR:
        return samar_nik(str(nilai))
    if bidang.choices:
        return str(dict(bidang.flatchoices).get(nilai, nilai))
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if isinstance(nilai, dt.datetime):
        return saat(nilai)
    if isinstance(nilai, dt.date):
        return tanggal_pendek(nilai)
    return str(nilai)


def _nama_terkait(model: type[models.Model], versi: list[Any]) -> dict[tuple[str, Any], str]:
    """Names of the records that changed keys point to, one query for each kind."""
    hasil: dict[tuple[str, Any], str] = {}
    for bidang in model._meta.concrete_fields:
        if not bidang.is_relation:
            continue
        kunci = {getattr(v, bidang.attname, None) for v in versi} - {None}
        if len(kunci) > 1 or (kunci and any(getattr(v, bidang.attname, None) is None for v in versi)):
            terkait = cast(type[models.Model], bidang.related_model)._base_manager.in_bulk(kunci)
            hasil |= {(bidang.attname, k): str(o) for k, o in terkait.items()}
    return hasil

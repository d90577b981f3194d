"""Reads of courses: who had a case how long and what comes next, and what waits for a user over all apps."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from inti.models import JedaPegangan, Pegangan, Pengguna, UnitKerja
from inti.models.alur import BerAlur, model_beralur
from inti.queries.kalender import libur_antara
from inti.rules.alur import ALIHKAN, KEMBALIKAN, PENGAJU, TARIK, TUTUP, Alur, Jeda, Langkah, hari_dipegang

HASIL = {KEMBALIKAN: "Dikembalikan", TARIK: "Ditarik", ALIHKAN: "Dialihkan", TUTUP: "Ditutup"}


def jeda_pegangan(baris: Iterable[JedaPegangan]) -> list[Jeda]:
    """Stops as the rules count them, in days of the office's zone."""
    return [
        Jeda(
            timezone.localdate(j.mulai_pada),
            timezone.localdate(j.selesai_pada) if j.selesai_pada is not None else None,
            j.karena,
        )
        for j in baris
    ]


def langkah_putaran(kasus: BerAlur, pengguna: Pengguna) -> list[Langkah]:
    """The present round as the rules see it for one who wants to act."""
    return [
        Langkah(
            p.tahap,
            p.mulai_pada is not None and p.selesai_pada is None,
            p.dipegang_oleh(pengguna),
            p.oleh_id if p.hasil not in {ALIHKAN, TARIK} else None,
            p.pemegang_id if p.milik_pengaju else None,
        )
        for p in kasus.alur_kini.select_related("unit")
    ]


def pemegang_izin(izin: str, unit: UnitKerja | None) -> list[Pengguna]:
    """Active users whose role holds a permission, in the unit or above it."""
    app, _, nama = izin.partition(".")
    semua = Pengguna.objects.hidup().filter(
        is_active=True, groups__permissions__codename=nama, groups__permissions__content_type__app_label=app
    )
    hasil = list(semua.select_related("unit").distinct().order_by("pk"))
    return [p for p in hasil if unit is None or (p.unit is not None and unit.jalur.startswith(p.unit.jalur))]


def pegangan_saya(kasus: BerAlur, pengguna: Pengguna) -> Pegangan | None:
    """The open stage of a case when it is this user's; else None."""
    return Pegangan.objects.milik(pengguna).milik_kasus(kasus).first()


@dataclass(frozen=True)
class BarisAlur:
    """A line of the course for a page: what, who, from when to when, how many working days, and what was said."""

    judul: str
    siapa: str
    pegangan: Pegangan
    letak: str  # sudah, kini, nanti
    hari: int
    jeda: list[JedaPegangan]
    lewat: bool
    catatan: str = ""


def jejak_alur(kasus: BerAlur, hari: dt.date | None = None) -> list[BarisAlur]:
    """Everybody who had the case, in order, then who is to come. Three queries."""
    hari = hari or timezone.localdate()
    kueri = Pegangan.objects.milik_kasus(kasus).select_related("pemegang", "oleh", "unit").prefetch_related("jeda")
    semua = list(kueri.order_by("putaran", "urut"))
    mulai = [p.mulai_pada for p in semua if p.mulai_pada is not None]
    libur = libur_antara(timezone.localdate(min(mulai)), hari) if mulai else {}
    hasil: list[BarisAlur] = []
    for p in semua:
        # One act may end two stages; what was said then is said once.
        lalu = hasil[-1].pegangan.catatan if hasil else ""
        hasil.append(replace(_baris(kasus.alur, p, hari, libur), catatan="" if p.catatan == lalu else p.catatan))
    return hasil


def _baris(alur: Alur, p: Pegangan, hari: dt.date, libur: dict[dt.date, str]) -> BarisAlur:
    tahap, jeda = alur[p.tahap], list(p.jeda.all())
    orang = p.oleh if p.selesai_pada is not None and p.oleh is not None else p.pemegang
    siapa = str(orang) if orang is not None else tahap.tangan
    putusan = p.putusan or HASIL.get(p.hasil, "")
    pola = tahap.sesudah if p.selesai_pada is not None and p.hasil not in HASIL and tahap.sesudah else tahap.sebutan
    judul = pola.format(siapa=siapa, putusan=putusan)
    if p.mulai_pada is None:
        return BarisAlur(judul, siapa, p, "nanti", 0, jeda, False)
    sampai = timezone.localdate(p.selesai_pada) if p.selesai_pada is not None else hari
    lama = hari_dipegang(timezone.localdate(p.mulai_pada), sampai, jeda_pegangan(jeda), libur)
    lewat = p.batas is not None and sampai > p.batas
    return BarisAlur(judul, siapa, p, "kini" if p.selesai_pada is None else "sudah", lama, jeda, lewat)


def lama_pemegang(jejak: Iterable[BarisAlur]) -> dict[str, int]:
    """Working days by holder over the whole course, in the order in which they first had it."""
    hasil: dict[str, int] = defaultdict(int)
    for b in jejak:
        if b.letak != "nanti":
            hasil[b.siapa or b.pegangan.izin] += b.hari
    return dict(hasil)


@dataclass(frozen=True)
class Menunggu:
    """A case that waits for a user: its stage in words, since and until when, and its age in working days."""

    kasus: Any
    tahap: str
    sejak: dt.datetime
    batas: dt.date | None
    umur: int
    lewat: bool


def menunggu_saya(pengguna: Pengguna, hari: dt.date | None = None) -> list[Menunggu]:
    """All that this user has in hand, in every app: what is due first, then the oldest. Three queries, and one for each kind.

    Only cases within his reach; a case of his own is his only where it came back to him.
    """
    hari = hari or timezone.localdate()
    pegangan = list(Pegangan.objects.milik(pengguna).prefetch_related("jeda"))
    if not pegangan:
        return []
    awal = min(timezone.localdate(p.mulai_pada) for p in pegangan)
    libur = libur_antara(awal, hari)
    per_kasus = {(p.objek_label, p.objek_id): p for p in pegangan}
    buatan = Pegangan.objects.filter(berlaku=True, tahap=PENGAJU, pemegang=pengguna)
    sendiri = set(buatan.values_list("objek_label", "objek_id"))
    hasil = []
    for model in model_beralur():
        label = model._meta.label_lower
        kunci = [pk for nama, pk in per_kasus if nama == label]
        manajer: Any = model._default_manager
        for kasus in manajer.all().untuk(pengguna).filter(pk__in=kunci) if kunci else ():
            p = per_kasus[label, kasus.pk]
            if p.izin and kasus.alur[p.tahap].memutus and (label, kasus.pk) in sendiri:
                continue
            sejak = timezone.localdate(p.mulai_pada)
            umur = hari_dipegang(sejak, hari, jeda_pegangan(p.jeda.all()), libur)
            tahap = kasus.alur[p.tahap].sebutan.format(siapa="", putusan="").strip()
            assert p.mulai_pada is not None
            sebutan = "Dikembalikan kepada Anda" if p.tahap == PENGAJU else tahap
            hasil.append(Menunggu(kasus, sebutan, p.mulai_pada, p.batas, umur, p.batas is not None and hari > p.batas))
    return sorted(hasil, key=lambda m: (m.batas or dt.date.max, m.sejak))

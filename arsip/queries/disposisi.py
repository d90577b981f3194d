"""Reads of dispositions: who may receive one, what waits for whom, the chain of a letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.utils import timezone

from arsip.models import Disposisi, Kecepatan, SuratMasuk
from arsip.rules.masuk import sifat_umur
from inti.models import Pengguna

SEMUA_TAMPIL = 24  # of so few people below a head every one is offered; of more the heads and his own unit
TERBANYAK = 60
PUTUSAN_ANTREAN = 50


@dataclass(frozen=True)
class Simpul:
    """A disposition in its chain: how deep it stands."""

    disposisi: Disposisi
    dalam: int


def calon_penerima(dari: Pengguna, *, rantai: bool) -> QuerySet[Pengguna]:
    """Active people of the office who may receive a disposition; when it is passed on, of the giver's unit or below."""
    hari = timezone.localdate()
    peran = Group.objects.filter(permissions__codename="terima_disposisi", permissions__content_type__app_label="arsip")
    di_peran = Pengguna.groups.through.objects.filter(pengguna=OuterRef("pk"), group__in=peran)
    kueri = Pengguna.objects.hidup().filter(Exists(di_peran), is_active=True, unit__isnull=False).exclude(pk=dari.pk)
    kueri = kueri.filter(
        Q(berlaku_mulai__isnull=True) | Q(berlaku_mulai__lte=hari),
        Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=hari),
    )
    if rantai:
        kueri = kueri.filter(unit__jalur__startswith=dari.unit.jalur) if dari.unit is not None else kueri.none()
    return kueri


def penerima_tampil(dari: Pengguna, *, rantai: bool, surat: SuratMasuk) -> QuerySet[Pengguna]:
    """Whom the form offers as boxes: subordinates, heads first; whoever holds an open one of this letter is left out."""
    kepala = Pengguna.groups.through.objects.filter(
        pengguna=OuterRef("pk"),
        group__permissions__codename="disposisikan_suratmasuk",
        group__permissions__content_type__app_label="arsip",
    )
    kueri = calon_penerima(dari, rantai=rantai).exclude(pk__in=surat.disposisi.terbuka().values("kepada"))
    if dari.unit is None:
        return kueri.none()
    kueri = kueri.filter(unit__jalur__startswith=dari.unit.jalur).annotate(memimpin=Exists(kepala))
    if kueri.count() > SEMUA_TAMPIL:
        kueri = kueri.filter(Q(memimpin=True) | Q(unit=dari.unit_id))
    return kueri.select_related("unit").order_by("-memimpin", "unit__jalur", "nama", "pk")[:TERBANYAK]


def cari_penerima(dari: Pengguna, teks: str, *, rantai: bool) -> list[Pengguna]:
    """People by name or unit, at most eight."""
    kueri = calon_penerima(dari, rantai=rantai).select_related("unit")
    for kata in teks.split()[:4]:
        kueri = kueri.filter(Q(nama__icontains=kata) | Q(unit__nama__icontains=kata) | Q(username=kata.lower()))
    return list(kueri.order_by("nama", "pk")[:8]) if teks.strip() else []


def menunggu(pengguna: Pengguna) -> QuerySet[SuratMasuk]:
    """Letters that wait for this user's disposition."""
    return SuratMasuk.objects.all().menunggu(pengguna)


def antrean(pengguna: Pengguna) -> list[SuratMasuk]:
    """The head's queue: the most urgent first, then the longest waiting; each knows its age (`umur`, `sifat_umur`)."""
    desak = Case(
        When(kecepatan=Kecepatan.SANGAT_SEGERA, then=Value(0)),
        When(kecepatan=Kecepatan.SEGERA, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    kueri = menunggu(pengguna).select_related("nomor", "ditujukan_kepada", "unit", "dicatat_oleh")
    surat: list[SuratMasuk] = list(kueri.annotate(desak=desak).order_by("desak", "diterima", "pk")[:PUTUSAN_ANTREAN])
    beri_umur(surat)
    return surat


def beri_umur(surat: Iterable[Any]) -> None:
    """Put on letters how many days they have been here and how that looks."""
    hari = timezone.localdate()
    for s in surat:
        s.umur = (hari - s.diterima).days
        s.umur_teks = f"{s.umur} hari" if s.umur else "hari ini"
        s.sifat_umur = sifat_umur(s.umur, s.kecepatan)


def untuk_saya(pengguna: Pengguna) -> QuerySet[Disposisi]:
    """What this user still has to see to."""
    return Disposisi.objects.terbuka().filter(kepada=pengguna)


def ringkasan_saya(pengguna: Pengguna) -> dict[str, list[Disposisi]]:
    """Own dispositions: overdue, open (the nearest deadline first), done lately (at most ten)."""
    hubungan = ("surat__nomor", "dari", "kepada")
    batas = F("batas").asc(nulls_last=True)
    buka = list(untuk_saya(pengguna).select_related(*hubungan).order_by(batas, "dikirim_pada", "pk")[:200])
    tutup = Disposisi.objects.hidup().filter(kepada=pengguna, status=Disposisi.Status.SELESAI)
    return {
        "terlambat": [d for d in buka if d.lewat],
        "terbuka": [d for d in buka if not d.lewat],
        "selesai": list(tutup.select_related(*hubungan).order_by("-selesai_pada", "-pk")[:10]),
    }


def rantai(surat: SuratMasuk) -> list[Simpul]:
    """The dispositions of a letter as a tree read from top to bottom, in one query."""
    semua = list(
        surat.disposisi.hidup()
        .select_related("dari__unit", "kepada__unit", "berkas_hasil", "surat__nomor")
        .order_by("dikirim_pada", "pk")
    )
    anak: dict[int | None, list[Disposisi]] = {}
    for d in semua:
        anak.setdefault(d.induk_id, []).append(d)
    hasil: list[Simpul] = []

    def turun(induk: int | None, dalam: int) -> None:
        for d in anak.get(induk, ()):
            hasil.append(Simpul(d, dalam))
            turun(d.pk, dalam + 1)

    turun(None, 0)
    return hasil

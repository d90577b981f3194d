"""Issued papers of records: which there are, which are valid, how often each was printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from inti.documents.resmi import KertasResmi
from inti.models import Cetakan, Dokumen

Kelas = type[KertasResmi]


def dokumen_kertas(objek: Any, kertas: Iterable[Kelas]) -> QuerySet[Dokumen]:
    """Papers of these kinds issued of a record, newest first, each with the count of its prints (`banyak_cetak`)."""
    semua = list(kertas)
    milik = Q(objek_label=objek._meta.label_lower, objek_id=str(objek.pk))
    milik |= Q(pk__in=[d.pk for k in semua if (d := k.milik(objek)) is not None])  # issued under another record
    kueri = Dokumen.objects.filter(milik, jenis__in=[k.kode for k in semua])
    return kueri.annotate(banyak_cetak=Count("cetakan")).order_by("-pk")


def dokumen_berlaku(objek: Sequence[Any], kertas: Kelas) -> dict[Any, Dokumen]:
    """By key of the records, the newest valid paper of this kind; records without one are left out."""
    if not objek:
        return {}
    label, kunci = objek[0]._meta.label_lower, {str(o.pk): o.pk for o in objek}
    ada = Dokumen.objects.filter(
        jenis=kertas.kode, objek_label=label, objek_id__in=kunci, keadaan=Dokumen.Keadaan.BERLAKU
    )
    hasil = {kunci[d.objek_id]: d for d in ada.select_related("berkas").order_by("pk")}
    for o in objek:
        if o.pk not in hasil and (milik := kertas.milik(o)) is not None and milik.keadaan == Dokumen.Keadaan.BERLAKU:
            hasil[o.pk] = milik
    return hasil


def dengan_cetakan(kueri: QuerySet[Dokumen]) -> QuerySet[Dokumen]:
    """The same with its prints and who made them, for the tab."""
    return kueri.prefetch_related(Prefetch("cetakan", Cetakan.objects.select_related("oleh").order_by("ke")))

"""Records: the thing they stand for, what waits to be filed, what search shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast

from arsip.models import BerkasArsip, Peminjaman, SuratKeluar
from arsip.queries.parameter import parameter
from inti.formats import tanggal_pendek
from inti.models import Pengguna
from inti.queries.cari import TemuanCari


def objek_asal(berkas: BerkasArsip, pengguna: Pengguna) -> Any:
    """The letter or case that a record stands for, if there is one that this user may meet; None otherwise."""
    if not berkas.objek_id:
        return None
    try:
        model = apps.get_model(berkas.objek_label)
    except LookupError:  # a kind of record that this version doesn't have
        return None
    kueri: Any = model._default_manager.all()
    kueri = kueri.untuk(pengguna) if hasattr(kueri, "untuk") else kueri
    objek = kueri.filter(pk=berkas.objek_id).first()
    return objek if hasattr(objek, "get_absolute_url") else None


def belum_ditempatkan(pengguna: Pengguna) -> QuerySet[BerkasArsip]:
    """Records within reach that lie nowhere yet."""
    return BerkasArsip.objects.all().untuk(pengguna).exclude(status=BerkasArsip.Status.MUSNAH).filter(tempat=None)


def surat_belum(pengguna: Pengguna) -> QuerySet[SuratKeluar]:
    """Letters out within reach that have no record."""
    sudah = BerkasArsip.objects.hidup().filter(objek_label="arsip.suratkeluar").values("objek_id")
    surat = SuratKeluar.objects.all().untuk(pengguna).filter(keadaan=SuratKeluar.Keadaan.TERBIT)
    return surat.annotate(kunci=Cast("pk", CharField())).exclude(kunci__in=sudah)


def batas_arsip(hari: dt.date) -> dt.date:
    """What is older than this day has failed to be archived in time."""
    return hari - dt.timedelta(days=parameter("batas_arsip", hari))


def cari_berkas(pengguna: Pengguna, teks: str) -> list[TemuanCari]:
    """Records by code or subject, within the user's scope."""
    kueri = BerkasArsip.objects.all().untuk(pengguna).select_related("jenis", "tempat")
    for kata in teks.split()[:6]:
        kueri = kueri.filter(Q(nomor__icontains=kata) | Q(uraian__icontains=kata))
    return [
        TemuanCari(
            b.nomor,
            f"{b.jenis}, {b.uraian[:80]}, {b.tempat.nama if b.tempat else 'belum ditempatkan'}",
            b.get_absolute_url(),
        )
        for b in kueri.order_by("urut_kode", "pk")[:20]
    ]


def arsip_dari(objek: Any) -> BerkasArsip | None:
    """The record that a letter was filed as, with its place; None while it was not."""
    kueri = BerkasArsip.objects.hidup().filter(objek_label=objek._meta.label_lower, objek_id=str(objek.pk))
    return kueri.select_related("tempat", "jenis", "pemusnahan__nomor").first()


def letak_arsip(pengguna: Pengguna, objek: Sequence[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Where the papers of letters and records lie now, in words. In: (label, key) of each; out: of those that have a
    record within the user's reach."""
    if not objek or not pengguna.has_perm("arsip.view_berkasarsip"):
        return {}
    sendiri = BerkasArsip._meta.label_lower
    milik = Q(pk__in=[pk for label, pk in objek if label == sendiri])
    for label in {label for label, _ in objek} - {sendiri}:
        milik |= Q(objek_label=label, objek_id__in=[pk for satu, pk in objek if satu == label])
    berkas = list(BerkasArsip.objects.untuk(pengguna).filter(milik).select_related("tempat"))
    keluar = Peminjaman.objects.di_luar().filter(berkas__in=berkas)
    pinjam = dict(keluar.values_list("berkas", "jatuh_tempo"))
    hasil = {}
    for b in berkas:
        kata = _letak(b, pinjam.get(b.pk))
        hasil[sendiri, str(b.pk)] = hasil[b.objek_label, b.objek_id] = kata
    return hasil


def _letak(berkas: BerkasArsip, kembali: dt.date | None) -> str:
    if berkas.musnah_pada is not None:
        return f"dimusnahkan {tanggal_pendek(berkas.musnah_pada)}"
    tempat = str(berkas.tempat or "belum ditempatkan")
    nomor = f", nomor {berkas.urut_boks}" if berkas.urut_boks else ""
    return tempat + nomor + (f"; sedang dipinjam, kembali {tanggal_pendek(kembali)}" if kembali else "")

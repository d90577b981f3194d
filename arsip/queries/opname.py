"""What a stocktake has yet to see."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from arsip.models import BerkasArsip, Boks, Opname, Peminjaman, TemuanOpname
from inti.models import Pengguna


def belum_terlihat(opname: Opname) -> tuple[list[Boks], list[BerkasArsip]]:
    """Boxes and records that should lie in the place and were not seen.

    A closed box that was seen vouches for what is in it; a record on loan is known to be away; what lies in a box
    that is missing itself is named by the box alone.
    """
    terlihat = TemuanOpname.objects.filter(opname=opname).exclude(hasil=TemuanOpname.Hasil.HILANG)
    tempat = set(terlihat.filter(tempat__isnull=False).values_list("tempat_id", flat=True))
    boks = list(
        Boks.objects.hidup()
        .filter(tempat__jalur__startswith=opname.tempat.jalur)
        .select_related("tempat")
        .order_by("tempat__jalur")
    )
    hilang = [b for b in boks if b.tempat_id not in tempat]
    lewati = [b.tempat.jalur for b in boks if b in hilang or b.status == Boks.Status.DITUTUP]
    berkas = (
        BerkasArsip.objects.ada()
        .di_dalam(opname.tempat.jalur)
        .exclude(pk__in=terlihat.filter(berkas__isnull=False).values("berkas_id"))
        .exclude(pk__in=Peminjaman.objects.di_luar().values("berkas_id"))
        .select_related("tempat", "jenis")
        .order_by("urut_kode", "pk")
    )
    return hilang, [b for b in berkas if not any(b.tempat and b.tempat.jalur.startswith(j) for j in lewati)]


def temuan_terbuka(temuan: QuerySet[TemuanOpname], pengguna: Pengguna) -> QuerySet[TemuanOpname]:
    """Findings that a user may be told by name: boxes, and records within his reach."""
    terjangkau = BerkasArsip.objects.lingkup(pengguna).values("pk")
    return temuan.filter(Q(berkas__isnull=True) | Q(berkas__in=terjangkau))

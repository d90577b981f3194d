"""Freeze a person's data for a request of his, unfreeze them, and keep new requests off while they are frozen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils import timezone

from dtks.models import Individu, Pembatasan
from dtks.queries.subjek import kunci_orang
from inti.galat import AturanDilanggar
from inti.models import Pengguna, PermintaanSubjek
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.rules.nama import nilai_kecocokan

SELAMANYA = dt.date.max


@layanan("Orang dibatasi")
def individu_batasi(
    *, permintaan: PermintaanSubjek, kunci: str, sampai: dt.date | None, alasan: str, oleh: Pengguna
) -> int:
    """Freeze the person behind a key and every entry joined to his. Out: entries frozen; 0 for one not registered."""
    orang = list(Individu.objects.select_for_update().filter(pk__in=kunci_orang(kunci)).order_by("pk"))
    for satu in orang:
        simpan_baru(
            Pembatasan(
                individu=satu, permintaan=permintaan, mulai=timezone.localdate(), sampai=sampai, alasan=alasan[:300]
            )
        )
    selaraskan_batas(o.pk for o in orang)
    return len(orang)


@layanan("Pembatasan orang dicabut")
def individu_cabut(*, permintaan: PermintaanSubjek, alasan: str, oleh: Pengguna) -> int:
    """Lift what this request froze. Out: how many entries; another request's restriction of the same person stays."""
    semua = list(Pembatasan.objects.filter(permintaan=permintaan, dicabut_pada__isnull=True).order_by("pk"))
    for satu in semua:
        with perubahan(satu, oleh=oleh, sebab=alasan) as segar:
            segar.dicabut_pada, segar.alasan_cabut = timezone.now(), alasan[:300]
    selaraskan_batas(p.individu_id for p in semua)
    return len(semua)


def selaraskan_batas(individu: Iterable[int]) -> None:
    """Write on each entry until when it is frozen: the latest end of what stands for it or an entry joined with it."""
    for pk in sorted(set(individu)):
        utama = Individu.objects.filter(pk=pk).values_list("digabung_ke_id", flat=True).first() or pk
        sekutu = list(Individu.objects.filter(Q(pk=utama) | Q(digabung_ke_id=utama)).values_list("pk", flat=True))
        ujung = Pembatasan.objects.filter(individu__in=sekutu, dicabut_pada__isnull=True).values_list(
            "sampai", flat=True
        )
        sampai = max((u or SELAMANYA for u in ujung), default=None)
        Individu.objects.filter(pk__in=sekutu).update(dibatasi_sampai=sampai)


def tolak_dibatasi(anggota: Iterable[dict[str, Any]]) -> None:
    """Guard of the door for new requests. Raises AturanDilanggar(DATA_DIBATASI) when a member is frozen today.

    Somebody typed in by hand is that person when NIK and name fit: another bearer of the same number is not held up.
    """
    semua = list(anggota)
    pk = {a["individu"].pk for a in semua if a.get("individu") is not None}
    ketik = {a["nik"]: a["nama"] for a in semua if a.get("individu") is None}
    beku = Individu.objects.filter(Q(pk__in=pk) | Q(nik__in=ketik), dibatasi_sampai__gte=timezone.localdate())
    if any(o.pk in pk or nilai_kecocokan(ketik.get(o.nik, ""), o.nama).cocok for o in beku):
        raise AturanDilanggar(
            "DATA_DIBATASI",
            "Pemrosesan data orang ini dibatasi atas permintaannya.",
            "Penyelia dapat mencabut pembatasannya.",
        )

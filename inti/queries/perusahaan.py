"""Finding a company by any of its numbers."""

from __future__ import annotations

from django.db.models import Q

from inti.models import Perusahaan
from inti.models.perusahaan import NOMOR


def syarat_nomor(nomor: str) -> Q | None:
    """The condition that a company bears this number as NPP, NIB or NPWP, however it is written; None: it can be none."""
    syarat = Q()
    for bidang, (_, periksa) in NOMOR.items():
        hasil = periksa(nomor)
        if hasil.sah:
            syarat |= Q(**{bidang: hasil.nilai})
    return syarat or None


def perusahaan_dengan_nomor(nomor: str) -> Perusahaan | None:
    """The living company with this NPP, NIB or NPWP. One query; an NPP comes before the others."""
    syarat = syarat_nomor(nomor)
    semua = Perusahaan.objects.hidup().filter(syarat) if syarat is not None else Perusahaan.objects.none()
    cocok = list(semua.order_by("id")[:3])
    npp = NOMOR["npp"][1](nomor).nilai
    return next((p for p in cocok if p.npp == npp), cocok[0] if cocok else None)

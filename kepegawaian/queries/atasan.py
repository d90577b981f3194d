"""Who is whose superior on a day, out of dated postings. A wrong one is corrected by `AtasanKhusus`, dated too."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from inti.models import UnitKerja
from kepegawaian.models import AtasanKhusus, JabatanPegawai, Keadaan, Pegawai, Sebagai
from kepegawaian.queries.karier import penempatan_pegawai
from kepegawaian.rules.karier import Karier, terakhir


def atasan_pada(pegawai: Pegawai, hari: dt.date) -> Pegawai | None:
    """The superior on `hari`: an appointed one, else the head of his unit that day, else of the next unit above.

    Who heads the unit himself is answered by the unit above. None at the top of the tree.
    """
    khusus = (
        AtasanKhusus.objects.hidup()
        .filter(Q(sampai__isnull=True) | Q(sampai__gte=hari), pegawai=pegawai, tmt__lte=hari)
        .select_related("atasan__pengguna", "atasan__unit")
        .order_by("-tmt", "-id")
        .first()
    )
    if khusus is not None:
        return khusus.atasan
    for unit in rantai_unit(unit_pada(pegawai, hari)):
        kepala = kepala_unit(unit, hari)
        if kepala is not None and kepala.pk != pegawai.pk:
            return kepala
    return None


def unit_pada(pegawai: Pegawai, hari: dt.date) -> UnitKerja:
    """His unit on `hari`; without a posting by then, his unit now."""
    waktu_itu = (
        JabatanPegawai.objects.hidup()
        .filter(pegawai=pegawai, sebagai=Sebagai.DEFINITIF, tmt__lte=hari)
        .select_related("unit")
        .order_by("-tmt", "-id")
        .first()
    )
    return waktu_itu.unit if waktu_itu is not None else pegawai.unit


def rantai_unit(unit: UnitKerja) -> list[UnitKerja]:
    """The unit and those above it, nearest first."""
    kode = unit.jalur.strip("/").split("/")
    jalur = ["/".join(kode[: n + 1]) + "/" for n in range(len(kode))]
    return sorted(UnitKerja.objects.hidup().filter(jalur__in=jalur), key=lambda u: -len(u.jalur))


def kepala_unit(unit: UnitKerja, hari: dt.date) -> Pegawai | None:
    """Who heads the unit on `hari`: its definitive head, else whoever acts for him; None for an empty chair.

    Where no posting says so (staff typed in without careers), whoever may sign there now.
    """
    calon = (
        JabatanPegawai.objects.hidup()
        .filter(
            Q(sampai__isnull=True) | Q(sampai__gte=hari),
            unit=unit,
            memimpin=True,
            tmt__lte=hari,
            pegawai__dibuang_pada__isnull=True,
        )
        .select_related("pegawai__unit", "pegawai__pengguna")
        .order_by("-tmt", "-id")
    )
    semua = list(calon[:20])
    karier = penempatan_pegawai([j.pegawai for j in semua]) if semua else {}
    for sebagai in (Sebagai.DEFINITIF, Sebagai.PLT, Sebagai.PLH):
        for j in semua:
            if j.sebagai == sebagai and _masih(j, karier[j.pegawai_id], hari):
                return j.pegawai
    if semua:
        return None
    return (
        Pegawai.objects.aktif()
        .filter(unit=unit, boleh_menandatangani=True, jabatanpegawai_set__isnull=True)
        .select_related("unit", "pengguna")
        .order_by("id")
        .first()
    )


def _masih(j: JabatanPegawai, karier: Karier, hari: dt.date) -> bool:
    """Whether a posting still stands that day: no later definitive one, and he had not left."""
    status = terakhir(karier.status, hari)
    if status is not None and status.keadaan != Keadaan.AKTIF:
        return False
    if j.sebagai != Sebagai.DEFINITIF:
        return True
    kini = terakhir([x for x in karier.jabatan if x.sebagai == Sebagai.DEFINITIF], hari)
    return kini is not None and kini.tmt == j.tmt and kini.unit_id == j.unit_id

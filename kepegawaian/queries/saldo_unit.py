"""Balances of annual leave of a unit, for the page and its export."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from inti.models import Pengguna, UnitKerja
from kepegawaian.models import Pegawai
from kepegawaian.queries.cuti import saldo_pegawai
from kepegawaian.queries.unit import unit_kelolaan
from kepegawaian.rules.cuti import KELOMPOK
from kepegawaian.rules.saldo_cuti import Saldo

JUDUL = ["PEGAWAI", "UNIT", "JENIS", "TAHUN", "HAK", "SISA N-1", "SISA N-2", "TERPAKAI", "MENUNGGU", "SISA"]


def unit_boleh(pengguna: Pengguna) -> list[UnitKerja]:
    """Units that the user looks after, in the order of the tree."""
    if pengguna.unit is None:
        return []
    return list(unit_kelolaan(pengguna).order_by("jalur"))


def saldo_unit(unit: UnitKerja | None, tahun: int) -> list[tuple[Pegawai, Saldo]]:
    """Staff with a right to leave, of a unit and those below it (None: of the whole office), with their balances."""
    kueri = Pegawai.objects.hidup().filter(jenis__in=KELOMPOK)
    if unit is not None:
        kueri = kueri.filter(unit__jalur__startswith=unit.jalur)
    orang = list(kueri.select_related("unit").order_by("unit__jalur", "nama", "id"))
    saldo = saldo_pegawai(orang, tahun)
    return [(p, saldo[p.pk][tahun]) for p in orang]


def baris_saldo(isi: Iterable[tuple[Pegawai, Saldo]]) -> Iterable[list[Any]]:
    """Rows for a spreadsheet, under JUDUL."""
    for p, s in isi:
        yield [p.nama, p.unit.nama, p.get_jenis_display(), s.tahun, s.hak, s.n1, s.n2, s.terpakai, s.menunggu, s.sisa]


def ekspor_saldo(pengguna: Pengguna | None) -> tuple[list[str], Iterable[list[Any]]]:
    """This year's balances; a user gets his unit and those below it, None (the command) all."""
    if pengguna is not None and pengguna.unit is None:
        return JUDUL, iter(())
    return JUDUL, baris_saldo(saldo_unit(pengguna.unit if pengguna else None, timezone.localdate().year))

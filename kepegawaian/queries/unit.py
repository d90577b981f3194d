"""Units whose staff a user may meet."""

from __future__ import annotations

from django.db.models import QuerySet

from inti.models import Pengguna, UnitKerja


def jalur_kelolaan(pengguna: Pengguna) -> str:
    """Path below which the user's staff stand: his unit's, or the whole office's; one that no unit has without a unit."""
    if pengguna.unit is None:
        return "-"
    if pengguna.has_perm("kepegawaian.kelola_kantor"):
        return pengguna.unit.jalur.split("/", 1)[0] + "/"
    return str(pengguna.unit.jalur)


def unit_kelolaan(pengguna: Pengguna) -> QuerySet:
    """Living units of that part of the tree."""
    return UnitKerja.objects.hidup().filter(jalur__startswith=jalur_kelolaan(pengguna))

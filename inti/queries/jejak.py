"""Who may read the read log: the administrator all of it, a head that of the people below him."""

from __future__ import annotations

from django.db.models import QuerySet

from inti.models import JejakBaca, Pengguna


def jejak_untuk(pengguna: Pengguna) -> QuerySet[JejakBaca]:
    """Rows of the read log within the user's own part of the office."""
    semua = JejakBaca.objects.all()
    if pengguna.has_perm("inti.view_pengguna"):
        return semua
    if pengguna.unit is None:
        return semua.none()
    return semua.filter(oleh__unit__jalur__startswith=pengguna.unit.jalur)

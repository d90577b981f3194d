"""Scopes as declarations: whose row it is, said once, for lists, records, imports and tests alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q

if TYPE_CHECKING:
    from inti.models import Pengguna

TIADA = Q(pk__in=[])


@dataclass(frozen=True)
class Lingkup:
    """Paths (`unit`, `pegawai__unit`) from a row to the unit, village and company it belongs to.

    Somebody of a village or a company meets its rows alone. Somebody of the office meets the rows of his unit and the
    units below it, of the whole office with the permission `seluruh`, all rows where no unit is declared; besides, rows
    on which he stands himself (`milik`: paths to a user). Without a unit, a village or a company: nothing.
    """

    unit: str = ""
    desa: str = ""
    perusahaan: str = ""
    seluruh: str = ""
    izin: str = ""  # without this permission nothing but what is his own (`milik`)
    milik: tuple[str, ...] = ()

    def saringan(self, pengguna: Pengguna) -> Q:
        """Rows of this user, as a filter."""
        hasil = TIADA
        for jalur in self.milik:
            hasil |= Q(**{jalur: pengguna.pk})
        for syarat in self._syarat(pengguna):
            if not syarat:
                return Q()
            hasil |= Q(**syarat)
        return hasil

    def memuat(self, pengguna: Pengguna, objek: Model) -> bool:
        """Whether a row that is not stored yet would be this user's."""
        if any(getattr(_ikuti(objek, jalur), "pk", None) == pengguna.pk for jalur in self.milik):
            return True
        return any(all(_cocok(objek, nama, nilai) for nama, nilai in s.items()) for s in self._syarat(pengguna))

    def jalur(self, pengguna: Pengguna) -> str:
        """How the paths of the units begin that this user reaches; `-` (no unit's) for nobody's."""
        if pengguna.unit is None:
            return "-"
        semua = self.seluruh and pengguna.has_perm(self.seluruh)
        return f"{pengguna.unit.jalur.split('/', 1)[0]}/" if semua else str(pengguna.unit.jalur)

    def _syarat(self, pengguna: Pengguna) -> Iterator[dict[str, Any]]:
        if self.izin and not pengguna.has_perm(self.izin):
            return
        if pengguna.desa_id is not None:
            if self.desa:
                yield {self.desa: pengguna.desa_id}
        elif pengguna.perusahaan_id is not None:
            if self.perusahaan:
                yield {self.perusahaan: pengguna.perusahaan_id}
        elif pengguna.unit is not None:
            if not self.unit:
                yield {}
                return
            yield {f"{self.unit}__jalur__startswith": self.jalur(pengguna)}


def _ikuti(objek: Any, jalur: str) -> Any:
    for nama in jalur.split("__"):
        objek = getattr(objek, nama, None)
    return objek


def _cocok(objek: Model, nama: str, nilai: Any) -> bool:
    if nama.endswith("__startswith"):
        return str(_ikuti(objek, nama.removesuffix("__startswith")) or "").startswith(nilai)
    return getattr(_ikuti(objek, nama), "pk", None) == nilai

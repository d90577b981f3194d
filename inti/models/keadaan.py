"""The state of a record: which mark and word it bears on every page, and in which states something is still to be done."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import ClassVar

from django_fsm import FSMModelMixin


class Bertanda:
    """A record with a choice that pages show with a mark. `TANDA`: value -> konsep, 25, 50, 75, selesai, perlu, tolak, batal."""

    bidang_keadaan: ClassVar[str] = "status"  # the field that holds it
    TANDA: ClassVar[Mapping[str, str]]

    @property
    def status_tampil(self) -> tuple[str, str]:
        """Kind of mark and word for the page."""
        nama = self.bidang_keadaan
        return self.TANDA[getattr(self, nama)], str(getattr(self, f"get_{nama}_display")())


class BerKeadaan(FSMModelMixin, Bertanda):
    """A record with guarded states. `TERBUKA`: those in which somebody still has to do something with it.

    A model names it before `Rekam`; its queryset then knows `terbuka()`.
    """

    TERBUKA: ClassVar[Collection[str]]

    @property
    def terbuka(self) -> bool:
        """Whether it is in an open state."""
        return getattr(self, self.bidang_keadaan) in self.TERBUKA
